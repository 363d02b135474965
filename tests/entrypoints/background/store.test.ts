import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Ledger } from '../../../utils/backup/ledger.ts';
import type { Answer, MessageName, Payload } from '../../../utils/browser/messages.ts';
import { type StoreTold, storeKey } from '../../../utils/browser/store.ts';
import type { JubirDatabase } from '../../../utils/db/database.ts';
import { newestVersion } from '../../../utils/db/versions.ts';
import { connectPages } from '../../browser/fake.ts';
import { buildSample, type Sample, sampleOf, shipped, textsIn } from '../../db/shipped.ts';
import { input, release, source } from '../../draft/samples.ts';
import { browserStubs } from '../stubs.ts';

let stubs: ReturnType<typeof browserStubs>;
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fakeBrowser.reset();
  stubs = browserStubs();
  const { local } = fakeBrowser.storage;
  Object.assign(local, { getKeys: async () => Object.keys(await local.get(null)) });
  // The installation drew it.
  await local.set({ settings: { seed: 5, platforms: ['x'] } });
  await Dexie.delete('jubir');
});
afterEach(async () => {
  await worker?.end();
  vi.restoreAllMocks();
});

/** A background that runs. */
interface Life {
  db: JubirDatabase;
  restored: Mock;
  send: <Name extends MessageName>(name: Name, payload: Payload<Name>) => Promise<Answer<Name>>;
  end: () => Promise<void>;
}
let worker: Life | undefined;

/** A background that starts: every module anew, as after a worker was stopped or a browser closed. */
async function live(): Promise<Life> {
  await worker?.end();
  vi.resetModules();
  const [{ registerStore }, { registerCommands }, { db }, messages] = await Promise.all([
    import('../../../entrypoints/background/store.ts'),
    import('../../../entrypoints/background/commands.ts'),
    import('../../../utils/db/database.ts'),
    import('../../../utils/browser/messages.ts'),
  ]);
  const restored = vi.fn();
  registerStore(restored);
  connectPages();
  registerCommands();
  const life: Life = {
    db,
    restored,
    send: <Name extends MessageName>(name: Name, payload: Payload<Name>) => messages.send(name, payload),
    end: async () => {
      db.close();
      fakeBrowser.runtime.onMessage.removeAllListeners();
      fakeBrowser.runtime.onStartup.removeAllListeners();
      worker = undefined;
    },
  };
  worker = life;
  return life;
}

const stored = async (): Promise<Record<string, unknown>> => fakeBrowser.storage.local.get(null);
const told = async (): Promise<StoreTold | undefined> => (await stored())[storeKey] as StoreTold | undefined;
const head = async () => (await stored())['copy-head'] as { at: number; drafts: number } | undefined;

/** A worker that wrote a draft and took it into a snapshot, then another draft. */
async function written(): Promise<Life> {
  const first = await live();
  await first.send('open-store', { again: false });
  await first.db.sources.put(source());
  await first.db.releases.put(release());
  await first.send('write-draft', input({ text: 'Di dalam salinan.' }));
  stubs.ring('copy');
  await expect.poll(async () => (await head())?.drafts).toBe(1);
  await first.send(
    'write-draft',
    input({ releaseId: 'r2', releaseTitle: 'Sesudahnya', text: 'Sesudah salinan.' }),
  );
  return first;
}

/** As if so many drafts were written since the snapshot that the notes hold the names of these alone. */
async function forgetRows(): Promise<void> {
  const ledger = (await stored())['copy-ledger'] as Ledger;
  for (const noted of Object.values(ledger.drafts)) delete noted.rows;
  await fakeBrowser.storage.local.set({ 'copy-ledger': ledger });
}

