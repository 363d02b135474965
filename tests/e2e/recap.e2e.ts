import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { factsOf } from '../../utils/recap/facts.ts';
import { writeRecap } from '../../utils/recap/file.ts';
import { monthKey, monthsLater } from '../../utils/recap/month.ts';
import { poll } from '../browsers/session.ts';
import { monthOfPosts } from '../recap/samples.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { storeHistory } from './history.ts';
import { closePage, labelled, setSettings, waitForReleases, waitForText, worded } from './steps.ts';

const jubir = useJubir();
const words = later.id.recap;
const now = new Date();
/** Three thousand posts are of the month before; the one before that is handed in by forty people. */
const thisMonth = { year: now.getFullYear(), month: now.getMonth() };
const full = monthsLater(thisMonth, -1);
const handed = monthsLater(thisMonth, -2);
const folder = mkdtempSync(join(tmpdir(), 'jubir-recap-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await waitForReleases(jubir);
  const { posts, releases } = monthOfPosts(full, 3_000);
  await storeHistory(jubir.session, [], posts, releases);
});

async function openRecap(month = full): Promise<Page> {
  const desk = await jubir.openPage('desk.html', '#rekap');
  await desk.waitForSelector('.recap-month select');
  await choose(desk, month);
  return desk;
}

async function choose(desk: Page, month: typeof full): Promise<void> {
  await desk.select('.recap-month select', monthKey(month));
  await poll('the month', async () => {
    const title = await desk.title();
    return title.includes(monthKey(month)) && (await desk.$('.recap')) !== null;
  });
}

const valuesOf = (desk: Page) =>
  desk.$$eval('.recap-value', (values) => values.map(({ textContent }) => textContent));

/** Forty offices' files, one of them no recap and one full of markup. */
function fortyFiles(): string[] {
  const sources = new Map([['kota-bogor', 'Kota Bogor']]);
  return Array.from({ length: 40 }, (_, n) => {
    const { posts, releases } = monthOfPosts(handed, 75);
    const own = posts.map((post) => ({ ...post, id: `${post.id}-${n}` }));
    const facts = factsOf(handed, { posts: own, releases, sources });
    const [first] = facts.posts;
    if (n === 9 && first)
      Object.assign(first, { title: '<b id="hostile">tebal</b>', line: '<script>1</script>' });
    const file = join(folder, `rekap-${n}.json`);
    writeFileSync(file, n === 3 ? '{"app":"Lain"}' : writeRecap(facts, `Kelurahan Nomor ${n}`, Date.now()));
    return file;
  });
}

test('a month of three thousand posts, reached from the desk’s shelves, with the network off', async () => {
  const desk = await jubir.openPage('desk.html');
  await jubir.session.setOffline(true);
  try {
    await desk.waitForSelector('.shelf');
    await desk.click(worded(words.title));
    await desk.waitForSelector('.recap-month select');
    await choose(desk, full);
    expect(await valuesOf(desk)).toEqual([
      '2.500',
      expect.stringMatching(/^\d+ dari \d+$/),
      expect.any(String),
      '500',
    ]);
    expect(await desk.$$eval('.recap-days > g .recap-solid', (bars) => bars.length)).toBeGreaterThan(27);
    expect(await desk.$$eval('.recap-item', (items) => items.length)).toBeLessThan(13);
    await expectAccessible(jubir, desk);
  } finally {
    await jubir.session.setOffline(false);
    await closePage(desk);
  }
});

test('a star is stored, stands on the post, and is taken back', async () => {
  const desk = await openRecap();
  await desk.click('.recap-choose summary');
  const star = '.recap-choose li:nth-child(2) .recap-star';
  await desk.waitForSelector(star);
  const before = await starred();
  await desk.click(star);
  await waitForText(desk, '.toast', new RegExp(words.starred));
  expect(await starred()).toHaveLength(before.length + 1);
  await poll('the line', async () => (await desk.$$('.recap-quote')).length === before.length + 1);
  await desk.click(worded(texts.app.undo));
  await poll('the star taken back', async () => (await starred()).length === before.length);
  await closePage(desk);
});

const starred = async () =>
  (await jubir.table<Post>('posts')).filter(({ starredAt = 0 }) => starredAt > 0).map(({ id }) => id);

test('what waits opens on the desk', async () => {
  const desk = await openRecap();
  const title = await desk.$eval('.recap-open', (button) => button.textContent);
  await desk.click('.recap-open');
  await waitForText(desk, '.desk-detail .post h2', title ?? '');
  await desk.click(worded(words.star));
  await desk.waitForSelector(worded(words.unstar));
  await desk.click(worded(words.unstar));
  await desk.waitForSelector(worded(words.star));
  await closePage(desk);
});

