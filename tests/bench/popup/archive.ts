import { poll, type Session } from '../../browsers/session.ts';

interface Api {
  browser: {
    storage: { local: { get(): Promise<{ snapshot?: { rows: unknown[]; total: number } }> } };
    runtime: { sendMessage(message: object): Promise<unknown> };
  };
}

/**
 * Fills the archive to `count` releases beside the ones that the city gave, each of the newest thirty with a
 * picture, and waits until the background's first screen holds them.
 * @returns the markup that our popup then shows, all rows of it
 */
export async function fillArchive(session: Session, count: number): Promise<string> {
  await poll(
    'the first refresh',
    async () =>
      (await session.inExtension(() => (globalThis as unknown as Api).browser.storage.local.get())).snapshot
        ?.rows.length,
    30_000,
  );
  // Until the pages of the first refresh are read and its pictures are stored.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await session.inExtension(async (wanted) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('jubir'));
    const transaction = db.transaction(['releases', 'pictures'], 'readwrite');
    const [releases, pictures] = [transaction.objectStore('releases'), transaction.objectStore('pictures')];
    const known = await done(releases.getAll());
    const images = (await done(pictures.getAll())).filter((picture) => picture.data);
    for (let at = known.length; at < wanted; at += 1) {
      const like = known[at % known.length];
      const id = `bench-${at}`;
      releases.put({ ...like, id, url: `${like.url}?no=${at}`, order: like.order - at * 60_000, unread: 0 });
      if (at < 40) pictures.put({ ...images[at % images.length], releaseId: id });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    db.close();
    await (globalThis as unknown as Api).browser.runtime.sendMessage({
      jubir: 'mark-read',
      payload: { releaseIds: ['bench-999'] },
    });
  }, count);
  await poll('the first screen', async () => {
    const { snapshot } = await session.inExtension(() =>
      (globalThis as unknown as Api).browser.storage.local.get(),
    );
    return snapshot?.total === count && snapshot.rows.length === 30;
  });
  const page = await session.openPage('popup.html');
  const markup = await poll('all rows', () =>
    page.evaluate(() =>
      document.querySelectorAll('.release').length === 30 ? document.getElementById('app')?.innerHTML : null,
    ),
  );
  await page.close();
  return markup;
}
