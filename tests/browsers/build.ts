import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './find.ts';

/** The repository's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the shipped build for each engine. */
export const builds: Record<BrowserKind, string> = {
  chromium: join(root, '.output/chrome-mv3'),
  firefox: join(root, '.output/firefox-mv3'),
};

/** Arguments of wxt for each engine's build. */
export const buildArgs: Record<BrowserKind, string[]> = {
  chromium: ['build'],
  firefox: ['build', '-b', 'firefox'],
};

/**
 * The script behind a package's command, to be run with `process.execPath`: the same on every system, and sure to be
 * the Node that runs us.
 */
export function binOf(name: string, command = name): string {
  const folder = join(root, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (!path) throw new Error(`${name} has no command ${command}`);
  return join(folder, path);
}

/** Whether a build is missing or older than what it is made of. */
function isStale(kind: BrowserKind): boolean {
  const manifest = join(builds[kind], 'manifest.json');
  if (!existsSync(manifest)) return true;
  const built = statSync(manifest).mtimeMs;
  const sources = globSync(
    ['{entrypoints,components,utils,public}/**/*', 'wxt.config.ts', 'package-lock.json'],
    { cwd: root },
  );
  return sources.some((file) => statSync(join(root, file)).mtimeMs > built);
}

/** Builds the extension for an engine if there is no build, or an old one. */
export async function ensureBuild(kind: BrowserKind): Promise<void> {
  if (!isStale(kind)) return;
  console.log(`Building Jubir for ${kind}…`);
  let output = '';
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [binOf('wxt'), ...buildArgs[kind]], { cwd: root });
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      output += data.toString();
    });
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`the build for ${kind} failed:\n${output}`);
}
