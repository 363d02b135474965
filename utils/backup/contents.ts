import { isAccountSecret } from '../account/account.ts';
import type { JubirDatabase, Secret } from '../db/database.ts';
import type { Draft, Post, Revision } from '../draft/draft.ts';
import { type History, type Merged, mergeHistory } from '../draft/merge.ts';
import { humasSecretId } from '../humas/desk-file.ts';
import type { Release } from '../release/release.ts';
import type { ReleaseVersion } from '../release/versions.ts';
import type { Source } from '../source/source.ts';
import { takeHumasItems } from './humas-row.ts';
import { checkRow, type Row } from './rows.ts';
import { carriedSource } from './source-row.ts';

/**
 * What a copy of Jubir holds, as a stream of rows: settings and sources, what a Humas officer writes, the releases that
 * drafts and posts are about, drafts, their earlier texts, posts. Pictures, the search index and the rest of the archive are read again from the
 * city. The machine's own name and count stay: two machines with one name would take each other's writes for theirs.
 */

/** Rows read or written at a time. */
export const batchRows = 250;

/** What goes into a copy besides the rows that always do. */
export interface Carried {
  /** From `carriedSettings`; none where absent. */
  settings?: unknown;
  /** Also keys and tokens: for a copy under a passphrase alone. */
  secrets?: boolean;
}

/** How many there are of what a person counts. */
export interface Counts {
  drafts: number;
  posts: number;
}

/** Counts without reading. */
export async function countContents(db: JubirDatabase): Promise<Counts> {
  const [drafts, posts] = await Promise.all([db.drafts.count(), db.posts.count()]);
  return { drafts, posts };
}

/**
 * Reads everything, batch by batch, so that never more than one batch is in memory. Writes in between are no harm:
 * each row is whole, and rows are joined, not replaced, where they are taken in.
 */
export async function* readContents(db: JubirDatabase, carried: Carried = {}): AsyncGenerator<Row[]> {
  if (carried.settings !== undefined) yield [{ kind: 'settings', value: carried.settings }];
  const sources = await db.sources.toArray();
  yield sources.map((source): Row => ({ kind: 'source', value: carriedSource(source) }));
  yield asRows('humas', await db.humasItems.toArray());
  yield* readReleases(db);
  for await (const drafts of batchesOf<Draft>(db.drafts)) yield asRows('draft', drafts);
  for await (const revisions of batchesOf<Revision>(db.revisions)) yield asRows('revision', revisions);
  for await (const posts of batchesOf<Post>(db.posts)) yield asRows('post', posts);
  if (!carried.secrets) return;
  // What else lies with a key is of this machine; tokens of accounts are renewed and made void here.
  const secrets = (await db.secrets.toArray()).filter(
    (secret) => !isAccountSecret(secret) && secret.id !== humasSecretId,
  );
  yield asRows(
    'secret',
    secrets.map(({ id, address, value }) => ({ id, address, value })),
  );
}

/** The releases that drafts and posts are about, each followed by its earlier versions. */
async function* readReleases(db: JubirDatabase): AsyncGenerator<Row[]> {
  const named = await Promise.all(
    [db.drafts, db.posts].map((table) => table.orderBy('releaseId').uniqueKeys()),
  );
  const ids = [...new Set(named.flat().map(String))];
  for (let at = 0; at < ids.length; at += batchRows) {
    const some = ids.slice(at, at + batchRows);
    const releases = (await db.releases.bulkGet(some)).filter((release) => release !== undefined);
    const versions = await db.versions.where('releaseId').anyOf(some).toArray();
    yield [...releases.map(releaseRow), ...asRows('version', versions)];
  }
}

const releaseRow = ({ indexed: _, ...release }: Release): Row => ({ kind: 'release', value: release });

const asRows = (kind: Row['kind'], values: readonly unknown[]): Row[] =>
  values.map((value) => ({ kind, value }) as Row);

interface Listed<Entry> {
  where: (index: ':id') => {
    above: (key: string) => { limit: (n: number) => { toArray: () => PromiseLike<Entry[]> } };
  };
}

