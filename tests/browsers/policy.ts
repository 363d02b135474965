import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { BrowserKind } from './find.ts';
import { ensureBrowsers } from './install.ts';

/** A policy of this test's own browser, which no other browser on this machine obeys. */
export interface PolicyDoor {
  /** The extension's id, as the policy names it. */
  readonly id: string;
  /** Sets the file that the browser reads, whole. */
  put(file: object): void;
  /** What the build needs so that the policy is its own; for `JubirOptions.change`. */
  change(extension: string): void;
  /** Leaves nothing behind. */
  remove(): void;
}

/** Says why this machine cannot have a policy set. */
export class NoPolicyHere extends Error {
  override name = 'NoPolicyHere';
}

/** @throws NoPolicyHere where the place that the browser reads cannot be written to */
export async function openPolicy(kind: BrowserKind): Promise<PolicyDoor> {
  const path = (await ensureBrowsers([kind])).get(kind) ?? '';
  return kind === 'chromium' ? chromiumPolicy(path) : firefoxPolicy(path);
}

/** Where each Chromium reads policies on Linux; the place is compiled in. */
function managedFolder(path: string): string {
  if (process.platform !== 'linux') throw new NoPolicyHere(`policies of ${process.platform} are not files`);
  const name = basename(path);
  if (name.includes('edge')) return '/etc/opt/edge/policies/managed';
  if (name.startsWith('google-chrome')) return '/etc/opt/chrome/policies/managed';
  if (name === 'chrome') return '/etc/opt/chrome_for_testing/policies/managed';
  return '/etc/chromium/policies/managed';
}

/** Every Chromium on this machine reads the file, so it names an extension that exists in this test alone. */
function chromiumPolicy(path: string): PolicyDoor {
  const folder = managedFolder(path);
  // An unpacked extension's id comes from its path, unless its manifest has a key.
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const file = join(folder, `jubir-e2e-${id}.json`);
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
    writeFileSync(file, '{}');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    throw new NoPolicyHere(`${folder} cannot be written to (${code}); run the tests as root`);
  }
  const remove = () => {
    rmSync(file, { force: true });
    // What was made for it goes too, unless somebody uses it by now.
    for (let each = folder; made && each.length >= made.length; each = dirname(each)) {
      try {
        rmdirSync(each);
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (!['ENOTEMPTY', 'ENOENT'].includes(code)) throw error;
        break;
      }
    }
  };
  process.once('exit', remove);
  return {
    id,
    put: (policy) => writeFileSync(file, JSON.stringify(policy)),
    change(extension) {
      const manifest = join(extension, 'manifest.json');
      const parts = JSON.parse(readFileSync(manifest, 'utf8')) as object;
      writeFileSync(manifest, JSON.stringify({ ...parts, key: key.toString('base64') }));
    },
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/**
 * Firefox reads `distribution/policies.json` beside its program: this test has a program of its own, a copy of the small
 * executable among links to all the rest, so that neighbours' browsers know nothing of it and no right is needed.
 */
function firefoxPolicy(path: string): PolicyDoor {
  const program = realpathSync(path);
  const home = dirname(program);
  const own = mkdtempSync(join(tmpdir(), 'jubir-firefox-'));
  for (const name of readdirSync(home)) {
    if (name === 'distribution') continue;
    const isProgram = realpathSync(join(home, name)) === program;
    if (isProgram) copyFileSync(program, join(own, name));
    else symlinkSync(join(home, name), join(own, name));
  }
  const before = process.env.FIREFOX_PATH;
  process.env.FIREFOX_PATH = join(own, basename(program));
  mkdirSync(join(own, 'distribution'));
  return {
    id: '{5b1f9a52-8f0c-4d0e-9d1b-6a1e2c7f4b90}',
    put: (policy) => writeFileSync(join(own, 'distribution/policies.json'), JSON.stringify(policy)),
    change: () => {},
    remove: () => {
      if (before === undefined) delete process.env.FIREFOX_PATH;
      else process.env.FIREFOX_PATH = before;
      rmSync(own, { recursive: true, force: true });
    },
  };
}
