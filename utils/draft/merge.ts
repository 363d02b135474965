import type { JubirDatabase } from '../db/database.ts';
import { countFrom } from '../db/machine.ts';
import type { Draft, DraftPicture, Post, PostChange, Revision, Stamp, Wording } from './draft.ts';
import { keepRevisions } from './history.ts';
import { withoutPurged } from './purge.ts';
import { revisionOf, wordingOf } from './writing.ts';

/** A history as another machine, a backup or a snapshot holds it. */
export interface History {
  drafts: Draft[];
  posts: Post[];
  revisions: Revision[];
}

/** How much of a history was taken. */
export interface Merged {
  /** Drafts and posts that were not here. */
  added: number;
  /** Drafts and posts that were here and are newer, or more complete, now. */
  changed: number;
  /** Drafts that now hold two texts to choose from, and did not before. */
  rivals: number;
}

/**
 * Takes another history into this one. The order and number of merges do not matter: machines that have taken in the
 * same histories hold the same (a join of multi-value registers with version vectors; see Shapiro et al., "A
 * comprehensive study of Convergent and Commutative Replicated Data Types", 2011).
 */
export function mergeHistory(db: JubirDatabase, history: History): Promise<Merged> {
  return db.transaction('rw', [db.drafts, db.posts, db.revisions, db.machine], async () => {
    const theirs = await withoutPurged(db, history);
    const merged: Merged = { added: 0, changed: 0, rivals: 0 };
    const drafts = await join(db.drafts, theirs.drafts, mergeDrafts, merged);
    await join(db.posts, theirs.posts, mergePosts, merged);
    for (const { before, after } of drafts) {
      if (after.rivals.length > 0 && (before?.rivals.length ?? 0) === 0) merged.rivals += 1;
    }
    const replaced = drafts.flatMap(({ before, after }) => (before ? lostTexts(before, after) : []));
    await keepRevisions(db, [...theirs.revisions, ...replaced]);
    await countFrom(db, newestCount(theirs));
    return merged;
  });
}

/** The greatest count in a history. */
function newestCount({ drafts, posts, revisions }: History): number {
  const stamps = [
    ...drafts.flatMap(({ rivals, seen, stamps: set }) => [
      ...rivals,
      ...Object.values(set),
      ...Object.entries(seen).map(([by, n]) => ({ by, n })),
    ]),
    ...posts.flatMap(({ changes, stamps: set }) => [...changes, ...Object.values(set)]),
    ...revisions,
  ];
  return stamps.reduce((most, { n }) => Math.max(most, n), 0);
}

interface Table<Entry> {
  bulkGet: (ids: string[]) => PromiseLike<(Entry | undefined)[]>;
  bulkPut: (entries: Entry[]) => PromiseLike<unknown>;
}

async function join<Entry extends { id: string }>(
  table: Table<Entry>,
  theirs: readonly Entry[],
  merge: (mine: Entry, theirs: Entry) => Entry,
  merged: Merged,
): Promise<{ before: Entry | undefined; after: Entry }[]> {
  const mine = await table.bulkGet(theirs.map(({ id }) => id));
  const changes: { before: Entry | undefined; after: Entry }[] = [];
  for (const [at, entry] of theirs.entries()) {
    const before = mine[at];
    const after = before ? merge(before, entry) : entry;
    if (before && isSame(before, after)) continue;
    if (before) merged.changed += 1;
    else merged.added += 1;
    changes.push({ before, after });
  }
  await table.bulkPut(changes.map(({ after }) => after));
  return changes;
}

/** One draft as two machines hold it: neither's text is lost that the other had not replaced knowingly. */
export function mergeDrafts(a: Draft, b: Draft): Draft {
  const texts = [...standing(a, b), ...standing(b, a)].sort(newestTextFirst);
  const distinct = texts.filter((one, at) => texts.findIndex((other) => other.text === one.text) === at);
  // Both drop a text only for one that is newer: of two drafts one text always stands.
  const newer = newestTextFirst(wordingOf(a), wordingOf(b)) <= 0 ? a : b;
  // What both have in front stays there, whichever rivals lie beside it.
  const isSameText = keyOf(wordingOf(a)) === keyOf(wordingOf(b)) && a.text === b.text;
  const top = distinct.find(({ text }) => isSameText && text === a.text) ?? distinct[0] ?? wordingOf(newer);
  const knows = ({ seen }: Draft) => texts.every(({ n, by }) => n <= (seen[by] ?? 0));
  const { model: _, picture: __, ...base } = newer;
  const { stamps, ...marks } = setLast(onDesk(a, knows(a)), onDesk(b, knows(b)), [
    ...leaving,
    'remindAt',
    'note',
    'starredAt',
  ]);
  const { picture, stamp } = pictureSetLast(a, b);
  return {
    ...base,
    ...marks,
    stamps: { ...stamps, ...(stamp && { picture: stamp }) },
    ...(picture && { picture }),
    text: top.text,
    writer: top.writer,
    revision: top.n,
    machine: top.by,
    updatedAt: top.at,
    ...(top.model && { model: top.model }),
    rivals: distinct.filter((one) => one !== top),
    seen: newestOf(a.seen, b.seen),
    // Of this machine's own pages: no other's can be heard twice here.
    inputs: a.inputs,
    unkept: Math.max(a.unkept, b.unkept),
    createdAt: Math.min(a.createdAt, b.createdAt),
  };
}

