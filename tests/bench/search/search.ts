import { ensureBrowsers } from '../../browsers/install.ts';
import { median, table } from '../report.ts';
import { type BenchBrowser, type BenchPage, startBenchBrowser } from './browser.ts';
import { generate, type Known, sharedSentences } from './generate.ts';
import type { Engine } from './page.ts';
import { keystrokes, knownQueries, meanReciprocalRank, percentile } from './queries.ts';

const sizes = (process.env.SIZES ?? '1000,10000,50000').split(',').map(Number);
/** Times each index is loaded, in a page of its own. */
const rounds = Number(process.env.ROUNDS ?? 5);
const knownItems = 400;
/** Queries that are typed letter by letter. */
const typed = 60;
const added = 20;
const seed = Number(process.env.SEED ?? 2016);
/** The generated releases end here. */
const until = Date.UTC(2026, 7, 20);
const engines = ['jubir', 'minisearch'] as const;

interface Measured {
  size: number;
  bytes: number;
  buildMs: number;
  segments: number;
  loadMs: number;
  answeredMs: number;
  heap: number;
  p50: number;
  p95: number;
  mrr: number;
  mrrSame: number;
  mrrOther: number;
  addMs: number;
}

async function fill(browser: BenchBrowser, count: number) {
  const page = await browser.open();
  for (let from = 0; from < count; from += 1000) {
    await page.run(
      (bench, address) => bench.store(address),
      `/releases?from=${from}&to=${Math.min(count, from + 1000)}`,
    );
  }
  const jubir = await page.run((bench) => bench.indexJubir());
  await page.close();
  const other = await browser.open();
  const minisearch = await other.run((bench) => bench.indexMini());
  await other.close();
  return { jubir, minisearch };
}

/** Opens a page, loads the index in it and tells how long that took and what it holds in memory. */
async function load(browser: BenchBrowser, engine: Engine) {
  const page = await browser.open();
  const before = await page.heap();
  const times = await page.run((bench, which) => bench.open(which, 'pasar murah'), engine);
  const heap = (await page.heap()) - before;
  return { page, ...times, heap };
}

async function rank(
  page: BenchPage,
  engine: Engine,
  queries: { text: string; id: string }[],
): Promise<number> {
  return meanReciprocalRank(await page.run((bench, which, all) => bench.ranks(which, all), engine, queries));
}

async function measure(size: number): Promise<Record<Engine, Measured>> {
  const all = [...generate(size + added * 2, seed, until, sharedSentences())];
  const archive = all.slice(0, size);
  const later = all.slice(size).map(({ release }) => release);
  const step = Math.max(1, Math.floor(size / knownItems));
  const known: Known[] = archive.filter((_, at) => at % step === 0).slice(0, knownItems);
  const queries = knownQueries(known, seed + 1);
  const keys = keystrokes(queries.slice(0, typed));
  const browser = await startBenchBrowser(archive.map(({ release }) => release));
  try {
    const built = await fill(browser, size);
    const loads: Record<Engine, { loaded: number; answered: number; heap: number }[]> = {
      jubir: [],
      minisearch: [],
    };
    for (let round = 0; round < rounds; round++) {
      for (const engine of engines) {
        const { page, ...loaded } = await load(browser, engine);
        loads[engine].push(loaded);
        await page.close();
      }
    }
    const result: Partial<Record<Engine, Measured>> = {};
    for (const [at, engine] of engines.entries()) {
      const { page } = await load(browser, engine);
      await page.run((bench, which, some) => bench.time(which, some), engine, keys.slice(0, 50));
      const times = await page.run((bench, which, some) => bench.time(which, some), engine, keys);
      const mrr = await rank(page, engine, queries);
      const mrrSame = await rank(
        page,
        engine,
        queries.filter(({ otherForm }) => !otherForm),
      );
      const mrrOther = await rank(
        page,
        engine,
        queries.filter(({ otherForm }) => otherForm),
      );
      const releases = later.slice(at * added, (at + 1) * added);
      const adds = await page.run((bench, which, some) => bench.add(which, some), engine, releases);
      await page.close();
      result[engine] = {
        size,
        bytes: built[engine].bytes,
        buildMs: built[engine].ms,
        segments: built[engine].segments,
        loadMs: median(loads[engine].map(({ loaded }) => loaded)),
        answeredMs: median(loads[engine].map(({ answered }) => answered)),
        heap: median(loads[engine].map(({ heap }) => heap)),
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        mrr,
        mrrSame,
        mrrOther,
        addMs: median(adds),
      };
    }
    return result as Record<Engine, Measured>;
  } finally {
    await browser.close();
  }
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);

function row(name: string, each: Measured): string[] {
  return [
    name,
    String(each.size),
    mb(each.bytes),
    String(each.segments),
    each.loadMs.toFixed(1),
    each.answeredMs.toFixed(1),
    mb(each.heap),
    each.p50.toFixed(2),
    each.p95.toFixed(2),
    each.mrr.toFixed(3),
    each.mrrSame.toFixed(3),
    each.mrrOther.toFixed(3),
    each.addMs.toFixed(1),
    (each.buildMs / 1000).toFixed(1),
  ];
}

/** Searching archives of three sizes beside MiniSearch, in one Chromium each. */
export async function run(): Promise<boolean> {
  await ensureBrowsers(['chromium']);
  const measured: Record<Engine, Measured>[] = [];
  for (const size of sizes) {
    measured.push(await measure(size));
    console.log(`  ${size} releases measured`);
  }
  console.log(`
Search: generated releases (seed ${seed}${sharedSentences().length > 0 ? ', with sentences of ../shared/data' : ''}), medians of ${rounds} pages each.
Load: page open, nothing of the index in memory, IndexedDB closed before, until the index can be searched; answered: with a first query.
Heap: objects and ArrayBuffers after garbage collection (Runtime.getHeapUsage, used + backing storage), less the page's before loading.
Queries: ${typed} known-item queries of 2 to 4 words, letter by letter from the second on. MRR over ${knownItems} of them, whole;
a third has its verb in another form than the release. Added: until a new release is stored, indexed and found.
`);
  const head =
    'engine|releases|MB|segments|load ms|answered|heap MB|p50 ms|p95 ms|MRR|same form|other form|add ms|build s';
  const rows = measured.flatMap((each) => [row('Jubir', each.jubir), row('MiniSearch', each.minisearch)]);
  console.log(table(head.split('|'), rows));
  const largest = measured.at(-1);
  if (!largest) return false;
  const { jubir, minisearch } = largest;
  const bars: [what: string, value: number, bar: number][] = [
    ['load / MiniSearch', jubir.loadMs / minisearch.loadMs, 1 / 8],
    ['p95 / MiniSearch', jubir.p95 / minisearch.p95, 1 / 10],
    ['heap / MiniSearch', jubir.heap / minisearch.heap, 1 / 8],
    ['MiniSearch MRR / ours', minisearch.mrr / jubir.mrr, 1],
    ['MiniSearch MRR / ours, same form', minisearch.mrrSame / jubir.mrrSame, 1],
  ];
  console.log(`  at ${jubir.size} releases:`);
  for (const [what, value, bar] of bars) {
    console.log(`${value <= bar ? 'met ' : 'MISSED'} ${what} ${value.toFixed(3)} (bar ${bar.toFixed(3)})`);
  }
  return bars.every(([, value, bar]) => value <= bar);
}
