import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { builds, root } from '../../browsers/build.ts';

const here = join(root, 'tests/bench/popup');
const marked = (html: string) => html.replace('</head>', '<script src="/bench/mark.js"></script></head>');

/** The popup's own stylesheets, so that all three pages look, and cost, the same. */
function stylesheets(extension: string): string {
  const popup = readFileSync(join(extension, 'popup.html'), 'utf8');
  return popup.match(/<link rel="stylesheet"[^>]*>/g)?.join('') ?? '';
}

/** A page of the extension around some body. */
const page = (links: string, body: string) =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Jubir</title>${links}</head><body class="popup">${body}</body></html>`;

/**
 * The shipped build in a folder of its own, with the two peers and the mark added: `popup.html` stays as shipped
 * but for one script tag.
 */
export async function benchExtension(): Promise<string> {
  const extension = mkdtempSync(join(root, '.output/bench-'));
  process.on('exit', () => rmSync(extension, { recursive: true, force: true }));
  cpSync(builds.chromium, extension, { recursive: true });
  mkdirSync(join(extension, 'bench'));
  cpSync(join(here, 'mark.js'), join(extension, 'bench/mark.js'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    build: {
      outDir: join(extension, 'bench'),
      emptyOutDir: false,
      rolldownOptions: { input: join(here, 'plain.tsx'), output: { entryFileNames: 'plain.js' } },
    },
  });
  if (!readdirSync(join(extension, 'bench')).includes('plain.js')) throw new Error('the peer was not built');
  const links = stylesheets(extension);
  const body = '<div id="app"></div><script type="module" src="/bench/plain.js"></script>';
  writeFileSync(join(extension, 'bench/plain.html'), marked(page(links, body)));
  const popup = join(extension, 'popup.html');
  writeFileSync(popup, marked(readFileSync(popup, 'utf8')));
  return extension;
}

/** The static peer: the very markup that our popup ended with, as a file. */
export function writeStaticPage(extension: string, markup: string): void {
  const body = `<div id="app">${markup}</div>`;
  writeFileSync(join(extension, 'bench/static.html'), marked(page(stylesheets(extension), body)));
}
