import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContents, takeContents } from '../../utils/backup/contents.ts';
import { checkRow, type Row } from '../../utils/backup/rows.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { machineOf } from '../../utils/db/machine.ts';
import { type Draft, type DraftPicture, isPictureAddress } from '../../utils/draft/draft.ts';
import { recordOpened, writeDraft } from '../../utils/draft/history.ts';
import { mergeDrafts, mergeHistory } from '../../utils/draft/merge.ts';
import { copyDraft, undoCopies } from '../../utils/flow/duplicate.ts';
import { draft, input, post, release, source } from './samples.ts';

const taman: DraftPicture = { url: 'https://adm.kotabogor.go.id/taman.png', alt: 'Warga di taman' };
const pasar: DraftPicture = { url: 'https://adm.kotabogor.go.id/pasar.png', alt: '' };

const machines: JubirDatabase[] = [];
async function machine(): Promise<JubirDatabase> {
  const db = new JubirDatabase(`picture-${Math.random()}`);
  machines.push(db);
  await db.machine.put(await machineOf(db));
  return db;
}
let db: JubirDatabase;
beforeEach(async () => {
  db = await machine();
});
afterEach(() => Promise.all(machines.splice(0).map((each) => each.delete())));

const { id } = input();
const draftOn = async (on: JubirDatabase): Promise<Draft> => (await on.drafts.get(id)) as Draft;
async function write(on: JubirDatabase, change: Parameters<typeof input>[0]): Promise<void> {
  const known = await on.drafts.get(id);
  const writer = `page of ${on.name}`;
  const facts = { writer, count: (known?.inputs[writer] ?? 0) + 1, base: known?.revision ?? 0 };
  await writeDraft(on, input({ ...facts, ...change }), 5000);
}
const give = async (from: JubirDatabase, to: JubirDatabase) =>
  mergeHistory(to, { drafts: await from.drafts.toArray(), posts: [], revisions: [] });

describe('written', () => {
  test('with the first input, kept by those that do not speak of it, changed, and taken away', async () => {
    await write(db, { text: 'a', picture: pasar });
    await write(db, { text: 'ab' });
    expect(await draftOn(db)).toMatchObject({ text: 'ab', picture: pasar });
    await write(db, { text: 'ab', picture: { ...pasar, alt: 'Pasar pagi' } });
    expect((await draftOn(db)).picture?.alt).toBe('Pasar pagi');
    await write(db, { text: 'ab', picture: null });
    expect(await draftOn(db)).not.toHaveProperty('picture');
    expect((await draftOn(db)).stamps.picture?.n).toBe((await draftOn(db)).revision);
    await write(db, { text: 'abc' });
    expect(await draftOn(db)).not.toHaveProperty('picture');
  });

  test('by a page that had not seen the text: the texts stand side by side, the draft has the picture', async () => {
    await write(db, { text: 'tulisan pertama' });
    await writeDraft(db, input({ text: 'tulisan lain', writer: 'panel', picture: taman }), 6000);
    const { text, rivals, picture } = await draftOn(db);
    expect([text, rivals.map((rival) => rival.text), picture]).toEqual([
      'tulisan pertama',
      ['tulisan lain'],
      taman,
    ]);
    expect(rivals[0]).not.toHaveProperty('picture');
    await write(db, { text: 'tulisan lain', settles: true });
    expect(await draftOn(db)).toMatchObject({ text: 'tulisan lain', rivals: [], picture: taman });
  });

  test.each([
    'http://adm.kotabogor.go.id/a.png',
    'https://a:b@adm.kotabogor.go.id/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    '//adm.kotabogor.go.id/a.png',
    `https://adm.kotabogor.go.id/${'a'.repeat(2_048)}`,
    '',
  ])('never at %s; the text is written all the same', async (url) => {
    expect(isPictureAddress(url)).toBe(false);
    await write(db, { text: 'a', picture: taman });
    await write(db, { text: 'ab', picture: { url, alt: '' } });
    expect(await draftOn(db)).toMatchObject({ text: 'ab', picture: taman });
  });

  test('an alternative text ends where a copy would refuse it', async () => {
    await write(db, { text: 'a', picture: { ...taman, alt: 'x'.repeat(2_000) } });
    const stored = await draftOn(db);
    expect(stored.picture?.alt).toHaveLength(1_500);
    expect(checkRow({ kind: 'draft', value: stored })).toEqual({ kind: 'draft', value: stored });
  });
});

