import type { BrowserKind } from '../browsers/find.ts';
import { Jubir } from '../e2e/jubir.ts';
import { emptyTally, type Fault, isGood, type Tally } from './fault.ts';
import { faults } from './faults.ts';
import { runUnit, units } from './units.ts';

/**
 * `npm run test:faults [-- NAME … chromium|firefox … --count N]`: every way to lose what a person wrote, often. Prints
 * a table and ends with "N passed, N failed".
 */
const kinds: BrowserKind[] = ['chromium', 'firefox'];
const args = process.argv.slice(2);
const at = args.indexOf('--count');
const given = at === -1 ? null : Number(args.splice(at, 2)[1]);
const wantedKinds = kinds.filter((kind) => args.includes(kind));
const wanted = args.filter((each) => !kinds.includes(each as BrowserKind));
const names = [...faults.map(({ name }) => name), ...units.map(({ name }) => name)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0 || (given !== null && !(given > 0))) {
  console.error(`No fault ${unknown.map((name) => `"${name}"`).join(', ')}. There are: ${names.join(', ')}`);
  process.exit(2);
}
const isWanted = ({ name }: { name: string }): boolean => wanted.length === 0 || wanted.includes(name);

const head = ['fault', 'browser', 'runs', 'checked', 'lost', 'doubled', 'wrong', 'seconds', ''];
const widths = [48, 9, 5, 8, 5, 8, 6, 8, 0];
const row = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, n) => (n < 2 ? String(cell).padEnd(widths[n] ?? 0) : String(cell).padStart(widths[n] ?? 0)))
    .join(' ');

/** Makes a fault in one browser; whatever breaks it off is a failure of it. */
async function make(fault: Fault, kind: BrowserKind): Promise<Tally> {
  const count = given ?? fault.count[kind];
  try {
    if ('alone' in fault) return await fault.alone(kind, count);
    const jubir = new Jubir(kind);
    try {
      await jubir.start(fault.change ? { change: fault.change } : {});
      const tally = await fault.within(jubir, count);
      tally.wrong.push(...jubir.session.problems.map((problem) => `uncaught: ${problem}`));
      return tally;
    } finally {
      await jubir.stop();
    }
  } catch (error) {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...emptyTally(), wrong: [broken] };
  }
}

const started = Date.now();
const rows: string[] = [];
const told: string[] = [];
let [passed, failed] = [0, 0];

/** Keeps a row of the table and prints it at once: the whole takes most of an hour. */
function tell(cells: readonly (string | number)[], ok: boolean, details: readonly string[] = []): void {
  if (ok) passed += 1;
  else failed += 1;
  rows.push(`${ok ? '✓' : '✗'} ${row(cells)}`);
  console.log(rows.at(-1));
  for (const line of details) told.push(`  ${cells[0]}, ${cells[1]}: ${line}`);
  for (const line of details.slice(0, 20)) console.log(`    ${line}`);
}

console.log(`  ${row(head)}`);
for (const fault of faults.filter(isWanted)) {
  for (const kind of kinds.filter((each) => wantedKinds.length === 0 || wantedKinds.includes(each))) {
    const why = fault.not?.[kind];
    if (why) {
      rows.push(`- ${row([fault.what, kind, '-', '-', '-', '-', '-', '-', why])}`);
      console.log(rows.at(-1));
      continue;
    }
    const since = Date.now();
    const tally = await make(fault, kind);
    const { runs, checked, lost, doubled, wrong, notes } = tally;
    const figures = [runs, checked, lost.length, doubled.length, wrong.length];
    const seconds = Math.round((Date.now() - since) / 1000);
    tell([fault.what, kind, ...figures, seconds, notes.join('; ')], isGood(tally), [
      ...lost.map((line) => `lost: ${line}`),
      ...doubled.map((line) => `doubled: ${line}`),
      ...wrong,
    ]);
  }
}
for (const unit of units.filter(isWanted)) {
  const since = Date.now();
  const { passed: good, failed: bad, report } = await runUnit(unit);
  const seconds = Math.round((Date.now() - since) / 1000);
  tell(
    [unit.what, 'none', unit.runs ?? good + bad, good + bad, '', '', bad, seconds, 'tests of vitest'],
    bad === 0,
    bad ? report.split('\n') : [],
  );
}

console.log(`\n  ${row(head)}\n${rows.join('\n')}`);
if (told.length > 0) console.log(`\n${told.join('\n')}`);
console.log(`in ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
process.exit();
