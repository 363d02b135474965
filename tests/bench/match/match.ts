import { table } from '../report.ts';
import { isForLearning, readCases } from './cases.ts';
import { type Judged, judge, judgeMiniSearch, type Ranked } from './quality.ts';
import { timeArchive } from './speed.ts';

const sizes = (process.env.SIZES ?? '10000,50000').split(',').map(Number).filter(Boolean);

const percent = (share: number): string => (100 * share).toFixed(1);

/** Finding the release to a news text beside MiniSearch: how well on IndoSum's articles, and how fast on generated ones. */
export async function run(): Promise<boolean> {
  const bars: [met: boolean, what: string][] = [...(await quality()), ...(await speed())];
  for (const [met, what] of bars) console.log(`${met ? 'met ' : 'MISSED'} ${what}`);
  return bars.every(([met]) => met);
}

async function quality(): Promise<[boolean, string][]> {
  const cases = readCases();
  if (cases === null) {
    console.log('Matching: ../shared/data/summaries is not here, so only speed is measured.');
    return [];
  }
  const reported = <Item extends { doc: number }>(all: readonly Item[]): Item[] =>
    all.filter(({ doc }) => !isForLearning(doc));
  const tasks = [
    { name: 'fragments', docs: cases.halves, queries: reported(cases.fragments) },
    { name: 'summaries', docs: cases.wholes, queries: reported(cases.summaries) },
  ];
  const rows: string[][] = [];
  const judged: { name: string; ours: Judged; theirs: Ranked }[] = [];
  for (const { name, docs, queries } of tasks) {
    const ours = await judge(docs, queries);
    const theirs = judgeMiniSearch(docs, queries);
    judged.push({ name, ours, theirs });
    const cells = ({ first, five, mrr }: Ranked): string[] => [percent(first), percent(five), mrr.toFixed(3)];
    const honest = [ours.empty, ours.refused, ours.misled].map(percent);
    rows.push([`Jubir, ${name}`, String(ours.queries), ...cells(ours), ...honest]);
    rows.push([`MiniSearch, ${name}`, String(queries.length), ...cells(theirs), '', '', '']);
  }
  console.log(`
Matching: ${cases.halves.length} documents (IndoSum's articles, without headlines, and the releases). Fragments: two or three sentences of an
article's second half against the first halves of all; summaries against whole articles. Weights and threshold were
learnt from the fragments of other articles. Empty: "nothing fits", of queries whose article was taken out (others on
the same matter stay in). Refused: right first answers that are only told as "near". Misled: wrong ones told as sure.
`);
  console.log(table('engine, task|queries|R@1|R@5|MRR|empty|refused|misled'.split('|'), rows));
  return judged.flatMap(({ name, ours, theirs }): [boolean, string][] => {
    const ahead = [ours.first - theirs.first, ours.five - theirs.five].map((by) => 100 * by);
    const empty: [boolean, string] = [
      ours.empty >= 0.95,
      `${name}: nothing fits ${percent(ours.empty)} % (bar 95)`,
    ];
    if (name === 'summaries')
      return [[ours.first >= theirs.first, `${name}: R@1 ahead by ${ahead[0]?.toFixed(1)}`]];
    return [
      [(ahead[0] ?? 0) >= 4, `${name}: R@1 ahead by ${ahead[0]?.toFixed(1)} points (bar 4)`],
      [(ahead[1] ?? 0) >= 4, `${name}: R@5 ahead by ${ahead[1]?.toFixed(1)} points (bar 4)`],
      empty,
    ];
  });
}

async function speed(): Promise<[boolean, string][]> {
  const rows: string[][] = [];
  const bars: [boolean, string][] = [];
  for (const size of sizes) {
    const { first, p50, p95, longP95, miniP50, miniP95 } = await timeArchive(size);
    rows.push([String(size), ...[first, p50, p95, longP95, miniP50, miniP95].map((ms) => ms.toFixed(1))]);
    if (size === 10_000) bars.push([p95 < 50, `p95 at 10000 releases ${p95.toFixed(1)} ms (bar 50)`]);
    if (size === 50_000) {
      bars.push([
        p95 <= miniP95 / 10,
        `p95 / MiniSearch at 50000 releases ${(p95 / miniP95).toFixed(3)} (bar 0.100)`,
      ]);
    }
  }
  console.log(`
Generated releases, in Chromium; ours with the releases that it reads from IndexedDB, MiniSearch in memory. First: a
page with nothing loaded, until its first answer. Queries of two or three sentences; long: whole releases. Milliseconds.
`);
  console.log(table('releases|first|p50|p95|long p95|MiniSearch p50|MiniSearch p95'.split('|'), rows));
  return bars;
}
