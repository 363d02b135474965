import type { JubirDatabase } from '../db/database.ts';
import type { Source } from '../source/source.ts';
import { isOtherDate, isSameText, textKey } from './compare.ts';
import type { Release } from './release.ts';

/** Releases among which one that moved is looked for. */
const AMONG = 300;
/** Other addresses that are remembered of one release. */
const ALIASES = 8;
/** A title shorter than this, in characters without white space, is no sign that two are the same. */
const TELLING = 15;

/**
 * Gives releases that a site shows at a new address the id that they have in the archive, so that a site that
 * changed the form of its addresses brings none twice. The same title, and the same date or text, while the old
 * address is not listed any more, is the same release; once found, its new address is known for good.
 */
export async function withKnownIds(
  db: JubirDatabase,
  source: Source,
  listed: readonly Release[],
): Promise<Release[]> {
  const rows = await db.releases.bulkGet(listed.map((release) => release.id));
  const unknown = listed.filter((_, index) => rows[index] === undefined);
  if (unknown.length === 0) return [...listed];
  const ids = new Map<string, string>();
  const taken = new Set(rows.flatMap((row) => row?.id ?? []));
  const give = (release: Release, row: Release) => {
    ids.set(release.id, row.id);
    taken.add(row.id);
  };
  const aliases = new Set(unknown.map((release) => release.id));
  for (const row of await db.releases
    .where('aliases')
    .anyOf([...aliases])
    .toArray()) {
    const release = unknown.find(({ id }) => row.aliases?.includes(id));
    if (release && !taken.has(row.id)) give(release, row);
  }
  const moved = unknown.filter(({ id }) => !ids.has(id));
  const candidates = moved.length > 0 ? await recent(db, source.id) : [];
  for (const release of moved) {
    const same = candidates.filter((row) => !taken.has(row.id) && isSame(row, release));
    const [row] = same;
    if (!row || same.length > 1) continue;
    give(release, row);
    await remember(db, row.id, release.id);
  }
  return listed.map((release) => ({ ...release, id: ids.get(release.id) ?? release.id }));
}

function isSame(row: Release, release: Release): boolean {
  const title = textKey(release.title);
  if (title.length < TELLING || row.url === release.url) return false;
  if (title !== textKey(row.listedTitle ?? row.title) && title !== textKey(row.title)) return false;
  if (row.published && release.published) return !isOtherDate(row.published, release.published);
  const bothRead = row.body === 'read' && release.body === 'read';
  return bothRead && !row.published && !release.published && isSameText(row.paragraphs, release.paragraphs);
}

function recent(db: JubirDatabase, sourceId: string): Promise<Release[]> {
  return db.releases
    .where('[sourceId+order]')
    .between([sourceId, Number.NEGATIVE_INFINITY], [sourceId, Number.POSITIVE_INFINITY], true, true)
    .reverse()
    .limit(AMONG)
    .toArray();
}

async function remember(db: JubirDatabase, id: string, alias: string): Promise<void> {
  await db.releases
    .where('id')
    .equals(id)
    .modify((row) => {
      row.aliases = [...(row.aliases ?? []).filter((each) => each !== alias), alias].slice(-ALIASES);
    });
}
