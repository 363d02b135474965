import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { type Clicked, findClicked, type PageTools, wordsIn } from '../../utils/flow/share-page.ts';
import { releaseAt } from '../../utils/release/take-page.ts';
import { presets } from '../../utils/source/cities.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { Source } from '../../utils/source/source.ts';
import { City } from '../city/city.ts';
import { releasePage } from '../city/pages.ts';
import { release } from '../release/samples.ts';
import { download } from '../source/samples.ts';

const bogor = presets[0] as Source;
const now = Date.parse('2026-11-24T03:00:00Z');
const city = new City(() => now);
const [first] = city.releases;
if (!first) throw new Error('a city without releases');
const html = releasePage(city, first);
const address = (id: number | string) => `https://kotabogor.go.id/berita-detail/${id}`;

let db: JubirDatabase;
beforeEach(async () => {
  db = new JubirDatabase(`share-page-${Math.random()}`);
  await db.sources.put(bogor);
  await db.releases.put(
    release('r1', {
      sourceId: bogor.id,
      url: address(1),
      body: 'read',
      paragraphs: ['Isi rilis.'],
      order: 5,
    }),
  );
});
afterEach(() => db.delete());

const clicked = (change: Partial<Clicked> = {}): Clicked => ({
  on: 'page',
  page: address(first.id),
  title: 'Pemerintah Kota Bogor',
  ...{ link: '', words: '', image: '' },
  ...change,
});
const tools = (change: Partial<PageTools> = {}): PageTools => ({
  now: () => now,
  pageHtml: vi.fn(async () => html),
  pageText: vi.fn(async () => ({ title: 'Berita', text: 'Isi berita di situs lain.' })),
  mayAsk: async () => true,
  downloadText: vi.fn(async (url: string) => download(html, url)),
  ...change,
});
const find = (what: Clicked, with_ = tools()) => findClicked(db, what, with_);

describe('a release page', () => {
  test('that is not in the archive is read as it stands, without a request, and stored as no news', async () => {
    const used = tools();
    const found = await find(clicked(), used);
    const stored = await releaseAt(db, address(first.id), bogor);
    expect(found).toMatchObject({ kind: 'release', releaseId: stored?.id, lead: '', note: null });
    expect(stored).toMatchObject({
      title: first.title,
      paragraphs: first.paragraphs,
      body: 'read',
      unread: 0,
    });
    expect(used.downloadText).not.toHaveBeenCalled();
  });

  test('without a date stands below all others, and is no change when the listing tells it', async () => {
    await find(clicked());
    expect((await releaseAt(db, address(first.id), bogor))?.order).toBe(0);
  });

  test('twice is one release, and by its old address, its fragment and its parameters, too', async () => {
    await find(clicked());
    await find(clicked({ page: `${address(first.id)}?utm_source=wa#isi` }));
    expect(await db.releases.count()).toBe(2);
  });

  test('that cannot be read in the tab is asked for at the city', async () => {
    const used = tools({ pageHtml: async () => null });
    expect(await find(clicked(), used)).toMatchObject({ kind: 'release' });
    expect(used.downloadText).toHaveBeenCalledWith(
      address(first.id),
      expect.objectContaining({ hosts: bogor.hosts }),
    );
  });

  test('over http is never believed as it stands: it is asked for over https', async () => {
    const used = tools();
    const page = address(first.id).replace('https:', 'http:');
    expect(await find(clicked({ page }), used)).toMatchObject({ kind: 'release' });
    expect(used.pageHtml).not.toHaveBeenCalled();
    expect(used.downloadText).toHaveBeenCalledWith(address(first.id), expect.anything());
  });

  test('that is known is not read again, so that it works offline', async () => {
    await find(clicked());
    const known = await releaseAt(db, address(first.id), bogor);
    const used = tools({ pageHtml: async () => Promise.reject(new Error('not asked')) });
    expect(await find(clicked(), used)).toMatchObject({ kind: 'release', releaseId: known?.id });
  });
});

describe('a link', () => {
  const link = address(first.id);
  test('to a release is fetched', async () => {
    const used = tools();
    expect(await find(clicked({ on: 'link', page: 'https://lain.id/', link }), used)).toMatchObject({
      kind: 'release',
    });
    expect(used.pageHtml).not.toHaveBeenCalled();
  });

  test('to the listing offers its releases', async () => {
    const found = await find(clicked({ on: 'link', link: 'https://kotabogor.go.id/berita?page=2' }));
    expect(found).toEqual({ kind: 'listing', sourceId: bogor.id, sourceName: bogor.name });
  });

  test.each(['no-permission', 'offline', 'not-found', 'redirected'] as const)(
    'that fails with %s says so',
    async (reason) => {
      const used = tools({ downloadText: async (url) => Promise.reject(new FetchError(reason, url)) });
      expect(await find(clicked({ on: 'link', link }), used)).toMatchObject({
        kind: 'failed',
        reason,
        url: link,
        sourceId: bogor.id,
      });
      expect(await db.releases.count()).toBe(1);
    },
  );

  test.each([
    'javascript:alert(1)',
    'mailto:a@b.id',
    'https://u:p@kotabogor.go.id/berita-detail/1',
    'https://kotabogor.go.id:8443/berita-detail/1',
    '',
  ])('%s is no page of the city', async (bad) => {
    expect(await find(clicked({ on: 'link', link: bad }))).toMatchObject({
      kind: 'failed',
      reason: 'no-page',
    });
  });

  test('to a host that the browser does not let Jubir ask is not asked', async () => {
    const used = tools({ mayAsk: async (host) => host !== 'kotabogor.go.id' });
    expect(await find(clicked({ on: 'link', link }), used)).toMatchObject({ reason: 'no-permission' });
    expect(used.downloadText).not.toHaveBeenCalled();
  });

  test('to another site is no release', async () => {
    const found = await find(clicked({ on: 'link', link: 'https://koran.example/berita-detail/1' }));
    expect(found).toMatchObject({ kind: 'failed', reason: 'not-release', sourceId: '' });
  });

  test.each([
    'kotabogor.go.id.example',
    'kotabogor-go.id',
    'www.depok.go.id.berita.example',
    'k\u043etabogor.go.id',
  ])('to %s is an imitation, whatever was clicked on, and is not read', async (host) => {
    const page = `https://${host}/berita-detail/1`;
    for (const on of ['link', 'page', 'selection', 'image'] as const) {
      const used = tools();
      const found = await find(clicked({ on, page, link: page, words: 'kata' }), used);
      expect(found).toMatchObject({ kind: 'look-alike', host: new URL(page).hostname });
      expect(used.pageHtml).not.toHaveBeenCalled();
      expect(used.pageText).not.toHaveBeenCalled();
    }
  });
});