/** All of a table in the order of its ids. */
async function* batchesOf<Entry extends { id: string }>(table: Listed<Entry>): AsyncGenerator<Entry[]> {
  for (let after = ''; ; ) {
    const rows = await table.where(':id').above(after).limit(batchRows).toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < batchRows) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** What a taking-in changed. */
export interface Taken extends Merged {
  sources: number;
  releases: number;
  /** Settings or keys that were taken. */
  settings: number;
  /** Rows that are none, or that belong to nothing here. */
  refused: number;
}

/** Nothing taken yet. */
export const nothingTaken: Taken = {
  ...{ added: 0, changed: 0, rivals: 0 },
  ...{ sources: 0, releases: 0, settings: 0, refused: 0 },
};

/** Both together. */
export function sumTaken(a: Taken, b: Taken): Taken {
  const sum = { ...a };
  for (const name of Object.keys(sum) as (keyof Taken)[]) sum[name] += b[name];
  return sum;
}

/** What only the caller can store. What is absent is left out, silently. */
export interface TakeMore {
  /** @returns whether anything of it was new here */
  settings?: (theirs: unknown) => Promise<boolean>;
  /** @returns whether it was new here */
  secret?: (secret: Secret) => Promise<boolean>;
}

/**
 * Takes rows in, each checked first; one that is damaged is left out alone. Nothing here is replaced or removed, so
 * the same rows again change nothing. A source that was not here waits for the click that allows its hosts.
 */
export async function takeContents(
  db: JubirDatabase,
  rows: readonly unknown[],
  more: TakeMore = {},
): Promise<Taken> {
  const { refused, ...sorted } = sortRows(rows);
  const taken: Taken = { ...nothingTaken, refused };
  taken.sources = await takeSources(db, sorted.source);
  taken.releases = await takeReleases(db, sorted.release);
  taken.refused += await takeVersions(db, sorted.version);
  const history = await historyIn(db, sorted);
  taken.refused += sorted.revision.length - history.revisions.length;
  Object.assign(taken, await mergeHistory(db, history));
  const texts = await takeHumasItems(db, sorted.humas);
  taken.added += texts.added;
  taken.changed += texts.changed;
  for (const theirs of sorted.settings) if (await more.settings?.(theirs)) taken.settings += 1;
  for (const secret of sorted.secret) {
    // A token for an account of this machine never comes from outside.
    if (isAccountSecret(secret)) taken.refused += 1;
    else if (await more.secret?.(secret)) taken.settings += 1;
  }
  return taken;
}

/**
 * What taking these rows in would change of what a person wrote: the same merge, taken back before it is committed.
 * No earlier texts, which nobody counts.
 */
export async function rehearseContents(db: JubirDatabase, rows: readonly unknown[]): Promise<Taken> {
  const { refused, humas, draft: drafts, post: posts } = sortRows(rows);
  let merged: Merged = { added: 0, changed: 0, rivals: 0 };
  const tables = [db.drafts, db.posts, db.revisions, db.machine];
  try {
    await db.transaction('rw', tables, async () => {
      merged = await mergeHistory(db, { drafts, posts, revisions: [] });
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  const texts = await takeHumasItems(db, humas, true);
  return {
    ...{ ...nothingTaken, ...merged, refused },
    added: merged.added + texts.added,
    changed: merged.changed + texts.changed,
  };
}

class TakenBack extends Error {
  override name = 'TakenBack';
}

type Sorted = { [Kind in Row['kind']]: Extract<Row, { kind: Kind }>['value'][] };

function sortRows(rows: readonly unknown[]): Sorted & { refused: number } {
  const sorted: Sorted = {
    ...{ settings: [], source: [], humas: [], release: [], version: [] },
    ...{ draft: [], revision: [], post: [], secret: [] },
  };
  let refused = 0;
  for (const each of rows) {
    const row = checkRow(each);
    if (row) (sorted[row.kind] as unknown[]).push(row.value);
    else refused += 1;
  }
  return { ...sorted, refused };
}

function takeSources(db: JubirDatabase, sources: readonly Source[]): Promise<number> {
  return db.transaction('rw', db.sources, async () => {
    let added = 0;
    for (const source of sources) {
      if (await isKnown(db, source)) continue;
      await db.sources.add(source);
      added += 1;
    }
    return added;
  });
}

const isKnown = async (db: JubirDatabase, { id, url }: Source): Promise<boolean> =>
  (await db.sources.filter((source) => source.id === id || source.url === url).count()) > 0;

function takeReleases(db: JubirDatabase, releases: readonly Release[]): Promise<number> {
  return db.transaction('rw', db.releases, async () => {
    const known = await db.releases.bulkGet(releases.map(({ id }) => id));
    const unknown = releases.filter((_, at) => known[at] === undefined);
    await db.releases.bulkPut(unknown);
    return unknown.length;
  });
}

/** @returns how many belong to no release that is here */
function takeVersions(db: JubirDatabase, versions: readonly ReleaseVersion[]): Promise<number> {
  return db.transaction('rw', db.releases, db.versions, async () => {
    const releases = await db.releases.bulkGet(versions.map(({ releaseId }) => releaseId));
    const known = await db.versions.bulkGet(versions.map(({ id }) => id));
    await db.versions.bulkPut(versions.filter((_, at) => releases[at] && !known[at]));
    return releases.filter((release) => !release).length;
  });
}

/** The history in some rows, without earlier texts of drafts that are neither here nor among them. */
async function historyIn(db: JubirDatabase, { draft, post, revision }: Sorted): Promise<History> {
  const here = await db.drafts.bulkGet(revision.map(({ draftId }) => draftId));
  const coming = new Set(draft.map(({ id }) => id));
  const revisions = revision.filter(({ draftId }, at) => here[at] !== undefined || coming.has(draftId));
  return { drafts: draft, posts: post, revisions };
}
