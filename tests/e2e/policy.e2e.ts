import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { City, Fault } from '../../utils/browser/city.ts';
import type { Snapshot } from '../../utils/browser/snapshot.ts';
import { en } from '../../utils/browser/texts/en.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';
import { NoPolicyHere, openPolicy, type PolicyDoor } from '../browsers/policy.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { cityFeed } from './city-feed.ts';
import { Jubir } from './jubir.ts';
import {
  boxText,
  closePage,
  fillBox,
  labelled,
  openComposer,
  openList,
  readSnapshot,
  rowAt,
  waitForReleases,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const kind = inject('browserKind');
const words = later.id.city;
const profile = mkdtempSync(join(tmpdir(), 'jubir-profile-'));

/** The ready file of `docs/`, as an IT office would take it, for this browser. */
function readyFile(id: string): { file: string; base: Record<string, unknown> } {
  const name = kind === 'chromium' ? 'chrome-linux.json' : 'firefox-policies.json';
  const file = readFileSync(`docs/policy/${name}`, 'utf8').replace('ID_EKSTENSI', id);
  return { file, base: JSON.parse(readFileSync('docs/policy/jubir.json', 'utf8')) };
}

/** A policy file with other values. */
function fileWith(id: string, policy: object): object {
  return kind === 'chromium'
    ? { '3rdparty': { extensions: { [id]: policy } } }
    : { policies: { '3rdparty': { Extensions: { [id]: policy } } } };
}

/** The place where this browser reads its policy, or why there is none. */
const door = await openPolicy(kind).catch((error: unknown) => {
  if (error instanceof NoPolicyHere) return error;
  throw error;
});

if (door instanceof NoPolicyHere) {
  console.warn(`SKIPPED, no policy was tried in ${kind}: ${door.message}`);
  test.skip(`the city’s policy: ${door.message}`);
} else {
  describe('the city’s policy', () => policyTests(door));
}

function policyTests({ id, put, change, remove }: PolicyDoor): void {
  let jubir: Jubir;
  let options: Page;
  const start = async () => {
    jubir = new Jubir(kind);
    await jubir.start({ profile, change, welcome: true });
  };
  const restart = async () => {
    await jubir.stop();
    await start();
  };
  const kept = async () => {
    const stored = await jubir.stored<{ city?: City; 'city-faults'?: Fault[] }>();
    return { city: stored.city ?? {}, faults: stored['city-faults'] ?? [] };
  };
  const waitForCity = (what: string, pass: (city: City) => boolean) =>
    poll(what, async () => pass((await kept()).city), 30_000);
  const openOptions = async (fragment = '') => {
    const page = await jubir.openPage('options.html', fragment);
    await page.setViewport({ width: 1000, height: 900 });
    await page.waitForSelector('#city');
    return page;
  };
  const isReadOnly = (field: string) =>
    options.$eval(field, (box) => (box as HTMLInputElement).readOnly || (box as HTMLInputElement).disabled);
  const typedIn = (field: string) => options.$eval(field, (box) => (box as HTMLInputElement).value);

  beforeAll(async () => {
    const { file } = readyFile(id);
    put(JSON.parse(file));
    await start();
    await waitForCity('the policy', (city) => city.model === false);
    await waitForReleases(jubir);
  });
  afterEach(() => expect(jubir.session.problems.splice(0), 'uncaught errors in Jubir').toEqual([]));
  afterAll(async () => {
    await jubir?.stop();
    remove();
    rmSync(profile, { recursive: true, force: true });
    rmSync(`${profile}-extension`, { recursive: true, force: true });
  });

  test('the ready file is taken whole, without a fault', async () => {
    const { base } = readyFile(id);
    const { city, faults } = await kept();
    expect(faults).toEqual([]);
    expect(Object.keys(city).sort()).toEqual(Object.keys(base).sort());
  });

  test('what the city set shows as set, and cannot be changed', async () => {
    options = await openOptions();
    expect(await typedIn('#house-hashtags')).toBe('#KotaBogor');
    for (const field of ['#house-hashtags', '#house-mentions', '#house-closing', '#folder-address']) {
      const before = await typedIn(field);
      await options.type(field, 'x');
      expect(await typedIn(field), field).toBe(before);
      expect(await isReadOnly(field), field).toBe(true);
      await waitForText(options, `${field}-city`, words.setByCity);
    }
    expect(await options.$eval('[name=language]', (radio) => radio.matches(':disabled'))).toBe(true);
    expect(
      await options.$eval('[aria-labelledby=notifications] .hours', (set) => set.matches(':disabled')),
    ).toBe(true);
    expect(
      await options.$$eval('.picker label', (labels) => labels.map((label) => label.textContent)),
    ).toEqual(['X', 'WhatsApp', 'Facebook', 'Instagram']);
    // The city's own captions and checks have no field elsewhere.
    const section = await options.$eval('[aria-labelledby=city]', (own) => own.textContent ?? '');
    expect(section).toContain('https://humas.kotabogor.go.id/takarir.json');
    expect(section).toContain(`${words.checkNames.noLink}: ${words.severities.stop}`);
    const row = '[data-source=kota-bogor]';
    await waitForText(options, `${row} .city-mark`, words.setByCity);
    for (const tool of [texts.sources.pause, texts.sources.remove]) {
      expect(await options.$(`${row} ${labelled(tool)}`)).toBeNull();
    }
    await expectAccessible(jubir, options);
  });

  test('no model can be set up, whoever asks', async () => {
    await waitForText(options, '[aria-labelledby=model] .city-mark', words.noModel);
    expect(await options.$('[name=model]')).toBeNull();
    await jubir.send('set-model', {
      model: { kind: 'address', address: 'http://localhost:9/v1', name: 'kecil' },
      key: 'rahasia',
    });
    const { settings } = await jubir.stored<{ settings: { model: { kind: string } } }>();
    expect(settings.model.kind).toBe('off');
  });

  test('captions carry the house’s hashtag and closing line, and a missing link stops', async () => {
    const { rows } = await readSnapshot(jubir);
    for (const { captions } of rows) {
      expect(captions.facebook?.text).toMatch(/Info resmi Pemerintah Kota Bogor|Kabar resmi dari Kota Bogor/);
      expect(captions.facebook?.text).toContain('@pemkotbogor');
    }
    expect(rows.filter(({ captions }) => captions.facebook?.text.includes('#KotaBogor'))).not.toEqual([]);
    const panel = await jubir.openPage('sidepanel.html');
    await panel.waitForSelector('[data-release]');
    await openComposer(panel, rowAt({ rows }, 0));
    await poll('the caption', async () => (await boxText(panel)) !== '');
    await fillBox(panel, 'Taman kota dibuka untuk semua warga.');
    await panel.waitForSelector('.warning-stop');
    const warning = await panel.$eval('.warnings li', (item) => item.textContent ?? '');
    expect(warning).toContain(texts.checks.stop);
    expect(warning).toContain(texts.checks.reasons.noLink());
    await closePage(panel);
  });

  test('a source of the city waits for one click, which the popup leads to', async () => {
    expect((await jubir.table<Source>('sources')).map(({ id: source, city }) => [source, city])).toEqual([
      ['kota-bogor', 'https://kotabogor.go.id/berita'],
    ]);
    expect(jubir.portal.seen('contohkota.go.id')).toEqual([]);
    const popup = await openList(jubir);
    await waitForText(popup, '.copy-reminder p', texts.city.waiting(1));
    await popup.click(worded(texts.city.allow)).catch((error: Error) => {
      if (!popup.isClosed()) throw error;
    });
    await jubir.waitForUrl((url) => url.hash === '#sumber-kota');
    await closePage(popup);
    await closePage(options);
    options = await openOptions('#sumber-kota');
    await jubir.session.allowHost('https://*/*');
    await options.bringToFront();
    await options.waitForSelector(labelled(words.waiting.allow('Dinas Contoh')));
    await options.click(labelled(words.waiting.allow('Dinas Contoh')));
    await options.waitForSelector('[data-source=contohkota-go-id-feed-rss-xml] .city-mark');
    expect(await options.$('.city-waits')).toBeNull();
    await poll('its releases', async () => {
      const releases = await jubir.table<Release>('releases');
      return releases.some(({ sourceId }) => sourceId === 'contohkota-go-id-feed-rss-xml');
    });
    await waitForSnapshot(jubir, 'nothing to wait', ({ waiting }) => waiting === undefined);
  });

  test('the city’s captions wait for one click too, are checked by its key, and stand first', async () => {
    const { rows } = await readSnapshot(jubir);
    // One that nobody has written about yet.
    const { id: row, url, title } = rowAt({ rows: rows.filter((each) => each.url.endsWith('/3012')) }, 0);
    const captionOf = (now: Snapshot) => now.rows.find((each) => each.id === row)?.captions.x?.text ?? '';
    let body = await cityFeed(url, title, 'Ditulis oleh Humas.');
    const address = 'https://humas.kotabogor.go.id/takarir.json';
    jubir.portal.sites.set('humas.kotabogor.go.id', () => ({
      [address]: { type: 'application/json', body },
    }));
    const section = '[aria-labelledby=humas]';
    await waitForText(options, `${section} .city-list`, address);
    expect(await options.$(`${section} input:not([type=checkbox])`)).toBeNull();
    await options.waitForSelector(worded(later.id.humas.feed.allow));
    await options.click(worded(later.id.humas.feed.allow));
    await waitForSnapshot(jubir, 'its caption', (now) => captionOf(now).startsWith('Ditulis oleh Humas.'));
    // Somebody changes the file and has not the city's key.
    body = body.replace('Ditulis oleh Humas.', 'Ditulis orang lain.');
    await options.waitForSelector(worded(later.id.humas.feed.again));
    await options.click(worded(later.id.humas.feed.again));
    await waitForText(options, section, new RegExp(later.id.humas.feed.reasons.forged));
    expect(captionOf(await readSnapshot(jubir))).toMatch(/^Ditulis oleh Humas/);
  });

  test('a change is taken while the browser runs in Chromium, and at restart in Firefox', async () => {
    const { base } = readyFile(id);
    const { hashtags: _, model: __, ...open } = base;
    put(fileWith(id, { ...open, language: 'en', platforms: ['line'] }));
    if (kind === 'firefox') {
      await restart();
      options = await openOptions();
    }
    await waitForCity('the change', ({ language }) => language === 'en');
    await waitForText(options, 'h1', en.options.title);
    // What the city let go of is the official's again.
    expect(await isReadOnly('#house-hashtags')).toBe(false);
    expect(await typedIn('#house-hashtags')).toBe('');
    expect(
      await options.$$eval('.picker label', (labels) => labels.map((label) => label.textContent)),
    ).toEqual(['LINE']);
    expect(await options.$('[name=model]')).not.toBeNull();
    const popup = await openList(jubir);
    expect(await popup.$eval('html', (page) => page.lang)).toBe('en');
    await closePage(popup);
  });

  test('after a restart what the city set holds at once, and goes on holding', async () => {
    await restart();
    const seen: (string | undefined)[] = [];
    for (let looks = 0; looks < 20; looks += 1) {
      seen.push((await kept()).city.language);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(new Set(seen)).toEqual(new Set(['en']));
  });

  test('a damaged value is named by its place, and the others hold', async () => {
    const inside = {
      language: 'jv',
      hashtags: ['KotaBogor', 7],
      sources: [{ url: 'https://kotabogor.go.id/berita' }, { url: 'bukan alamat' }],
      quietHours: { from: 25, to: 6 },
      captionFeed: 'https://humas.kotabogor.go.id/takarir.json',
      captionKey: 'rusak',
      kanal: ['x'],
      model: false,
    };
    put(fileWith(id, { json: JSON.stringify(inside) }));
    if (kind === 'firefox') await restart();
    await waitForCity('the change', ({ model }) => model === false);
    const { city, faults } = await kept();
    expect(Object.keys(city).sort()).toEqual(['hashtags', 'model', 'sources']);
    expect(city.hashtags).toEqual(['KotaBogor']);
    options = await openOptions();
    const told = await options.$$eval('[aria-labelledby=city-faults] li', (items) =>
      items.map((item) => item.textContent ?? ''),
    );
    expect(told).toHaveLength(faults.length);
    const { reasons } = words.faults;
    expect(told.sort()).toEqual(
      [
        `captionFeed: ${reasons.unsigned}`,
        `captionKey: ${reasons.key}`,
        `hashtags[1]: ${reasons.hashtag}`,
        `kanal: ${reasons.unknown}`,
        `language: ${reasons.language}`,
        `quietHours.from: ${reasons.hour}`,
        `sources[1].url: ${reasons.address}`,
      ].sort(),
    );
    await expectAccessible(jubir, options);
  });
}
