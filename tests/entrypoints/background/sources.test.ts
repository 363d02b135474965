import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerCommands } from '../../../entrypoints/background/commands.ts';
import { send } from '../../../utils/browser/messages.ts';
import { db } from '../../../utils/db/database.ts';
import { openSearch } from '../../../utils/release/search/open.ts';
import { indexPending } from '../../../utils/release/search/write.ts';
import type { ArchiveProgress } from '../../../utils/source/source.ts';
import { connectPages } from '../../browser/fake.ts';
import { draft, release, source } from '../../draft/samples.ts';
import { firstScreen, freshProfile, screenSays } from '../background.ts';
import { browserStubs } from '../stubs.ts';

const parts = fakeBrowser as unknown as Record<string, unknown>;
const { permissions } = parts;
const { getManifest } = fakeBrowser.runtime;
const bandung = source({
  id: 'bandung',
  name: 'Kota Bandung',
  kind: 'feed',
  url: 'https://bandung.go.id/feed',
  hosts: ['bandung.go.id'],
  imageHosts: ['gambar.bandung.go.id'],
});

let answer: (url: string) => Response | Promise<Response>;
let asked: string[];
let stubs: ReturnType<typeof browserStubs>;
let remove: ReturnType<typeof vi.fn>;
let error: ReturnType<typeof vi.fn>;

