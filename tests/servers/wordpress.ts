import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { answers, freePort } from './processes.ts';

/** What an editor does; times are epoch milliseconds. */
export type Act =
  | { do: 'create'; title: string; content: string; at: number }
  | { do: 'edit'; id: number; title?: string; content?: string; at?: number }
  | { do: 'trash' | 'untrash'; id: number };

/** A WordPress of one's own: on loopback, in a temporary folder, gone when it is stopped. */
export interface WordPress {
  /** "http://127.0.0.1:PORT" */
  url: string;
  version: string;
  /** Does all of these, in order, and gives the post's id for each. */
  act(acts: readonly Act[]): Promise<number[]>;
  stop(): Promise<void>;
}

const script = (name: string): string => fileURLToPath(new URL(`./wordpress/${name}`, import.meta.url));

/** Starts a database and a WordPress; about ten seconds. */
export async function startWordPress(): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'jubir-wordpress-'));
  const children: ChildProcess[] = [];
  // However this process ends, nothing that it started goes on.
  const killAll = () => {
    for (const child of children) signal(child, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', killAll);
  const stop = async () => {
    for (const child of [...children].reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', killAll);
  };
  try {
    const site = join(folder, 'site');
    const socket = join(folder, 'db.sock');
    const port = await freePort();
    await startDatabase(folder, socket, children);
    // Debian keeps parts of it elsewhere, by links.
    cpSync('/usr/share/wordpress', site, { recursive: true, dereference: true });
    mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
    writeFileSync(
      join(site, 'wp-content/mu-plugins/quiet.php'),
      '<?php function wp_mail() { return true; }\n',
    );
    writeFileSync(join(site, 'wp-config.php'), configuration(socket, port));
    const version = (await php([script('install.php'), site], '')).trim().split('\n').at(-1) ?? '';
    children.push(startSite(site, port));
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/feed/`);
    return {
      url,
      version,
      stop,
      act: async (acts) => {
        const told = acts.map((act) =>
          'at' in act && act.at ? { ...act, at: Math.floor(act.at / 1000) } : act,
        );
        return JSON.parse(await php([script('act.php'), site], JSON.stringify(told))) as number[];
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(folder: string, socket: string, children: ChildProcess[]): Promise<void> {
  const data = join(folder, 'db');
  const user = getuid?.() === 0 ? ['--user=root'] : [];
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    ...user,
  ]);
  const options = [
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=32M',
  ];
  const where = [`--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'db.pid')}`];
  const child = spawn('mariadbd', ['--no-defaults', ...where, ...options, ...user], { stdio: 'ignore' });
  const ask = (sql: string) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql]);
  children.push(child);
  for (let tries = 0; ; tries++) {
    try {
      return void (await ask('CREATE DATABASE wordpress'));
    } catch (error) {
      if (tries > 60 || child.exitCode !== null) throw error;
      await sleep(500);
    }
  }
}

function startSite(site: string, port: number): ChildProcess {
  const args = ['-S', `127.0.0.1:${port}`, '-t', site, script('router.php')];
  return spawn('php', ['-d', 'opcache.enable_cli=1', ...args], {
    stdio: 'ignore',
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '2' },
    // Its workers are ended with it.
    detached: true,
  });
}

function configuration(socket: string, port: number): string {
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
    `${name}_KEY`,
    `${name}_SALT`,
  ]);
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
${keys.map((name) => `define('${name}', 'percobaan');`).join(' ')}
define('WP_HOME', 'http://127.0.0.1:${port}'); define('WP_SITEURL', 'http://127.0.0.1:${port}');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** Ends a process; one that does not heed is killed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

/** PHP's workers are a group of their own and are ended with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(child.spawnargs[0] === 'php' ? -child.pid : child.pid, name);
}

function php(args: string[], input: string): Promise<string> {
  return run('php', args, input);
}

function run(command: string, args: string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let [out, told] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      told += data;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${command} ended with ${code}: ${told || out}`));
    });
    // A command that ends before it has read its input says why by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
