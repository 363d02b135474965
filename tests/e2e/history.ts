import type { Draft, Post } from '../../utils/draft/draft.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Session } from '../browsers/session.ts';

/** Rows that go into one message to the browser. */
const batch = 500;

/**
 * Puts drafts, posts and releases into the database as they are, past Jubir: for what only time or another machine makes. A page
 * that is open hears nothing of it.
 */
export async function storeHistory(
  session: Session,
  drafts: Draft[],
  posts: Post[],
  releases: Release[] = [],
): Promise<void> {
  const all = [['drafts', drafts] as const, ['posts', posts] as const, ['releases', releases] as const];
  for (const [table, rows] of all) {
    for (let from = 0; from < rows.length; from += batch)
      await put(session, table, rows.slice(from, from + batch));
  }
  const counts = [...drafts.map(({ revision }) => revision), ...posts.map(({ order }) => order)];
  const n = counts.reduce((most, count) => Math.max(most, count), 0);
  await session.inExtension(async (newest) => {
    const opening = indexedDB.open('jubir');
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const machines = opening.result.transaction('machine', 'readwrite').objectStore('machine');
    const known = machines.get('machine');
    await new Promise((resolve, reject) => {
      known.onsuccess = resolve;
      known.onerror = reject;
    });
    const { name = crypto.randomUUID(), n: before = 0 } = (known.result ?? {}) as {
      name?: string;
      n?: number;
    };
    const putting = machines.put({ id: 'machine', name, n: Math.max(before, newest) });
    await new Promise((resolve, reject) => {
      putting.transaction?.addEventListener('complete', resolve);
      putting.onerror = reject;
    });
    opening.result.close();
  }, n);
}

function put(
  session: Session,
  table: 'drafts' | 'posts' | 'releases',
  rows: (Draft | Post | Release)[],
): Promise<void> {
  return session.inExtension(
    async (name, all) => {
      const opening = indexedDB.open('jubir');
      await new Promise((resolve, reject) => {
        opening.onsuccess = resolve;
        opening.onerror = reject;
      });
      const transaction = opening.result.transaction(name, 'readwrite');
      for (const row of all) transaction.objectStore(name).put(row);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = reject;
      });
      opening.result.close();
    },
    table,
    rows,
  );
}