beforeEach(async () => {
  await freshProfile();
  stubs = browserStubs();
  remove = vi.fn(async () => true);
  parts.permissions = { remove, contains: async () => true };
  fakeBrowser.runtime.getManifest = () =>
    ({ host_permissions: ['https://kotabogor.go.id/*', 'https://adm.kotabogor.go.id/*'] }) as never;
  asked = [];
  answer = () => new Response('', { status: 404 });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return answer(url);
  });
  error = vi.spyOn(console, 'error').mockImplementation(() => {}) as never;
  connectPages();
  registerCommands();
});
afterEach(() => {
  parts.permissions = permissions;
  fakeBrowser.runtime.getManifest = getManifest;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const feed = (...names: string[]) =>
  new Response(
    `<rss><channel>${names
      .map(
        (name) =>
          `<item><title>Rilis ${name}</title><link>https://bandung.go.id/${name}</link><pubDate>${new Date().toUTCString()}</pubDate><description>Isi</description></item>`,
      )
      .join('')}</channel></rss>`,
  );
const found = async (query: string) => (await openSearch(db)).search(query).map(({ releaseId }) => releaseId);

describe('add-source', () => {
  test('a new one is stored, and read at once', async () => {
    answer = (url) => (url === bandung.url ? feed('satu') : new Response('', { status: 404 }));
    expect(await send('add-source', bandung)).toEqual({ added: true });
    const isRead = () => db.releases.filter(({ url }) => url === 'https://bandung.go.id/satu').count();
    await vi.waitFor(async () => expect(await isRead()).toBe(1));
    await vi.waitFor(async () =>
      expect((await db.sources.get('bandung'))?.outcome).toMatchObject({ ok: true }),
    );
    expect(stubs.scripted()).toContain('https://bandung.go.id/*');
  });

  test('one that is there is neither changed nor asked', async () => {
    expect(await send('add-source', source({ name: 'Lain' }))).toEqual({ added: false });
    expect((await db.sources.get('kota-bogor'))?.name).toBe('Kota Bogor');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual([]);
  });
});

test('edit-source: another name is on the first screen', async () => {
  await send('edit-source', { id: 'kota-bogor', edit: { name: 'Humas Bogor' } });
  expect((await db.sources.get('kota-bogor'))?.name).toBe('Humas Bogor');
  await screenSays(({ rows, sourceName }) => {
    expect(sourceName).toBe('Humas Bogor');
    expect(rows.map((row) => row.sourceName)).toEqual(['Humas Bogor', 'Humas Bogor']);
  });
});

describe('remove-source', () => {
  test('its releases leave the archive, the search and the first screen before it answers; drafts stay', async () => {
    await db.drafts.put(draft());
    await db.sources.put(bandung);
    await db.releases.put(
      release({ id: 'b1', sourceId: 'bandung', title: 'Taman kota Bandung', order: 3000 }),
    );
    await indexPending(db);
    expect((await found('taman')).sort()).toEqual(['b1', 'r1']);
    await send('remove-source', { id: 'kota-bogor' });
    expect(await found('taman')).toEqual(['b1']);
    expect((await firstScreen()).rows.map(({ id }) => id)).toEqual(['b1']);
    expect(await db.drafts.count()).toBe(1);
  });

  test('the button’s script goes from its pages, and stays on the others', async () => {
    await db.sources.put(bandung);
    await send('remove-source', { id: 'nothing' });
    const left = ['https://kotabogor.go.id/*'];
    await vi.waitFor(() => expect(stubs.scripted()).toEqual(['https://bandung.go.id/*', ...left]));
    await send('remove-source', { id: 'bandung' });
    await vi.waitFor(() => expect(stubs.scripted()).toEqual(left));
  });

  test('its permissions are given back, pictures included', async () => {
    await db.sources.put(bandung);
    await send('remove-source', { id: 'bandung' });
    expect(remove).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://bandung.go.id/*', 'https://gambar.bandung.go.id/*'],
    });
  });

  test('not those that another source needs, for reading or for pictures, paused or not', async () => {
    await db.sources.bulkPut([
      bandung,
      source({ id: 'lain', hosts: ['lain.go.id'], imageHosts: ['bandung.go.id'], paused: true }),
    ]);
    await send('remove-source', { id: 'bandung' });
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://gambar.bandung.go.id/*'] });
    // The other was the last to need it.
    await send('remove-source', { id: 'lain' });
    expect(remove).toHaveBeenLastCalledWith({ origins: ['https://lain.go.id/*', 'https://bandung.go.id/*'] });
  });

  test('never the manifest’s own: a browser refuses that', async () => {
    await send('remove-source', { id: 'kota-bogor' });
    expect(await db.sources.count()).toBe(0);
    expect(remove).not.toHaveBeenCalled();
  });

  test('a host that only begins or ends like another’s is another', async () => {
    await db.sources.bulkPut([bandung, source({ id: 'lain', hosts: ['www.bandung.go.id'], imageHosts: [] })]);
    await send('remove-source', { id: 'bandung' });
    expect(remove.mock.calls[0]?.[0].origins).toContain('https://bandung.go.id/*');
  });

  test('one whose permission stays is gone all the same, and off the first screen', async () => {
    await db.sources.put(bandung);
    await db.releases.put(release({ id: 'b1', sourceId: 'bandung', order: 3000 }));
    remove.mockRejectedValueOnce(new Error('not now'));
    expect(await send('remove-source', { id: 'bandung' })).toBeNull();
    expect(error).toHaveBeenCalledWith('[jubir] permissions: Error: not now');
    expect((await firstScreen()).rows.map(({ id }) => id)).toEqual(['r1', 'r2']);
  });

  test('one that is not there: nothing is given back', async () => {
    expect(await send('remove-source', { id: 'tidak-ada' })).toBeNull();
    expect(remove).not.toHaveBeenCalled();
    expect(await db.releases.count()).toBe(2);
  });
});

describe('fetch-archive', () => {
  const progress = async () => (await db.sources.get('bandung'))?.archive as ArchiveProgress | undefined;
  beforeEach(() => db.sources.put(bandung));

  test('goes back a year, is to be resumed, and what it finds can be searched', async () => {
    answer = (url) =>
      new URL(url).searchParams.get('paged') === '2' ? feed('arsip') : new Response('', { status: 404 });
    await send('fetch-archive', { id: 'bandung' });
    await vi.waitFor(async () => expect((await progress())?.state).toBe('running'));
    expect(stubs.alarms.get('archive')).toEqual({ periodInMinutes: 1 });
    const { until = 0 } = (await progress()) ?? {};
    expect((Date.now() - until) / (24 * 60 * 60 * 1000)).toBeCloseTo(365, 2);
    await vi.waitFor(async () => expect((await progress())?.state).toBe('done'), { timeout: 5000 });
    expect(await progress()).toMatchObject({ found: 1, reason: 'end-of-site' });
    await vi.waitFor(async () => expect(await found('arsip')).toHaveLength(1));
    // Its rows are what was there before, and this one.
    await screenSays(({ total }) => expect(total).toBe(3));
  });

  test('stopped, it stays stopped, with what it has', async () => {
    let go = (_: Response) => {};
    answer = () =>
      new Promise<Response>((resolve) => {
        go = resolve;
      });
    await send('fetch-archive', { id: 'bandung' });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await send('stop-archive', { id: 'bandung' });
    expect((await progress())?.state).toBe('stopped');
    go(feed('arsip'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await progress())?.state).toBe('stopped');
    expect(asked).toHaveLength(1);
  });

  test('of a source that was removed: nothing is asked', async () => {
    expect(await send('fetch-archive', { id: 'tidak-ada' })).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toEqual([]);
    expect(stubs.alarms.has('archive')).toBe(false);
  });

  test('a failure of ours is logged, and the page is not left waiting', async () => {
    vi.spyOn(db.sources, 'update').mockRejectedValueOnce(new Error('disk full') as never);
    expect(await send('fetch-archive', { id: 'bandung' })).toBeNull();
    await vi.waitFor(() => expect(error).toHaveBeenCalledWith('[jubir] archive: Error: disk full'));
  });
});

test('acknowledge-change: one click sends it again', async () => {
  await db.releases.update('r1', { changedAt: Date.now() - 1000 });
  await send('edit-source', { id: 'kota-bogor', edit: {} });
  await screenSays(({ rows }) => expect(rows[0]?.blocked).toBe('changed'));
  await send('acknowledge-change', { releaseId: 'r1' });
  await screenSays(({ rows }) => expect(rows[0]?.blocked).toBeUndefined());
  // A later change asks anew.
  await db.releases.update('r1', { changedAt: Date.now() + 1000 });
  await send('edit-source', { id: 'kota-bogor', edit: {} });
  await screenSays(({ rows }) => expect(rows[0]?.blocked).toBe('changed'));
});
