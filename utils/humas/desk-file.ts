import type { JubirDatabase } from '../db/database.ts';
import { isPictureAddress } from '../draft/draft.ts';
import { addressKey } from '../release/identity.ts';
import { type FeedItem, most } from './caption-feed.ts';
import { authored, deskId, deskOf, type HumasItem } from './desk.ts';
import { cleanText, lineOf, readCaptionFeed } from './read.ts';
import { makeKeys, sign } from './signature.ts';
import { isCurrent } from './store.ts';
import { feedObject, feedText } from './write.ts';

/** Where the private key lies; its `address` is the public one. In no copy, message or log. */
export const humasSecretId = 'humas-key';

/** A file that was made, and what is not in it. */
export interface MadeFile {
  text: string;
  /** Whether it carries a signature. */
  signed: boolean;
  /** Releases in it. */
  count: number;
  /** Releases that wait for the second person. */
  unapproved: number;
  /** Releases that are over, or have no text left. */
  over: number;
  /** Releases beyond what one file holds: the oldest. */
  tooMany: number;
}

/**
 * The officer's file as it stands now, signed where they have a key. Every file says when it was made, and none is made
 * to look older than the one before. One for a colleague holds what is not approved too, and is never signed.
 * @param now epoch milliseconds
 * @throws FeedError `no-ed25519` where a key is set and this browser cannot sign
 */
export async function makeFile(
  db: JubirDatabase,
  { forColleague }: { forColleague: boolean },
  now: number,
): Promise<MadeFile> {
  const desk = await deskOf(db);
  const all = (await db.humasItems.toArray()).sort((a, b) => b.updated - a.updated);
  const whole = all
    .flatMap((item) => cleaned(authored(item, desk)) ?? [])
    .filter((item) => isCurrent(item, now));
  const ready = whole.filter(({ reviewedBy }) => forColleague || !desk.reviews || reviewedBy !== undefined);
  const items = ready.slice(0, most.items);
  const title = lineOf(desk.title, most.title) || lineOf(desk.city, most.name) || 'Humas';
  // A clock that was set back must not make every official's Jubir refuse it.
  const issued = Math.max(now, desk.issued + 1);
  const raw = feedObject({ title, city: lineOf(desk.city, most.name), language: 'id', issued, items });
  // Unsigned it is refused wherever a key is set, should it end up on the site.
  const secret = desk.publicKey === '' || forColleague ? undefined : await db.secrets.get(humasSecretId);
  const signed = secret !== undefined && secret.address === desk.publicKey;
  if (signed) raw._jubir.signature = await sign(raw, secret.value);
  await db.transaction('rw', db.humasDesk, async () => {
    await db.humasDesk.put({ ...(await deskOf(db)), issued });
  });
  return {
    text: feedText(raw),
    signed,
    count: items.length,
    unapproved: whole.length - ready.length,
    over: all.length - whole.length,
    tooMany: ready.length - items.length,
  };
}

/** What goes out of an item: texts as they are read, none that is empty. Null where nothing is left. */
function cleaned({ id: _, ...item }: HumasItem): FeedItem | null {
  const captions = item.captions.slice(0, most.captions).flatMap((each) => {
    const texts = [...new Set(each.texts.flatMap((text) => cleanText(text) ?? []))];
    return texts.length > 0 ? [{ ...each, texts }] : [];
  });
  if (captions.length === 0) return null;
  const { topic, picture, ...rest } = item;
  const line = lineOf(topic, most.name);
  return {
    ...rest,
    captions,
    ...(line && { topic: line }),
    ...(picture && isPictureAddress(picture.url) && { picture }),
  };
}

/**
 * Opens a file on this desk, the officer's own from elsewhere or a colleague's to review. Of a release that is here and
 * there the later one holds; of the same one the approval is taken over.
 * @throws FeedError where it is no caption feed
 */
export async function openFile(db: JubirDatabase, text: string): Promise<{ taken: number; leftOut: number }> {
  const { feed, leftOut } = readCaptionFeed(text);
  return db.transaction('rw', db.humasItems, db.humasDesk, async () => {
    const desk = await deskOf(db);
    await db.humasDesk.put({ ...desk, title: desk.title || feed.title, city: desk.city || feed.city });
    let taken = 0;
    for (const item of feed.items) {
      const id = addressKey(item.release);
      if (id === null) continue;
      const here = await db.humasItems.get(id);
      const isApproval = here?.updated === item.updated && !here.reviewedBy && item.reviewedBy !== undefined;
      if (here && here.updated >= item.updated && !isApproval) continue;
      await db.humasItems.put({ ...item, id });
      taken += 1;
    }
    return { taken, leftOut };
  });
}

/**
 * Makes the pair of keys that signs from now on; the one before is gone with it.
 * @returns the public key, base64
 * @throws FeedError `no-ed25519`
 */
export async function makeDeskKeys(db: JubirDatabase): Promise<string> {
  const { publicKey, privateKey } = await makeKeys();
  await db.transaction('rw', db.secrets, db.humasDesk, async () => {
    await db.secrets.put({ id: humasSecretId, address: publicKey, value: privateKey });
    await db.humasDesk.put({ ...(await deskOf(db)), id: deskId, publicKey });
  });
  return publicKey;
}
