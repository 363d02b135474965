import type { Head } from '../../utils/backup/file.ts';
import type { Row } from '../../utils/backup/rows.ts';
import type { Draft, Post, Revision } from '../../utils/draft/draft.ts';
import { draftId } from '../../utils/draft/draft.ts';
import { release, source } from '../draft/samples.ts';

export const head: Head = {
  createdAt: Date.UTC(2026, 10, 24, 2),
  machine: { name: 'mesin-kantor', label: 'Chrome, Windows' },
  counts: { drafts: 3, posts: 1 },
};

/** Numbers that look drawn and are the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words, signs and letters of every kind that a file may stumble over. */
const pieces = [
  ...[
    'Pemkot',
    'Bogor',
    'membuka',
    'taman',
    'baru',
    '\n',
    '\r\n',
    '"',
    '\\',
    '\u2028',
    '👩‍👩‍👧',
    'é',
    '\ud800',
  ],
  ...[
    '],"foot":{',
    '{"kind":"draft"',
    ',',
    '\t',
    '\u0000',
    '=1+1',
    '#KotaBogor',
    '你好',
    'https://kotabogor.go.id/a?b=c&d',
  ],
];

/** A text of some words. */
export const words = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join(' ');

/** Everything that an official who wrote a lot has, so many drafts with their earlier texts. */
export function* history(drafts: number, revisionsEach: number, length = 30): Generator<Row> {
  const random = randomFrom(drafts);
  const by = 'mesin-lama';
  yield { kind: 'source', value: source() };
  for (let at = 0; at < drafts; at += 10)
    yield { kind: 'release', value: release({ id: `r${at}`, unread: 0 }) };
  const text = () => words(random, length);
  const subject = (at: number) => ({
    releaseId: `r${at - (at % 10)}`,
    releaseTitle: `Rilis ${at}`,
    releaseUrl: `https://kotabogor.go.id/berita/${at}`,
    sourceId: 'kota-bogor',
    platform: (['x', 'whatsapp', 'threads', 'facebook', 'telegram'] as const)[at % 5] ?? 'x',
    angle: (['summary', 'quote'] as const)[Math.floor((at % 10) / 5)] ?? 'summary',
    deletedAt: 0,
    archivedAt: 0,
    note: '',
  });
  const idOf = (at: number) => {
    const { releaseId, platform, angle } = subject(at);
    return draftId(releaseId, platform, angle);
  };
  let n = 0;
  const revisions: Revision[] = [];
  for (let at = 0; at < drafts; at += 1) {
    const id = idOf(at);
    for (let each = 0; each < revisionsEach; each += 1) {
      n += 1;
      const wording = { n, by, text: text(), writer: 'halaman', at: n * 1_000 };
      revisions.push({ ...wording, id: `${id}:${by}:${n}`, draftId: id });
    }
    n += 1;
    const value: Draft = {
      ...{ id, ...subject(at), text: text(), revision: n, machine: by, writer: 'halaman', rivals: [] },
      ...{
        seen: { [by]: n },
        inputs: { halaman: revisionsEach + 1 },
        unkept: 0,
        state: 'writing',
        remindAt: 0,
      },
      ...{ stamps: { state: { n, by } }, createdAt: 1_000, updatedAt: n * 1_000 },
    };
    yield { kind: 'draft', value };
  }
  for (const value of revisions) yield { kind: 'revision', value };
  for (let at = 0; at < drafts; at += 2) {
    n += 1;
    const value: Post = {
      ...{ id: `p${at}`, draftId: idOf(at), ...subject(at), route: 'composer', account: null, text: text() },
      ...{ state: 'opened', changes: [{ n, by, state: 'opened', at: n * 1_000 }], link: null, order: n },
      ...{ openedAt: n * 1_000, asked: 0, stamps: {} },
    };
    yield { kind: 'post', value };
  }
}

/** Rows as they come from a database: some at a time. */
export async function* inBatches(rows: Iterable<Row>, size = 250): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** All that a stream of texts says. */
export async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

const encoder = new TextEncoder();

/** A text as bytes that come in pieces, cut wherever it falls. */
export async function* bytes(text: string, size = 1_000): AsyncGenerator<Uint8Array> {
  const all = encoder.encode(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
