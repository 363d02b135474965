import { draftId } from '../../../utils/draft/draft.ts';
import { platformIds } from '../../../utils/platform/platform.ts';
import type { Session } from '../../browsers/session.ts';
import { poll } from '../../browsers/session.ts';
import { draft, post } from '../../draft/samples.ts';
import { storeHistory } from '../../e2e/history.ts';

/** Entries to a release: an official seldom writes more of one. */
const perRelease = 10;
const hour = 60 * 60 * 1000;
const angles = ['summary', 'quote', 'figure', 'invitation', 'points'] as const;

interface Known {
  id: string;
  title: string;
  url: string;
  sourceId: string;
  /** Its first words; a string, as Firefox sends an array that several copies share only once. */
  lead: string;
}

/**
 * Fills a profile with a history: two drafts to each post, over as many releases as an official would have shared for
 * it, a few hours apart.
 */
export async function fillHistory(session: Session, count: number): Promise<void> {
  const releases = await poll(
    'the releases',
    () => storeReleases(session, Math.ceil(count / perRelease)),
    30_000,
  );
  const now = Date.now();
  const drafts = [];
  const posts = [];
  for (let at = 0; at < count; at += 1) {
    const release = releases[Math.floor((count - 1 - at) / perRelease)];
    if (!release) throw new Error(`no release for entry ${at}`);
    const { id: releaseId, title: releaseTitle, url: releaseUrl, sourceId, lead } = release;
    const platform = platformIds[at % 4] ?? 'x';
    const angle = angles[Math.floor(at / 4) % angles.length] ?? 'summary';
    const when = now - (count - at) * 3 * hour;
    const text = `${releaseTitle}\n\n${lead} (${at})\n\n${releaseUrl} #KotaBogor`;
    const subject = { releaseId, releaseTitle, releaseUrl, sourceId, platform, angle, text };
    const n = at + 1;
    if (at % 3 === 2) {
      const changes = [{ n, by: 'm', state: 'opened' as const, at: when }];
      posts.push(post({ ...subject, id: `p${at}`, order: n, openedAt: when, changes, asked: 1 }));
    } else {
      const id = draftId(releaseId, platform, angle);
      drafts.push(draft({ ...subject, id, revision: n, createdAt: when, updatedAt: when }));
    }
  }
  await storeHistory(session, drafts, posts);
}

/** Puts copies of the city's releases beside them, newest first; null while the city's own are still being read. */
function storeReleases(session: Session, wanted: number): Promise<Known[] | null> {
  return session.inExtension(async (count): Promise<Known[] | null> => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'jubir')) return null;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('jubir'));
    const transaction = db.transaction('releases', 'readwrite');
    const store = transaction.objectStore('releases');
    const known = (await done(store.getAll())) as (Omit<Known, 'lead'> & {
      order: number;
      body: string;
      paragraphs: string[];
    })[];
    const isRead = known.length >= 9 && known.every(({ body }) => body !== 'pending');
    if (isRead) {
      for (let at = known.length; at < count; at += 1) {
        const like = known[at % 9];
        if (!like) continue;
        const copy = {
          ...like,
          id: `bench-${at}`,
          url: `${like.url}?no=${at}`,
          order: like.order - at * 60_000,
        };
        store.put(copy);
        known.push(copy);
      }
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    db.close();
    return isRead
      ? known.map(({ id, title, url, sourceId, paragraphs }) => ({
          id,
          title,
          url,
          sourceId,
          lead: paragraphs.join(' ').slice(0, 180),
        }))
      : null;
  }, wanted);
}
