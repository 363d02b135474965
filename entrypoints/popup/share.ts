import { stamp } from '../../components/hooks/use-draft-writer.ts';
import { send } from '../../utils/browser/messages.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { draftId } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/history.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';

/**
 * Copies where the route asks for it, then lets the background record and open. The clipboard comes first and is
 * awaited: the new tab closes the popup, and what was not copied by then never is.
 * @throws DOMException when the clipboard refuses; BackgroundError when nothing was opened.
 */
export async function openDraft(draft: DraftInput, from: 'popup' | 'page'): Promise<void> {
  if (catalogue[draft.platform].route === 'copy') await navigator.clipboard.writeText(draft.text);
  await send('open-platform', { draft, postId: crypto.randomUUID(), from });
}

/** One click on a row's button: the ready text, or the background's where the first screen holds none. */
export async function shareRow(row: ReleaseRow, platform: PlatformId, from: 'popup' | 'page'): Promise<void> {
  const ready = row.captions[platform] ?? (await send('best-caption', { releaseId: row.id, platform }));
  if (!ready) throw new Error(`no caption for ${row.id}`);
  const draft = stamp({
    id: draftId(row.id, platform, ready.angle),
    releaseId: row.id,
    releaseTitle: row.title,
    releaseUrl: row.url,
    platform,
    angle: ready.angle,
    text: ready.text,
  });
  await openDraft(draft, from);
}
