import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { ensureSources, type RefreshDeps, refreshAll, refreshSource } from '../../utils/flow/refresh.ts';
import { markRead, newest } from '../../utils/release/archive.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { FetchReason, Outcome, Source, Validators } from '../../utils/source/source.ts';
import { pageSource, source } from '../source/samples.ts';

const start = Date.UTC(2026, 4, 10);
let db: JubirDatabase;
let clock: number;

beforeEach(() => {
  db = new JubirDatabase(`refresh-${Math.random()}`);
  clock = start;
});
afterEach(() => db.delete());

/** What a stand-in site answers with: a text, a text with validators, a failure, or "nothing changed". */
type Answer = string | { text: string; validators: Validators } | FetchReason | 'not-modified';

const failures: readonly string[] = [
  'offline',
  'no-answer',
  'timeout',
  'redirected',
  'not-found',
  'status',
  'too-large',
];

/** A site of pages by their path; every request is recorded. */
class Site {
  readonly asked: string[] = [];
  readonly validatorsSent: (Validators | undefined)[] = [];
  readonly pages: Record<string, Answer>;
  busy = 0;
  mostBusy = 0;

  constructor(pages: Record<string, Answer>) {
    this.pages = pages;
  }

  deps(changes: Partial<RefreshDeps> = {}): RefreshDeps {
    return {
      now: () => clock,
      onProgress: () => {},
      downloadText: (url, options) => this.answer(url, options.validators),
      downloadPicture: async (url) => {
        await this.answer(url);
        return new Blob([]);
      },
      scalePicture: async () => 'data:image/webp;base64,AA==',
      ...changes,
    };
  }

  private async answer(url: string, validators?: Validators) {
    const { pathname } = new URL(url);
    this.asked.push(pathname);
    this.validatorsSent.push(validators);
    this.mostBusy = Math.max(this.mostBusy, ++this.busy);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.busy--;
    const answer = this.pages[pathname] ?? 'not-found';
    if (answer === 'not-modified') return answer;
    if (typeof answer === 'string' && failures.includes(answer)) {
      throw new FetchError(answer as FetchReason, url, answer === 'status' ? { status: 503 } : {});
    }
    const { text, validators: told } =
      typeof answer === 'object' ? answer : { text: answer as string, validators: {} };
    return { url, text, contentType: 'text/html', validators: told };
  }
}

const row = (name: string, date = '1 Mei 2026', image = '') =>
  `<li><h3>Judul ${name}</h3><a href="/${name}">x</a><time>${date}</time>${image && `<img src="${image}">`}</li>`;
const page = (name: string) => `<h1>Judul ${name}</h1><article><p>Isi ${name}</p></article>`;
const pages = (...names: string[]) => Object.fromEntries(names.map((name) => [`/${name}`, page(name)]));

async function put(city: Source = pageSource()): Promise<Source> {
  await db.sources.put(city);
  return city;
}

const outcome = async (): Promise<Outcome | undefined> => (await db.sources.get('kota'))?.outcome;
const bodies = async () => (await newest(db, 50)).map((each) => `${each.url.split('/').pop()} ${each.body}`);

