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

async function measure(session: Session, measured: Measured): Promise<void> {
  const { page } = await open(session);
  await poll('all of it', async () => (await shown(page)) !== '', 30_000);
  await page.bringToFront();
  await sleep(1000);
  for (let run = 0; run < scrolls; run += 1) {
    const times = await page.evaluate(
      (count) => (globalThis as unknown as { bench: Bench }).bench.scroll(count),
      frames,
    );
    measured.longest.push(Math.max(...times));
    measured.frame.push(median(times));
  }
  measured.search.push(...(await type(page, '.search input', searched)));
  await page.$eval('.search input', (field) => {
    (field as HTMLInputElement).value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.click('[data-shelf=drafts]');
  await page.waitForSelector('.composer textarea');
  await sleep(500);
  measured.write.push(...(await type(page, '.composer textarea', typed)));
  await page.close();
}

async function runIn(kind: BrowserKind): Promise<Measured[]> {
  const portal = await startPortal();
  const all: { session: Session; measured: Measured }[] = [];
  try {
    for (const count of sizes) {
      const session = await launch(kind, { port: portal.port }, marked);
      const none = { open: [], longest: [], frame: [], search: [], write: [] };
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
    for (const { session, measured } of all) await measure(session, measured);
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
    `${median(of(each)).toFixed(1)} (${(median(of(each)) / median(of(small))).toFixed(2)})`;
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
  for (const [what, value, bar] of bars) {
    console.log(`${value <= bar ? 'HELD  ' : 'MISSED'} ${what}: ${value.toFixed(2)} (bar ${bar})`);
  }
  return opening <= 1.5;
}

/** The desk with ten, a thousand and ten thousand entries, each in a profile of its own, in one run. */
export async function run(): Promise<boolean> {
  const measured: [BrowserKind, Measured[]][] = [];
  for (const kind of kinds) measured.push([kind, await runIn(kind)]);
  console.log(`
Desk: from navigation to the first rows painted (${rounds} openings each, alternating, the background stopped before), frames
while the whole list goes by in ${frames} of them (median of ${scrolls}), and from a letter to its being painted, in the search and in
the composer. Medians in ms (times the smallest desk in this run).
`);
  // Frames are told, but only what is measured against the smallest desk can fail: neighbours cost frames too.
  return measured.map(([kind, all]) => report(kind, all)).every(Boolean);
}
