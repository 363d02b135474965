import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../browsers/build.ts';

/** The gallery's page as one script that puts `cards` into the page that it is given to. */
export async function cardsScript(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jubir-cards-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      rolldownOptions: {
        input: join(root, 'tests/bench/cards/page.ts'),
        output: { entryFileNames: 'page.js', format: 'iife' },
      },
    },
  });
  const script = readFileSync(join(folder, 'page.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}
