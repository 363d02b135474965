import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import { onSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { purgeDeleted } from '../../utils/draft/history.ts';
import { ensureSources, refreshAll } from '../../utils/flow/refresh.ts';
import { renewFirstScreen } from './first-screen.ts';
import { keptAlive } from './keep-alive.ts';

const alarmName = 'refresh';
const everyMinutes = 15;
/** A page that opens asks for a refresh when the last one is older than this, in milliseconds. */
const stale = 5 * 60 * 1000;
/** Deleted drafts and posts can be restored for this long, in milliseconds. */
const keptDeleted = 30 * 24 * 60 * 60 * 1000;

/** Refresh on install, on start and every 15 minutes; the welcome page once, on install. */
export function registerSchedule(): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') open('welcome.html');
    start();
  });
  browser.runtime.onStartup.addListener(start);
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) refresh().catch((error) => logFailure('refresh', error));
  });
  // The order of platforms decides which captions stand ready on the first screen.
  onSettings(() => void renewFirstScreen());
}

function open(page: string): void {
  browser.tabs
    .create({ url: browser.runtime.getURL(page) })
    .catch((error) => logFailure(`open ${page}`, error));
}

function start(): void {
  browser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  refresh()
    .then(() => purgeDeleted(db, Date.now() - keptDeleted))
    .catch((error) => logFailure('start', error));
}

/** Reads every source, keeping the first screen in step with each commit. */
export async function refresh(): Promise<void> {
  await ensureSources(db);
  await keptAlive(refreshAll(db, { now: Date.now, onProgress: () => void renewFirstScreen() }));
  await renewFirstScreen();
}

/** Starts a refresh if the last one is older than 5 minutes; does not wait for it. */
export async function refreshIfStale(): Promise<boolean> {
  await ensureSources(db);
  const sources = await db.sources.toArray();
  const due = sources.some((source) => Date.now() - (source.outcome?.at ?? 0) > stale);
  if (due) refresh().catch((error) => logFailure('refresh', error));
  return due;
}
