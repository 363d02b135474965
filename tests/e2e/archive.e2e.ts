import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { ArchiveProgress, Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { City } from '../city/city.ts';
import { sites } from '../city/sites.ts';
import { useJubir } from './harness.ts';
import { addSource, allowSites, openSettings, refreshNow, releasesOf } from './source-steps.ts';
import { closePage, setSettings, waitForReleases, waitForText } from './steps.ts';

const jubir = useJubir();

const day = 86_400_000;

/** A city with a history: releases that came out every so many days, newest first. */
function cityOf(name: string, count: number, days: number): City {
  const city = new City(Date.now);
  city.releases = Array.from({ length: count }, (_, index) => {
    const published = Date.now() - 3_600_000 - index * days * day;
    const title = `${name} Menata ${index + 1} Taman Warga di Kelurahan`;
    const paragraphs = [
      `Pemerintah ${name} menata taman nomor ${index + 1} bersama warga, karang taruna, dan dinas terkait.`,
      `“Taman nomor ${index + 1} kini terang sampai malam,” kata Kepala Dinas Permukiman ${name}, Nia Kurniasih.`,
    ];
    return { id: 9000 - index, title, paragraphs, scene: null, tags: [], published, updated: published };
  });
  return city;
}

interface Place {
  host: string;
  name: string;
  /** What of it Jubir reads when it is added. */
  front: number;
  city: City;
  source?: Source;
}

/** WordPress and a listing, each with a page that lies on both sides of a year ago, and with pages below that. */
const wordpress: Place = {
  host: 'kotalama.go.id',
  name: 'Kota Lama',
  front: 20,
  city: cityOf('Kota Lama', 150, 4),
};
const listing: Place = {
  host: 'kotaarsip.go.id',
  name: 'Kota Arsip',
  front: 9,
  city: cityOf('Kota Arsip', 60, 12),
};
/** A feed that shows ten. */
const feed: Place = {
  host: 'kotaumpan.go.id',
  name: 'Kota Umpan',
  front: 10,
  city: cityOf('Kota Umpan', 25, 1),
};

let options: Page;
let desk: Page;
let badge: string;
beforeAll(async () => {
  const { portal } = jubir;
  portal.sites.set(wordpress.host, (_, origin) => sites.wordpress(wordpress.city, origin));
  portal.sites.set(listing.host, (_, origin) => sites.listing(listing.city, origin));
  portal.sites.set(feed.host, (_, origin) => sites.feed(feed.city, origin));
  await waitForReleases(jubir);
  await allowSites(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  options = await openSettings(jubir);
  wordpress.source = await addSource(jubir, options, wordpress.host, wordpress.name);
  listing.source = await addSource(jubir, options, listing.host, listing.name);
  feed.source = await addSource(jubir, options, `${feed.host}/feed/`, feed.name);
  // Nine of the first city stand there, too.
  const unread = String(9 + wordpress.front + listing.front + feed.front);
  badge = await poll('the badge', async () => {
    const shown = await jubir.badge();
    return shown === unread && shown;
  });
  desk = await jubir.openPage('desk.html', '#arsip');
  await desk.setViewport({ width: 1280, height: 900 });
});
afterAll(async () => {
  if (desk) await closePage(desk);
  if (options) await closePage(options);
});

const idOf = ({ source, name }: Place): string => {
  if (!source) throw new Error(`${name} was not added`);
  return source.id;
};

/** A source's line under the archive, or what is in it. */
const lineOf = ({ name }: Place, inside = ''): string =>
  `::-p-xpath(//div[contains(@class,"archive-progress")][span[.="${name}"]]${inside})`;

/** Presses a source's button, which must say this. */
async function press(place: Place, words: string): Promise<void> {
  await desk.bringToFront();
  const button = await desk.waitForSelector(lineOf(place, `//button[normalize-space(.)="${words}"]`));
  await button?.click();
}

const waitForState = (place: Place, wanted: string | RegExp): Promise<string> =>
  waitForText(desk, lineOf(place, '//*[@role="status"]'), wanted);

const stored = async (place: Place): Promise<ArchiveProgress> => {
  const sources = await jubir.table<Source>('sources');
  const archive = sources.find(({ id }) => id === idOf(place))?.archive;
  if (!archive) throw new Error(`${place.name} has no archive`);
  return archive;
};

/** "40 rilis diambil, sampai …", as the page says it while it goes on; how many. */
async function waitForProgress(place: Place): Promise<number> {
  const pattern = new RegExp(`^${texts.archive.fetching(0, '').replace('0', '(\\d+)')}`);
  const words = await waitForState(place, pattern);
  return Number(pattern.exec(words)?.[1]);
}

/** The numbers of the older pages that were asked for, in order. */
const pagesAsked = ({ host }: Place): number[] =>
  jubir.portal.seen(host).flatMap(({ path }) => {
    const page = /[?&](?:page|paged)=(\d+)/.exec(path)?.[1];
    return page ? [Number(page)] : [];
  });

/** Everything of the last year stands in the archive with its text, once, and nothing that is older. */
async function expectYear(place: Place): Promise<void> {
  const { until, found } = await stored(place);
  expect(Date.now() - until).toBeGreaterThanOrEqual(365 * day);
  expect(Date.now() - until).toBeLessThan(365 * day + 10 * 60_000);
  const releases = await releasesOf(jubir, idOf(place));
  const wanted = place.city.releases.filter(({ published }) => published >= until);
  expect(releases.map(({ title }) => title).sort()).toEqual(wanted.map(({ title }) => title).sort());
  expect(found).toBe(wanted.length - place.front);
  for (const { title, paragraphs } of wanted) {
    expect(releases.find((release) => release.title === title)).toMatchObject({ paragraphs, body: 'read' });
  }
  // What was fetched is no news: neither there nor on the badge.
  expect(releases.filter(({ unread }) => unread === 1)).toHaveLength(place.front);
  expect(await jubir.badge()).toBe(badge);
}

test('the archive of a year is fetched page by page, stopped with nothing lost, taken up again and finished', async () => {
  await press(wordpress, texts.archive.fetch);
  await waitForProgress(wordpress);
  const bar = await desk.waitForSelector(lineOf(wordpress, '//progress'));
  const share = await bar?.evaluate((progress) => (progress as HTMLProgressElement).position);
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);

  await press(wordpress, texts.archive.stop);
  const { found, page } = await poll('it to stop', async () => {
    const archive = await stored(wordpress);
    return archive.state === 'stopped' && archive;
  });
  await waitForState(wordpress, texts.archive.stopped(found));
  expect(found).toBeGreaterThan(0);
  expect(await releasesOf(jubir, idOf(wordpress))).toHaveLength(wordpress.front + found);
  const before = pagesAsked(wordpress);
  expect(before).not.toContain(6);

  // Right after it, as somebody does who pressed the wrong button.
  await press(wordpress, texts.archive.fetch);
  expect(await waitForProgress(wordpress)).toBeGreaterThanOrEqual(found);
  await waitForState(wordpress, texts.archive.done(72));
  // From where it was, down to the first page on which all is older than a year.
  const after = pagesAsked(wordpress).slice(before.length);
  expect(after[0]).toBe(page);
  expect([...new Set(after)]).toEqual([2, 3, 4, 5, 6].filter((each) => each >= page));
  // One may have been under way when it was stopped.
  expect(after.length).toBeLessThanOrEqual(6 - page + 2);
  await expectYear(wordpress);
});

test('a background that is killed goes on by itself where it was', async () => {
  await press(listing, texts.archive.fetch);
  await waitForProgress(listing);
  await jubir.session.killBackground();
  const { state, found, page } = await stored(listing);
  expect(state).toBe('running');
  expect(found).toBeGreaterThan(0);
  expect(await releasesOf(jubir, idOf(listing))).toHaveLength(listing.front + found);
  const before = pagesAsked(listing).length;

  // The alarm outlived the background. Its minute is made shorter here; who it wakes, and what for, is its own.
  const period = await jubir.session.inExtension(async () => {
    const { alarms } = (globalThis as unknown as { browser: { alarms: Alarms } }).browser;
    const standing = await alarms.get('archive');
    await alarms.create('archive', { when: Date.now() + 500, periodInMinutes: 1 });
    return standing?.periodInMinutes;
    interface Alarms {
      get(name: string): Promise<{ periodInMinutes?: number } | undefined>;
      create(name: string, when: object): Promise<void>;
    }
  });
  expect(period).toBe(1);
  await waitForState(listing, texts.archive.done(22));
  expect(pagesAsked(listing)[before]).toBe(page);
  expect(pagesAsked(listing)).not.toContain(6);
  await expectYear(listing);
});

test('a feed that moved past what was known is paged back until it joins, and all of it is news', async () => {
  const before = feed.city.releases.slice(0, feed.front).map(({ title }) => title);
  const fresh = Array.from(
    { length: 33 },
    (_, index) => feed.city.add({ title: `Kabar Umpan: Pasar Nomor ${index + 1} Dibuka`, scene: null }).title,
  );
  await refreshNow(jubir, idOf(feed));
  const releases = await poll('all of them', async () => {
    const all = await releasesOf(jubir, idOf(feed));
    return all.length >= before.length + fresh.length && all;
  });
  expect(releases.map(({ title }) => title).sort()).toEqual([...before, ...fresh].sort());
  expect(releases.every(({ unread }) => unread === 1)).toBe(true);
  // The fourth page holds what was known.
  expect(pagesAsked(feed)).toEqual([2, 3, 4]);
  await poll('the badge', async () => (await jubir.badge()) === String(Number(badge) + fresh.length));
});
