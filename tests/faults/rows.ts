import type { Draft, Post, Revision } from '../../utils/draft/draft.ts';
import type { Jubir } from '../e2e/jubir.ts';

/** What the database holds of the drafts and posts whose ids begin with the same letters. */
export interface Rows {
  drafts: Draft[];
  posts: Post[];
  revisions: Revision[];
}

/** Reads them as they are stored, past Jubir. */
export function rowsOf(jubir: Jubir, prefix: string): Promise<Rows> {
  return jubir.session.inExtension(async (start) => {
    // Opening a database that does not exist would make an empty one, in Jubir's way.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'jubir')) {
      return { drafts: [], posts: [], revisions: [] };
    }
    const opening = indexedDB.open('jubir');
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const tx = opening.result.transaction(['drafts', 'posts', 'revisions']);
    const read = (store: string): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const all = tx.objectStore(store).getAll(IDBKeyRange.bound(start, `${start}\uffff`));
        all.onsuccess = () => resolve(all.result);
        all.onerror = () => reject(all.error);
      });
    const [drafts, posts, revisions] = await Promise.all(['drafts', 'posts', 'revisions'].map(read));
    opening.result.close();
    return { drafts, posts, revisions };
  }, prefix) as Promise<Rows>;
}

/** Every text that is kept of a draft: its own, its rivals, its earlier ones. */
export const textsOf = ({ drafts, revisions }: Pick<Rows, 'drafts' | 'revisions'>, id: string): string[] => [
  ...drafts
    .filter((draft) => draft.id === id)
    .flatMap(({ text, rivals }) => [text, ...rivals.map((rival) => rival.text)]),
  ...revisions.filter(({ draftId }) => draftId === id).map(({ text }) => text),
];
