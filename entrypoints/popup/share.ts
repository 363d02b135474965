import { stamp } from '../../components/hooks/use-draft-writer.ts';
import { send } from '../../utils/browser/messages.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { draftId } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { repliesByCopy } from '../../utils/platform/reply.ts';

/** A second click this soon after the first, in milliseconds, is the same wish: a doubled post is an incident. */
const doubleClick = 1000;
const underWay = new Map<string, Promise<void>>();

/** Does something once for a key, however often it is asked for until a moment after it is done. */
export function once(key: string, job: () => Promise<void>): Promise<void> {
  const running = underWay.get(key);
  if (running) return running;
  const started = job();
  underWay.set(key, started);
  const forget = () => underWay.delete(key);
  // After a failure the next click is a new try at once.
  started.then(() => setTimeout(forget, doubleClick), forget);
  return started;
}

/**
 * Copies where the route asks for it, then lets the background record and open. The clipboard comes first and is
 * awaited: the new tab closes the popup, and what was not copied by then never is.
 * @param first the words the composer opens with, where the draft is a thread
 * @param replyTo address of the post that it answers
 * @throws DOMException when the clipboard refuses; BackgroundError when nothing was opened.
 */
export function openDraft(
  draft: DraftInput,
  from: 'popup' | 'page',
  { first, replyTo }: { first?: string | undefined; replyTo?: string | undefined } = {},
): Promise<void> {
  return once(draft.id, async () => {
    const copies = catalogue[draft.platform].route === 'copy' || (replyTo && repliesByCopy(draft.platform));
    if (copies) await navigator.clipboard.writeText(draft.text);
    const postId = crypto.randomUUID();
    const handed = {
      draft,
      postId,
      from,
      ...(first !== undefined && { first }),
      ...(replyTo && { replyTo }),
    };
    await send('open-platform', handed);
  });
}

/** Nothing went out: the official has to look at the text first, see `ReadyText.lookFirst`. */
export class LookFirstError extends Error {
  override name = 'LookFirstError';
}

/**
 * One click on a row's button: the ready text, or the background's where the first screen holds none.
 * @throws LookFirstError where the text is to be looked at first; and what `openDraft` throws
 */
export function shareRow(row: ReleaseRow, platform: PlatformId, from: 'popup' | 'page'): Promise<void> {
  return once(`${row.id} ${platform}`, async () => {
    const ready = row.captions[platform] ?? (await send('best-caption', { releaseId: row.id, platform }));
    if (!ready) throw new Error(`no caption for ${row.id}`);
    if (ready.lookFirst) throw new LookFirstError();
    const draft = stamp({
      id: draftId(row.id, platform, ready.angle),
      releaseId: row.id,
      releaseTitle: row.title,
      releaseUrl: row.url,
      sourceId: row.sourceId,
      platform,
      angle: ready.angle,
      text: ready.text,
      ...(ready.model && { model: true }),
      ...(ready.preferred && { preferred: ready.preferred }),
      // A list has not seen what stands in the box: another text there stays, and this one goes out beside it.
      base: 0,
    });
    await openDraft(draft, from);
  });
}
