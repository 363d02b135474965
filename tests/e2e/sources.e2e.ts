import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { type Draft, draftId, type Post } from '../../utils/draft/draft.ts';
import type { Release } from '../../utils/release/release.ts';
import type { FoundBy, Source, SourceKind } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { sites, welcome } from '../city/sites.ts';
import { useJubir } from './harness.ts';
import {
  allowSite,
  entryOf,
  openForm,
  openSettings,
  previewed,
  refreshNow,
  refuseWhile,
  typeAddress,
  waitForSource,
} from './source-steps.ts';
import {
  closePage,
  closePlatformTabs,
  labelled,
  openList,
  readSnapshot,
  setSettings,
  waitForReleases,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();

/** One city for each way, on a host of its own. */
const host = {
  feeds: 'contohkota.go.id',
  wordpress: 'kotawordpress.go.id',
  listing: 'kotadaftar.go.id',
  nothing: 'kotakosong.go.id',
} as const;

let options: Page;
beforeAll(async () => {
  const { portal } = jubir;
  portal.sites.set(host.wordpress, sites.wordpress);
  portal.sites.set(host.listing, sites.listing);
  portal.sites.set(host.nothing, (_city, origin) => ({ [`${origin}/`]: welcome('') }));
  await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  options = await openSettings(jubir);
});
afterAll(() => options && closePage(options));

const sources = (): Promise<Source[]> => jubir.table<Source>('sources');
const sourceIds = async (): Promise<string[]> => (await sources()).map(({ id }) => id);
const releasesOf = async (id: string): Promise<Release[]> =>
  (await jubir.table<Release>('releases')).filter(({ sourceId }) => sourceId === id);
const atHost = (name: string) => (source: Source) => new URL(source.url).host === name;
const newestFive = (): string[] => jubir.portal.city.releases.slice(0, 5).map(({ title }) => title);

/** How many releases a listing shows on its first page; feeds have them all. */
const listed = 9;
const hasRead = (source: Source): boolean => source.outcome?.ok === true;

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
  await allowSite(jubir, host.nothing);
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
  await allowSite(jubir, new URL(`https://${typed.replace(/^https:\/\//, '')}`).host);
  await options.bringToFront();
  const before = await sourceIds();
  if (!(await options.$('#source-address'))) await openForm(options);
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

  await options.click('#source-name', { count: 3 });
  await options.type('#source-name', name);
  await options.click(worded(texts.sources.confirm));
  await waitForText(options, '.toast span', texts.sources.added(name));
  const source = await waitForSource(jubir, name, (each) => each.name === name && hasRead(each));
  expect(source).toMatchObject({ kind: kind.kind, foundBy: kind.foundBy });
  added.set(name, source);
  // A mark that no other source has.
  expect((await sources()).filter(({ colour }) => colour === source.colour)).toHaveLength(1);
  await poll('its releases', async () => {
    const releases = await releasesOf(source.id);
    const count = kind.kind === 'page' ? listed : jubir.portal.city.releases.length;
    return releases.length === count && releases.every(({ body }) => body === 'read');
  });
});

test('a second look at what is a source already says so', async () => {
  if (!(await options.$('#source-address'))) await openForm(options);
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

test('a source is renamed and marked anew; the popup follows', async () => {
  const { id } = added.get('Kota RSS') ?? { id: '' };
  await options.bringToFront();
  const name = `${entryOf(id)} .source-name`;
  await options.click(name, { count: 3 });
  await options.type(name, 'Kominfo Contoh');
  await options.keyboard.press('Tab');
  await options.click(`${entryOf(id)} ${labelled(texts.sources.colours.grey)}`);
  const { colour } = await waitForSource(
    jubir,
    'the new name and mark',
    (source) => source.id === id && source.name === 'Kominfo Contoh' && source.colour === '#7c8883',
  );
  await waitForSnapshot(jubir, 'the new name', ({ rows }) =>
    rows.some((row) => row.sourceName === 'Kominfo Contoh' && row.colour === colour),
  );
});

test('a paused source is left alone until it goes on', async () => {
  const { id } = added.get('Kota Daftar') ?? { id: '' };
  await options.click(`${entryOf(id)} ${labelled(texts.sources.pause)}`);
  await waitForSource(jubir, 'the pause', (source) => source.id === id && source.paused === true);
  await options.waitForSelector(`${entryOf(id)} ${labelled(texts.sources.resume)}`);
  const asked = jubir.portal.seen(host.listing).length;
  const others = jubir.portal.seen(host.wordpress).length;
  await refreshNow(jubir);
  expect(jubir.portal.seen(host.wordpress).length).toBeGreaterThan(others);
  expect(jubir.portal.seen(host.listing)).toHaveLength(asked);

  await options.click(`${entryOf(id)} ${labelled(texts.sources.resume)}`);
  await waitForSource(jubir, 'the end of the pause', (source) => source.id === id && !source.paused);
  await refreshNow(jubir);
  expect(jubir.portal.seen(host.listing).length).toBeGreaterThan(asked);
});

let exported = '';

test('the sources go out as OPML', async () => {
  // The form stands where the buttons do.
  await closePage(options);
  options = await openSettings(jubir);
  await options.waitForSelector(worded(texts.sources.export));
  await options.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      (globalThis as unknown as { saved: Promise<string> }).saved = (blob as Blob).text();
      return make(blob);
    };
  });
  await options.click(worded(texts.sources.export));
  exported = await poll('the file', () =>
    options.evaluate(() => (globalThis as unknown as { saved?: Promise<string> }).saved ?? null),
  );
  expect(exported).toContain('<opml');
  for (const source of await sources()) expect(exported).toContain(source.url.replaceAll('&', '&amp;'));
});

