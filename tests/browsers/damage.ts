import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './find.ts';

/**
 * What happens to files while a browser is off. In both browsers Jubir's database lies apart from `storage.local`, which
 * none of these touch: in Chromium 156 under `Default/IndexedDB` (LevelDB), in Firefox 153 under
 * `storage/default/moz-extension+++<uuid>/idb` (SQLite).
 */

/** The folder that holds Jubir's database alone. */
function storeFolder(kind: BrowserKind, profile: string): string {
  const above = kind === 'chromium' ? 'Default/IndexedDB' : 'storage/default';
  // Firefox keeps `storage.local` in a folder of nearly the same name, with "^userContextId" behind it.
  const own =
    kind === 'chromium'
      ? /^chrome-extension_[a-p]+_0\.indexeddb\.leveldb$/
      : /^moz-extension\+\+\+[\da-f-]+$/;
  const found = readdirSync(join(profile, above)).filter((name) => own.test(name));
  if (found.length !== 1) throw new Error(`${found.length} databases of extensions in ${profile}`);
  return join(profile, above, found[0] ?? '');
}

/** Every file of it. */
function storeFiles(kind: BrowserKind, profile: string): string[] {
  const folder = storeFolder(kind, profile);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path) && statSync(path).isFile())
    // Neither holds anything of the database: Chromium's lock and log, Firefox's note of whose folder it is.
    .filter((path) => !/(?:\/LOCK|\/LOG|\/LOG\.old|\/\.metadata-v2)$/.test(path));
  if (files.length === 0) throw new Error(`no database in ${folder}`);
  return files;
}

/** Those that hold the rows: what they are named in or by stays. */
const dataFiles = (kind: BrowserKind, profile: string): string[] =>
  storeFiles(kind, profile).filter((path) => /\.(?:log|ldb|sqlite|sqlite-wal)$/.test(path));

/** Ways in which files are damaged. */
export const damages = {
  'the folder deleted': (kind, profile) => rmSync(storeFolder(kind, profile), { recursive: true }),
  'every file deleted': (kind, profile) => {
    for (const file of storeFiles(kind, profile)) rmSync(file);
  },
  'every file emptied': (kind, profile) => {
    for (const file of storeFiles(kind, profile)) truncateSync(file, 0);
  },
  'every file cut in half': (kind, profile) => {
    for (const file of storeFiles(kind, profile)) truncateSync(file, Math.floor(statSync(file).size / 2));
  },
  'the rows cut in half': (kind, profile) => {
    for (const file of dataFiles(kind, profile)) truncateSync(file, Math.floor(statSync(file).size / 2));
  },
  'bytes of the rows turned over': (kind, profile) => {
    for (const file of dataFiles(kind, profile)) turnOver(file, 40);
  },
} satisfies Record<string, (kind: BrowserKind, profile: string) => void>;

export type Damage = keyof typeof damages;

/** Turns bytes over, spread evenly. */
function turnOver(path: string, count: number): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  for (let at = 0; at < Math.min(count, size); at += 1) {
    const place = Math.floor(((at + 0.5) * size) / Math.min(count, size));
    readSync(file, byte, 0, 1, place);
    byte[0] = (byte[0] ?? 0) ^ 0x5a;
    writeSync(file, byte, 0, 1, place);
  }
  closeSync(file);
}
