import browser from 'webextension-polyfill';
import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { db } from '../../utils/db/database.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { draftPlace } from '../../utils/draft/place.ts';
import { firstWords } from '../../utils/draft/remind.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { isBlank } from './erase.ts';

const alarmName = 'reminder';
const storageKey = 'reminded';
/** Names of notifications: `reminder <time> <draft id>`, or `reminders <how many> <newest time>`. */
const single = 'reminder';
const several = 'reminders';
/** Lines that a notification of several shows; systems cut a longer text off. */
const linesShown = 3;
/** How long a notification that the system refused waits for the next try, in milliseconds. */
const retryAfter = 5 * 60 * 1000;

/** Per draft the time that was told of, kept over worker restarts. */
type Told = Record<string, number>;

/** Tells of drafts at the time the official set, at once where that passed while the computer slept. */
export function registerReminders(): void {
  // A browser may forget alarms when it is closed, and a worker may have been ended between a write and its alarm:
  // every start of the background looks anew. The two events see to it that there is one.
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(look);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void remind();
  });
  browser.notifications.onClicked.addListener((id) => {
    const [kind, , ...draftId] = id.split(' ');
    if (kind !== single && kind !== several) return;
    const place = kind === single ? draftPlace(draftId.join(' ')) : '';
    Promise.all([
      browser.notifications.clear(id),
      browser.tabs.create({ url: browser.runtime.getURL(`desk.html${place}`) }),
    ]).catch((error) => logFailure('reminder', error));
  });
  look();
}

/** Where everything was erased there is nobody to remind, and nothing may be opened. */
function look(): void {
  isBlank()
    .then((blank) => (blank ? undefined : remind()))
    .catch((error) => logFailure('reminders', error));
}

let reminding: Promise<void> = Promise.resolve();

/** Tells of what is due and sets the alarm for what is next. Call it after every change of reminders. */
export function remind(): Promise<void> {
  reminding = reminding.then(tell).catch((error) => logFailure('reminders', error));
  return reminding;
}

let soon: ReturnType<typeof setTimeout> | undefined;

/** The same once it is quiet: for reminders that came with another machine's drafts, piece by piece. */
export function remindSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void remind(), 1000);
}

async function tell(): Promise<void> {
  const now = Date.now();
  const set = await db.drafts.where('remindAt').above(0).toArray();
  const told = await loadTold();
  const standing = set.filter(({ deletedAt }) => deletedAt === 0);
  const due = standing.filter(({ id, remindAt }) => remindAt <= now && told[id] !== remindAt);
  const shown = due.length === 0 || (await show(due));
  if (shown && due.length > 0) {
    // Afterwards: whom a worker that is stopped in between did not tell would never be told. The next one finds the
    // notification standing.
    const past = set.filter(
      ({ id, remindAt }) => told[id] === remindAt || due.some((draft) => draft.id === id),
    );
    await saveTold(Object.fromEntries(past.map(({ id, remindAt }) => [id, remindAt])));
  }
  const ahead = standing.map(({ remindAt }) => remindAt).filter((at) => at > now);
  const next = Math.min(...ahead, ...(shown ? [] : [now + retryAfter]));
  if (next === Infinity) await browser.alarms.clear(alarmName);
  else browser.alarms.create(alarmName, { when: next });
}

/** One notification for all that is due. @returns whether the system took it */
async function show(due: readonly Draft[]): Promise<boolean> {
  const texts = textsFor((await loadSettings()).language);
  const { detail } = laterTexts(texts);
  const lines = due.map((draft) =>
    detail.noticeLine(catalogue[draft.platform].name, firstWords(draft) || detail.emptyDraft),
  );
  const more = lines.length - linesShown;
  const [draft] = due;
  const newest = due.at(-1)?.remindAt;
  const alone = draft && due.length === 1;
  const id = alone ? `${single} ${newest} ${draft.id}` : `${several} ${due.length} ${newest}`;
  try {
    if (id in (await browser.notifications.getAll())) return true;
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icon/128.png'),
      title: alone ? detail.noticeOne(catalogue[draft.platform].name) : detail.noticeMany(due.length),
      message: alone
        ? firstWords(draft) || detail.emptyDraft
        : [...lines.slice(0, linesShown), ...(more > 0 ? [texts.notices.freshMore(more)] : [])].join('\n'),
    });
    return true;
  } catch (error) {
    logFailure('reminder', error);
    return false;
  }
}

async function loadTold(): Promise<Told> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey];
  return typeof stored === 'object' && stored !== null ? (stored as Told) : {};
}

function saveTold(told: Told): Promise<void> {
  return browser.storage.local.set({ [storageKey]: told });
}
