import { spawn } from 'node:child_process';
import { root } from '../browsers/build.ts';

/** How many of a step's checks passed, failed and were skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What came of a step; `report` is what a person needs to mend it. */
export interface Result extends Counts {
  report: string;
}

/** One part of `npm test`. */
export interface Step {
  name: string;
  /** Names of steps that have to have passed before. */
  needs: string[];
  run: () => Promise<Result>;
}

/** A step that is either right or wrong counts as one. */
export function verdict(ok: boolean, report: string): Result {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, report };
}

/** No script that we run takes this long, in milliseconds. */
const timeoutMs = 20 * 60_000;

/**
 * Runs a script with the Node that runs us, and gives its exit code and everything that it said.
 * @param cwd the folder to run it in, where it is not the repository's root
 * @param env what is set in its environment besides ours
 */
export function node(
  script: string,
  args: string[],
  { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0', NODE_NO_WARNINGS: '1' },
    });
    let output = '';
    const take = (data: Buffer): void => {
      output += data.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => {
      output += `\nended after ${timeoutMs / 1000} s without an answer\n`;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function line(step: Step, result: Result, since: number): string {
  const mark = result.failed > 0 ? '✗' : '✓';
  const { passed, failed, skipped } = result;
  const several = passed + failed + skipped > 1;
  const counts = several
    ? `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`
    : '';
  return `${mark} ${step.name.padEnd(22)} ${seconds(since).padStart(8)}  ${counts}`.trimEnd();
}

/**
 * Runs the steps, `width` at a time, each as soon as what it needs has passed; one whose need failed fails with it.
 * Prints a line when a step ends, and every half minute what is still running.
 */
export async function runSteps(steps: Step[], width: number): Promise<Map<string, Result>> {
  const results = new Map<string, Result>();
  const running = new Map<string, { since: number; done: Promise<void> }>();
  const waiting = [...steps];
  const beat = setInterval(() => {
    for (const [name, { since }] of running) console.log(`  ${name} is running, ${seconds(since)}`);
  }, 30_000);
  const start = (step: Step): void => {
    const since = Date.now();
    const done = step
      .run()
      .catch((error: Error) => verdict(false, error.stack ?? error.message))
      .then((result) => {
        results.set(step.name, result);
        running.delete(step.name);
        console.log(line(step, result, since));
      });
    running.set(step.name, { since, done });
  };
  while (waiting.length + running.size > 0) {
    for (const step of [...waiting]) {
      const needs = step.needs.map((name) => results.get(name));
      if (needs.some((need) => need && need.failed > 0)) {
        waiting.splice(waiting.indexOf(step), 1);
        results.set(step.name, verdict(false, `not run: ${step.needs.join(', ')} failed`));
        console.log(`✗ ${step.name}: not run`);
      } else if (running.size < width && needs.every(Boolean)) {
        waiting.splice(waiting.indexOf(step), 1);
        start(step);
      }
    }
    if (
      running.size === 0 &&
      waiting.length > 0 &&
      waiting.every(({ needs }) => needs.some((n) => !results.has(n)))
    ) {
      throw new Error(`steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
    }
    await Promise.race([...running.values()].map(({ done }) => done));
  }
  clearInterval(beat);
  return results;
}
