import { startApache } from './apache.ts';
import { ensureServers } from './install.ts';
import { measure } from './measure.ts';
import { syncs } from './sync.ts';
import { startWordPress } from './wordpress.ts';

/**
 * `npm run test:servers`: corrections and withdrawals on a real WordPress, seen through Jubir's own refresh, and an
 * official's machines that meet on a real WebDAV server. Installs what it needs as root on Debian, runs on loopback in
 * temporary folders, and stops and removes all that it started. `-- wordpress` or `-- webdav` runs one of them.
 */
const started = Date.now();
let [passed, failed] = [0, 0];

/** Prints a figure beside what it has to be. */
function check(what: string, ok: boolean, figure: string): void {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? '✓' : '✗'} ${what.padEnd(58)} ${figure}`);
}

const seconds = (): number => Math.round((Date.now() - started) / 1000);

/** Runs against a server, and stops it whatever comes. */
async function against<Server extends { stop(): Promise<void> }>(
  server: Server,
  run: (server: Server, check_: typeof check) => Promise<void>,
): Promise<void> {
  const end = () => {
    server.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    await run(server, check);
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    await server.stop();
  }
}

const parts: Record<string, () => Promise<void>> = {
  webdav: async () => {
    const apache = await startApache();
    console.log(`${apache.version} at ${apache.address('')}, ${seconds()} s from nothing`);
    await against(apache, syncs);
  },
  wordpress: async () => {
    const wordpress = await startWordPress();
    console.log(`WordPress ${wordpress.version} at ${wordpress.url}, ${seconds()} s from nothing`);
    await against(wordpress, measure);
  },
};

try {
  await ensureServers(['wordpress', 'php-cli', 'php-mysql', 'apache2-bin', 'mariadb-server']);
  const [, , wanted] = process.argv;
  for (const [name, run] of Object.entries(parts)) if (!wanted || wanted === name) await run();
} catch (error) {
  failed++;
  console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
console.log(`in ${seconds()} s`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
// The database in memory holds the process open.
process.exit();
