import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../utils/account/account.ts';
import { batchRows, readContents, rehearseContents, takeContents } from '../../utils/backup/contents.ts';
import type { Row } from '../../utils/backup/rows.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { draftId } from '../../utils/draft/draft.ts';
import { markEntries, recordOpened, writeDraft } from '../../utils/draft/history.ts';
import type { Outgoing } from '../../utils/draft/outgoing.ts';
import { input, release, source } from '../draft/samples.ts';

let mine: JubirDatabase;
let theirs: JubirDatabase;
let names = 0;

beforeEach(() => {
  names += 1;
  mine = new JubirDatabase(`mine-${names}`);
  theirs = new JubirDatabase(`theirs-${names}`);
});

afterEach(async () => {
  await mine.delete();
  await theirs.delete();
});

/** Everything that a copy carries, in one list. */
async function copyOf(db: JubirDatabase): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readContents(db)) rows.push(...batch);
  return rows;
}

async function fill(db: JubirDatabase): Promise<void> {
  await db.sources.put(
    source({ validators: { etag: 'x' }, outcome: { ok: true, at: 1, count: 1, fresh: 1 } }),
  );
  await db.releases.bulkPut([
    release(),
    release({ id: 'r2', aliases: ['old'], changedAt: 5 }),
    release({ id: 'r3' }),
  ]);
  await db.versions.put({
    ...{ id: 'r2:5', releaseId: 'r2', title: 'Dulu', paragraphs: ['Dulu.'] },
    ...{ published: null, since: 1, until: 5 },
  });
  await writeDraft(db, input({ count: 1, text: 'Satu.' }), 1_000);
  await writeDraft(db, input({ count: 2, text: 'Dua.', step: true }), 2_000);
  await writeDraft(db, input({ releaseId: 'r2', text: 'Tiga.' }), 3_000);
  await recordOpened(db, input({ count: 3, text: 'Dua.' }), { id: 'p1', route: 'composer' }, 4_000);
  await markEntries(db, { draftIds: [], postIds: ['p1'] }, { note: 'bagus', starredAt: 5_000 });
}

describe('a copy', () => {
  test('holds what was written and what it is about, and nothing of this machine', async () => {
    await fill(theirs);
    await theirs.secrets.put({ id: 'model', address: 'https://model.example/v1', value: 'rahasia' });
    const rows = await copyOf(theirs);
    const kinds = rows.map(({ kind }) => kind);
    expect(kinds).toEqual(['source', 'release', 'release', 'version', 'draft', 'draft', 'revision', 'post']);
    const text = JSON.stringify(rows);
    expect(rows.at(-1)?.value).toMatchObject({ note: 'bagus', starredAt: 5_000 });
    for (const left of ['rahasia', 'etag', 'outcome', 'indexed']) expect(text).not.toContain(left);
  });

  test('holds no account’s tokens and nothing that is to be sent, under a passphrase either, and none comes in', async () => {
    await fill(theirs);
    const tokens = { id: 'account:mastodon:kota.id:1', address: 'https://kota.id', value: 'rahasia' };
    const key = { id: 'model', address: 'https://model.example/v1', value: 'kunci' };
    await theirs.secrets.bulkPut([tokens, key]);
    await theirs.accounts.put({ id: 'mastodon:kota.id:1', name: 'Pemkot' } as Account);
    await theirs.outbox.put({ id: 'p1', accountId: 'mastodon:kota.id:1' } as Outgoing);
    const rows: Row[] = [];
    for await (const batch of readContents(theirs, { secrets: true })) rows.push(...batch);
    expect(rows.filter(({ kind }) => kind === 'secret')).toEqual([{ kind: 'secret', value: key }]);
    expect(JSON.stringify(rows)).not.toMatch(/rahasia|Pemkot|accountId/);
    const taken: string[] = [];
    const secret = async ({ id }: { id: string }) => taken.push(id) > 0;
    const both = [tokens, key].map((value) => ({ kind: 'secret', value }));
    expect(await takeContents(mine, both, { secret })).toMatchObject({ settings: 1, refused: 1 });
    expect(taken).toEqual(['model']);
  });

  test('taken in elsewhere is the same, and a second time changes nothing', async () => {
    await fill(theirs);
    const rows = await copyOf(theirs);
    expect(await takeContents(mine, rows)).toMatchObject({
      ...{ added: 3, changed: 0, rivals: 0, sources: 1, releases: 2, refused: 0 },
    });
    expect(await copyOf(mine)).toEqual(rows.map(asRead));
    expect(await takeContents(mine, rows)).toMatchObject({
      ...{ added: 0, changed: 0, rivals: 0, sources: 0, releases: 0, refused: 0 },
    });
    expect(await copyOf(mine)).toEqual(rows.map(asRead));
  });

  test('is read whole over many batches', async () => {
    const count = 2 * batchRows + 7;
    await theirs.releases.put(release());
    await writeDraft(theirs, input(), 1);
    const [one] = await theirs.drafts.toArray();
    if (!one) throw new Error('no draft');
    const many = Array.from({ length: count }, (_, at) => ({
      ...one,
      releaseId: `r${at}`,
      id: draftId(`r${at}`, one.platform, one.angle),
    }));
    await theirs.drafts.clear();
    await theirs.drafts.bulkPut(many);
    const batches: number[] = [];
    const ids = new Set<unknown>();
    for await (const batch of readContents(theirs)) {
      const drafts = batch.filter(({ kind }) => kind === 'draft');
      if (drafts.length > 0) batches.push(drafts.length);
      for (const { value } of drafts) ids.add((value as { id: string }).id);
    }
    expect(batches).toEqual([batchRows, batchRows, 7]);
    expect(ids.size).toBe(count);
  });

  test('brings two texts together as two texts', async () => {
    await writeDraft(mine, input({ writer: 'a', text: 'Di kantor.' }), 1);
    await writeDraft(theirs, input({ writer: 'b', text: 'Di rumah.' }), 2);
    const rows = await copyOf(theirs);
    expect(await rehearseContents(mine, rows)).toMatchObject({ added: 0, changed: 1, rivals: 1 });
    const [before] = await mine.drafts.toArray();
    expect(before?.rivals).toEqual([]);
    expect(await takeContents(mine, rows)).toMatchObject({ added: 0, changed: 1, rivals: 1 });
    const [after] = await mine.drafts.toArray();
    expect([after?.text, ...(after?.rivals ?? []).map(({ text }) => text)].sort()).toEqual([
      'Di kantor.',
      'Di rumah.',
    ]);
  });

  test('leaves a source alone that is here under its id or its address', async () => {
    await mine.sources.put(source({ id: 'lain', name: 'Milik saya' }));
    expect((await takeContents(mine, [{ kind: 'source', value: source() }])).sources).toBe(0);
    expect((await mine.sources.toArray()).map(({ name }) => name)).toEqual(['Milik saya']);
  });
});

