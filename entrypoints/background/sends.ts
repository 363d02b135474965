import browser from 'webextension-polyfill';
import { logFailure } from '../../utils/browser/log.ts';
import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';
import { cancelJob, purgeOutbox, recoverJobs, resumeJob } from '../../utils/draft/outbox-care.ts';
import { confirmPosts } from '../../utils/flow/confirm.ts';
import { lookUpDue, nextTime, removePost } from '../../utils/flow/look-up.ts';
import { postsUnderWay, type SendTools, sendDue } from '../../utils/flow/send.ts';
import { markRead } from '../../utils/release/archive.ts';
import { postPicture } from '../../utils/release/post-picture.ts';
import { downloadPicture } from '../../utils/source/download.ts';
import { FetchError } from '../../utils/source/errors.ts';
import { networkOf } from './accounts.ts';
import { renewFirstScreen } from './first-screen.ts';
import { inputsStored } from './inputs.ts';
import { keptAlive } from './keep-alive.ts';

const alarmName = 'outbox';
/** Chrome lets no alarm ring sooner, in milliseconds; what is due before that has a timer in this very worker. */
const soonest = 30_000;
/** The longest time in which a post can be taken back, in milliseconds. */
const longestDelay = 60_000;

const tools: SendTools = {
  now: Date.now,
  networkOf,
  isOnline: () => navigator.onLine !== false,
  pictureOf,
  onProgress: () => void renewFirstScreen(),
};

/** Sees to the outbox when the browser starts, when an alarm rings and when the connection comes back. */
export function registerSends(): void {
  const see = () => {
    seeTo().catch((error) => logFailure('outbox', error));
  };
  const start = () => {
    purgeOutbox(db).catch((error) => logFailure('outbox', error));
    see();
  };
  browser.runtime.onStartup.addListener(start);
  browser.runtime.onInstalled.addListener(start);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) see();
  });
  globalThis.addEventListener?.('online', see);
}

/** What seems to be on its way and is not sent by this background belongs to one that has ended. */
const recover = (): Promise<void> => recoverJobs(db, Date.now(), postsUnderWay);

/** What is unknown first: a thread that goes on is then sent in the same turn. */
async function seeTo(): Promise<void> {
  await recover();
  try {
    await keptAlive(lookUpDue(db, tools).then(() => sendDue(db, tools)));
  } finally {
    await planNext();
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** An alarm outlives this worker, a timer is exact: both, for what is due next. */
async function planNext(): Promise<void> {
  clearTimeout(timer);
  const when = await nextTime(db, Date.now());
  if (when === null) {
    await browser.alarms.clear(alarmName);
    return;
  }
  const left = Math.max(when - Date.now(), 0);
  browser.alarms.create(alarmName, { when: Date.now() + Math.max(left, soonest), periodInMinutes: 1 });
  if (left < soonest)
    timer = setTimeout(() => {
      seeTo().catch((error) => logFailure('outbox', error));
    }, left);
}

/** Begins to see to the outbox, and does not wait for it: what becomes of each post is told by its rows. */
const begin = (): void => {
  seeTo().catch((error) => logFailure('outbox', error));
};

/** What the messages about posts that Jubir sends itself do. */
export const sendCommands = {
  publish: async ({ targets, delay }: Payload<'publish'>): Promise<Answer<'publish'>> => {
    // The text that goes out is the one that was typed last.
    await inputsStored();
    await recover();
    const pause = Math.min(Math.max(delay, 0), longestDelay);
    const taken = await confirmPosts(db, targets, pause, Date.now());
    begin();
    // They are in the outbox, whatever becomes of the mark.
    const releases = targets.map(({ draft }) => draft.releaseId);
    await markRead(db, releases).catch((error) => logFailure('mark read', error));
    void renewFirstScreen();
    return taken;
  },
  'cancel-post': async ({ postId }: Payload<'cancel-post'>): Promise<Answer<'cancel-post'>> => {
    const done = await cancelJob(db, postId, Date.now());
    void renewFirstScreen();
    return { done };
  },
  'resume-post': async ({ postId, seen }: Payload<'resume-post'>): Promise<Answer<'resume-post'>> => {
    await recover();
    const done = await resumeJob(db, postId, seen, Date.now());
    begin();
    return { done };
  },
  'look-up-post': async ({ postId }: Payload<'look-up-post'>): Promise<null> => {
    await recover();
    await keptAlive(lookUpDue(db, tools, postId));
    begin();
    return null;
  },
  'remove-post': async ({ postId }: Payload<'remove-post'>): Promise<null> => {
    await keptAlive(removePost(db, postId, tools));
    return null;
  },
};

/** A picture from the city's own hosts; without an address, the release's. None is no failure of the post. */
async function pictureOf(releaseId: string, most: number, url?: string): ReturnType<SendTools['pictureOf']> {
  const release = await db.releases.get(releaseId);
  const source = release && (await db.sources.get(release.sourceId));
  const address = url ?? release?.image;
  if (!address || !source) return null;
  try {
    const hosts = [...source.imageHosts, ...source.hosts];
    return await postPicture(await downloadPicture(address, { hosts }), most);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    logFailure('picture', error);
    return null;
  }
}