describe('a snapshot', () => {
  test('is planned within a minute of a write, and made when its time comes', async () => {
    const { send, db } = await live();
    await db.sources.put(source());
    const before = Date.now();
    await send('write-draft', input({ text: 'Halo.' }));
    const when = stubs.alarms.get('copy')?.when ?? 0;
    expect(when).toBeGreaterThanOrEqual(before + 30_000);
    expect(when).toBeLessThanOrEqual(Date.now() + 60_000);
    expect(await head()).toBeUndefined();
    stubs.ring('copy');
    await expect.poll(async () => (await head())?.drafts).toBe(1);
    // Nothing new: nothing to do.
    const { at } = (await head()) as { at: number };
    stubs.ring('copy');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await head())?.at).toBe(at);
  });

  test('goes on after the worker was stopped: what was noted is taken in by the next', async () => {
    await written();
    await live();
    stubs.alarms.clear();
    await worker?.send('open-store', { again: false });
    expect(stubs.alarms.has('copy')).toBe(true);
    stubs.ring('copy');
    await expect.poll(async () => (await head())?.drafts).toBe(2);
  });

  test('that fails is tried again later, and the old one stays', async () => {
    const { send } = await written();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    stubs.alarms.clear();
    stubs.ring('copy');
    await expect.poll(() => stubs.alarms.get('copy')?.when ?? 0).toBeGreaterThan(Date.now() + 120_000);
    set.mockRestore();
    expect((await head())?.drafts).toBe(1);
    await send('write-draft', input({ releaseId: 'r3', text: 'Lagi.' }));
    stubs.ring('copy');
    await expect.poll(async () => (await head())?.drafts).toBe(3);
  });

  test('a note that cannot be stored costs no acknowledgement', async () => {
    const { send, db } = await live();
    await send('open-store', { again: false });
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    expect(await send('write-draft', input({ text: 'Tetap tersimpan.' }))).toMatchObject({ count: 1 });
    expect((await db.drafts.get(input().id))?.text).toBe('Tetap tersimpan.');
  });
});

