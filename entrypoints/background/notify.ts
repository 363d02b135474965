import browser from 'webextension-polyfill';
import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { loadSettings, type Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { newsSince, notificationTime } from '../../utils/release/news.ts';
import type { Release } from '../../utils/release/release.ts';

const alarmName = 'notify';
/** One at a time: a new one takes the place of the last. */
const notificationId = 'releases';
const storageKey = 'notified';
/** Titles that it shows; systems cut a longer text off. */
const titlesShown = 3;

/** What was told of, kept over worker restarts. */
interface Told {
  /** When the last notification was shown, epoch milliseconds. */
  at: number;
  /** First sight of the newest release that was told of, epoch milliseconds. */
  upTo: number;
}

/** One grouped notification of new releases, at most once an hour, never in quiet hours. */
export function registerNotify(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) void notifyFresh();
  });
  browser.notifications.onClicked.addListener((id) => {
    if (id !== notificationId) return;
    Promise.all([
      browser.notifications.clear(id),
      browser.tabs.create({ url: browser.runtime.getURL('desk.html#arsip') }),
    ]).catch((error) => logFailure('notification', error));
  });
}

let telling: Promise<void> = Promise.resolve();

/** Tells of what is new, now or, by alarm, as soon as it may be told. Call it after every refresh. */
export function notifyFresh(): Promise<void> {
  telling = telling.then(tell).catch((error) => logFailure('notify', error));
  return telling;
}

async function tell(): Promise<void> {
  const settings = await loadSettings();
  const told = await loadTold();
  const now = Date.now();
  const news = await newsSince(db, told.upTo);
  if (news.length === 0) return;
  const upTo = Math.max(...news.map((release) => release.firstSeenAt));
  // What came while they were off is not told of when they are turned on.
  if (!settings.notifications) return saveTold({ ...told, upTo });
  const { quietFrom, quietTo } = settings;
  const zone = -new Date(now).getTimezoneOffset();
  const when = notificationTime({ now, zone, lastAt: told.at, quietFrom, quietTo });
  if (when > now) {
    browser.alarms.create(alarmName, { when });
    return;
  }
  await show(news, settings);
  // Afterwards: a worker that is stopped in between shows the same one again, in the same place.
  await saveTold({ at: now, upTo });
}

async function show(news: readonly Release[], settings: Settings): Promise<void> {
  const texts = textsFor(settings.language);
  const titles = news.slice(0, titlesShown).map((release) => release.title);
  const more = news.length - titles.length;
  const sources = new Map((await db.sources.toArray()).map((source) => [source.id, source.name]));
  const names = [...new Set(news.map((release) => sources.get(release.sourceId) ?? ''))].filter(Boolean);
  await browser.notifications.create(notificationId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: texts.notices.freshTitle(news.length, names.length === 1 ? (names[0] ?? '') : ''),
    message: [...titles, ...(more > 0 ? [texts.notices.freshMore(more)] : [])].join('\n'),
  });
}

async function loadTold(): Promise<Told> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey] as Partial<Told> | undefined;
  return { at: Number(stored?.at) || 0, upTo: Number(stored?.upTo) || 0 };
}

function saveTold(told: Told): Promise<void> {
  return browser.storage.local.set({ [storageKey]: told });
}