test('a removed source takes its releases with it; drafts and posts stay', async () => {
  const source = added.get('Kota Daftar');
  const release = source && (await releasesOf(source.id))[0];
  if (!source || !release) throw new Error('the listing is no source');
  const draft = {
    id: draftId(release.id, 'x', 'summary'),
    releaseId: release.id,
    releaseTitle: release.title,
    releaseUrl: release.url,
    platform: 'x',
    angle: 'summary',
    text: 'Teks yang tetap ada.',
    writer: crypto.randomUUID(),
    revision: 1,
  };
  const written = { ...draft, id: draftId(release.id, 'whatsapp', 'summary'), platform: 'whatsapp' };
  await jubir.send('write-draft', written);
  await jubir.send('open-platform', { draft, postId: crypto.randomUUID(), from: 'page' });
  await jubir.waitForUrl(({ host: shown }) => shown === 'x.com');
  await closePlatformTabs(jubir);

  await options.bringToFront();
  for (const name of ['Kota Daftar', 'Kota WordPress']) {
    const { id } = added.get(name) ?? { id: '' };
    await options.click(`${entryOf(id)} ${labelled(texts.sources.remove)}`);
    await waitForText(options, `${entryOf(id)} [role=alertdialog] p`, texts.sources.removeAsk(name));
    await options.click(`${entryOf(id)} [role=alertdialog] .button-main`);
    await waitForText(options, '.toast span', texts.sources.removed(name));
    await poll('the releases to go', async () => (await releasesOf(id)).length === 0);
    expect(await sourceIds()).not.toContain(id);
  }
  const drafts = (await jubir.table<Draft>('drafts')).filter((each) => each.releaseId === release.id);
  expect(drafts.map(({ text }) => text)).toContain('Teks yang tetap ada.');
  const posts = (await jubir.table<Post>('posts')).filter((each) => each.releaseId === release.id);
  expect(posts).toHaveLength(1);
  const { rows } = await readSnapshot(jubir);
  expect(rows.map(({ sourceName }) => sourceName)).not.toContain('Kota Daftar');
});

test('the file brings them back as they were; a strange file changes nothing', async () => {
  const before = await sources();
  const folder = mkdtempSync(join(tmpdir(), 'jubir-opml-'));
  const put = async (name: string, text: string): Promise<void> => {
    writeFileSync(join(folder, name), text);
    const input = await options.waitForSelector('input[type=file]');
    await input?.uploadFile(join(folder, name));
  };
  try {
    await put('bukan.opml', 'bukan OPML');
    await waitForText(options, '.toast span', texts.sources.importFailed);
    expect(await sourceIds()).toEqual(before.map(({ id }) => id));
    await put('jubir.opml', exported);
    await waitForText(options, '.toast span', texts.sources.imported(2, before.length));
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const name of ['Kota Daftar', 'Kota WordPress']) {
    const { kind, url, hosts, recipe, colour } = added.get(name) ?? {};
    const back = await waitForSource(jubir, name, (source) => source.name === name);
    expect(back).toMatchObject({ kind, url, hosts, colour, ...(recipe && { recipe }) });
  }
});

test('its permission was given back with it: one click allows it again', async () => {
  const back = await waitForSource(jubir, 'the listing', atHost(host.listing));
  await options.waitForSelector(`${entryOf(back.id)} .notice`);
  await waitForText(options, `${entryOf(back.id)} .notice`, new RegExp(texts.sources.notAllowed));
  await allowSite(jubir, host.listing);
  await options.bringToFront();
  await options.click(`${entryOf(back.id)} .notice button`);
  await poll('the notice to go', async () => (await options.$(`${entryOf(back.id)} .notice`)) === null);
  await refreshNow(jubir);
  await waitForSource(jubir, 'its releases', (source) => source.id === back.id && hasRead(source));
  expect(await releasesOf(back.id)).toHaveLength(listed);
});
