import type { Angle } from '../caption/caption.ts';
import type { Secret } from '../db/database.ts';
import {
  type Draft,
  type DraftPicture,
  draftId,
  isPictureAddress,
  isPostLink,
  longestAlt,
  type Marks,
  type Post,
  type PostChange,
  type PostState,
  type Revision,
  type Stamp,
  type Subject,
  type Wording,
} from '../draft/draft.ts';
import type { HumasItem } from '../humas/desk.ts';
import { type PlatformId, platformIds } from '../platform/platform.ts';
import type { Release } from '../release/release.ts';
import type { ReleaseVersion } from '../release/versions.ts';
import type { Source } from '../source/source.ts';
import {
  address,
  BadValue,
  count,
  fields,
  id,
  isTrue,
  list,
  most,
  name,
  oneOf,
  optional,
  record,
  text,
  time,
} from './check.ts';
import { checkHumasItem } from './humas-row.ts';
import { checkRelease, checkVersion } from './release-row.ts';
import { checkSource } from './source-row.ts';

/** One thing that a copy of Jubir holds. */
export type Row =
  /** As stored, but for what stays on its machine; read by `readSettings` where it is taken in. */
  | { kind: 'settings'; value: unknown }
  | { kind: 'source'; value: Source }
  | { kind: 'humas'; value: HumasItem }
  | { kind: 'release'; value: Release }
  | { kind: 'version'; value: ReleaseVersion }
  | { kind: 'draft'; value: Draft }
  | { kind: 'revision'; value: Revision }
  | { kind: 'post'; value: Post }
  | { kind: 'secret'; value: Secret };

export type RowKind = Row['kind'];

/** The most entries of the lists in a row. */
const longest = { rivals: 64, machines: 500, pages: 64, changes: 500 };

/** Every angle that a row may be of. */
export const angles: Record<Angle, true> = {
  summary: true,
  quote: true,
  figure: true,
  invitation: true,
  points: true,
  achievement: true,
  counterweight: true,
  selection: true,
};
const routes: Record<Post['route'], true> = { composer: true, copy: true, api: true, share: true };
const postStates: Record<PostState, true> = {
  ...{ opened: true, prepared: true, sending: true, posted: true },
  ...{ 'not-posted': true, failed: true, unknown: true, removed: true },
};
const words = <Word extends string>(known: Record<Word, unknown>): Word[] => Object.keys(known) as Word[];

/**
 * A row from outside, with nothing in it but what such a row has: every file and every server is taken for hostile.
 * @returns null where it is none
 */