describe('a listing page', () => {
  test('is read, then its releases, newest first, two at a time, then their pictures', async () => {
    const city = await put();
    const site = new Site({
      '/berita': `${row('a', '3 Mei 2026', '/a.jpg')}${row('b', '1 Mei 2026')}${row('c', '2 Mei 2026')}`,
      '/a.jpg': 'gambar',
      ...pages('a', 'b', 'c'),
    });
    expect(await refreshSource(db, city, site.deps())).toEqual({ ok: true, at: start, count: 3, fresh: 3 });
    expect(site.asked).toEqual(['/berita', '/a', '/c', '/b', '/a.jpg']);
    expect(site.mostBusy).toBe(2);
    expect(await bodies()).toEqual(['a read', 'c read', 'b read']);
    expect(await db.pictures.toArray()).toMatchObject([
      { data: 'data:image/webp;base64,AA==', fetchedAt: start },
    ]);
    expect(await outcome()).toEqual({ ok: true, at: start, count: 3, fresh: 3 });
  });

  test('is asked for again without reading what is known', async () => {
    const city = await put();
    const site = new Site({ '/berita': row('a', '1 Mei 2026', '/a.jpg'), '/a.jpg': 'x', ...pages('a', 'b') });
    await refreshSource(db, city, site.deps());
    site.pages['/berita'] = row('b', '2 Mei 2026') + row('a', '1 Mei 2026', '/a.jpg');
    site.asked.length = 0;
    expect(await refreshSource(db, city, site.deps())).toMatchObject({ fresh: 1, count: 2 });
    expect(site.asked).toEqual(['/berita', '/b']);
  });

  test('more than twenty pages take more than one refresh', async () => {
    const city = await put();
    const names = Array.from({ length: 25 }, (_, index) => `r${index}`);
    const site = new Site({ '/berita': names.map((name) => row(name)).join(''), ...pages(...names) });
    await refreshSource(db, city, site.deps());
    expect(await db.releases.where('body').equals('read').count()).toBe(20);
    expect((await newest(db, 20)).every((each) => each.body === 'read')).toBe(true);
    await refreshSource(db, city, site.deps());
    expect(await db.releases.where('body').equals('read').count()).toBe(25);
  });

  test('each step is committed and told as it is done', async () => {
    const city = await put();
    const site = new Site({ '/berita': row('a') + row('b'), ...pages('a', 'b') });
    const seen: Promise<string>[] = [];
    const onProgress = () => void seen.push(bodies().then((all) => all.join(', ')));
    await refreshSource(db, city, site.deps({ onProgress }));
    const states = await Promise.all(seen);
    expect(states).toHaveLength(3);
    expect(states[0]).toBe('a pending, b pending');
    expect(states[2]).toBe('a read, b read');
  });
});

describe('a page that fails', () => {
  test('for good is given up, for now stays pending, and neither fails the refresh', async () => {
    const city = await put();
    const site = new Site({
      '/berita': row('a') + row('b') + row('c') + row('d'),
      ...pages('a'),
      '/b': 'not-found',
      '/c': 'timeout',
      '/d': 'status',
    });
    expect(await refreshSource(db, city, site.deps())).toMatchObject({ ok: true });
    expect(await bodies()).toEqual(['a read', 'b missing', 'c pending', 'd pending']);
    site.pages['/c'] = page('c');
    site.asked.length = 0;
    await refreshSource(db, city, site.deps());
    expect(site.asked).toEqual(['/berita', '/c', '/d']);
    expect(await bodies()).toEqual(['a read', 'b missing', 'c read', 'd pending']);
  });

  test('the fifth time is given up', async () => {
    const city = await put();
    const site = new Site({ '/berita': row('a'), '/a': '<p>halaman kosong</p>' });
    for (let time = 1; time <= 5; time++) await refreshSource(db, city, site.deps());
    expect(await bodies()).toEqual(['a missing']);
    site.asked.length = 0;
    await refreshSource(db, city, site.deps());
    expect(site.asked).toEqual(['/berita']);
  });

  test('a site that falls silent is left alone, and nothing is held against its pages', async () => {
    const city = await put();
    const names = Array.from({ length: 12 }, (_, index) => `r${index}`);
    const silent = Object.fromEntries(names.map((name) => [`/${name}`, 'no-answer' as Answer]));
    const site = new Site({ '/berita': names.map((name) => row(name)).join(''), ...silent });
    await refreshSource(db, city, site.deps());
    expect(site.asked.length).toBeLessThanOrEqual(1 + 4);
    expect(
      (await db.releases.toArray()).every((each) => each.body === 'pending' && each.attempts === undefined),
    ).toBe(true);
  });
});

