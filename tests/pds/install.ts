import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';

/** What was seen to work together on Node 22; 390 MB, so in no package.json of ours. */
const packages = ['@atproto/pds@0.5.35', '@did-plc/server@0.0.1'];

/** Where it is installed, once: `JUBIR_PDS`, or a folder among the temporary ones. */
const folder = process.env.JUBIR_PDS ?? join(tmpdir(), 'jubir-pds');

/**
 * Installs the Bluesky server with npm where it is not there yet: some minutes. Its SQLite is fetched or built for the
 * Node that runs this, which has to be older than 24.19.
 * @returns the folder whose `node_modules` has it
 * @throws Error with what npm said
 */
export function installPds(): string {
  const native = join(folder, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node');
  if (existsSync(native)) return folder;
  console.log(`installing ${packages.join(' and ')} into ${folder} (some minutes)`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"jubir-pds","private":true}\n');
  const args = ['install', '--no-audit', '--no-fund', '--save-exact', ...packages];
  // The Node that runs this comes first, with its headers beside it.
  const PATH = `${dirname(execPath)}:${process.env.PATH ?? ''}`;
  const own = dirname(dirname(execPath));
  const headers = existsSync(join(own, 'include/node')) ? { npm_config_nodedir: own } : {};
  const env = { ...process.env, PATH, ...headers };
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0 || !existsSync(native)) throw new Error(`npm could not install it:\n${stderr}`);
  return folder;
}
