import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { getuid, platform } from 'node:process';

/** Debian's packages, and what tells that one is there. */
const packages = {
  wordpress: () => existsSync('/usr/share/wordpress/wp-load.php'),
  'php-cli': () => has('php'),
  'php-mysql': () => spawnSync('php', ['-m']).stdout?.toString().includes('mysqli') ?? false,
  'apache2-bin': () => has('apache2'),
  'mariadb-server': () => has('mariadbd') && has('mariadb-install-db'),
  'nginx-light': () => has('nginx'),
};
type Package = keyof typeof packages;

function has(command: string): boolean {
  return spawnSync('which', [command]).status === 0;
}

const missing = (names: readonly Package[]): Package[] => names.filter((name) => !packages[name]());

/** What dpkg asks before it starts a service: none is to be started here (101 = forbidden). */
const policy = '/usr/sbin/policy-rc.d';

/**
 * Makes sure that packages are installed; with apt as root on Debian and its kin.
 * @throws Error with what a person can do about it
 */
export async function ensureServers(names: readonly Package[]): Promise<void> {
  const wanted = missing(names);
  if (wanted.length === 0) return;
  if (platform !== 'linux' || getuid?.() !== 0 || !has('apt-get')) {
    throw new Error(`missing: ${wanted.join(', ')}. Install them, or run this as root on Debian.`);
  }
  console.log(`Installing ${wanted.join(', ')} with apt (about two minutes)…`);
  const ownPolicy = !existsSync(policy);
  if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    // Another apt may be at work on a fresh machine; wait for it.
    const patient = ['-q', '-o', 'DPkg::Lock::Timeout=180'];
    await run('apt-get', ['update', ...patient]);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...patient, ...wanted]);
  } finally {
    if (ownPolicy) rmSync(policy, { force: true });
  }
  const left = missing(names);
  if (left.length > 0) throw new Error(`apt could not install ${left.join(', ')}`);
}

function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}
