import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { lineOf, type Node, type Parsed, walk } from './parse.ts';

/** One import of a file; `to` is a path from the root for a relative one, else the package's name. */
interface Import {
  to: string;
  relative: boolean;
  /** Gone after compilation: nothing of it runs. */
  typeOnly: boolean;
  line: number;
}

/** The rooms that know nothing of what uses them. */
const inner = [
  ...['source', 'release', 'caption', 'check', 'draft', 'platform'],
  ...['account', 'match', 'card', 'backup', 'recap', 'humas', 'db'],
].map((room) => `utils/${room}/`);

/** Where requests are made. */
export const network = [
  ...['utils/source/download.ts', 'utils/platform/', 'utils/account/'],
  ...['utils/backup/webdav.ts', 'utils/caption/model.ts'],
];
/** Where `browser.*` may be used. */
export const browserRooms = ['utils/browser/', 'entrypoints/'];
/** Those of them that a page's component must not run, even by way of a function; the rest of `platform/` is facts. */
const notForComponents = [
  ...network.filter((room) => room !== 'utils/platform/' && room !== 'utils/account/'),
  ...['utils/platform/request.ts', 'utils/platform/mastodon/', 'utils/account/accounts.ts', 'utils/db/'],
  ...['bluesky', 'identity', 'session', 'sign-in'].map((name) => `utils/platform/bluesky/${name}.ts`),
];

export const isIn = (rooms: readonly string[], path: string): boolean =>
  rooms.some((room) => path.startsWith(room));

/** What a file must not import at all, by where it lies. */
function forbidden(path: string): string[] {
  if (isIn(inner, path)) return ['utils/flow/', 'components/', 'entrypoints/'];
  if (path.startsWith('utils/')) return ['components/', 'entrypoints/'];
  if (path.startsWith('components/')) return ['utils/flow/', 'entrypoints/'];
  return [];
}

/** Breaches of "Who may import whom" in one file, each as "path:line: what". */
export function importBreaches(file: Parsed, exists: (path: string) => boolean = existsSync): string[] {
  const told: string[] = [];
  for (const { to, relative, typeOnly, line } of importsOf(file)) {
    const tell = (what: string) => told.push(`${file.path}:${line}: ${what} ${to}`);
    if (relative && !/\.(?:tsx?|css|json|svg)$/.test(to)) tell('import without extension:');
    else if (relative && !exists(to)) tell('no such file:');
    if (/^[@~]{1,2}\/|^#/.test(to)) tell('path alias:');
    if (isIn(['tests/'], to)) tell('product code imports tests:');
    if (isIn(forbidden(file.path), to)) tell('may not import');
    if (file.path.startsWith('components/') && !typeOnly && isIn(notForComponents, to)) {
      tell('a component may only take types from');
    }
    if (/^(?:webextension-polyfill|wxt(?:\/|$))/.test(to) && !isIn(browserRooms, file.path)) {
      tell('browser.* outside its rooms:');
    }
  }
  return told;
}

function importsOf(file: Parsed): Import[] {
  const found: Import[] = [];
  walk(file.body, (node) => {
    const source = node.source as Node | null | undefined;
    const kinds = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'];
    const dynamic = ['ImportExpression', 'TSImportType'].includes(node.type);
    if (!source || !(dynamic || kinds.includes(node.type))) return;
    const name = String(source.value);
    const relative = name.startsWith('.');
    found.push({
      to: relative ? posix.join(posix.dirname(file.path), name) : name,
      relative,
      typeOnly: isTypeOnly(node),
      line: lineOf(file, node.start),
    });
  });
  return found;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers as Node[] | undefined) ?? [];
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  );
}
