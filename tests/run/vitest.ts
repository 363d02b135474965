import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { binOf, root } from '../browsers/build.ts';
import { node, type Result } from './step.ts';

/** The part of vitest's JSON report that counts. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: FileResult[];
}
interface FileResult {
  name: string;
  status: string;
  assertionResults: { status: string; fullName: string }[];
}

const published = join(root, '../shared/data');

/**
 * What is wrong with the conformance tests, or null. Where the published data lies beside the repository all of them
 * have to run: a suite that quietly skips itself proves nothing.
 */
function conformanceFault(files: FileResult[]): string | null {
  const conformance = files.filter(({ name }) => name.includes('conformance'));
  const tests = conformance.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  if (!existsSync(published)) {
    console.log('  ../shared/data is not here: the conformance tests skip themselves');
    return null;
  }
  if (tests.length === 0) return '../shared/data is here, but no conformance test ran';
  if (skipped.length === 0) return null;
  return `../shared/data is here, but ${skipped.length} conformance tests were skipped:\n${skipped.map(({ fullName }) => `  ${fullName}`).join('\n')}`;
}

/**
 * Runs projects of `vitest.config.ts`, or only those of their files whose path holds one of `files`, and counts their
 * tests one by one.
 * @param shard "1/2" runs the first half of the files
 */
export async function vitest(
  projects: string[],
  checkConformance = false,
  files: string[] = [],
  shard?: `${number}/${number}`,
): Promise<Result> {
  const folder = join(root, '.output/reports');
  mkdirSync(folder, { recursive: true });
  const part = [...files, ...(shard ? [shard] : [])].map((each) => `-${each.replace(/\W+/g, '-')}`).join('');
  const file = join(folder, `${projects.join('-').replaceAll('*', '')}${part}.json`);
  rmSync(file, { force: true });
  const { code, output } = await node(binOf('vitest'), [
    'run',
    ...files,
    ...(shard ? [`--shard=${shard}`] : []),
    ...projects.flatMap((project) => ['--project', project]),
    '--silent=passed-only',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, report: output };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  // A file that fails before its first test has no test to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const faults = broken.map(({ name }) => `${relative(root, name)} could not be run`);
  const fault = checkConformance ? conformanceFault(report.testResults) : null;
  if (fault) faults.push(fault);
  if (report.numPassedTests + report.numFailedTests === 0) faults.push('no test ran');
  const counted = report.numFailedTests + faults.length;
  // An error outside of any test (an unhandled rejection) ends vitest with a code and no failed test.
  if (code !== 0 && counted === 0) faults.push(`vitest ended with code ${code}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + faults.length,
    skipped: report.numPendingTests + report.numTodoTests,
    report: [output, ...faults].join('\n'),
  };
}
