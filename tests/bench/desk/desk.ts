import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { root } from '../../browsers/build.ts';
import type { BrowserKind } from '../../browsers/find.ts';
import { launch } from '../../browsers/launch.ts';
import { poll, type Session } from '../../browsers/session.ts';
import { startPortal } from '../../city/portal.ts';
import { median, table } from '../report.ts';
import { fillHistory } from './history.ts';
import { longestWork } from './trace.ts';

const sizes = (process.env.SIZES ?? '10,1000,10000').split(',').map(Number);
const kinds = (process.env.BROWSERS ?? 'chromium,firefox').split(',') as BrowserKind[];
/** Times each desk is opened, alternating. */
const rounds = Number(process.env.ROUNDS ?? 9);
const scrolls = 3;
/** Frames in which the whole list goes by: with ten thousand rows, each frame draws another window full. */
const frames = 240;
const searched = 'pasar bogor';
const typed = ' ditambah lagi';

interface Measured {
  size: number;
  open: number[];
  /** Per scroll: the longest frame, and the middle one. */
  longest: number[];
  frame: number[];
  /** Per scroll: the longest work of the page's own, where the browser tells it. */
  work: number[];
  search: number[];
  write: number[];
}

/** What `mark.js` keeps in the page. */
interface Bench {
  firstRows: number | null;
  letters: number[];
  scroll(count: number): Promise<number[]>;
}
const inPage = { firstRows: () => (globalThis as unknown as { bench: Bench }).bench.firstRows };

/** The shipped desk but for one script tag. */
function marked(extension: string): void {
  copyFileSync(join(root, 'tests/bench/desk/mark.js'), join(extension, 'mark.js'));
  const desk = join(extension, 'desk.html');
  writeFileSync(desk, readFileSync(desk, 'utf8').replace('<head>', '<head><script src="/mark.js"></script>'));
}

const size = { width: 1280, height: 800 };

/** Opens the desk in a tab of its own after everything of ours was stopped. */
async function open(session: Session): Promise<{ page: Page; firstRows: number }> {
  await session.killBackground();
  await sleep(300);
  const page = await session.openPage('desk.html', size);
  const firstRows = await poll('the first rows', () => page.evaluate(inPage.firstRows), 30_000);
  return { page, firstRows };
}

/** Types letter by letter, as a quick person does, and gives the milliseconds until each was obeyed on the screen. */
async function type(page: Page, selector: string, text: string): Promise<number[]> {
  await page.focus(selector);
  await page.evaluate(() => {
    (globalThis as unknown as { bench: Bench }).bench.letters = [];
  });
  for (const letter of text) {
    await page.keyboard.type(letter);
    await sleep(60);
  }
  await sleep(300);
  return page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.letters);
}

const shown = (page: Page): Promise<string> =>
  page.$eval('[data-shelf=all] .shelf-count', ({ textContent }) => textContent ?? '');

/** The desk, open and read to its end. */
async function openWhole(session: Session): Promise<Page> {
  const { page } = await open(session);
  await poll('all of it', async () => (await shown(page)) !== '', 30_000);
  await page.bringToFront();
  await sleep(1000);
  return page;
}

const scrollThrough = (page: Page): Promise<number[]> =>
  page.evaluate((count) => (globalThis as unknown as { bench: Bench }).bench.scroll(count), frames);

async function measureScroll(kind: BrowserKind, page: Page, measured: Measured): Promise<void> {
  // A page that is not in front gets no frames.
  await page.bringToFront();
  const times = await scrollThrough(page);
  measured.longest.push(Math.max(...times));
  measured.frame.push(median(times));
  if (kind === 'chromium') measured.work.push(await longestWork(page, () => scrollThrough(page)));
}

async function measureLetters(page: Page, measured: Measured): Promise<void> {
  await page.bringToFront();
  measured.search.push(...(await type(page, '.search input', searched)));
  await page.$eval('.search input', (field) => {
    (field as HTMLInputElement).value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.click('[data-shelf=drafts]');
  await page.waitForSelector('.composer textarea');
  await sleep(500);
  measured.write.push(...(await type(page, '.composer textarea', typed)));
}

async function runIn(kind: BrowserKind): Promise<Measured[]> {
  const portal = await startPortal();
  const all: { session: Session; measured: Measured }[] = [];
  try {
    for (const count of sizes) {
      const session = await launch(kind, { port: portal.port }, marked);
      const none = { open: [], longest: [], frame: [], work: [], search: [], write: [] };
      all.push({ session, measured: { size: count, ...none } });
      await fillHistory(session, count);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { session, measured } of all) {
        const { page, firstRows } = await open(session);
        measured.open.push(firstRows);
        await page.close();
      }
      process.stdout.write(`\r  ${kind}: opened ${round + 1} of ${rounds}`);
    }
    process.stdout.write('\n');
    const opened = [];
    for (const { session, measured } of all) opened.push({ page: await openWhole(session), measured });
    for (let run = 0; run < scrolls; run += 1) {
      for (const { page, measured } of opened) await measureScroll(kind, page, measured);
    }
    for (const { page, measured } of opened) await measureLetters(page, measured);
    return all.map(({ measured }) => measured);
  } finally {
    for (const { session } of all) await session.close();
    await portal.close();
  }
}

function report(kind: BrowserKind, all: Measured[]): boolean {
  const [small] = all;
  const large = all.at(-1);
  if (!small || !large) return false;
  const cell = (of: (each: Measured) => number[], each: Measured) =>
    of(each).length === 0
      ? '–'
      : `${median(of(each)).toFixed(1)} (${(median(of(each)) / median(of(small))).toFixed(2)})`;
  console.log(
    table(
      [
        `${kind}: entries`,
        'first rows',
        'longest frame',
        'middle frame',
        'own work',
        'letter searched',
        'letter written',
      ],
      all.map((each) => [
        String(each.size),
        cell(({ open: times }) => times, each),
        cell(({ longest }) => longest, each),
        cell(({ frame }) => frame, each),
        cell(({ work }) => work, each),
        cell(({ search }) => search, each),
        cell(({ write }) => write, each),
      ]),
    ),
  );
  const opening = median(large.open) / median(small.open);
  const longest = median(large.longest);
  const bars: [what: string, value: number, bar: number][] = [
    [`opening with ${large.size} / with ${small.size}`, opening, 1.5],
    [`longest frame while scrolling through ${large.size}, ms`, longest, 50],
  ];
  if (large.work.length > 0) {
    bars.push(['longest work of its own in a frame of that, ms', median(large.work), 50]);
  }
  for (const [what, value, bar] of bars) {
    console.log(`${value <= bar ? 'HELD  ' : 'MISSED'} ${what}: ${value.toFixed(2)} (bar ${bar})`);
  }
  return opening <= 1.5;
}

/** The desk with ten, a thousand and ten thousand entries, each in a profile of its own, in one run. */
export async function run(): Promise<boolean> {
  console.log(`
Desk: from navigation to the first rows painted (${rounds} openings each, alternating, the background stopped before), frames
while the whole list goes by in ${frames} of them (median of ${scrolls}, alternating; own work: the longest that the page's main thread
worked at a stretch, in processor time, which neighbours do not lengthen), and from a letter to its being painted, in the
search and in the composer. Medians in ms (times the smallest desk in this run).
`);
  let held = true;
  // Frames are told, but only what is measured against the smallest desk can fail: neighbours cost frames too.
  for (const kind of kinds) held = report(kind, await runIn(kind)) && held;
  return held;
}
