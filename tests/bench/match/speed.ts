import { ensureBrowsers } from '../../browsers/install.ts';
import { startBenchBrowser } from '../search/browser.ts';
import { any, generate, randomFrom, sharedSentences } from '../search/generate.ts';
import { percentile } from '../search/queries.ts';

const until = Date.UTC(2026, 7, 20);
const seed = 2016;
/** Queries that are timed, after some that are not. */
const timed = 120;
const warm = 20;

/** Milliseconds of both engines in an archive of one size. */
export interface Timed {
  size: number;
  /** From a page that has nothing loaded to its first answer. */
  first: number;
  p50: number;
  p95: number;
  /** Of whole articles. */
  longP95: number;
  miniP50: number;
  miniP95: number;
}

/** Times both in Chromium on generated releases; ours with what it reads from IndexedDB, MiniSearch's in memory alone. */
export async function timeArchive(size: number): Promise<Timed> {
  await ensureBrowsers(['chromium']);
  const known = [...generate(size, seed, until, sharedSentences())].map(({ release }) => release);
  const random = randomFrom(seed + 1);
  const chosen = Array.from({ length: warm + timed }, () => any(known, random));
  const texts = chosen.map(({ paragraphs }) => paragraphs.slice(1, 3 + Math.floor(random() * 2)).join(' '));
  const articles = chosen.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'));
  const browser = await startBenchBrowser(known);
  try {
    const filling = await browser.open();
    for (let from = 0; from < size; from += 1000) {
      const address = `/releases?from=${from}&to=${Math.min(size, from + 1000)}`;
      await filling.run((bench, at) => bench.store(at), address);
    }
    await filling.run((bench) => bench.indexJubir());
    await filling.run((bench) => bench.indexMini());
    await filling.close();
    const page = await browser.open();
    const first = await page.run((bench, text) => bench.openMatcher(text), texts[0] ?? '');
    const ours = async (all: readonly string[]): Promise<number[]> =>
      (await page.run((bench, some) => bench.timeMatches(some), all)).slice(warm);
    const [short, long] = [await ours(texts), await ours(articles)];
    await page.close();
    const other = await browser.open();
    await other.run((bench) => bench.open('minisearch', 'pasar murah'));
    const theirs = (await other.run((bench, some) => bench.timeMini(some), texts)).slice(warm);
    await other.close();
    return {
      size,
      first,
      p50: percentile(short, 0.5),
      p95: percentile(short, 0.95),
      longP95: percentile(long, 0.95),
      miniP50: percentile(theirs, 0.5),
      miniP95: percentile(theirs, 0.95),
    };
  } finally {
    await browser.close();
  }
}
