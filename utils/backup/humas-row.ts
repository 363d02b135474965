import type { JubirDatabase } from '../db/database.ts';
import { feedAngles, most as feedMost, type PreferredCaption } from '../humas/caption-feed.ts';
import type { HumasItem } from '../humas/desk.ts';
import { platformIds } from '../platform/platform.ts';
import { addressKey } from '../release/identity.ts';
import { address, BadValue, fields, list, most, oneOf, optional, text, time } from './check.ts';

/** One release's captions as a Humas officer writes them, from outside. @throws BadValue */
export function checkHumasItem(value: unknown): HumasItem {
  const raw = fields(value);
  const release = address(raw.release);
  const id = addressKey(release);
  if (id === null || id !== raw.id) throw new BadValue('not its id');
  const named = (found: unknown) => text(found, feedMost.name);
  return {
    id,
    release,
    title: text(raw.title, feedMost.title),
    captions: list(raw.captions, feedMost.captions, readCaption),
    vary: raw.vary === true,
    ...optional(raw, 'picture', readPicture),
    ...optional(raw, 'expires', time),
    ...optional(raw, 'notBefore', time),
    ...optional(raw, 'topic', named),
    ...optional(raw, 'writtenBy', named),
    ...optional(raw, 'reviewedBy', named),
    updated: time(raw.updated),
  };
}

function readCaption(value: unknown): PreferredCaption {
  const raw = fields(value);
  return {
    platform: oneOf(raw.platform, platformIds),
    angle: oneOf(raw.angle, feedAngles),
    texts: list(raw.texts, feedMost.texts, (each) => text(each, most.text)),
  };
}

/** As it is being typed; what goes out is checked where the file is made. */
function readPicture(value: unknown): { url: string; alt: string } {
  const raw = fields(value);
  return { url: text(raw.url, feedMost.url), alt: text(raw.alt, feedMost.alt) };
}

/**
 * Takes in what an officer wrote elsewhere or lost here: of a release that is here and there the later one holds.
 * @param isRehearsal counts alone
 */
export function takeHumasItems(
  db: JubirDatabase,
  items: readonly HumasItem[],
  isRehearsal = false,
): Promise<{ added: number; changed: number }> {
  return db.transaction('rw', db.humasItems, async () => {
    const known = await db.humasItems.bulkGet(items.map(({ id }) => id));
    const later = items.filter((item, at) => (known[at]?.updated ?? -1) < item.updated);
    const added = items.filter((_, at) => known[at] === undefined).length;
    if (!isRehearsal) await db.humasItems.bulkPut(later);
    return { added, changed: later.length - added };
  });
}