/** As it stands where it was taken in: a release that was written about is no news. */
function asRead(row: Row): Row {
  return row.kind === 'release' ? { kind: 'release', value: { ...row.value, unread: 0 } } : row;
}

describe('a hostile row', () => {
  test('is left out alone, and counted', async () => {
    await fill(theirs);
    const rows = await copyOf(theirs);
    const bad = rows.flatMap(spoil);
    expect(bad.length).toBeGreaterThan(60);
    for (const row of bad) {
      const told = await takeContents(mine, [row]);
      expect(told, JSON.stringify(row)).toMatchObject({ added: 0, sources: 0, releases: 0, refused: 1 });
    }
    expect(await copyOf(mine)).toEqual([]);
    const mixed = await takeContents(mine, [...bad, ...rows]);
    expect(mixed).toMatchObject({ added: 3, sources: 1, releases: 2, refused: bad.length });
  });

  test('cannot bring markup, other keys or a script as an address', async () => {
    await fill(theirs);
    const rows = await copyOf(theirs);
    const dressed = rows.map((row) => ({
      ...row,
      value: { ...(row.value as object), html: '<b>', toJSON: 1 },
    }));
    await takeContents(mine, dressed);
    expect(await copyOf(mine)).toEqual(rows.map(asRead));
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'jubir', 'file:///etc/passwd']) {
      for (const row of rows.filter(({ kind }) => kind === 'draft')) {
        const told = await takeContents(mine, [
          { ...row, value: { ...(row.value as object), releaseUrl: url } },
        ]);
        expect(told.refused, url).toBe(1);
      }
    }
  });

  test('cannot push the count so far that the next write would be lost', async () => {
    await writeDraft(theirs, input(), 1);
    const [draft] = await theirs.drafts.toArray();
    const far = (n: number) => [{ kind: 'draft', value: { ...draft, seen: { jauh: n } } }];
    expect((await takeContents(mine, far(4e15))).added).toBe(1);
    const { revision } = await writeDraft(mine, input({ count: 2, base: 4e15, text: 'Lanjut.' }), 2);
    expect(revision).toBe(1e9 + 1);
    const third = new JubirDatabase(`third-${names}`);
    expect(await takeContents(third, await copyOf(mine))).toMatchObject({ added: 1, refused: 0 });
    expect((await third.drafts.toArray())[0]?.text).toBe('Lanjut.');
    await third.delete();
    for (const n of [4e15 + 1, Number.MAX_SAFE_INTEGER, Infinity, NaN, -1, 0.5, '7']) {
      const row = { kind: 'draft', value: { ...draft, seen: { jauh: n } } };
      expect((await takeContents(mine, [row])).refused, String(n)).toBe(1);
    }
  });
});

/** One row with each of its fields gone, of a wrong kind, or too long. */
function spoil(row: Row): unknown[] {
  const value = row.value as Record<string, unknown>;
  const free = [
    'colour',
    'recipe',
    'aliases',
    'changedAt',
    'listedTitle',
    'asked',
    'unread',
    'id',
    'starredAt',
  ];
  const needed = Object.keys(value).filter((key) => !free.includes(key) && key !== 'state');
  return [
    ...needed.map((key) => ({ kind: row.kind, value: { ...value, [key]: undefined } })),
    ...needed.map((key) => ({
      kind: row.kind,
      value: { ...value, [key]: Array.isArray(value[key]) ? { 0: 1 } : [1] },
    })),
    ...needed
      .filter((key) => typeof value[key] === 'string')
      .map((key) => ({ kind: row.kind, value: { ...value, [key]: 'x'.repeat(200_001) } })),
    { kind: row.kind, value: [value] },
    { kind: 'macam', value },
    { kind: row.kind },
    null,
    7,
    [row],
  ];
}
