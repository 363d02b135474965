import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import { archivesToResume } from '../../utils/release/fetch-archive.ts';
import type { Source } from '../../utils/source/source.ts';
import { isBlank } from './erase.ts';

const alarmName = 'archive';

/**
 * Goes on with archives that a stopped worker or a silent site interrupted: every minute while one is unfinished.
 * @param run fetches one, or does nothing where it is under way
 */
export function registerResume(run: (source: Source) => Promise<unknown>): void {
  // A browser may forget alarms when it is closed.
  browser.runtime.onStartup.addListener(resumeUnlessBlank);
  browser.runtime.onInstalled.addListener(resumeUnlessBlank);
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) resume(run).catch((error) => logFailure('resume', error));
  });
}

/** Where everything was erased there is nothing to go on with. */
function resumeUnlessBlank(): void {
  isBlank()
    .then((blank) => blank || keepResuming())
    .catch((error) => logFailure('resume', error));
}

async function resume(run: (source: Source) => Promise<unknown>): Promise<void> {
  const unfinished = await db.sources.filter(({ archive }) => archive?.state === 'running').count();
  if (unfinished === 0) {
    await browser.alarms.clear(alarmName);
    return;
  }
  await Promise.all((await archivesToResume(db, Date.now())).map(run));
}

/** Sees to it that an archive that begins now is finished one day. */
export function keepResuming(): void {
  browser.alarms.create(alarmName, { periodInMinutes: 1 });
}
