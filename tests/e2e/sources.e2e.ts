import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { FoundBy, Source, SourceKind } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { sites, welcome } from '../city/sites.ts';
import { useJubir } from './harness.ts';
import {
  allowSites,
  confirmSource,
  openForm,
  openSettings,
  previewed,
  refuseWhile,
  releasesOf,
  typeAddress,
} from './source-steps.ts';
import { closePage, openList, setSettings, waitForReleases, waitForSnapshot, waitForText } from './steps.ts';

const jubir = useJubir();

/** One city for each way, on a host of its own. */
const host = {
  feeds: 'contohkota.go.id',
  wordpress: 'kotawordpress.go.id',
  listing: 'kotadaftar.go.id',
  nothing: 'kotakosong.go.id',
} as const;

let options: Page;
let panel: Page;
beforeAll(async () => {
  const { portal } = jubir;
  portal.sites.set(host.wordpress, sites.wordpress);
  portal.sites.set(host.listing, sites.listing);
  portal.sites.set(host.nothing, (_city, origin) => ({ [`${origin}/`]: welcome('') }));
  await waitForReleases(jubir);
  await allowSites(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  options = await openSettings(jubir);
});
afterAll(() => options && closePage(options));

const sources = (): Promise<Source[]> => jubir.table<Source>('sources');
const sourceIds = async (): Promise<string[]> => (await sources()).map(({ id }) => id);
const newestFive = (): string[] => jubir.portal.city.releases.slice(0, 5).map(({ title }) => title);

/** How many releases a listing shows on its first page; feeds have them all. */
const listed = 9;

test('a permission that is refused is told, and nothing was asked or stored', async () => {
  await openForm(options);
  await refuseWhile(jubir, options, () => typeAddress(options, host.feeds));
  await waitForText(options, '.add-source .notice', texts.sources.refused(host.feeds));
  expect(await sourceIds()).toEqual(['kota-bogor']);
  expect(jubir.portal.seen(host.feeds)).toEqual([]);
  expect(await options.$('.preview')).toBeNull();
  // Chromium's prompt was stood in for in this page: the next ones are its own again.
  await closePage(options);
  options = await openSettings(jubir);
});

test('an address that is none is told at once', async () => {
  await openForm(options);
  await typeAddress(options, 'bukan alamat');
  await waitForText(options, '.add-source .notice', texts.sources.addressBad);
});

test('where nothing can be read, what was tried is listed', async () => {
  await options.bringToFront();
  await typeAddress(options, host.nothing);
  await waitForText(options, '.add-source .notice p', texts.sources.notFound(host.nothing));
  await options.click('.add-source .notice summary');
  const tried = await options.$$eval('.add-source .notice li', (lines) =>
    lines.map((line) => line.textContent ?? ''),
  );
  const asked = jubir.portal.seen(host.nothing).map(({ path }) => `https://${host.nothing}${path}`);
  expect(asked.length).toBeGreaterThan(3);
  // Every address that was asked stands there with what came of it.
  for (const url of asked) expect(tried.join('\n')).toContain(`${url}: `);
  expect(tried.join('\n')).toContain(
    `https://${host.nothing}/sitemap.xml: ${texts.sources.outcomes['not-found']}`,
  );
  expect(await sourceIds()).toEqual(['kota-bogor']);
});

test('a panel names its one source, and stays open', async () => {
  panel = await jubir.openPage('sidepanel.html');
  await waitForText(panel, '.head-source', 'Kota Bogor');
  await options.bringToFront();
});

interface Kind {
  /** What the official types. */
  typed: string;
  /** The way that is chosen among those found, by the end of its address; the best one when left away. */
  way?: string;
  kind: SourceKind;
  foundBy: FoundBy;
  name: string;
}

/** Every kind by an address, from the most to the least that a site may offer. */
const kinds: Kind[] = [
  { typed: host.wordpress, kind: 'wordpress', foundBy: 'wordpress', name: 'Kota WordPress' },
  { typed: `${host.feeds}/feed/rss.xml`, kind: 'feed', foundBy: 'given', name: 'Kota RSS' },
  { typed: `https://${host.feeds}/feed/atom.xml`, kind: 'feed', foundBy: 'given', name: 'Kota Atom' },
  { typed: host.feeds, way: '/feed/feed.json', kind: 'jsonfeed', foundBy: 'alternate', name: 'Kota JSON' },
  { typed: `${host.listing}/`, kind: 'page', foundBy: 'recognised', name: 'Kota Daftar' },
];
const added = new Map<string, Source>();

test.each(kinds)('$name is added by $typed: previewed, named, stored, read', async (kind) => {
  const { typed, way, name } = kind;
  await options.bringToFront();
  const before = await sourceIds();
  await openForm(options);
  await typeAddress(options, typed);
  await options.waitForSelector('.preview li');
  if (way) {
    const choice = `::-p-xpath(//fieldset[contains(@class,"ways")]//label[contains(.,"${way}")]//input)`;
    await options.click(choice);
    await poll('the way to be chosen', () =>
      options.$eval(choice, (radio) => (radio as HTMLInputElement).checked),
    );
  }
  // The way is said, and the five newest stand there as they will appear, while nothing is stored.
  const chosen = await options.$eval('.ways label:has(:checked)', (label) => label.textContent ?? '');
  expect(chosen).toContain(texts.sources.foundBy[kind.foundBy]);
  expect(await previewed(options)).toEqual(newestFive());
  expect(await options.$$eval('.preview li p', (texts) => texts.length)).toBeGreaterThan(0);
  expect(await sourceIds()).toEqual(before);

  const source = await confirmSource(jubir, options, name);
  expect(source).toMatchObject({ kind: kind.kind, foundBy: kind.foundBy });
  added.set(name, source);
  // A mark that no other source has.
  expect((await sources()).filter(({ colour }) => colour === source.colour)).toHaveLength(1);
  await poll('its releases', async () => {
    const releases = await releasesOf(jubir, source.id);
    const count = kind.kind === 'page' ? listed : jubir.portal.city.releases.length;
    return releases.length === count && releases.every(({ body }) => body === 'read');
  });
});

test('a second look at what is a source already says so', async () => {
  await openForm(options);
  await typeAddress(options, `${host.feeds}/feed/rss.xml`);
  await waitForText(options, '.add-source .notice', texts.sources.known('Kota RSS'));
});

test('the popup and the archive show the releases of all with their names and marks', async () => {
  const names = [...added.keys()];
  const snapshot = await waitForSnapshot(
    jubir,
    'all sources',
    ({ rows, sources }) =>
      sources === names.length + 1 &&
      names.every((name) => rows.some(({ sourceName }) => sourceName === name)),
  );
  const popup = await openList(jubir);
  await waitForText(popup, '.head-source', texts.sources.count(names.length + 1));
  // So does the panel that stood open since there was but one.
  await waitForText(panel, '.head-source', texts.sources.count(names.length + 1));
  await closePage(panel);
  for (const name of names) {
    const row = snapshot.rows.find(({ sourceName }) => sourceName === name);
    const mark = await popup.$eval(
      `[data-release="${row?.id}"] .source-dot`,
      (dot) => (dot as HTMLElement).style.background,
    );
    expect(mark).toBe(cssColour(added.get(name)?.colour ?? ''));
  }
  await closePage(popup);

  const desk = await jubir.openPage('desk.html', '#arsip');
  await desk.waitForSelector('.found');
  await desk.select(`select[aria-label="${texts.sources.choose}"]`, added.get('Kota Daftar')?.id ?? '');
  await waitForText(desk, '.archive-count', texts.archive.results(listed));
  const shown = await desk.$$eval('.found .release-source', (labels) =>
    labels.map((each) => each.textContent),
  );
  expect(new Set(shown)).toEqual(new Set(['Kota Daftar']));
  await closePage(desk);
});

/** "#rrggbb" as a style gives it back. */
function cssColour(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.join(', ')})`;
}