export function checkRow(value: unknown): Row | null {
  try {
    const { kind, value: row } = fields(value);
    const known = oneOf(kind, words(readers));
    return { kind: known, value: readers[known](row) } as Row;
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}

const readers: { [Kind in RowKind]: (row: unknown) => Extract<Row, { kind: Kind }>['value'] } = {
  settings: fields,
  source: checkSource,
  humas: checkHumasItem,
  release: checkRelease,
  version: checkVersion,
  draft: readDraft,
  revision: readRevision,
  post: readPost,
  secret: readSecret,
};

const readStamp = (value: unknown): Stamp => {
  const { n, by } = fields(value);
  return { n: count(n), by: name(by) };
};

const readWording = (value: unknown): Wording => {
  const raw = fields(value);
  return {
    ...readStamp(raw),
    text: text(raw.text, most.text),
    writer: name(raw.writer),
    at: time(raw.at),
    ...optional(raw, 'model', isTrue),
  };
};

function readSubject(value: unknown): Subject {
  const raw = fields(value);
  return {
    releaseId: id(raw.releaseId),
    releaseTitle: text(raw.releaseTitle, most.line),
    releaseUrl: address(raw.releaseUrl, 'or-none'),
    sourceId: text(raw.sourceId, most.id),
    platform: oneOf<PlatformId>(raw.platform, platformIds),
    angle: oneOf(raw.angle, words(angles)),
  };
}

function readMarks(value: unknown): Marks {
  const raw = fields(value);
  return {
    deletedAt: time(raw.deletedAt),
    archivedAt: time(raw.archivedAt),
    note: text(raw.note, most.text),
    ...optional(raw, 'starredAt', time),
  };
}

function readStamps<Name extends string>(value: unknown, names: readonly Name[]): { [N in Name]?: Stamp } {
  const raw = fields(value);
  const stamps: { [N in Name]?: Stamp } = {};
  for (const each of names) Object.assign(stamps, optional(raw, each, readStamp));
  return stamps;
}

function readDraft(value: unknown): Draft {
  const raw = fields(value);
  const subject = readSubject(raw);
  const own = id(raw.id);
  // With the id of one draft and the subject of another it would change what the first is about.
  if (own !== draftId(subject.releaseId, subject.platform, subject.angle)) throw new BadValue('not its id');
  return {
    id: own,
    ...subject,
    ...readMarks(raw),
    text: text(raw.text, most.text),
    ...optional(raw, 'model', isTrue),
    revision: count(raw.revision),
    machine: name(raw.machine),
    writer: name(raw.writer),
    rivals: list(raw.rivals, longest.rivals, readWording),
    seen: record(raw.seen, longest.machines, count),
    inputs: record(raw.inputs, longest.pages, count),
    unkept: count(raw.unkept),
    state: oneOf(raw.state, ['writing', 'opened', 'posted']),
    remindAt: time(raw.remindAt),
    ...optional(raw, 'picture', readPicture),
    ...optional(raw, 'preferred', (mark) => text(mark, most.id)),
    stamps: readStamps(raw.stamps, [
      'state',
      'remindAt',
      'archivedAt',
      'deletedAt',
      'note',
      'starredAt',
      'picture',
    ]),
    createdAt: time(raw.createdAt),
    updatedAt: time(raw.updatedAt),
  };
}

function readPicture(value: unknown): DraftPicture {
  const { url, alt } = fields(value);
  const found = text(url, most.url);
  if (!isPictureAddress(found)) throw new BadValue('no address of a picture');
  return { url: found, alt: text(alt, longestAlt) };
}

function readRevision(value: unknown): Revision {
  const raw = fields(value);
  const wording = readWording(raw);
  const of = id(raw.draftId);
  return { ...wording, id: `${of}:${wording.by}:${wording.n}`, draftId: of };
}

function readPost(value: unknown): Post {
  const raw = fields(value);
  const changes = list(raw.changes, longest.changes, readChange);
  const last = changes.at(-1);
  if (!last) throw new BadValue('a post without a change');
  return {
    id: id(raw.id),
    draftId: id(raw.draftId),
    ...readSubject(raw),
    ...readMarks(raw),
    route: oneOf(raw.route, words(routes)),
    account: raw.account === null ? null : text(raw.account, most.name),
    text: text(raw.text, most.text),
    ...optional(raw, 'model', isTrue),
    ...optional(raw, 'picture', readPicture),
    state: last.state,
    changes,
    link: raw.link === null ? null : readLink(raw.link),
    order: count(raw.order),
    openedAt: time(raw.openedAt),
    asked: raw.asked === 1 ? 1 : 0,
    stamps: readStamps(raw.stamps, ['archivedAt', 'deletedAt', 'note', 'starredAt']),
  };
}

function readChange(value: unknown): PostChange {
  const raw = fields(value);
  return {
    ...readStamp(raw),
    state: oneOf(raw.state, words(postStates)),
    at: time(raw.at),
    ...optional(raw, 'link', readLink),
  };
}

function readLink(value: unknown): string {
  const link = text(value, most.url);
  if (!isPostLink(link)) throw new BadValue('no address of a post');
  return link;
}

function readSecret(value: unknown): Secret {
  const raw = fields(value);
  return { id: name(raw.id), address: address(raw.address), value: text(raw.value, most.line) };
}