describe('the outcome', () => {
  test.each<[Answer, Partial<Outcome> & object]>([
    ['offline', { reason: 'offline' }],
    ['no-answer', { reason: 'no-answer' }],
    ['timeout', { reason: 'timeout' }],
    ['redirected', { reason: 'redirected' }],
    ['not-found', { reason: 'not-found' }],
    ['status', { reason: 'status', status: 503 }],
    ['too-large', { reason: 'too-large' }],
    ['<html><body>Situs sedang diperbaiki</body></html>', { reason: 'empty' }],
    ['\u0000\u0001 bukan halaman', { reason: 'unreadable' }],
    ['', { reason: 'unreadable' }],
  ])('of "%s" is stored, and what was stored before stays', async (answer, expected) => {
    const city = await put();
    const site = new Site({ '/berita': row('a'), ...pages('a') });
    await refreshSource(db, city, site.deps());
    const before = await db.releases.toArray();
    clock += 60_000;
    site.pages['/berita'] = answer;
    expect(await refreshSource(db, city, site.deps())).toEqual({ ok: false, at: clock, ...expected });
    expect(await outcome()).toEqual({ ok: false, at: clock, ...expected });
    expect(await db.releases.toArray()).toEqual(before);
  });

  test('of "nothing changed" is good, and pending pages are read all the same', async () => {
    const city = await put();
    const validators = { etag: '"1"' };
    const site = new Site({
      '/berita': { text: row('a') + row('b'), validators },
      ...pages('a'),
      '/b': 'timeout',
    });
    await refreshSource(db, city, site.deps());
    Object.assign(site.pages, { '/berita': 'not-modified', '/b': page('b') });
    clock += 60_000;
    expect(await refreshSource(db, city, site.deps())).toEqual({ ok: true, at: clock, count: 2, fresh: 0 });
    expect(site.validatorsSent[0]).toBeUndefined();
    expect(site.validatorsSent.at(-2)).toEqual(validators);
    expect(await bodies()).toEqual(['a read', 'b read']);
  });

  test('an archive that was emptied asks for everything', async () => {
    const city = await put(pageSource({ validators: { etag: '"1"' } }));
    const site = new Site({ '/berita': row('a'), ...pages('a') });
    await refreshSource(db, city, site.deps());
    expect(site.validatorsSent[0]).toBeUndefined();
  });

  test('a listing that could not be read is asked for anew, not conditionally on itself', async () => {
    const city = await put();
    const site = new Site({ '/berita': { text: '<p>kosong</p>', validators: { etag: '"kosong"' } } });
    await refreshSource(db, city, site.deps());
    expect((await db.sources.get('kota'))?.validators).toBeUndefined();
  });

  test('does not undo what the official changed meanwhile, nor bring back a removed source', async () => {
    const city = await put();
    const site = new Site({ '/berita': row('a'), ...pages('a') });
    const running = refreshSource(db, city, site.deps());
    await db.sources.update('kota', { name: 'Kota Kami' });
    await running;
    expect(await db.sources.get('kota')).toMatchObject({ name: 'Kota Kami', outcome: { ok: true } });
    const again = refreshSource(db, city, site.deps());
    await db.sources.delete('kota');
    await again;
    expect(await db.sources.count()).toBe(0);
  });

  test('a fault of our own is thrown, not told as the site’s', async () => {
    const city = await put();
    const downloadText = async () => {
      throw new RangeError('bug');
    };
    await expect(refreshSource(db, city, new Site({}).deps({ downloadText }))).rejects.toThrow('bug');
  });
});

test('a release that the official has seen stays seen', async () => {
  const city = await put();
  const site = new Site({ '/berita': row('a'), ...pages('a') });
  await refreshSource(db, city, site.deps());
  await markRead(db, 'all');
  await refreshSource(db, city, site.deps());
  expect((await newest(db, 1))[0]?.unread).toBe(0);
});