describe('between machines', () => {
  test('the later setting stands on both, apart from the text, a taking away too', async () => {
    const other = await machine();
    await write(db, { text: 'awal', picture: taman });
    await give(db, other);
    expect((await draftOn(other)).picture).toEqual(taman);
    await write(other, { text: 'awal', picture: pasar });
    await write(other, { text: 'dari rumah', picture: null });
    await give(other, db);
    await give(db, other);
    expect(await draftOn(db)).not.toHaveProperty('picture');
    await write(db, { text: 'dari rumah', picture: pasar });
    await give(db, other);
    expect((await draftOn(other)).picture).toEqual(pasar);
  });

  test('set on one while the other wrote: both are kept, in whatever order they meet', async () => {
    const other = await machine();
    await write(db, { text: 'awal' });
    await give(db, other);
    await write(db, { text: 'awal', picture: taman });
    await write(other, { text: 'dari rumah' });
    const [a, b] = [await draftOn(db), await draftOn(other)];
    const { inputs: _, ...ab } = mergeDrafts(a, b);
    const { inputs: __, ...ba } = mergeDrafts(b, a);
    expect(ab).toEqual(ba);
    expect(ab.picture).toEqual(taman);
    expect([ab.text, ...ab.rivals.map(({ text }) => text)]).toContain('dari rumah');
  });

  test('a copy that knows nothing of pictures takes none away', async () => {
    const { picture: _, ...plain } = draft({ revision: 9, seen: { m: 9 }, text: 'lebih baru' });
    const own = draft({ picture: taman, stamps: { picture: { n: 1, by: 'm' } } });
    for (const merged of [mergeDrafts(own, plain), mergeDrafts(plain, own)]) {
      expect(merged).toMatchObject({ text: 'lebih baru', picture: taman, stamps: { picture: { n: 1 } } });
    }
  });

  test('of one stamp with two pictures, as of two machines with one name, both take the same', () => {
    const stamps = { picture: { n: 2, by: 'm' } };
    const [a, b] = [draft({ picture: taman, stamps }), draft({ picture: pasar, stamps })];
    expect(mergeDrafts(a, b).picture).toEqual(mergeDrafts(b, a).picture);
  });
});

describe('in a copy', () => {
  test('it goes out and comes back whole', async () => {
    const other = await machine();
    await write(db, { text: 'a', picture: taman });
    await recordOpened(db, input({ count: 9 }), { id: 'p1', route: 'api', picture: taman }, 1);
    const rows: Row[] = [];
    for await (const batch of readContents(db)) rows.push(...batch);
    const told = JSON.parse(JSON.stringify(rows)) as unknown[];
    expect(await takeContents(other, told)).toMatchObject({ added: 2, refused: 0 });
    expect(await other.drafts.toArray()).toEqual(await db.drafts.toArray());
    expect(await other.posts.toArray()).toEqual(await db.posts.toArray());
    expect((await other.posts.get('p1'))?.picture).toEqual(taman);
  });

  test.each<[string, unknown]>([
    ['no object', 'https://adm.kotabogor.go.id/a.png'],
    ['null', null],
    ['a list', [taman]],
    ['without an alternative text', { url: taman.url }],
    ['an alternative text that is none', { ...taman, alt: { toString: () => 'x' } }],
    ['one that is too long', { ...taman, alt: 'x'.repeat(1_501) }],
    ['http', { ...taman, url: 'http://adm.kotabogor.go.id/a.png' }],
    ['a script', { ...taman, url: 'javascript:alert(1)' }],
    ['data', { ...taman, url: 'data:image/svg+xml,<svg onload=alert(1)>' }],
    ['a password', { ...taman, url: 'https://a:b@kotabogor.go.id/a.png' }],
    ['an endless address', { ...taman, url: `https://kotabogor.go.id/${'a'.repeat(5_000)}` }],
  ])('a hostile row is refused: %s', (_, picture) => {
    expect(checkRow({ kind: 'draft', value: { ...draft(), picture } })).toBeNull();
    expect(checkRow({ kind: 'post', value: { ...post(), picture } })).toBeNull();
  });

  test('nothing but address and words comes along with it', () => {
    const value = { ...draft(), picture: { ...taman, html: '<img onerror=alert(1)>' } };
    const row = checkRow(JSON.parse(JSON.stringify({ kind: 'draft', value })));
    expect(row?.value).toMatchObject({ picture: taman });
  });
});

describe('to other platforms', () => {
  const onWhatsapp = input({ platform: 'whatsapp' }).id;
  const copy = () => copyDraft(db, { draftId: id, platforms: ['whatsapp'], writer: 'wish' }, {}, 5000);
  const pictureThere = async () => (await db.drafts.get(onWhatsapp))?.picture;
  beforeEach(async () => {
    await db.sources.put(source());
    await db.releases.put(release());
  });

  test('it goes along, and is taken back with the copy', async () => {
    await write(db, { text: 'Kata saya.', picture: taman });
    const before = input({ platform: 'whatsapp', text: 'Lain.', picture: pasar });
    await writeDraft(db, before, 5000);
    const copied = await copy();
    expect(await pictureThere()).toEqual(taman);
    expect(await undoCopies(db, copied, 'undo', 6000)).toEqual([]);
    expect(await db.drafts.get(onWhatsapp)).toMatchObject({ text: 'Lain.', picture: pasar });
  });

  test('where none stood, none stands after it was taken back', async () => {
    await write(db, { text: 'Kata saya.', picture: taman });
    await writeDraft(db, input({ platform: 'whatsapp', text: 'Lain.' }), 5000);
    await undoCopies(db, await copy(), 'undo', 6000);
    expect(await db.drafts.get(onWhatsapp)).toMatchObject({ text: 'Lain.' });
    expect(await pictureThere()).toBeUndefined();
  });

  test('a draft without one leaves the one that stands there; a picture changed since keeps the copy', async () => {
    await write(db, { text: 'Kata saya.' });
    await writeDraft(db, input({ platform: 'whatsapp', text: 'Lain.', picture: pasar }), 5000);
    const copied = await copy();
    expect(await pictureThere()).toEqual(pasar);
    const { text = '', revision = 0 } = (await db.drafts.get(onWhatsapp)) ?? {};
    const change = { platform: 'whatsapp', text, writer: 'desk', base: revision, picture: taman } as const;
    await writeDraft(db, input(change), 5500);
    expect(await undoCopies(db, copied, 'undo', 6000)).toEqual(['whatsapp']);
    expect(await pictureThere()).toEqual(taman);
  });
});
