import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { builds } from '../../browsers/build.ts';
import { poll } from '../../browsers/session.ts';
import { Jubir } from '../../e2e/jubir.ts';
import { waitForReleases } from '../../e2e/steps.ts';
import { table } from '../report.ts';
import { percentile } from '../search/queries.ts';

/** Times each page is loaded. */
const rounds = Number(process.env.ROUNDS ?? 30);
const elements = 20_000;
/** As the issue has it, in milliseconds. */
const bar = 5;
const script = 'content-scripts/release.js';

/** Marks around the script, and around the button's building; what they wrap is this world's own, not the page's. */
const before = `performance.mark('jubir:start');
{
  const { createElementNS, elementsFromPoint } = Document.prototype;
  Document.prototype.createElementNS = function (...given) {
    performance.mark('jubir:make');
    return createElementNS.apply(this, given);
  };
  Document.prototype.elementsFromPoint = function (...given) {
    performance.mark('jubir:look');
    const found = elementsFromPoint.apply(this, given);
    performance.mark('jubir:looked');
    return found;
  };
  const { append } = Element.prototype;
  Element.prototype.append = function (...given) {
    append.apply(this, given);
    performance.mark('jubir:made');
  };
}
`;
const after = `\n;performance.mark('jubir:end');`;
/** The least that a script which asks the background can do. */
const floor = `performance.mark('floor:start'); chrome.runtime.sendMessage({ floor: true }).catch(() => {});
performance.mark('floor:end');`;

interface Times {
  floor: number[];
  idle: number[];
  button: number[];
  /** Whether something of the page's own stays where the button is. */
  look: number[];
}

const pages = {
  long: 'https://kotabogor.go.id/panjang',
  short: 'https://kotabogor.go.id/pendek',
  release: 'https://kotabogor.go.id/berita-detail/3014',
};

function prepare(extension: string): void {
  const path = join(extension, script);
  writeFileSync(path, before + readFileSync(path, 'utf8') + after);
  writeFileSync(join(extension, 'content-scripts/floor.js'), floor);
}

/** A paragraph, a link and a list item by turns, in sections: as deep as a portal's page is. */
function markup(count: number): string {
  const section = `<section><h2>Berita</h2>${'<p>Pemkot Bogor <a href="/berita">menata</a> taman</p>'.repeat(19)}</section>`;
  return `<!DOCTYPE html><html><head><title>Panjang</title></head><body>${section.repeat(Math.ceil(count / 40))}</body></html>`;
}

/** Milliseconds between two marks, from the first to the last. */
function between(page: Page, start: string, end: string): Promise<number | null> {
  return page.evaluate(
    (from, to) => {
      const [first] = performance.getEntriesByName(from, 'mark');
      const last = performance.getEntriesByName(to, 'mark').at(-1);
      return first && last ? last.startTime - first.startTime : null;
    },
    start,
    end,
  );
}

async function time(page: Page, url: string, times: Times, withButton: boolean): Promise<void> {
  await page.goto(url);
  const take = async (start: string, end: string) =>
    poll(end, async () => {
      const took = await between(page, start, end);
      // Nothing at all is less than the clock tells, and not to be taken for "not yet".
      return took === null ? null : { took };
    });
  times.floor.push((await take('floor:start', 'floor:end')).took);
  times.idle.push((await take('jubir:start', 'jubir:end')).took);
  if (!withButton) return;
  times.look.push((await take('jubir:look', 'jubir:looked')).took);
  times.button.push((await take('jubir:make', 'jubir:made')).took);
}

/** What the content script costs the pages of a source: its evaluation up to the question being asked, and the button. */
export async function run(): Promise<boolean> {
  const jubir = new Jubir('chromium');
  await jubir.start({ change: prepare });
  const times = Object.fromEntries(
    Object.keys(pages).map((name) => [name, { floor: [], idle: [], button: [], look: [] }]),
  ) as unknown as Record<keyof typeof pages, Times>;
  try {
    await waitForReleases(jubir);
    await jubir.session.inExtension(async () => {
      const { browser } = globalThis as unknown as {
        browser: { scripting: { registerContentScripts(scripts: object[]): Promise<void> } };
      };
      const matches = ['https://kotabogor.go.id/*'];
      const js = ['content-scripts/floor.js'];
      await browser.scripting.registerContentScripts([{ id: 'floor', js, matches, runAt: 'document_idle' }]);
    });
    const long = markup(elements);
    jubir.portal.pages.set(pages.long, long).set(pages.short, markup(40)).set(pages.release, long);
    const page = await jubir.session.browser.newPage();
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
        await time(page, pages[name], times[name], name === 'release');
      }
    }
  } finally {
    await jubir.stop();
  }
  // The first load of each meets caches that are still empty, and does not count.
  for (const each of Object.values(times)) for (const list of Object.values(each)) (list as number[]).shift();
  return report(times);
}

function report(times: Record<keyof typeof pages, Times>): boolean {
  const row = (label: string, list: number[], base: number[]) => {
    const mean = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
    const numbers = [percentile(list, 0.5), percentile(list, 0.95), Math.min(...list), mean(list)];
    return [label, ...numbers.map((each) => each.toFixed(2)), (mean(list) / mean(base)).toFixed(1)];
  };
  const { long, short, release } = times;
  const size = gzipSync(readFileSync(join(builds.chromium, script)), { level: 9 }).length;
  console.log(
    table(
      ['milliseconds in Chromium', 'p50', 'p95', 'least', 'mean', 'mean / floor'],
      [
        row('floor: a script that sends one message', long.floor, long.floor),
        row('a page of 40 elements: evaluated, question asked', short.idle, short.floor),
        row(`a page of ${elements} elements: the same`, long.idle, long.floor),
        row(`a release of ${elements} elements: the same`, release.idle, release.floor),
        row('the button built and put on it', release.button, release.floor),
        row('once it is drawn: a look at what it covers', release.look, release.floor),
      ],
    ),
  );
  console.log(`  ${script}: ${(size / 1024).toFixed(1)} KiB gzip\n`);
  return Math.min(...long.idle) < bar;
}