/** The picture as it was set, or taken away, last; a copy that knows nothing of pictures changes none. */
function pictureSetLast(a: Draft, b: Draft): { picture: DraftPicture | undefined; stamp: Stamp | undefined } {
  const [ofA, ofB] = [a.stamps.picture, b.stamps.picture];
  const order = ofA && ofB ? newestFirst(ofA, ofB) : Number(ofB !== undefined) - Number(ofA !== undefined);
  // Of one stamp two machines of one name may have made two: those have an order too.
  const isOfB = order > 0 || (order === 0 && nameOf(a.picture) < nameOf(b.picture));
  return isOfB ? { picture: b.picture, stamp: ofB } : { picture: a.picture, stamp: ofA };
}

const nameOf = (picture: DraftPicture | undefined): string =>
  picture ? `${picture.url} ${picture.alt}` : '';

/** The marks by which a draft leaves the desk. */
const leaving = ['state', 'archivedAt', 'deletedAt'] as const;

/** A draft with its marks, those by which it left the desk only if they were set knowing every text that stands now. */
const onDesk = (draft: Draft, knowing: boolean): Draft =>
  knowing ? draft : { ...draft, state: 'writing', archivedAt: 0, deletedAt: 0 };

/** One post as two machines hold it: every change that either knows of. */
export function mergePosts(a: Post, b: Post): Post {
  const known = new Map<string, PostChange>();
  for (const change of [...a.changes, ...b.changes]) known.set(`${change.by} ${change.n}`, change);
  const changes = [...known.values()].sort(newestFirst).reverse();
  return {
    ...a,
    ...setLast(a, b, ['archivedAt', 'deletedAt', 'note', 'starredAt']),
    changes,
    state: changes.at(-1)?.state ?? a.state,
    link: changes.findLast(({ link }) => link !== undefined)?.link ?? a.link ?? b.link,
    asked: a.asked || b.asked ? 1 : 0,
  };
}

/** The texts of `a` that stand beside `b`'s: those that it holds too, and those that it never saw. */
const standing = (a: Draft, b: Draft): Wording[] => {
  const theirs = new Set([wordingOf(b), ...b.rivals].map(keyOf));
  return [wordingOf(a), ...a.rivals].filter((one) => theirs.has(keyOf(one)) || one.n > (b.seen[one.by] ?? 0));
};

/**
 * Texts that a merge let go, because the other machine had replaced them knowingly. What a page typed on keeps itself
 * as far as it is worth it, and comes along as an earlier text.
 */
function lostTexts(before: Draft, after: Draft): Revision[] {
  const kept = [wordingOf(after), ...after.rivals];
  return [wordingOf(before), ...before.rivals]
    .filter(({ text, by, writer }) => {
      const stands = kept.some((one) => one.text === text || (one.by === by && one.writer === writer));
      return !stands && text.trim() !== '';
    })
    .map((wording) => revisionOf(before.id, wording));
}

/** Marks as they were set last, each for itself. */
function setLast<E extends { stamps: { [Name in string]?: Stamp } }, Name extends keyof E & string>(
  a: E,
  b: E,
  names: readonly Name[],
): Pick<E, Name> & { stamps: E['stamps'] } {
  const chosen: Partial<E> = {};
  const stamps: Record<string, Stamp> = {};
  for (const name of names) {
    const [ofA, ofB] = [a.stamps[name], b.stamps[name]];
    const order = ofA && ofB ? newestFirst(ofA, ofB) : ofB ? 1 : -1;
    // Set at once and yet not the same: one of them has come back to the desk.
    const ofOne = order === 0 && (isBack(b[name]) || (!isBack(a[name]) && isLess(a[name], b[name])));
    const mark = (order > 0 || ofOne ? b : a)[name];
    if (mark !== undefined) chosen[name] = mark;
    const stamp = order > 0 ? ofB : ofA;
    if (stamp) stamps[name] = stamp;
  }
  return { ...(chosen as Pick<E, Name>), stamps };
}

const isLess = <Mark>(a: Mark, b: Mark): boolean => a < b;

const isBack = (mark: unknown): boolean => mark === 0 || mark === 'writing';

const keyOf = ({ n, by }: Stamp): string => `${by} ${n}`;

const newestFirst = (a: Stamp, b: Stamp): number => b.n - a.n || (a.by < b.by ? 1 : a.by > b.by ? -1 : 0);

/** Of one stamp two machines of one name may have made two texts: those have an order too. */
const newestTextFirst = (a: Wording, b: Wording): number =>
  newestFirst(a, b) || (a.text < b.text ? 1 : a.text > b.text ? -1 : 0);

const newestOf = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
  const all = { ...a };
  for (const [key, n] of Object.entries(b)) all[key] = Math.max(all[key] ?? 0, n);
  return all;
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** The same value with its keys in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}
