import { ensureServers } from './install.ts';
import { measure } from './measure.ts';
import { startWordPress } from './wordpress.ts';

/**
 * `npm run test:servers`: corrections and withdrawals on a real WordPress, seen through Jubir's own refresh. Installs
 * what it needs as root on Debian, runs on loopback in a temporary folder, and stops and removes all that it started.
 */
const started = Date.now();
let [passed, failed] = [0, 0];

/** Prints a figure beside what it has to be. */
function check(what: string, ok: boolean, figure: string): void {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? '✓' : '✗'} ${what.padEnd(58)} ${figure}`);
}

try {
  await ensureServers();
  const wordpress = await startWordPress();
  const end = () => {
    wordpress.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    console.log(
      `WordPress ${wordpress.version} at ${wordpress.url}, ${Math.round((Date.now() - started) / 1000)} s from nothing`,
    );
    await measure(wordpress, check);
  } finally {
    await wordpress.stop();
  }
} catch (error) {
  failed++;
  console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
console.log(`in ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
// The database in memory holds the process open.
process.exit();