describe('a damaged store', () => {
  test('deleted while the browser was off: everything that was acknowledged is there again', async () => {
    await (await written()).end();
    await Dexie.delete('jubir');
    const { send, db } = await live();
    const { state, incident } = await send('open-store', { again: false });
    expect(state).toBe('open');
    expect(incident).toMatchObject({ drafts: 2, lost: [], more: 0 });
    expect((await db.drafts.toArray()).map(({ text }) => text)).toEqual([
      'Di dalam salinan.',
      'Sesudah salinan.',
    ]);
  });

  test('what is lost all the same is named, once', async () => {
    await (await written()).end();
    await Dexie.delete('jubir');
    await forgetRows();
    const { send, db, restored } = await live();
    const { state, incident } = await send('open-store', { again: false });
    expect(state).toBe('open');
    expect(incident).toMatchObject({ drafts: 1, lost: [{ title: 'Sesudahnya', platform: 'x' }], more: 0 });
    expect(incident?.from).toBe((await head())?.at);
    expect((await db.drafts.toArray()).map(({ text }) => text)).toEqual(['Di dalam salinan.']);
    expect(restored).toHaveBeenCalled();
    expect((await told())?.incident).toEqual(incident);
    // Told until it was read, over lives of the worker, and not again afterwards.
    await live();
    expect((await worker?.send('open-store', { again: false }))?.incident).toEqual(incident);
    await worker?.send('incident-read', null);
    expect(await told()).toBeUndefined();
    await live();
    expect(await worker?.send('open-store', { again: false })).toEqual({ state: 'open' });
  });

  test('a write that comes first waits until it is restored', async () => {
    await (await written()).end();
    await Dexie.delete('jubir');
    const { send, db } = await live();
    await send('write-draft', input({ text: 'Yang pertama sesudahnya.', writer: 'lain' }));
    const draft = await db.drafts.get(input().id);
    expect([draft?.text, ...(draft?.rivals.map(({ text }) => text) ?? [])].sort()).toEqual([
      'Di dalam salinan.',
      'Yang pertama sesudahnya.',
    ]);
    expect((await told())?.incident).toBeDefined();
  });

  test('emptied while it was open is found when it is opened again', async () => {
    const { db, send } = await written();
    db.close({ disableAutoOpen: false });
    await Dexie.delete('jubir');
    // A page, or the worker, reads: the browser makes an empty one.
    expect(await db.drafts.count()).toBe(0);
    await expect.poll(async () => (await told())?.incident?.drafts).toBe(2);
    expect((await send('open-store', { again: false })).state).toBe('open');
    expect(await db.drafts.count()).toBe(2);
  });

  test('that opens after some seconds only is not called damaged', { timeout: 20_000 }, async () => {
    await (await written()).end();
    const { open } = IDBFactory.prototype;
    let opens = false;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...all) {
      if (opens) return open.apply(this, all);
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const { send, db } = await live();
    expect(await send('open-store', { again: false })).toEqual({ state: 'unreadable' });
    opens = true;
    expect(await send('write-draft', input({ releaseId: 'r3', text: 'Lanjut.' }))).toMatchObject({
      count: 1,
    });
    expect(await told()).toBeUndefined();
    expect(await db.drafts.count()).toBe(3);
  });

  test('of which a row cannot be read is made anew from what can, when a page says so', {
    timeout: 20_000,
  }, async () => {
    const { db, send } = await written();
    const lost = input().id;
    const fails = () => {
      const request = { error: new DOMException('Internal error', 'UnknownError') } as IDBRequest & {
        onerror: (event: Event) => void;
      };
      setTimeout(() => request.onerror(new Event('error')));
      return request;
    };
    const { get, getAll } = IDBObjectStore.prototype;
    const { deleteDatabase } = IDBFactory.prototype;
    const mocks = [
      vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
        this: IDBObjectStore,
        ...all
      ) {
        return this.name === 'drafts' ? fails() : getAll.apply(this, all);
      }),
      vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
        return this.name === 'drafts' && key === lost ? fails() : get.call(this, key);
      }),
      vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (this: IDBFactory, name) {
        for (const mock of mocks) mock.mockRestore();
        return deleteDatabase.call(this, name);
      }),
    ];
    await send('check-store', { rows: true });
    expect((await db.drafts.toArray()).map(({ text }) => text).sort()).toEqual([
      'Di dalam salinan.',
      'Sesudah salinan.',
    ]);
    expect((await told())?.incident).toMatchObject({ drafts: 2, lost: [] });
    expect((await send('write-draft', input({ text: 'Lanjut.', count: 9, base: 99 }))).count).toBe(9);
  });

  test('that does not open at all, nor gives its place free, is said, and nothing of it is deleted', {
    timeout: 20_000,
  }, async () => {
    await (await written()).end();
    const refused = () => {
      const request = { error: new DOMException('Internal error', 'UnknownError') } as IDBOpenDBRequest & {
        addEventListener: unknown;
      };
      request.addEventListener = () => {};
      setTimeout(() => {
        const event = new Event('error');
        Object.defineProperty(event, 'target', { value: request });
        request.onerror?.(event);
      });
      return request;
    };
    vi.spyOn(indexedDB, 'open').mockImplementation(refused);
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(refused);
    const { send } = await live();
    await expect(send('write-draft', input({ text: 'Tidak hilang diam-diam.' }))).rejects.toMatchObject({
      failure: 'StoreClosedError',
    });
    expect(await told()).toEqual({ state: 'unreadable' });
    vi.mocked(indexedDB.open).mockRestore();
    vi.mocked(indexedDB.deleteDatabase).mockRestore();
    // Tried again, with the browser well again.
    expect(await send('open-store', { again: true })).toEqual({ state: 'open' });
    expect(await send('write-draft', input({ text: 'Lanjut.', count: 2 }))).toMatchObject({ count: 2 });
    expect(await told()).toBeUndefined();
  });
});

