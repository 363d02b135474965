import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { type RefreshDeps, refreshAll, refreshSource } from '../../utils/flow/refresh.ts';
import { newest } from '../../utils/release/archive.ts';
import { FetchError } from '../../utils/source/errors.ts';
import { isDue } from '../../utils/source/schedule.ts';
import type { Source, Validators } from '../../utils/source/source.ts';
import { isAbsent, pageSource, shared, source } from '../source/samples.ts';

const hour = 3_600_000;
/** Noon, wherever this runs: at night everything takes longer. */
const start = new Date(2026, 4, 12, 12).getTime();
let db: JubirDatabase;
let clock: number;

beforeEach(() => {
  db = new JubirDatabase(`keep-up-${Math.random()}`);
  clock = start;
});
afterEach(() => db.delete());

interface Item {
  name: string;
  at: number;
  text?: string;
}

/** A WordPress-like feed that shows ten and pages back; what it is asked is recorded. */
class Feed {
  items: Item[] = [];
  readonly asked: string[] = [];
  size = 10;
  pages = true;
  pinned: Item | null = null;
  /** Answers instead of the next requests. */
  readonly errors: FetchError[] = [];
  validators: Validators = {};
  holds = false;

  constructor(count: number) {
    this.publish(count, 24);
  }

  /** Publishes so many, one a minute, the last one just now or some hours ago. */
  publish(count: number, hoursAgo = 0): void {
    const before = this.items.length;
    for (let index = 0; index < count; index++) {
      const at = clock - hoursAgo * hour - (count - 1 - index) * 60_000;
      this.items.unshift({ name: `r${before + index}`, at });
    }
  }

  deps(changes: Partial<RefreshDeps> = {}): RefreshDeps {
    return {
      now: () => clock,
      onProgress: () => {},
      dice: () => 0.5,
      downloadText: async (url, options) => {
        const { pathname, search, searchParams } = new URL(url);
        this.asked.push(pathname + search);
        const error = this.errors.shift();
        if (error) throw error;
        if (pathname !== '/feed') return this.page(url, pathname.slice(1));
        if (this.holds && options.validators?.etag) return 'not-modified';
        const page = this.pages ? Number(searchParams.get('paged') ?? 1) : 1;
        const rows = this.items.slice((page - 1) * this.size, page * this.size);
        if (rows.length === 0) throw new FetchError('not-found', url, { status: 404 });
        if (page === 1 && this.pinned) rows.unshift(this.pinned);
        return { url, text: rss(rows), contentType: 'text/xml', validators: this.validators };
      },
      ...changes,
    };
  }

  private page(url: string, name: string) {
    if (!this.items.some((item) => item.name === name))
      throw new FetchError('not-found', url, { status: 404 });
    return { url, text: `<h1>Judul ${name}</h1>`, contentType: 'text/html', validators: {} };
  }
}

