import { fileURLToPath } from 'node:url';
import { binOf, zipArgs } from './browsers/build.ts';
import { ensureBrowsers } from './browsers/install.ts';
import { lintAddon } from './run/lint-addon.ts';
import { rebuild } from './run/rebuild.ts';
import { node, type Result, runSteps, type Step, verdict } from './run/step.ts';
import { vitest } from './run/vitest.ts';

/** A step that is one command: right when it ends with 0. */
function command(name: string, script: () => string, args: string[], needs: string[] = []): Step {
  return {
    name,
    needs,
    run: async () => {
      const { code, output } = await node(script(), args);
      return verdict(code === 0, output);
    },
  };
}

/** Every flow in one browser, or in a part of the files: parts of like length leave no core idle at the end. */
function endToEnd(browser: 'chromium' | 'firefox', part: `${number}/${number}`): Step {
  return {
    name: `e2e: ${browser} ${part}`,
    needs: ['browsers', 'build: firefox'],
    run: () => vitest([`e2e-${browser}`], false, [], part),
  };
}

/**
 * In this order they start; three run at a time on the two cores of the machines that we know of: a browser's run leaves
 * a third of its core idle, waiting for what it has started.
 */
const steps: Step[] = [
  {
    name: 'browsers',
    needs: [],
    run: async (): Promise<Result> => {
      const paths = await ensureBrowsers(['chromium', 'firefox']);
      for (const [kind, path] of paths) console.log(`  ${kind}: ${path}`);
      return verdict(true, '');
    },
  },
  command('build: chromium', () => binOf('wxt'), zipArgs.chromium),
  // One build after the other: both write WXT's generated types.
  command('build: firefox', () => binOf('wxt'), zipArgs.firefox, ['build: chromium']),
  command('format and lint', () => binOf('@biomejs/biome', 'biome'), ['ci', '.']),
  command('types', () => binOf('typescript', 'tsc'), ['--noEmit'], ['build: firefox']),
  command('unused code', () => binOf('knip'), ['--no-progress']),
  { name: 'unit', needs: [], run: () => vitest(['unit*', 'components*'], true) },
  { name: 'addons-linter', needs: ['build: firefox'], run: lintAddon },
  { name: 'rebuild', needs: ['build: firefox'], run: rebuild },
  { name: 'size', needs: ['build: firefox'], run: size },
  endToEnd('firefox', '1/3'),
  endToEnd('chromium', '1/2'),
  endToEnd('firefox', '2/3'),
  endToEnd('chromium', '2/2'),
  endToEnd('firefox', '3/3'),
];

async function size(): Promise<Result> {
  const script = fileURLToPath(new URL('./size.ts', import.meta.url));
  const { code, output } = await node('--experimental-strip-types', [script]);
  console.log(output.trimEnd().replace(/^/gm, '  '));
  return verdict(code === 0, output);
}

const started = Date.now();
const results = await runSteps(steps, 3);
let [passed, failed] = [0, 0];
for (const [name, result] of results) {
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) console.log(`\n──── ${name} ────\n${result.report.trim()}`);
}
console.log(`\nin ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed > 0 ? 1 : 0;
// The closing line that CI reads: nothing may come after it.
console.log(`${passed} passed, ${failed} failed`);
