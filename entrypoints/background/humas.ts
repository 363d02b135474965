import { logFailure } from '../../utils/browser/log.ts';
import type { Payload } from '../../utils/browser/messages.ts';
import { hasOrigins } from '../../utils/browser/permissions.ts';
import { loadSettings, onSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { writeHumas } from '../../utils/humas/desk.ts';
import { makeDeskKeys, makeFile, openFile } from '../../utils/humas/desk-file.ts';
import { refreshFeed, settleFeed } from '../../utils/humas/refresh.ts';
import { type FeedRow, feedId } from '../../utils/humas/store.ts';
import { feedOrigin } from '../../utils/humas/wanted.ts';
import { isAskable } from '../../utils/source/schedule.ts';
import { renewFirstScreen } from './first-screen.ts';
import { keptAlive } from './keep-alive.ts';
import { giveBack } from './permissions.ts';
import { storeReady } from './store.ts';

/** Another feed, set by the city or the official, is read at once. */
export function registerHumas(): void {
  onSettings(() => {
    storeReady()
      .then(() => keptAlive(readHumas(() => false)))
      .catch((error) => logFailure('caption feed', error));
  });
}

/**
 * Reads the Humas office's captions, where their time has come; the city's policy or the settings say where they are.
 * @param which whether this one is to be read now; one that was never read is in any case
 */
export async function readHumas(which: (row: FeedRow) => boolean): Promise<void> {
  const before = await db.captionFeeds.get(feedId);
  const row = await settleFeed(db, (await loadSettings()).captionFeed);
  if (before && before.url !== row?.url) await giveBack([feedOrigin(before.url)]);
  const isWanted = row && isAskable(row, Date.now()) && (!row.outcome || which(row));
  if (isWanted) await refreshFeed(db, { now: Date.now, isAllowed: (url) => hasOrigins([feedOrigin(url)]) });
  if (isWanted || before?.url !== row?.url || before?.key !== row?.key) void renewFirstScreen();
}

/** What the messages about the captions of the Humas office do. */
export const humasCommands = {
  'read-humas': async (): Promise<null> => {
    await keptAlive(readHumas(() => true));
    return null;
  },
  'write-humas': async (write: Payload<'write-humas'>): Promise<null> => {
    await writeHumas(db, write, Date.now());
    return null;
  },
  'make-humas-file': (how: Payload<'make-humas-file'>) => makeFile(db, how, Date.now()),
  'open-humas-file': ({ text }: Payload<'open-humas-file'>) => openFile(db, text),
  'make-humas-key': async () => ({ publicKey: await makeDeskKeys(db) }),
};
