import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { binOf, packages, root, zipArgs } from '../browsers/build.ts';
import { node, type Result, verdict } from './step.ts';

/**
 * Does what a reviewer at Mozilla does (README, "Packages"): unpacks the source archive into a folder of another name,
 * on a machine in another place, builds, and compares. The packages are this repository's own.
 */
export async function rebuild(): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'reviewer-'));
  try {
    const { firefox, sources } = packages();
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(root, sources))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const elsewhere = { TZ: 'Asia/Jayapura', LC_ALL: 'C', LANG: 'C' };
    const { code, output } = await node(binOf('wxt'), zipArgs.firefox, { cwd: folder, env: elsewhere });
    if (code !== 0) return verdict(false, output);
    const faults = [firefox, sources].flatMap((file) => differences(join(root, file), join(folder, file)));
    return verdict(faults.length === 0, faults.join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What differs between two archives, each as a line; none where they are the same, byte for byte. */
function differences(ours: string, theirs: string): string[] {
  const [a, b] = [readFileSync(ours), readFileSync(theirs)];
  if (a.equals(b)) return [];
  const [files, others] = [unzipSync(a), unzipSync(b)];
  const names = [...new Set([...Object.keys(files), ...Object.keys(others)])];
  const faults = names.filter(
    (name) => !Buffer.from(files[name] ?? []).equals(others[name] ?? new Uint8Array()),
  );
  return faults.length > 0
    ? faults.map((name) => `${ours}: ${name} is not the same when it is built in another folder`)
    : [`${ours}: the same files, but not the same archive`];
}
