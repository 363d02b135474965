import type { JubirDatabase } from '../db/database.ts';
import { addressKey, canonicalUrl } from '../release/identity.ts';
import { type FeedItem, most, type PreferredCaption } from './caption-feed.ts';
import { cleanText, lineOf } from './read.ts';

/** One release's captions as an officer of the Humas office writes them. The background is its only writer. */
export interface HumasItem extends FeedItem {
  /** What all addresses of the release have in common. */
  id: string;
}

/** What an officer set once for the whole file. */
export interface HumasDesk {
  id: typeof deskId;
  title: string;
  city: string;
  /** The officer's name, written into what they write. */
  name: string;
  /** Only what a second person approved goes into the file. */
  reviews: boolean;
  /** The public key of the pair that signs, base64; '' = not signed. The private one lies with the secrets. */
  publicKey: string;
  /** When the last file was made, epoch milliseconds; 0 before the first. */
  issued: number;
}

/** There is one desk on a machine. */
export const deskId = 'desk';

export const emptyDesk: HumasDesk = {
  ...{ id: deskId, title: '', city: '', name: '' },
  ...{ reviews: false, publicKey: '', issued: 0 },
};

/** Which text of an item. */
export interface TextPlace extends Pick<PreferredCaption, 'platform' | 'angle'> {
  /** Counted from 0. */
  at: number;
}

/** What can be set of an item, apart from its texts; undefined takes it away. Times are epoch milliseconds. */
export type ItemEdit = Partial<
  Record<'expires' | 'notBefore', number | undefined> & {
    topic: string;
    vary: boolean;
    picture: { url: string; alt: string } | undefined;
  }
>;

/** One thing that an officer does at their desk. */
export type HumasWrite =
  | {
      do: 'add';
      release: string;
      title: string;
      platform: PreferredCaption['platform'];
      angle: PreferredCaption['angle'];
      text: string;
    }
  | { do: 'text'; id: string; place: TextPlace; text: string }
  | { do: 'drop-text'; id: string; place: TextPlace }
  | { do: 'edit'; id: string; edit: ItemEdit }
  | { do: 'approve'; id: string; name: string }
  | { do: 'remove'; id: string }
  | { do: 'desk'; edit: Partial<Pick<HumasDesk, 'title' | 'city' | 'name' | 'reviews'>> };

/** The desk as it is stored. */
export async function deskOf(db: JubirDatabase): Promise<HumasDesk> {
  return { ...emptyDesk, ...(await db.humasDesk.get(deskId)) };
}

/**
 * Does one thing at the officer's desk, in one transaction. Whatever changes what officials would read takes the second
 * person's approval back: it was of other words.
 * @param now epoch milliseconds
 */
export function writeHumas(db: JubirDatabase, write: HumasWrite, now: number): Promise<void> {
  return db.transaction('rw', db.humasItems, db.humasDesk, async () => {
    if (write.do === 'desk') await db.humasDesk.put({ ...(await deskOf(db)), ...sound(write.edit) });
    else if (write.do === 'add') await add(db, write, now);
    else if (write.do === 'remove') await db.humasItems.delete(write.id);
    else {
      const item = await db.humasItems.get(write.id);
      if (item) await db.humasItems.put(changed(authored(item, await deskOf(db)), write, now));
    }
  });
}

const sound = ({ title, city, name, reviews }: Extract<HumasWrite, { do: 'desk' }>['edit']) => ({
  ...(title !== undefined && { title: title.slice(0, most.title) }),
  ...(city !== undefined && { city: city.slice(0, most.name) }),
  ...(name !== undefined && { name: name.slice(0, most.name) }),
  ...(reviews !== undefined && { reviews }),
});

async function add(db: JubirDatabase, write: Extract<HumasWrite, { do: 'add' }>, now: number): Promise<void> {
  const release = canonicalUrl(write.release);
  const id = release && addressKey(release);
  const text = cleanText(write.text);
  if (!release || !id || text === null) return;
  const { name } = await deskOf(db);
  const known = await db.humasItems.get(id);
  const item: HumasItem = known ?? {
    ...{ id, release, title: lineOf(write.title, most.title), captions: [], vary: true, updated: now },
    ...(name && { writtenBy: lineOf(name, most.name) }),
  };
  const { platform, angle } = write;
  const there = item.captions.find((each) => each.platform === platform && each.angle === angle);
  if (there?.texts.includes(text) || (there?.texts.length ?? 0) >= most.texts) return;
  const captions = there
    ? item.captions.map((each) => (each === there ? { ...each, texts: [...each.texts, text] } : each))
    : [...item.captions, { platform, angle, texts: [text] }];
  await db.humasItems.put(reworded({ ...item, captions }, now));
}

function changed(item: HumasItem, write: Extract<HumasWrite, { id: string }>, now: number): HumasItem {
  if (write.do === 'approve') return approved(item, write.name);
  if (write.do === 'edit') return reworded(edited(item, write.edit), now);
  if (write.do === 'remove') return item;
  const { platform, angle, at } = write.place;
  const captions = item.captions.flatMap((each) => {
    if (each.platform !== platform || each.angle !== angle || at >= each.texts.length) return [each];
    const texts =
      write.do === 'text'
        ? each.texts.map((text, place) => (place === at ? write.text.slice(0, most.text) : text))
        : each.texts.filter((_, place) => place !== at);
    return texts.length > 0 ? [{ ...each, texts }] : [];
  });
  return reworded({ ...item, captions }, now);
}

/** An item that was begun before the officer gave their name is theirs all the same. */
export function authored<Item extends FeedItem>(item: Item, { name }: HumasDesk): Item {
  const writtenBy = item.writtenBy ?? lineOf(name, most.name);
  return writtenBy ? { ...item, writtenBy } : item;
}

/** Nobody is the second pair of eyes for their own words. */
function approved(item: HumasItem, by: string): HumasItem {
  const name = lineOf(by, most.name);
  const isOwn = name.toLowerCase() === (item.writtenBy ?? '').toLowerCase();
  return name === '' || isOwn ? item : { ...item, reviewedBy: name };
}

function edited(item: HumasItem, edit: ItemEdit): HumasItem {
  const next: HumasItem = { ...item };
  for (const name of ['expires', 'notBefore'] as const) {
    if (!(name in edit)) continue;
    const at = edit[name];
    if (at === undefined) delete next[name];
    else next[name] = at;
  }
  if (edit.topic !== undefined) next.topic = edit.topic.slice(0, most.name);
  if (edit.vary !== undefined) next.vary = edit.vary;
  if ('picture' in edit) {
    delete next.picture;
    if (edit.picture) next.picture = edit.picture;
  }
  return next;
}

function reworded({ reviewedBy: _, ...item }: HumasItem, now: number): HumasItem {
  return { ...item, updated: now };
}
