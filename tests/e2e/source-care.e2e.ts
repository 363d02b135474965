import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { type Draft, draftId, type Post } from '../../utils/draft/draft.ts';
import type { Source } from '../../utils/source/source.ts';
import { poll } from '../browsers/session.ts';
import { bootstrap } from '../city/redesigns/cards.ts';
import { clock } from '../city/redesigns/parts.ts';
import { sites } from '../city/sites.ts';
import { useJubir } from './harness.ts';
import {
  addSource,
  allowSites,
  entryOf,
  openSettings,
  previewed,
  refreshNow,
  releasesOf,
  waitForSource,
} from './source-steps.ts';
import {
  closePage,
  closePlatformTabs,
  labelled,
  readSnapshot,
  setSettings,
  waitForReleases,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();

/** Two other cities: one with WordPress, one with a listing alone. */
const host = { wordpress: 'kotawordpress.go.id', listing: 'kotadaftar.go.id' } as const;
/** How many releases a listing shows. */
const listed = 9;

let options: Page;
let wordpress: Source;
let listing: Source;
beforeAll(async () => {
  const { portal } = jubir;
  portal.sites.set(host.wordpress, sites.wordpress);
  portal.sites.set(host.listing, sites.listing);
  await waitForReleases(jubir);
  await allowSites(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  options = await openSettings(jubir);
  wordpress = await addSource(jubir, options, host.wordpress, 'Kota WordPress');
  listing = await addSource(jubir, options, host.listing, 'Kota Daftar');
});
afterAll(() => options && closePage(options));

const sources = (): Promise<Source[]> => jubir.table<Source>('sources');
const sourceIds = async (): Promise<string[]> => (await sources()).map(({ id }) => id);

test('a source is renamed and marked anew; the popup follows', async () => {
  const { id } = wordpress;
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
  const { id } = listing;
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
let goneSources: Source[] = [];

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
  const [release] = await releasesOf(jubir, listing.id);
  if (!release) throw new Error('the listing has no releases');
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
  goneSources = (await sources()).filter(({ id }) => [listing.id, wordpress.id].includes(id));
  for (const { id, name } of goneSources) {
    await options.click(`${entryOf(id)} ${labelled(texts.sources.remove)}`);
    await waitForText(options, `${entryOf(id)} [role=alertdialog] p`, texts.sources.removeAsk(name));
    await options.click(`${entryOf(id)} [role=alertdialog] .button-main`);
    await waitForText(options, '.toast span', texts.sources.removed(name));
    await poll('the releases to go', async () => (await releasesOf(jubir, id)).length === 0);
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
  for (const { name, kind, url, hosts, recipe, colour } of goneSources) {
    const back = await waitForSource(jubir, name, (source) => source.name === name);
    expect(back).toMatchObject({ kind, url, hosts, colour, ...(recipe && { recipe }) });
  }
});

test('its permission was given back with it: one click allows it again', async () => {
  const back = await waitForSource(jubir, 'the listing', ({ url }) => url === listing.url);
  await options.waitForSelector(`${entryOf(back.id)} .notice`);
  await waitForText(options, `${entryOf(back.id)} .notice`, new RegExp(texts.sources.notAllowed));
  await options.bringToFront();
  await options.click(`${entryOf(back.id)} .notice button`);
  await poll('the notice to go', async () => (await options.$(`${entryOf(back.id)} .notice`)) === null);
  // Nothing more is to be clicked.
  await waitForSource(
    jubir,
    'its releases',
    (source) => source.id === back.id && source.outcome?.ok === true,
  );
  expect(await releasesOf(jubir, back.id)).toHaveLength(listed);
});

/** Clicks one of the page's lines, by its exact words. */
async function point(words: string): Promise<void> {
  const line = await poll(`the line “${words}”`, async () => {
    for (const each of await options.$$('.point-lines button')) {
      if ((await each.evaluate(({ textContent }) => textContent)) === words) return each;
    }
    return null;
  });
  await line.click();
}

test('when the city redesigns its pages the next refresh reads them all the same, and the source says so', async () => {
  const { portal } = jubir;
  const before = await releasesOf(jubir, 'kota-bogor');
  portal.redesign = bootstrap;
  const fresh = portal.city.add({
    title: 'Warga Menanam Seribu Pohon di Hari Jadi Kota',
    paragraphs: [
      'Sebanyak 1.200 warga menanam pohon trembesi dan mahoni di sepanjang bantaran Sungai Ciliwung pada hari jadi kota.',
      '“Pohon yang ditanam hari ini akan meneduhkan anak cucu kita,” kata Kepala Dinas Lingkungan Hidup, Nurlaila Hasanah.',
      'Bibit disediakan gratis dan dirawat bersama oleh karang taruna selama dua tahun pertama.',
    ],
  });
  await refreshNow(jubir);
  const source = await waitForSource(jubir, 'the new design', ({ learnt }) => learnt !== undefined);
  expect(source.outcome).toMatchObject({ ok: true, fresh: 1 });
  const after = await poll('the new release', async () => {
    const releases = await releasesOf(jubir, 'kota-bogor');
    return releases.find(({ title, body }) => title === fresh.title && body === 'read') && releases;
  });
  // Every address is another one now, and yet no release stands there twice.
  expect(after.map(({ title }) => title).sort()).toEqual(
    [...before.map(({ title }) => title), fresh.title].sort(),
  );
  expect(after.find(({ title }) => title === fresh.title)?.paragraphs).toEqual(fresh.paragraphs);
  await waitForText(options, `${entryOf('kota-bogor')} .source-note`, texts.sources.repaired);
});

test('how it is read is corrected by pointing at a title, its date and a paragraph', async () => {
  const { releases } = jubir.portal.city;
  const [first, second] = releases;
  if (!first || !second) throw new Error('the city has no releases');
  const { weekday, day, month, year, hh, ii } = clock(second.published);
  await options.bringToFront();
  await options.click(`${entryOf('kota-bogor')} .source-correct`);
  await waitForText(options, '.point strong', texts.point.title);
  await point(second.title);
  await waitForText(options, '.point strong', texts.point.date);
  await point(`${weekday}, ${day} ${month} ${year} | ${hh}:${ii} WIB`);
  // The first release's page, by what was understood so far.
  await waitForText(options, '.point strong', texts.point.body);
  await point(first.paragraphs[0] ?? '');
  await options.waitForSelector('.preview li');
  expect(await previewed(options)).toEqual(releases.slice(0, 5).map(({ title }) => title));
  const since = Date.now();
  await options.click(worded(texts.point.use));
  const source = await waitForSource(
    jubir,
    'the refresh after it',
    ({ id, outcome }) => id === 'kota-bogor' && (outcome?.at ?? 0) > since,
  );
  expect(source.outcome?.ok).toBe(true);
  expect(source.learnt).toBeUndefined();
  await poll('the note to go', async () => (await options.$('.source-note')) === null);
  expect((await releasesOf(jubir, 'kota-bogor')).filter(({ changedAt }) => changedAt !== undefined)).toEqual(
    [],
  );
});
