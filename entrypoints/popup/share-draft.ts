import { send } from '../../utils/browser/messages.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import { openShareSheet } from '../../utils/platform/share-sheet.ts';
import { once } from './share.ts';

/**
 * Offers a draft to the system's share sheet, and records it once an app took it.
 * @throws DOMException where the system shows none; BackgroundError where it was not recorded
 */
export function shareDraft(draft: DraftInput): Promise<void> {
  return once(`${draft.id} sheet`, async () => {
    if (await openShareSheet(draft.text, draft.releaseUrl)) {
      await send('record-share', { draft, postId: crypto.randomUUID() });
    }
  });
}
