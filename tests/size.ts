import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builds } from './browsers/build.ts';
import { unannounced } from './bundled.ts';

/** The most that may be loaded, in KiB after gzip. */
const limits = { popup: 60, contentScript: 10 };

interface Measured {
  build: string;
  what: string;
  files: number;
  kib: number;
  limit: number | null;
}

/** Where the build puts content scripts; they are registered while Jubir runs, and the manifest names none. */
const contentScripts = 'content-scripts';

interface Manifest {
  background?: { service_worker?: string; scripts?: string[] };
}

/** Local files that a file loads by itself: tags in HTML, static imports in JavaScript, @import in CSS. */
function loads(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const patterns: Record<string, RegExp> = {
    html: /<(?:script[^>]*?\ssrc|link[^>]*?\srel="(?:stylesheet|modulepreload)"[^>]*?\shref)="([^"]+)"/g,
    js: /\b(?:import|export)\s*(?:[\w*{},\s$]+?\bfrom\s*)?["']([^"']+)["']/g,
    css: /@import\s+(?:url\()?["']?([^"')]+)/g,
  };
  const pattern = patterns[file.split('.').at(-1) ?? ''];
  return pattern ? [...text.matchAll(pattern)].map((match) => match[1] ?? '') : [];
}

/** A page's first load: itself and everything it is linked to statically; what it imports later is not in it. */
function firstLoad(root: string, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const target of loads(file)) {
    if (/^[a-z]+:/i.test(target)) continue;
    firstLoad(root, target.startsWith('/') ? join(root, target) : join(dirname(file), target), seen);
  }
  return seen;
}

function gzipKib(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(file), { level: 9 }).length;
  return bytes / 1024;
}

function measure(build: string): Measured[] {
  const name = basename(build);
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Manifest;
  const row = (what: string, files: string[], limit: number | null): Measured => ({
    build: name,
    what,
    files: files.length,
    kib: gzipKib(files),
    limit,
  });
  const pages = ['popup', 'sidepanel', 'desk', 'options', 'welcome'].flatMap((page) => {
    const file = join(build, `${page}.html`);
    const limit = page === 'popup' ? limits.popup : null;
    return existsSync(file) ? [row(`${page}.html`, [...firstLoad(build, file)], limit)] : [];
  });
  const scripts = manifest.background?.scripts ?? [manifest.background?.service_worker ?? ''].filter(Boolean);
  const background = row(
    'background',
    scripts.flatMap((file) => [...firstLoad(build, join(build, file))]),
    null,
  );
  const content = readdirSync(join(build, contentScripts)).map((file) =>
    row(`${contentScripts}/${file}`, [join(build, contentScripts, file)], limits.contentScript),
  );
  return [...pages, background, ...content];
}

const missing = Object.values(builds).filter((build) => !existsSync(join(build, 'manifest.json')));
if (missing.length > 0) {
  console.error(`There is no build in ${missing.join(' and ')}: run "npm run build" first.`);
  process.exit(1);
}
const rows = Object.values(builds).flatMap(measure);
console.log('build         part                               files   KiB gzip   limit');
for (const { build, what, files, kib, limit } of rows) {
  const over = limit !== null && kib > limit;
  const cells = [
    build.padEnd(13),
    what.padEnd(34),
    String(files).padStart(6),
    kib.toFixed(1).padStart(10),
    (limit === null ? '–' : String(limit)).padStart(7),
  ];
  console.log(cells.join(' ') + (over ? '  over' : ''));
}
if (!rows.some(({ what }) => what === 'popup.html')) {
  console.error('There is no popup to measure.');
  process.exitCode = 1;
}
if (rows.some(({ kib, limit }) => limit !== null && kib > limit)) process.exitCode = 1;
for (const build of Object.values(builds)) {
  const faults = unannounced(build);
  if (faults.length === 0)
    console.log(`${basename(build)}: every package in it is announced in tests/bundled.ts`);
  else {
    for (const fault of faults) console.error(`${basename(build)}: ${fault} (tests/bundled.ts)`);
    process.exitCode = 1;
  }
}