describe('pictures', () => {
  test('one that cannot be had is not asked for again within a day', async () => {
    const city = await put();
    const site = new Site({
      '/berita': row('a', '1 Mei 2026', '/a.jpg') + row('b', '1 Mei 2026', '/b.jpg'),
      ...pages('a', 'b'),
      '/a.jpg': 'x',
    });
    const scalePicture = vi.fn(async () => null);
    await refreshSource(db, city, site.deps({ scalePicture }));
    expect((await db.pictures.toArray()).map((picture) => picture.data)).toEqual([null, null]);
    site.asked.length = 0;
    await refreshSource(db, city, site.deps());
    expect(site.asked).toEqual(['/berita']);
    clock += 25 * 60 * 60 * 1000;
    await refreshSource(db, city, site.deps());
    expect(site.asked).toEqual(['/berita', '/berita', '/a.jpg', '/b.jpg']);
  });

  test('only those of the newest thirty, from the hosts that the source names', async () => {
    const city = await put();
    const names = Array.from({ length: 40 }, (_, index) => `r${index}`);
    const site = new Site({
      '/berita': names.map((name) => row(name, '1 Mei 2026', `/${name}.jpg`)).join(''),
    });
    const hosts = new Set<string>();
    const downloadPicture: RefreshDeps['downloadPicture'] = async (_url, options) => {
      for (const host of options.hosts) hosts.add(host);
      return new Blob([]);
    };
    await refreshSource(db, city, site.deps({ downloadPicture }));
    expect(await db.pictures.count()).toBe(30);
    expect([...hosts]).toEqual(['kota.go.id']);
  });
});

describe('feeds', () => {
  const feedUrl = 'https://kota.go.id/feed';
  const rss = (names: string[]) =>
    `<rss><channel>${names.map((name) => `<item><title>Judul ${name}</title><link>https://kota.go.id/${name}</link><description>Isi &amp;lt;b&amp;gt;</description></item>`).join('')}</channel></rss>`;

  test('need no pages, and keep their repairs on record', async () => {
    const city = await put(source({ url: feedUrl }));
    const site = new Site({ '/feed': rss(['a', 'b']).replace('</channel>', '<item></channel>') });
    expect(await refreshSource(db, city, site.deps())).toMatchObject({ ok: true, fresh: 2 });
    expect(site.asked).toEqual(['/feed']);
    expect(await bodies()).toEqual(['a read', 'b read']);
    site.pages['/feed'] = `Notice: x <rss>${rss(['a']).replaceAll('Isi', 'Isi&nbsp;')}`;
    await refreshSource(db, city, site.deps());
    expect((await db.sources.get('kota'))?.repairs).toContain('HTML entities in XML');
  });

  test('without items is empty', async () => {
    const city = await put(source({ url: feedUrl }));
    expect(await refreshSource(db, city, new Site({ '/feed': rss([]) }).deps())).toMatchObject({
      ok: false,
      reason: 'empty',
    });
  });
});

