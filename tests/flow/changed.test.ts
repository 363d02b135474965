import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { type RefreshDeps, refreshSource } from '../../utils/flow/refresh.ts';
import { releaseState, versionsOf } from '../../utils/release/versions.ts';
import { FetchError } from '../../utils/source/errors.ts';
import type { Source, Validators } from '../../utils/source/source.ts';
import { pageSource, source } from '../source/samples.ts';

const minute = 60_000;
const start = new Date(2026, 4, 12, 12).getTime();
let db: JubirDatabase;
let clock: number;
let asked: string[];
let sent: (Validators | undefined)[];

beforeEach(() => {
  db = new JubirDatabase(`changed-${Math.random()}`);
  clock = start;
  asked = [];
  sent = [];
});
afterEach(() => db.delete());

type Answer = string | number | 'unchanged' | ((times: number) => string) | { text: string; landed: string };

function deps(pages: Record<string, Answer>, changes: Partial<RefreshDeps> = {}): RefreshDeps {
  return {
    now: () => clock,
    onProgress: () => {},
    dice: () => 0.5,
    downloadText: async (url, options) => {
      const path = new URL(url).pathname;
      asked.push(path);
      sent.push(options.validators);
      const answer = pages[path] ?? 404;
      if (typeof answer === 'number') {
        throw new FetchError(answer === 404 || answer === 410 ? 'not-found' : 'status', url, {
          status: answer,
        });
      }
      if (answer === 'unchanged') return 'not-modified';
      if (typeof answer === 'object')
        return { url: answer.landed, text: answer.text, contentType: null, validators: {} };
      const text = typeof answer === 'string' ? answer : answer(asked.filter((each) => each === path).length);
      return { url, text, contentType: null, validators: { etag: `"${text.length}"` } };
    },
    ...changes,
  };
}

const row = (name: string, day = 12, title = `Judul ${name}`) =>
  `<li><h3>${title}</h3><a href="/${name}">x</a><time>${day} Mei 2026</time></li>`;
const page = (name: string, text = `Isi ${name}`, title = `Judul ${name}`) =>
  `<h1>${title}</h1><article><p>${text}</p></article>`;
const put = async (city: Source): Promise<Source> => {
  await db.sources.put(city);
  return city;
};
const states = async () =>
  Object.fromEntries(
    (await db.releases.toArray()).map((each) => [each.url.split('/').pop(), releaseState(each) ?? 'ok']),
  );
const later = () => {
  clock += 15 * minute;
  asked.length = 0;
  sent.length = 0;
};