describe('selected words', () => {
  test('of the release lead', async () => {
    const words = (first.paragraphs[0] ?? '').slice(0, 60).toUpperCase();
    const found = await find(clicked({ on: 'selection', words }));
    expect(found).toMatchObject({ lead: (first.paragraphs[0] ?? '').slice(0, 60).trim(), note: null });
  });

  test('that are not the release’s are not put into its mouth', async () => {
    const found = await find(clicked({ on: 'selection', words: 'Menu utama situs ini' }));
    expect(found).toMatchObject({ kind: 'release', lead: '', note: 'words-elsewhere' });
  });

  test('elsewhere are a matter to look for', async () => {
    const used = tools();
    const found = await find(
      clicked({ on: 'selection', page: 'https://koran.id/1', title: 'Koran', words: ' harga \n beras ' }),
      used,
    );
    expect(found).toEqual({
      kind: 'news',
      news: { url: 'https://koran.id/1', title: 'Koran', text: 'harga beras' },
    });
    expect(used.pageText).not.toHaveBeenCalled();
  });

  test('are found across white space, hidden hyphens and paragraphs', () => {
    const text = { title: 'Judul', paragraphs: ['Satu dua\u00a0tiga.', 'Empat lima.'] };
    expect(wordsIn(text, 'dua  ti\u00adga.')).toBe('dua tiga.');
    expect(wordsIn({ ...text, paragraphs: ['Per\u00adtemuan ka\u200bmpung.'] }, 'pertemuan kampung')).toBe(
      'Pertemuan kampung',
    );
    expect(wordsIn(text, 'dua tiga. Empat')).toBe('dua tiga. Empat');
    expect(wordsIn(text, 'DUA TIGA')).toBe('dua tiga');
    expect(wordsIn(text, 'judul')).toBe('Judul');
    expect(wordsIn(text, ' ')).toBeNull();
  });
});

describe('a picture', () => {
  test.each([
    ['https://adm.kotabogor.go.id/storage/a.png', 'https://adm.kotabogor.go.id/storage/a.png', null],
    ['https://adm.kotabogor.go.id.example/a.png', '', 'picture-elsewhere'],
    ['data:image/png;base64,AAAA', '', 'picture-elsewhere'],
  ])('%s', async (image, picture, note) => {
    expect(await find(clicked({ on: 'image', image }))).toMatchObject({ kind: 'release', picture, note });
  });
});

describe('other pages', () => {
  test('of the city are no releases', async () => {
    const found = await find(clicked({ page: 'https://kotabogor.go.id/profil/walikota' }));
    expect(found).toMatchObject({ kind: 'failed', reason: 'not-release', sourceId: bogor.id });
    expect(await db.releases.count()).toBe(1);
  });

  test('of the city that look like releases and have no text are none', async () => {
    const used = tools({ pageHtml: async () => '<h1>Galeri</h1>' });
    expect(await find(clicked(), used)).toMatchObject({ kind: 'failed', reason: 'not-release' });
  });

  test('of elsewhere are read for their matter', async () => {
    expect(await find(clicked({ page: 'https://koran.id/1' }))).toEqual({
      kind: 'news',
      news: { url: 'https://koran.id/1', title: 'Berita', text: 'Isi berita di situs lain.' },
    });
  });

  test('that cannot be read say so, and the browser’s own are no pages', async () => {
    const used = tools({ pageText: async () => null });
    expect(await find(clicked({ page: 'https://koran.id/1' }), used)).toMatchObject({ reason: 'unreadable' });
    expect(await find(clicked({ page: 'about:newtab' }), used)).toMatchObject({ reason: 'no-page' });
  });
});

test('a page of slugs must say itself that it is an article', async () => {
  const { recipe: _, ...rest } = bogor;
  const wordpress: Source = {
    ...rest,
    id: 'wp',
    kind: 'feed',
    url: 'https://kota.go.id/feed/',
    hosts: ['kota.go.id'],
  };
  await db.sources.put(wordpress);
  await db.releases.put(
    release('w', { sourceId: 'wp', url: 'https://kota.go.id/pasar-murah-di-kota/', order: 3 }),
  );
  const page = 'https://kota.go.id/tentang-visi-dan-misi/';
  expect(await find(clicked({ page }))).toMatchObject({ kind: 'failed', reason: 'not-release' });
  const post = html.replace('<body', '<body class="single-post"');
  const used = tools({ pageHtml: async () => post });
  expect(await find(clicked({ page }), used)).toMatchObject({ kind: 'release' });
});