describe('several at a time', () => {
  test('two refreshes of one source are one; the next is another', async () => {
    const city = await put();
    const site = new Site({ '/berita': row('a'), ...pages('a') });
    const [first, second] = await Promise.all([
      refreshSource(db, city, site.deps()),
      refreshSource(db, city, site.deps()),
    ]);
    expect(second).toBe(first);
    expect(site.asked).toEqual(['/berita', '/a']);
    await refreshSource(db, city, site.deps());
    expect(site.asked).toHaveLength(3);
  });

  test('asked for after the listing was taken, one more follows, once for all who asked', async () => {
    const city = await put();
    const site = new Site({ '/berita': row('a'), ...pages('a', 'b') });
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { downloadText } = site.deps();
    const slow: RefreshDeps['downloadText'] = async (url, options) => {
      if (url.endsWith('/a')) await gate;
      return downloadText?.(url, options) ?? 'not-modified';
    };
    const first = refreshSource(db, city, site.deps({ downloadText: slow }));
    await vi.waitFor(async () => expect(await bodies()).toEqual(['a pending']));
    site.pages['/berita'] = row('b') + row('a');
    const late = [refreshSource(db, city, site.deps()), refreshSource(db, city, site.deps())];
    release();
    expect(await first).toMatchObject({ fresh: 1 });
    expect(await Promise.all(late)).toMatchObject([{ fresh: 1 }, { fresh: 1 }]);
    expect(site.asked.filter((path) => path === '/berita')).toHaveLength(2);
    expect((await bodies()).sort()).toEqual(['a read', 'b read']);
  });

  test('a slow source holds up no other, and one that fails fails alone', async () => {
    await db.sources.bulkPut([
      pageSource({ id: 'lambat', url: 'https://kota.go.id/lambat' }),
      pageSource({ id: 'mati', url: 'https://kota.go.id/mati' }),
      pageSource({ id: 'cepat', url: 'https://kota.go.id/cepat' }),
    ]);
    const site = new Site({
      '/lambat': row('a'),
      '/mati': 'no-answer',
      '/cepat': row('b'),
      ...pages('a', 'b'),
    });
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { downloadText } = site.deps();
    const slow: RefreshDeps['downloadText'] = async (url, options) => {
      if (url.endsWith('lambat')) await gate;
      return downloadText?.(url, options) ?? 'not-modified';
    };
    const all = refreshAll(db, site.deps({ downloadText: slow }));
    await vi.waitFor(async () => expect(await bodies()).toEqual(['b read']));
    release();
    expect((await all).map((each) => each.ok).sort()).toEqual([false, true, true]);
    expect(await bodies()).toHaveLength(2);
  });

  test('a fault in one is told after the others are done', async () => {
    await db.sources.bulkPut([
      pageSource({ id: 'rusak', url: 'https://kota.go.id/rusak' }),
      pageSource({ id: 'baik', url: 'https://kota.go.id/baik' }),
    ]);
    const site = new Site({ '/baik': row('b'), ...pages('b') });
    const { downloadText } = site.deps();
    const faulty: RefreshDeps['downloadText'] = async (url, options) => {
      if (url.endsWith('rusak')) throw new RangeError('bug');
      return downloadText?.(url, options) ?? 'not-modified';
    };
    await expect(refreshAll(db, site.deps({ downloadText: faulty }))).rejects.toThrow(AggregateError);
    expect(await bodies()).toEqual(['b read']);
  });
});

describe('the first run', () => {
  test('begins with the preset city, and leaves a chosen one alone', async () => {
    await ensureSources(db);
    expect((await db.sources.toArray()).map((each) => each.name)).toEqual(['Kota Bogor']);
    await db.sources.clear();
    await put();
    await ensureSources(db);
    expect((await db.sources.toArray()).map((each) => each.id)).toEqual(['kota']);
  });

  const portal = '../shared/data/portals/kotabogor';
  const absent = !existsSync(portal);
  if (absent) console.warn(`skipped: ${portal} is not there`);

  test.skipIf(absent)('Kota Bogor, from nothing to nine releases with bodies and pictures', async () => {
    await ensureSources(db);
    const site = new Site({});
    const downloadText: RefreshDeps['downloadText'] = async (url) => {
      const file = new URL(url).pathname.slice(1).replace('/', '-');
      const text = readFileSync(`${portal}/${file}.html`, 'utf8');
      return { url, text, contentType: 'text/html', validators: {} };
    };
    const downloadPicture = async () => new Blob([]);
    await refreshAll(db, site.deps({ downloadText, downloadPicture }));
    const releases = await newest(db, 30);
    expect(releases).toHaveLength(9);
    for (const release of releases) {
      expect(release).toMatchObject({ sourceId: 'kota-bogor', body: 'read', language: 'id', unread: 1 });
      expect(release.paragraphs.length).toBeGreaterThan(0);
      expect(release.published).not.toBeNull();
    }
    expect(releases[0]?.title).toMatch(/^Keikutsertaan Badan Pendapatan Daerah/);
    expect(await db.pictures.count()).toBe(9);
    expect((await db.sources.get('kota-bogor'))?.outcome).toEqual({
      ok: true,
      at: start,
      count: 9,
      fresh: 9,
    });
  });
});