describe('a database that this code cannot use', () => {
  const lying = async (): Promise<Sample> => {
    const { openStored } = await import('../../../utils/db/stored.ts');
    const all = await openStored('jubir');
    const rows = async (table: string) => (await all.rows(table)).rows as Sample[string];
    const sample = {
      drafts: await rows('drafts'),
      posts: await rows('posts'),
      revisions: await rows('revisions'),
    };
    all.close();
    return sample;
  };

  test('a newer one is told of and untouched; each write says why it fails', async () => {
    await buildSample('jubir', 4);
    const newer = new Dexie('jubir');
    newer.version(newestVersion + 1).stores({ ...shipped.at(-1), drafts: 'id' });
    await newer.open();
    newer.close();
    const { send } = await live();
    expect(await send('open-store', { again: false })).toEqual({ state: 'newer' });
    await expect(send('write-draft', input())).rejects.toMatchObject({ failure: 'StoreClosedError' });
    await expect(send('mark-read', 'all')).rejects.toMatchObject({ failure: 'StoreClosedError' });
    expect(await told()).toEqual({ state: 'newer' });
    expect(textsIn(await lying()).sort()).toEqual(textsIn(sampleOf(4)).sort());
    // No snapshot, no note, no loop; that the writes failed is kept for the problem report.
    stubs.ring('copy');
    expect(Object.keys(await stored()).sort()).toEqual(['failures', 'settings', storeKey]);
  });

  test('one that somebody else takes over is looked at again: newer, or made anew', async () => {
    const { send, db } = await written();
    const newer = new Dexie('jubir');
    newer.version(newestVersion + 1).stores({ ...shipped.at(-1), drafts: 'id' });
    await newer.open();
    newer.close();
    expect(await send('open-store', { again: false })).toEqual({ state: 'newer' });
    await expect(send('write-draft', input({ count: 7 }))).rejects.toMatchObject({
      failure: 'StoreClosedError',
    });
    await Dexie.delete('jubir');
    expect((await send('open-store', { again: true })).incident).toMatchObject({ drafts: 2, lost: [] });
    // Deleted by another page while this one has it open.
    await Dexie.delete('jubir');
    await send('open-store', { again: false });
    expect(await db.drafts.count()).toBe(2);
    expect((await send('write-draft', input({ count: 8, base: 99 }))).count).toBe(8);
  });

  test('what was said by a worker that was stopped in the middle gives way to how it is now', async () => {
    await buildSample('jubir', 4);
    const newer = new Dexie('jubir');
    newer.version(newestVersion + 1).stores({ ...shipped.at(-1), drafts: 'id' });
    await newer.open();
    newer.close();
    await fakeBrowser.storage.local.set({ [storeKey]: { state: 'restoring' } });
    expect(await (await live()).send('open-store', { again: false })).toEqual({ state: 'newer' });
    expect(await told()).toEqual({ state: 'newer' });
  });

  test('a step that fails leaves the old one to be read; once mended it goes on by itself', async () => {
    await buildSample('jubir', 3);
    const broken = await live();
    const step = broken.db.version(newestVersion + 1).stores({ drafts: 'id, revision' });
    step.upgrade(() => Promise.reject(new TypeError('a row that nobody thought of')));
    expect(await broken.send('open-store', { again: false })).toEqual({ state: 'step-failed' });
    await expect(broken.send('write-draft', input())).rejects.toMatchObject({ failure: 'StoreClosedError' });
    expect(await broken.send('open-store', { again: true })).toEqual({ state: 'step-failed' });
    expect(textsIn(await lying()).sort()).toEqual(textsIn(sampleOf(3)).sort());
    const mended = await live();
    expect(await mended.send('open-store', { again: false })).toEqual({ state: 'open' });
    expect(await mended.db.drafts.count()).toBe(sampleOf(3).drafts?.length);
    expect(await told()).toBeUndefined();
    // What an older Jubir wrote is in the first snapshot.
    stubs.ring('copy');
    await expect.poll(async () => (await head())?.drafts).toBe(sampleOf(3).drafts?.length);
  });

  test('one that an old page holds back is told of, and writes wait until that is closed', async () => {
    await buildSample('jubir', 2);
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('jubir');
      request.onsuccess = () => resolve(request.result);
    });
    const { send, db } = await live();
    let answered = false;
    const writing = send('write-draft', input({ releaseId: 'baru', text: 'Menunggu.' })).then(() => {
      answered = true;
    });
    expect(await send('open-store', { again: false })).toEqual({ state: 'blocked' });
    expect(await told()).toEqual({ state: 'blocked' });
    expect(answered).toBe(false);
    holder.close();
    await writing;
    await expect.poll(told).toBeUndefined();
    expect(await db.drafts.count()).toBe((sampleOf(2).drafts?.length ?? 0) + 1);
  });
});
