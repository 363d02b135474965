import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { type Licence, licencesFile } from './utils/browser/licences.ts';

/** Packages without a licence file of their own, and the one of the same project whose file holds for them. */
const lent: Readonly<Record<string, string>> = { wxt: '@wxt-dev/webextension-polyfill' };

/** Code that the tools write themselves has no file; whose it is. */
const written: readonly [RegExp, string][] = [
  [/^virtual:wxt-/, 'wxt'],
  [/^vite\//, 'vite'],
  [/^rolldown\//, 'rolldown'],
];

/** What is in the build and comes in no package. */
const data: Licence = {
  name: 'IndoSum',
  version: '2018',
  licence: 'CC-BY-SA-4.0',
  parts: [],
  text:
    'The numbers in utils/caption/rank-weights.ts and utils/match/weights.ts were learnt from IndoSum by Kemal ' +
    'Kurniawan and Samuel Louvan ("IndoSum: A New Benchmark Dataset for Indonesian Text Summarization", 2018, ' +
    'https://github.com/kata-ai/indosum) and are, as it is, under CC BY-SA 4.0: ' +
    'https://creativecommons.org/licenses/by-sa/4.0/',
};

/** The parts of the build that each package is in, by its folder. */
const found = new Map<string, Set<string>>();

/**
 * Notes which packages the bundler really put in, and where.
 * @param alone the entry point, where it is bundled by itself: the bundler calls all of these "index"
 */
export function noteLicences(alone: string | undefined): Plugin {
  return {
    name: 'jubir:licences',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const entries = chunks.filter(({ isEntry }) => isEntry);
      const loaded = entries.flatMap((entry) => {
        const first = firstLoad(entry, bundle);
        for (const chunk of first) note(chunk, alone ?? entry.name);
        return [...first];
      });
      for (const chunk of chunks) if (!loaded.includes(chunk)) note(chunk, 'later');
    },
  };
}

/**
 * Writes everything that was noted into a build's folder.
 * @throws Error for a package without a licence text: it cannot be shipped
 */
export function writeLicences(outDir: string): void {
  const packages = [...found].map(([folder, parts]) => licenceOf(folder, [...parts].sort()));
  const others = [...packages, data].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = [{ ...licenceOf('.', []), name: 'Jubir' }, ...others];
  writeFileSync(join(outDir, licencesFile), `${JSON.stringify(all, null, 2)}\n`);
}

interface Manifest {
  name: string;
  version: string;
  license: string;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

function firstLoad(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const file of chunk.imports) {
    const next = bundle[file];
    if (next?.type === 'chunk') firstLoad(next, bundle, seen);
  }
  return seen;
}

function note(chunk: Rolldown.OutputChunk, part: string): void {
  for (const id of chunk.moduleIds) {
    const folder = packageOf(id);
    if (folder === null) continue;
    // One name for a folder that can be reached in two ways.
    const real = realpathSync(folder);
    found.set(real, (found.get(real) ?? new Set()).add(part));
  }
}

/** The folder of the package that a module is of; null for our own. */
function packageOf(id: string): string | null {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  const made = written.find(([start]) => start.test(path))?.[1];
  return folder ?? (made ? join('node_modules', made) : null);
}

function licenceOf(folder: string, parts: string[]): Licence {
  const { name, version, license } = manifestOf(folder);
  const text = readText(folder) || readText(join('node_modules', lent[name] ?? name));
  if (!text) throw new Error(`${name} has no licence text: it cannot be shipped`);
  return { name, version, licence: license, parts, text };
}

/** The licence of what lies in a folder, and its notices. */
function readText(folder: string): string {
  return readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
    .map((text) => (text.split('\n# Licenses of bundled dependencies')[0] ?? '').trim())
    .join('\n\n');
}