describe('a site of pages', () => {
  const names = ['a', 'b', 'c'];
  const listing = names.map((name) => row(name)).join('');
  const all = (): Record<string, Answer> => ({
    '/berita': listing,
    ...Object.fromEntries(names.map((name) => [`/${name}`, page(name)])),
  });

  test('a body that changed is read twice, marked, and its earlier text kept', async () => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    later();
    pages['/b'] = page('b', 'Isi b, diralat');
    await refreshSource(db, city, deps(pages));
    expect(asked.filter((path) => path === '/b')).toHaveLength(2);
    expect(await states()).toEqual({ a: 'ok', b: 'changed', c: 'ok' });
    const release = (await db.releases.toArray()).find((each) => each.url.endsWith('/b'));
    expect(release).toMatchObject({ paragraphs: ['Isi b, diralat'], changedAt: clock });
    expect(await versionsOf(db, release?.id ?? '')).toMatchObject([{ paragraphs: ['Isi b'] }]);
    later();
    await refreshSource(db, city, deps(pages));
    expect((await db.releases.toArray()).filter((each) => each.changedAt === clock)).toEqual([]);
  });

  test('a heading that changed, too', async () => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    later();
    pages['/b'] = page('b', 'Isi b', 'Judul lain');
    await refreshSource(db, city, deps(pages));
    expect(await states()).toMatchObject({ b: 'changed' });
  });

  test('counters and links chosen by lot are no change', async () => {
    const city = await put(pageSource());
    const pages = all();
    pages['/b'] = (times) =>
      page('b', `Isi b</p><p>Dilihat ${times} kali</p><p>Pilihan: artikel ${times * 7}`);
    for (let time = 0; time < 10; time++) {
      await refreshSource(db, city, deps(pages));
      later();
    }
    expect(await states()).toEqual({ a: 'ok', b: 'ok', c: 'ok' });
    expect(await db.versions.count()).toBe(0);
  });

  test('is asked conditionally, recent releases only, at most eight a refresh and not every time', async () => {
    const city = await put(pageSource());
    const many = Array.from({ length: 20 }, (_, index) => `r${index}`);
    const pages: Record<string, Answer> = {
      '/berita': many.map((name) => row(name)).join('') + row('lama', 1),
      ...Object.fromEntries([...many, 'lama'].map((name) => [`/${name}`, page(name)])),
    };
    for (let time = 0; time < 3; time++) await refreshSource(db, city, deps(pages));
    later();
    await refreshSource(db, city, deps(pages));
    expect(asked).toHaveLength(1 + 8);
    expect(sent.slice(1).every((validators) => validators?.etag)).toBe(true);
    const first = new Set(asked);
    later();
    await refreshSource(db, city, deps(pages));
    expect(asked.slice(1).filter((path) => first.has(path))).toEqual([]);
    // Once all were looked at, nobody is asked again within ten minutes.
    for (let time = 0; time < 4; time++) {
      clock += minute;
      asked.length = 0;
      await refreshSource(db, city, deps(pages));
    }
    expect(asked).toEqual(['/berita']);
    await refreshSource(db, city, deps(pages, { eager: true }));
    expect(asked).toHaveLength(1 + 1 + 8);
    expect(asked).not.toContain('/lama');
  });

  test('a page that is gone is withdrawn the second time, although it is listed, and back when it is back', async () => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    later();
    pages['/b'] = 410;
    await refreshSource(db, city, deps(pages));
    expect(await states()).toMatchObject({ b: 'ok' });
    later();
    await refreshSource(db, city, deps(pages));
    expect(await states()).toMatchObject({ b: 'withdrawn', a: 'ok' });
    clock += 6 * 60 * minute;
    pages['/b'] = page('b');
    await refreshSource(db, city, deps(pages));
    expect(await states()).toMatchObject({ b: 'ok' });
  });

  test.each([
    ['an error', 500],
    ['an empty page', '<p></p>'],
    ['another template', '<main>Perbaikan situs</main>'],
  ])('%s says nothing of it', async (_, answer) => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    pages['/b'] = answer as Answer;
    for (let time = 0; time < 4; time++) {
      later();
      await refreshSource(db, city, deps(pages));
    }
    expect(await states()).toMatchObject({ b: 'ok' });
    expect(await db.versions.count()).toBe(0);
  });

  test('a page that leads to the front page is gone; one that moved is there', async () => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    pages['/a'] = { text: page('a'), landed: 'https://kota.go.id/berita/2026/a' };
    pages['/b'] = { text: '<h1>Selamat datang</h1>', landed: 'https://kota.go.id/' };
    for (let time = 0; time < 2; time++) {
      later();
      await refreshSource(db, city, deps(pages));
    }
    expect(await states()).toEqual({ a: 'ok', b: 'withdrawn', c: 'ok' });
  });

  test('missing from the listing is withdrawn the second time, also when "nothing changed" the second time', async () => {
    const days = ['a', 'b', 'c'].map((name, index) => row(name, 12 - index));
    const city = await put(pageSource());
    const pages: Record<string, Answer> = { ...all(), '/berita': days.join('') };
    await refreshSource(db, city, deps(pages));
    later();
    pages['/berita'] = [days[0], days[2]].join('');
    await refreshSource(db, city, deps(pages));
    expect(await states()).toMatchObject({ b: 'ok' });
    later();
    pages['/berita'] = 'unchanged';
    await refreshSource(db, city, deps(pages));
    expect(await states()).toEqual({ a: 'ok', b: 'withdrawn', c: 'ok' });
    later();
    pages['/berita'] = days.join('');
    await refreshSource(db, city, deps(pages));
    expect(await states()).toMatchObject({ b: 'ok' });
  });

  test('a site that is down withdraws nothing', async () => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    for (const answer of [500, 404, '<html><body>Perbaikan</body></html>', 503, 404]) {
      later();
      pages['/berita'] = answer;
      await refreshSource(db, city, deps(pages));
    }
    expect(await states()).toEqual({ a: 'ok', b: 'ok', c: 'ok' });
  });

  test('a renamed row is changed at once', async () => {
    const [city, pages] = [await put(pageSource()), all()];
    await refreshSource(db, city, deps(pages));
    later();
    pages['/berita'] = row('a') + row('b', 12, 'Judul yang diralat') + row('c');
    pages['/b'] = page('b', 'Isi b', 'Judul yang diralat');
    await refreshSource(db, city, deps(pages));
    expect(await states()).toEqual({ a: 'ok', b: 'changed', c: 'ok' });
    expect(await db.versions.count()).toBe(1);
  });
});

