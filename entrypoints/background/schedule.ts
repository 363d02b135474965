import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import { drawSeed, loadSettings, onSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { keptDeleted } from '../../utils/draft/entries.ts';
import { purgeDeleted } from '../../utils/draft/purge.ts';
import { ensureSources, refreshAll } from '../../utils/flow/refresh.ts';
import type { FeedRow } from '../../utils/humas/store.ts';
import { indexPending } from '../../utils/release/search/write.ts';
import { limits } from '../../utils/source/limits.ts';
import { earliest, isAskable, isDue, isStale } from '../../utils/source/schedule.ts';
import type { Source } from '../../utils/source/source.ts';
import { applyCity, firstSources, onPolicy } from './city.ts';
import { isBlank, openAnew } from './erase.ts';
import { renewFirstScreen } from './first-screen.ts';
import { readHumas } from './humas.ts';
import { keptAlive } from './keep-alive.ts';
import { notifyFresh } from './notify.ts';
import { renewPageScripts } from './page-scripts.ts';
import { storeReady } from './store.ts';

/** Comes every 15 minutes whatever happens; what is due before that has an alarm of its own. */
const baseAlarm = 'refresh';
const everyMinutes = 15;
const nextAlarm = 'refresh-next';

/** Refresh on install, on start and whenever a source's time has come; the welcome page once, on install. */
export function registerSchedule(): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') open('welcome.html');
    if (details.reason === 'install') start();
    else startUnlessBlank();
  });
  browser.runtime.onStartup.addListener(startUnlessBlank);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === baseAlarm || name === nextAlarm) refreshDue().catch((error) => logFailure('refresh', error));
  });
  // The order of platforms decides which captions stand ready on the first screen.
  onSettings(() => void renewFirstScreen());
  onPolicy(() => {
    isBlank()
      .then(async (blank) => {
        if (blank) return;
        await applyCity(true);
        await run((source) => !source.outcome);
      })
      .catch((error) => logFailure('policy', error));
  });
}

function open(page: string): void {
  browser.tabs
    .create({ url: browser.runtime.getURL(page) })
    .catch((error) => logFailure(`open ${page}`, error));
}

/** Where everything was erased, only a person begins anew. */
function startUnlessBlank(): void {
  isBlank()
    .then((blank) => blank || start())
    .catch((error) => logFailure('start', error));
}

/** Chooses what is read now, among sources and the caption feed. */
type Which = (source: Pick<Source, 'nextAt' | 'outcome'> | FeedRow) => boolean;

const allRows = async () => [...(await db.sources.toArray()), ...(await db.captionFeeds.toArray())];

let begun: Promise<void> | null = null;

/** What every message of a page waits for: where everything was erased, the first one begins anew. */
export function begin(): Promise<void> {
  begun ??= (async () => {
    await openAnew();
    const { seed } = await loadSettings();
    if (seed === 0 && (await db.sources.count()) === 0) start();
  })().catch((error) => logFailure('begin', error));
  return begun;
}

function start(): void {
  begun = Promise.resolve();
  browser.alarms.create(baseAlarm, { periodInMinutes: everyMinutes });
  // Before the first captions stand ready, so that they need not change.
  drawSeed()
    .catch((error) => logFailure('seed', error))
    .then(() => run(() => true))
    .then(() => purgeDeleted(db, Date.now() - keptDeleted))
    .catch((error) => logFailure('start', error));
}

/** Everything was erased: the next message of a page begins anew. */
export function forgetBegun(): void {
  begun = null;
}

/** Reads every source that may be asked, thoroughly: the official asked for it. */
export function refresh(): Promise<void> {
  return run(() => true, true);
}

/** Reads the sources whose time has come. */
function refreshDue(): Promise<void> {
  return run((source) => isDue(source, Date.now()));
}

/** Starts a refresh of the sources whose last one is older than 5 minutes; does not wait for it. */
export async function refreshIfStale(): Promise<boolean> {
  await ensureSources(db, await firstSources());
  const now = Date.now();
  const isWanted: Which = (source) => isStale(source, now, limits.staleMs);
  const due = (await allRows()).some((source) => isAskable(source, now) && isWanted(source));
  if (due) run(isWanted).catch((error) => logFailure('refresh', error));
  return due;
}

/** Reads sources, keeping the first screen in step with each commit; then tells of what is new, and plans the next time. */
async function run(which: Which, eager = false): Promise<void> {
  await storeReady();
  // Before the first sources: a city may have others.
  await applyCity();
  await ensureSources(db, await firstSources());
  void renewPageScripts();
  try {
    const onProgress = () => void renewFirstScreen();
    // First: it is one small file, and the captions of what is new stand in it.
    await keptAlive(readHumas(which)).catch((error) => logFailure('caption feed', error));
    await keptAlive(refreshAll(db, { now: Date.now, onProgress, eager }, which));
  } finally {
    await planNext();
  }
  await renewFirstScreen();
  await notifyFresh();
  await keptAlive(indexPending(db));
}

/** An alarm for the source that is to be asked first; a new one takes the place of the last. */
async function planNext(): Promise<void> {
  const when = earliest(await allRows());
  if (when !== null)
    browser.alarms.create(nextAlarm, { when: Math.max(when, Date.now() + limits.soonestMs) });
}
