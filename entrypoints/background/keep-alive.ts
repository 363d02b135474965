import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';

/** Chrome stops a worker after 30 s even in the middle of a fetch; a call of its API every 20 s keeps it. */
export async function keptAlive<T>(job: Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    browser.runtime.getPlatformInfo().catch((error) => logFailure('keep alive', error));
  }, 20_000);
  try {
    return await job;
  } finally {
    clearInterval(beat);
  }
}