const rss = (items: readonly Item[]) =>
  `<rss><channel>${items
    .map(
      ({ name, at, text }) =>
        `<item><title>Rilis Kota nomor ${name}</title><link>https://kota.go.id/${name}</link><pubDate>${new Date(at).toUTCString()}</pubDate><description>${text ?? `Isi ${name}`}</description></item>`,
    )
    .join('')}</channel></rss>`;

async function put(city: Source = source({ url: 'https://kota.go.id/feed' })): Promise<Source> {
  await db.sources.put(city);
  return city;
}
const stored = async () => (await db.sources.get('kota')) as Source;
const names = async () => (await newest(db, 500)).map((each) => each.url.split('/').pop());

describe('a window that moved past what was known', () => {
  test('is paged back until it joins, and no further', async () => {
    const [city, feed] = [await put(), new Feed(30)];
    await refreshSource(db, city, feed.deps());
    expect(feed.asked).toEqual(['/feed']);
    clock += 3 * hour;
    feed.publish(24);
    feed.asked.length = 0;
    await refreshSource(db, city, feed.deps());
    expect(feed.asked).toEqual(['/feed', '/feed?paged=2', '/feed?paged=3']);
    expect((await names()).slice(0, 34)).toEqual(feed.items.slice(0, 34).map(({ name }) => name));
    expect(await stored()).not.toHaveProperty('gap');
    // All that was missed is news.
    expect((await newest(db, 24)).every((each) => each.unread === 1)).toBe(true);
  });

  test('a pinned release does not hide the gap', async () => {
    const [city, feed] = [await put(), new Feed(30)];
    feed.pinned = { name: 'pin', at: start - 400 * 24 * hour };
    await refreshSource(db, city, feed.deps());
    clock += hour;
    feed.publish(15);
    await refreshSource(db, city, feed.deps());
    expect((await names()).slice(0, 25)).toEqual(feed.items.slice(0, 25).map(({ name }) => name));
  });

  test('a large gap takes several refreshes, and goes on where it was, also after a restart', async () => {
    const [city, feed] = [await put(), new Feed(20)];
    await refreshSource(db, city, feed.deps());
    clock += 5 * hour;
    feed.publish(120);
    for (let refreshes = 0; refreshes < 4 && (refreshes === 0 || (await stored()).gap); refreshes++) {
      feed.asked.length = 0;
      await refreshSource(db, city, feed.deps());
      expect(feed.asked.length).toBeLessThanOrEqual(7);
      clock += hour / 4;
      feed.publish(1);
      const name = db.name;
      db.close();
      db = new JubirDatabase(name);
    }
    expect(await stored()).not.toHaveProperty('gap');
    await refreshSource(db, city, feed.deps());
    expect((await names()).slice(0, 130)).toEqual(feed.items.slice(0, 130).map(({ name }) => name));
  });

  test('a second gap above the first is joined as well', async () => {
    const [city, feed] = [await put(), new Feed(20)];
    await refreshSource(db, city, feed.deps());
    clock += 5 * hour;
    feed.publish(90);
    await refreshSource(db, city, feed.deps());
    expect((await stored()).gap?.since).toBe(clock);
    clock += hour;
    feed.publish(40);
    for (let refreshes = 0; refreshes < 5; refreshes++) await refreshSource(db, city, feed.deps());
    expect((await names()).slice(0, 140)).toEqual(feed.items.slice(0, 140).map(({ name }) => name));
  });

  test('a site that cannot page is asked once or twice, then never again for it', async () => {
    const [city, feed] = [await put(), new Feed(20)];
    feed.pages = false;
    await refreshSource(db, city, feed.deps());
    clock += hour;
    feed.publish(30);
    feed.asked.length = 0;
    await refreshSource(db, city, feed.deps());
    expect(feed.asked.length).toBeLessThanOrEqual(3);
    expect(await stored()).not.toHaveProperty('gap');
  });

  test('the first import pages back nowhere', async () => {
    const [city, feed] = [await put(), new Feed(50)];
    await refreshSource(db, city, feed.deps());
    expect(feed.asked).toEqual(['/feed']);
    expect(await stored()).toMatchObject({ importedAt: start, coveredFrom: feed.items[9]?.at });
  });

  test('a page that fails leaves the gap open for the next refresh', async () => {
    const [city, feed] = [await put(), new Feed(20)];
    await refreshSource(db, city, feed.deps());
    clock += hour;
    feed.publish(15);
    const failing: RefreshDeps['downloadText'] = async (url, options) => {
      if (url.includes('paged')) throw new FetchError('timeout', url);
      return feed.deps().downloadText?.(url, options) ?? 'not-modified';
    };
    await refreshSource(db, city, feed.deps({ downloadText: failing }));
    expect((await stored()).gap).toMatchObject({ page: 2 });
    await refreshSource(db, city, feed.deps());
    expect((await names()).slice(0, 25)).toEqual(feed.items.slice(0, 25).map(({ name }) => name));
  });

  test('new addresses for known titles are no gap', async () => {
    const [city, feed] = [await put(), new Feed(20)];
    await refreshSource(db, city, feed.deps());
    const moved = feed.deps();
    const deps: RefreshDeps = {
      ...moved,
      downloadText: async (url, options) => {
        const answer = (await moved.downloadText?.(url, options)) ?? 'not-modified';
        return answer === 'not-modified'
          ? answer
          : { ...answer, text: answer.text.replaceAll('go.id/r', 'go.id/baru/r') };
      },
    };
    feed.asked.length = 0;
    for (let time = 0; time < 3; time++) await refreshSource(db, city, deps);
    feed.publish(1);
    await refreshSource(db, city, deps);
    const releases = await newest(db, 100);
    expect(new Set(releases.map(({ title }) => title)).size).toBe(releases.length);
    expect(releases.slice(0, 10).map(({ title }) => title)).toEqual(
      feed.items.slice(0, 10).map(({ name }) => `Rilis Kota nomor ${name}`),
    );
    expect(releases.filter(({ withdrawnAt }) => withdrawnAt !== undefined)).toEqual([]);
    expect(releases.slice(0, 10).every(({ url }) => url.includes('/baru/'))).toBe(true);
    expect(await stored()).not.toHaveProperty('gap');
  });

  test('a listing of pages is paged by its own numbers', async () => {
    const city = await put(pageSource({ url: 'https://kota.go.id/berita' }));
    const all = Array.from({ length: 40 }, (_, index) => `b${index}`);
    let first = 20;
    const asked: string[] = [];
    const downloadText: RefreshDeps['downloadText'] = async (url) => {
      const { pathname, search, searchParams } = new URL(url);
      asked.push(pathname + search);
      const from = first + (Number(searchParams.get('page') ?? 1) - 1) * 5;
      const rows = all
        .slice(from, from + 5)
        .map(
          (name, index) =>
            `<li><h3>Judul ${name}</h3><a href="/${name}">x</a><time>${20 - Math.floor((from + index) / 3)} April 2026</time></li>`,
        );
      const text =
        pathname === '/berita' ? rows.join('') : `<h1>Judul</h1><article><p>Isi ${pathname}</p></article>`;
      return { url, text, contentType: 'text/html', validators: {} };
    };
    const deps: RefreshDeps = { now: () => clock, onProgress: () => {}, downloadText };
    await refreshSource(db, city, deps);
    first = 8;
    clock += hour;
    asked.length = 0;
    await refreshSource(db, city, deps);
    expect(asked.filter((path) => path.startsWith('/berita'))).toEqual([
      '/berita',
      '/berita?page=2',
      '/berita?page=3',
    ]);
    expect(await names()).toEqual(all.slice(8, 25));
  });
});

const folder = 'feeds/id_radarbogor';
describe.skipIf(isAbsent(folder))('Radar Bogor: twenty at a time, some nineteen new ones a day', () => {
  /** The states as served, and behind each what the site had until then, for a server that can page. */
  const states = readdirSync(`${shared}/${folder}`)
    .sort()
    .map((file) => readFileSync(`${shared}/${folder}/${file}`, 'utf8'));
  const itemsOf = (xml: string) => xml.match(/<item>[\s\S]*?<\/item>/g) ?? [];
  const linkOf = (item: string) => /<link>(.*?)<\/link>/.exec(item)?.[1] ?? '';

  test.each([
    ['every day', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['every third day', [0, 3, 6, 7]],
    ['after a week', [0, 7]],
  ])('%s, none is missed', { timeout: 30_000 }, async (_, looked) => {
    const city = await put(
      source({ url: 'https://radarbogor.jawapos.com/feed', hosts: ['radarbogor.jawapos.com'] }),
    );
    for (const state of looked) {
      // Newest first: this state's window, then what stood in the windows before it.
      const seen = new Map<string, string>();
      for (const xml of states.slice(0, state + 1).reverse())
        for (const item of itemsOf(xml).slice(1)) if (!seen.has(linkOf(item))) seen.set(linkOf(item), item);
      const all = [...seen.values()];
      const downloadText: RefreshDeps['downloadText'] = async (url) => {
        const page = Number(new URL(url).searchParams.get('paged') ?? 1);
        const rows = all.slice((page - 1) * 19, page * 19);
        const text =
          page === 1 ? (states[state] as string) : `<rss><channel>${rows.join('')}</channel></rss>`;
        return { url, text, contentType: 'text/xml', validators: {} };
      };
      clock = Date.UTC(2026, 2, 8 + state, 2);
      const deps: RefreshDeps = { now: () => clock, onProgress: () => {}, downloadText };
      await refreshSource(db, city, deps);
      // Five pages a refresh: a week takes a second one, a quarter of an hour later.
      clock += hour / 4;
      if ((await stored()).gap) await refreshSource(db, city, deps);
    }
    const wanted = new Set(states.flatMap((xml) => itemsOf(xml).map(linkOf)));
    const have = new Set((await db.releases.toArray()).map((each) => each.url));
    expect([...wanted].filter((link) => !have.has(link))).toEqual([]);
    expect(have.size).toBe(wanted.size);
    expect((await stored()).gap).toBeUndefined();
  });
});

describe('an older release that slides into the window', () => {
  test('is no news: read, not counted, not rising', async () => {
    const [city, feed] = [await put(), new Feed(30)];
    await refreshSource(db, city, feed.deps());
    feed.items.splice(3, 1);
    expect(await refreshSource(db, city, feed.deps())).toMatchObject({ fresh: 0, count: 11 });
    const slid = (await newest(db, 20)).at(-1);
    expect(slid).toMatchObject({ title: 'Rilis Kota nomor r19', unread: 0 });
  });
});

describe('politeness', () => {
  const busy = (retryAfterMs: number | null, status = 429) =>
    new FetchError('status', 'https://kota.go.id/feed', { status, retryAfterMs });

  test('the next time is stored, and asked for no sooner', async () => {
    const [city, feed] = [await put(), new Feed(5)];
    await refreshSource(db, city, feed.deps());
    const { nextAt } = await stored();
    expect(nextAt).toBeGreaterThan(clock + 5 * 60_000);
    expect(nextAt).toBeLessThanOrEqual(clock + 15 * 60_000);
    feed.asked.length = 0;
    await refreshAll(db, feed.deps(), (each) => isDue(each, clock));
    expect(feed.asked).toEqual([]);
    clock = nextAt ?? 0;
    await refreshAll(db, feed.deps(), (each) => isDue(each, clock));
    expect(feed.asked).toEqual(['/feed']);
  });

  test('Retry-After is heeded, whoever asks', async () => {
    const [city, feed] = [await put(), new Feed(5)];
    feed.errors.push(busy(2 * hour));
    expect(await refreshSource(db, city, feed.deps())).toMatchObject({ ok: false, status: 429 });
    expect(await stored()).toMatchObject({ failures: 1, holdUntil: clock + 2 * hour });
    feed.asked.length = 0;
    clock += hour;
    await refreshAll(db, feed.deps());
    expect(feed.asked).toEqual([]);
    clock += hour;
    await refreshAll(db, feed.deps());
    expect(feed.asked).toEqual(['/feed']);
    expect(await stored()).toMatchObject({ failures: 0, holdUntil: 0 });
  });

  test('failures wait ever longer, a good answer forgets them', async () => {
    const [city, feed] = [await put(), new Feed(5)];
    const waits: number[] = [];
    for (let time = 0; time < 4; time++) {
      feed.errors.push(busy(null, 500));
      await refreshSource(db, city, feed.deps());
      const { nextAt = 0 } = await stored();
      waits.push((nextAt - clock) / 60_000);
      clock = nextAt;
    }
    expect(waits.every((wait, index) => index === 0 || wait > (waits[index - 1] ?? 0))).toBe(true);
    await refreshSource(db, city, feed.deps());
    expect(((await stored()).nextAt ?? 0) - clock).toBeLessThanOrEqual(15 * 60_000);
  });

  test('a fault of our own waits like a failure, and is no outcome', async () => {
    const [city, feed] = [await put(), new Feed(5)];
    const downloadText: RefreshDeps['downloadText'] = async () => {
      throw new RangeError('bug');
    };
    await expect(refreshSource(db, city, feed.deps({ downloadText }))).rejects.toThrow('bug');
    expect(await stored()).toMatchObject({ failures: 1 });
    expect(await stored()).not.toHaveProperty('outcome');
    expect((await stored()).nextAt).toBeGreaterThan(clock + 10 * 60_000);
  });

  test('a page that says "too many requests" ends the refresh, and the next waits', async () => {
    const city = await put(pageSource());
    const asked: string[] = [];
    const downloadText: RefreshDeps['downloadText'] = async (url) => {
      asked.push(url);
      if (!url.endsWith('/berita')) throw busy(hour);
      const text = Array.from(
        { length: 12 },
        (_, index) => `<li><h3>Judul ${index}</h3><a href="/r${index}">x</a></li>`,
      ).join('');
      return { url, text, contentType: 'text/html', validators: {} };
    };
    await refreshSource(db, city, { now: () => clock, onProgress: () => {}, downloadText, dice: () => 0.5 });
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(await stored()).toMatchObject({
      outcome: { ok: true },
      holdUntil: clock + hour,
      // Everybody's clock shows that hour at once: each comes at a time of its own.
      nextAt: clock + hour + hour / 8,
    });
    expect((await db.releases.toArray()).every((each) => each.body === 'pending' && !each.attempts)).toBe(
      true,
    );
  });

  test('one that is paused is left alone', async () => {
    const feed = new Feed(5);
    await put(source({ url: 'https://kota.go.id/feed', paused: true }));
    expect(await refreshAll(db, feed.deps())).toEqual([]);
    expect(feed.asked).toEqual([]);
  });

  test('"nothing changed" is believed for six hours; a WordPress feed’s never', async () => {
    const [city, feed] = [await put(), new Feed(5)];
    feed.validators = { etag: '"1"' };
    feed.holds = true;
    await refreshSource(db, city, feed.deps());
    clock += hour;
    await refreshSource(db, city, feed.deps());
    expect(await stored()).toMatchObject({ readAt: start, outcome: { at: clock } });
    clock += 5 * hour;
    await refreshSource(db, city, feed.deps());
    expect(await stored()).toMatchObject({ readAt: clock, validators: { etag: '"1"' } });
    const wordpress: RefreshDeps['downloadText'] = async (url) => ({
      url,
      text: rss(feed.items).replace(
        '<channel>',
        '<channel><generator>https://wordpress.org/?v=6.1</generator>',
      ),
      contentType: 'text/xml',
      validators: { etag: '"1"' },
    });
    await refreshSource(db, city, feed.deps({ downloadText: wordpress }));
    expect((await stored()).validators).toEqual({});
  });
});