describe('a feed', () => {
  const url = 'https://kota.go.id/feed';
  const item = (name: string, hoursAgo: number, text = `Isi ${name}`) =>
    `<item><title>Judul ${name}</title><link>https://kota.go.id/${name}</link><pubDate>${new Date(start - hoursAgo * 60 * minute).toUTCString()}</pubDate><description><![CDATA[${text}]]></description></item>`;
  const rss = (...items: string[]) => `<rss><channel>${items.join('')}</channel></rss>`;
  const three = () => rss(item('a', 1), item('b', 2), item('c', 3));

  test('an edit is marked at once, after a second reading', async () => {
    const city = await put(source({ url }));
    const pages: Record<string, Answer> = { '/feed': three() };
    await refreshSource(db, city, deps(pages));
    later();
    pages['/feed'] = three().replace('Isi b', 'Isi b, diralat');
    await refreshSource(db, city, deps(pages));
    expect(asked).toEqual(['/feed', '/feed']);
    expect(await states()).toEqual({ a: 'ok', b: 'changed', c: 'ok' });
    later();
    await refreshSource(db, city, deps(pages));
    expect(asked).toEqual(['/feed']);
  });

  test('what differs every time is no change, however often', async () => {
    const city = await put(source({ url }));
    const pages: Record<string, Answer> = {
      '/feed': (times) => three().replace('Isi b', `Isi b<p>Kutipan hari ini: ${times * 31}</p>`),
    };
    for (let time = 0; time < 6; time++) {
      await refreshSource(db, city, deps(pages));
      later();
    }
    expect(await states()).toEqual({ a: 'ok', b: 'ok', c: 'ok' });
  });

  test('a feed that dates everything with the moment it is asked changes nothing', async () => {
    const city = await put(source({ url }));
    for (let time = 0; time < 6; time++) {
      const now = three().replace(
        /<pubDate>.*?<\/pubDate>/g,
        `<pubDate>${new Date(clock).toUTCString()}</pubDate>`,
      );
      await refreshSource(db, city, deps({ '/feed': now }));
      later();
    }
    expect(await states()).toEqual({ a: 'ok', b: 'ok', c: 'ok' });
  });

  test('the newest, taken back, is looked for at its own address', async () => {
    const city = await put(source({ url }));
    const pages: Record<string, Answer> = { '/feed': three(), '/a': '<h1>Judul a</h1>' };
    await refreshSource(db, city, deps(pages));
    pages['/feed'] = rss(item('b', 2), item('c', 3));
    for (let time = 0; time < 3; time++) {
      later();
      await refreshSource(db, city, deps(pages));
    }
    // An old copy of the feed: the page stands.
    expect(await states()).toMatchObject({ a: 'ok' });
    delete pages['/a'];
    for (let time = 0; time < 2; time++) {
      later();
      clock += 60 * minute;
      await refreshSource(db, city, deps(pages));
    }
    expect(await states()).toMatchObject({ a: 'withdrawn', b: 'ok' });
  });

  test('one that fell out below is not missing', async () => {
    const city = await put(source({ url }));
    await refreshSource(db, city, deps({ '/feed': three() }));
    const pages = { '/feed': rss(item('d', 0), item('a', 1), item('b', 2)) };
    for (let time = 0; time < 4; time++) {
      later();
      await refreshSource(db, city, deps(pages));
    }
    expect(await states()).toEqual({ a: 'ok', b: 'ok', c: 'ok', d: 'ok' });
  });

  test('a site that was broken into: its releases are suspicious', async () => {
    const city = await put(source({ url }));
    const pages: Record<string, Answer> = { '/feed': three() };
    await refreshSource(db, city, deps(pages));
    later();
    pages['/feed'] = rss(
      item('slot-gacor', 0, 'Situs slot gacor maxwin'),
      item('a', 1),
      item('b', 2, 'Isi b. slot88 link alternatif'),
    );
    await refreshSource(db, city, deps(pages));
    expect(await states()).toEqual({ 'slot-gacor': 'suspicious', a: 'ok', b: 'suspicious', c: 'ok' });
  });
});