test('an empty month says so', async () => {
  const empty = monthsLater(full, 1);
  const desk = await openRecap(empty);
  await desk.waitForSelector('.recap-empty');
  expect((await valuesOf(desk))[0]).toBe('0');
  await expectAccessible(jubir, desk);
  await closePage(desk);
});

describe('forty people’s months', () => {
  let desk: Page;
  beforeAll(async () => {
    desk = await openRecap();
  });

  test('stand on one page together; what is none is named, and nothing is stored', async () => {
    const before = JSON.stringify([await jubir.table('posts'), await jubir.table('releases')]).length;
    const input = (await desk.$('.recap-files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...fortyFiles());
    await waitForText(desk, '#recap-joined', words.joined('39'));
    expect((await valuesOf(desk))[0]).toBe('2.457');
    expect(
      await desk.$$eval('.recap-left-out li', (lines) => lines.map(({ textContent }) => textContent)),
    ).toEqual([`rekap-3.json: ${words.reasons['not-ours']}`]);
    expect(await desk.$('#hostile, .recap script')).toBeNull();
    await expectAccessible(jubir, desk);
    expect(JSON.stringify([await jubir.table('posts'), await jubir.table('releases')]).length).toBe(before);
    expect(JSON.stringify(await jubir.stored())).not.toContain('Kelurahan Nomor');
  });

  test('are gone once they are closed', async () => {
    await desk.click(worded(words.closeJoined));
    await desk.waitForSelector(labelled(words.before));
    expect(await valuesOf(desk)).toContain('2.500');
    await closePage(desk);
  });
});

describe.runIf(inject('browserKind') === 'chromium')('on paper', () => {
  /** The PDF that the browser makes of the page, as a text of one character a byte. */
  async function printed(desk: Page): Promise<string> {
    const client = await desk.createCDPSession();
    const { data } = await client.send('Page.printToPDF', { preferCSSPageSize: true });
    await client.detach();
    return Buffer.from(data, 'base64').toString('latin1');
  }
  const pagesOf = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  test.each(['id', 'en'] as const)(
    'one sheet of A4, whatever the month and the screen, in %s',
    async (language) => {
      await setSettings(jubir, { language });
      try {
        const desk = await openRecap();
        for (const month of [full, monthsLater(full, 1)]) {
          await choose(desk, month);
          for (const value of ['dark', 'light']) {
            await desk.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
            const pdf = await printed(desk);
            expect(pagesOf(pdf)).toBe(1);
            expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
          }
        }
        await closePage(desk);
      } finally {
        await setSettings(jubir, { language: 'id' });
      }
    },
  );

  test('the longest that files can bring is one sheet too, and white though the screen is dark', async () => {
    const desk = await openRecap();
    const long = 'Sangat panjang sekali tanpa henti '.repeat(40).trim();
    const { posts, releases } = monthOfPosts(handed, 300);
    const platforms = [
      'x',
      'whatsapp',
      'threads',
      'facebook',
      'instagram',
      'telegram',
      'linkedin',
      'line',
    ] as const;
    const facts = factsOf(handed, {
      posts: posts.map((post, n) => ({
        ...post,
        ...{ releaseTitle: long, text: `${long}\n\n${long}`, starredAt: 1 },
        ...{ platform: platforms[n % 8] ?? 'x', sourceId: `s${n % 20}` },
      })),
      releases: releases.map((release, n) => ({
        ...release,
        title: long,
        ...(n > 9 && { changedAt: release.order + 1e7 }),
      })),
      sources: new Map(Array.from({ length: 20 }, (_, n) => [`s${n}`, `${n} ${long}`.slice(0, 190)])),
    });
    for (const release of facts.releases) if (release.moved) release.platforms = [...platforms];
    for (const post of facts.posts) if (post.state === 'posted') post.delay = 5_000_000;
    const files = Array.from({ length: 40 }, (_, n) => {
      const file = join(folder, `panjang-${n}.json`);
      writeFileSync(file, writeRecap(facts, `${n} ${long}`, Date.now()));
      return file;
    });
    const input = (await desk.$('.recap-files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...files);
    await waitForText(desk, '#recap-joined', words.joined('40'));
    await desk.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(pagesOf(await printed(desk))).toBe(1);
    await desk.emulateMediaType('print');
    const ground = await desk.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    await closePage(desk);
  });
});
