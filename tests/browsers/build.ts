import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
const buildArgs: Record<BrowserKind, string[]> = {
  chromium: ['build'],
  firefox: ['build', '-b', 'firefox'],
};

/** Arguments of wxt for each engine's build with its zip; Firefox's comes with the source archive. */
export const zipArgs: Record<BrowserKind, string[]> = {
  chromium: ['zip'],
  firefox: ['zip', '-b', 'firefox'],
};

/** What is handed out, by the names that wxt gives it, below `.output` of the folder that it was made in. */
export function packages(): { chromium: string; firefox: string; sources: string } {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Named;
  const named = (what: string): string => `.output/${name}-${version}-${what}.zip`;
  return { chromium: named('chrome'), firefox: named('firefox'), sources: named('sources') };
}

interface Named {
  name: string;
  version: string;
}

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

/** Runs wxt for one engine. */
async function build(kind: BrowserKind): Promise<void> {
  console.log(`Building Jubir for ${kind}…`);
  let output = '';
  const take = (data: Buffer): void => {
    output += data.toString();
  };
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [binOf('wxt'), ...buildArgs[kind]], { cwd: root });
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`the build for ${kind} failed:\n${output}`);
}

const ensured = new Map<BrowserKind, Promise<void>>();

/**
 * Builds the extension for an engine if there is no build, or an old one; looks once in each run, so that one run
 * tests one build however often it starts a browser. Where two runs in one tree want the same build, the second waits
 * for the first.
 */
export function ensureBuild(kind: BrowserKind): Promise<void> {
  const before = ensured.get(kind) ?? buildIfStale(kind);
  ensured.set(kind, before);
  return before;
}

async function buildIfStale(kind: BrowserKind): Promise<void> {
  // One lock for both engines: WXT builds share its generated files.
  const lock = join(root, '.output/build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // One that is older than any build was left behind by a run that was killed.
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - since > 60_000) rmSync(lock, { recursive: true, force: true });
      else await sleep(200);
    }
  }
  try {
    if (isStale(kind)) await build(kind);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * A copy of the build for one browser: Chromium reads an unpacked extension's files when it needs them, so a build
 * that another run makes in the meantime would pull them from under it.
 */
export function copyBuild(kind: BrowserKind, profile?: string): string {
  // Chromium's id comes from the path: a profile that is used again has to find the extension where it was.
  const copy = profile ? `${profile}-extension` : mkdtempSync(join(tmpdir(), 'jubir-'));
  rmSync(copy, { recursive: true, force: true });
  cpSync(builds[kind], copy, { recursive: true });
  return copy;
}
