import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContents } from '../../utils/backup/contents.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import { type HumasWrite, writeHumas } from '../../utils/humas/desk.ts';
import { humasSecretId, makeDeskKeys, makeFile, openFile } from '../../utils/humas/desk-file.ts';
import { readCaptionFeed } from '../../utils/humas/read.ts';
import { verify } from '../../utils/humas/signature.ts';
import { url } from './samples.ts';

const key = 'kotabogor.go.id/berita/detail/taman-baru';
const place = { platform: 'x', angle: 'summary', at: 0 } as const;
const now = Date.UTC(2026, 4, 10, 2);
let db: JubirDatabase;

beforeEach(() => {
  db = new JubirDatabase(`humas-desk-${Math.random()}`);
});
afterEach(() => db.delete());

const write = (one: HumasWrite, at = now) => writeHumas(db, one, at);
const add = (text: string, release = url, at = now) =>
  write({ do: 'add', release, title: 'Taman baru', platform: 'x', angle: 'summary', text }, at);
const item = () => db.humasItems.get(key);
const city = { forColleague: false };

test('drafts become an item by release, a further text at the same angle one to choose from', async () => {
  await write({ do: 'desk', edit: { name: 'Rina', city: 'Kota Bogor' } });
  await add('Satu.');
  await add('Dua.', `${url}/?utm_source=x`);
  await add('Dua.');
  await write({ do: 'add', release: url, title: '', platform: 'threads', angle: 'quote', text: 'Tiga.' });
  expect(await db.humasItems.toArray()).toEqual([
    {
      ...{ id: key, release: url, title: 'Taman baru', vary: true, updated: now, writtenBy: 'Rina' },
      captions: [
        { platform: 'x', angle: 'summary', texts: ['Satu.', 'Dua.'] },
        { platform: 'threads', angle: 'quote', texts: ['Tiga.'] },
      ],
    },
  ]);
});

test('what is no text, or no release, adds nothing; an eleventh text neither', async () => {
  await add('  \n ');
  await add('Satu.', 'bukan alamat');
  expect(await db.humasItems.count()).toBe(0);
  for (let n = 0; n < 12; n += 1) await add(`Teks ${n}`);
  expect((await item())?.captions[0]?.texts).toHaveLength(10);
});

describe('two pairs of eyes', () => {
  beforeEach(async () => {
    await write({ do: 'desk', edit: { name: 'Rina', reviews: true } });
    await add('Satu.');
  });

  test('only what another person approved goes into the file', async () => {
    expect(await makeFile(db, city, now)).toMatchObject({ count: 0, unapproved: 1 });
    await write({ do: 'approve', id: key, name: ' rina ' });
    await write({ do: 'approve', id: key, name: '' });
    expect((await item())?.reviewedBy).toBeUndefined();
    await write({ do: 'approve', id: key, name: 'Budi' });
    const { text, count } = await makeFile(db, city, now);
    expect(count).toBe(1);
    expect(readCaptionFeed(text).feed.items[0]).toMatchObject({ writtenBy: 'Rina', reviewedBy: 'Budi' });
  });

  test('what was begun before the officer gave their name is theirs: they cannot approve it either', async () => {
    await write({ do: 'desk', edit: { name: '' } });
    await add('Dua.', `${url}-2`);
    await write({ do: 'desk', edit: { name: 'Rina' } });
    await write({ do: 'approve', id: `${key}-2`, name: 'RINA' });
    expect((await db.humasItems.get(`${key}-2`))?.reviewedBy).toBeUndefined();
    await write({ do: 'approve', id: `${key}-2`, name: 'Budi' });
    expect(await db.humasItems.get(`${key}-2`)).toMatchObject({ writtenBy: 'Rina', reviewedBy: 'Budi' });
  });

  test.each<HumasWrite>([
    { do: 'text', id: key, place, text: 'Lain.' },
    { do: 'edit', id: key, edit: { vary: false } },
    { do: 'edit', id: key, edit: { expires: now + 1000 } },
    { do: 'edit', id: key, edit: { picture: { url: 'https://a.go.id/a.jpg', alt: '' } } },
    { do: 'add', release: url, title: '', platform: 'x', angle: 'summary', text: 'Dua.' },
  ])('a change afterwards takes the approval back: %o', async (change) => {
    await write({ do: 'approve', id: key, name: 'Budi' });
    await write(change, now + 1);
    expect(await item()).toMatchObject({ updated: now + 1 });
    expect((await item())?.reviewedBy).toBeUndefined();
  });

  test('a colleague opens the file, approves, and it comes back with the approval', async () => {
    const { text } = await makeFile(db, { forColleague: true }, now);
    const colleague = new JubirDatabase(`colleague-${Math.random()}`);
    expect(await openFile(colleague, text)).toEqual({ taken: 1, leftOut: 0 });
    await writeHumas(colleague, { do: 'desk', edit: { reviews: true } }, now);
    await writeHumas(colleague, { do: 'approve', id: key, name: 'Budi' }, now);
    const back = await makeFile(colleague, city, now + 1);
    expect(await openFile(db, back.text)).toEqual({ taken: 1, leftOut: 0 });
    expect(await item()).toMatchObject({ reviewedBy: 'Budi', updated: now });
    expect(await openFile(db, back.text)).toEqual({ taken: 0, leftOut: 0 });
    await colleague.delete();
  });
});

test('a file does not overwrite what was written here later', async () => {
  await add('Satu.');
  const { text } = await makeFile(db, city, now);
  await write({ do: 'text', id: key, place, text: 'Diperbaiki.' }, now + 5);
  expect(await openFile(db, text)).toMatchObject({ taken: 0 });
  expect((await item())?.captions[0]?.texts).toEqual(['Diperbaiki.']);
});

test('what is over or empty stays at the desk and out of the file', async () => {
  await add('Satu.');
  await write({ do: 'edit', id: key, edit: { expires: now } });
  await add('Dua.', `${url}-2`);
  await write({ do: 'text', id: `${key}-2`, place, text: ' ' });
  expect(await makeFile(db, city, now)).toMatchObject({ count: 0, over: 2 });
  await write({ do: 'edit', id: key, edit: { expires: undefined } });
  expect(await makeFile(db, city, now)).toMatchObject({ count: 1, over: 1 });
  expect(await db.humasItems.count()).toBe(2);
});

test('taking the last text away leaves no empty angle', async () => {
  await add('Satu.');
  await add('Dua.');
  await write({ do: 'drop-text', id: key, place });
  expect((await item())?.captions[0]?.texts).toEqual(['Dua.']);
  await write({ do: 'drop-text', id: key, place: { ...place, at: 7 } });
  await write({ do: 'drop-text', id: key, place });
  expect((await item())?.captions).toEqual([]);
  await write({ do: 'remove', id: key });
  expect(await item()).toBeUndefined();
});

describe('signing', () => {
  test('the file carries the desk’s signature; the one for a colleague none', async () => {
    const publicKey = await makeDeskKeys(db);
    await add('Satu.');
    const { text, signed } = await makeFile(db, city, now);
    expect(signed).toBe(true);
    await verify(readCaptionFeed(text).raw, publicKey);
    expect(await makeFile(db, { forColleague: true }, now)).toMatchObject({ signed: false });
  });

  test('the private key is in no file and no copy, not even one with keys', async () => {
    await makeDeskKeys(db);
    await db.secrets.put({ id: 'model', address: 'https://model.go.id', value: 'rahasia' });
    await add('Satu.');
    const secret = (await db.secrets.get(humasSecretId))?.value ?? '';
    expect(secret.length).toBeGreaterThan(60);
    expect((await makeFile(db, city, now)).text).not.toContain(secret);
    const rows: unknown[] = [];
    for await (const some of readContents(db, { secrets: true })) rows.push(...some);
    expect(JSON.stringify(rows)).toContain('rahasia');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('a key that is lost is told, not passed over', async () => {
    await makeDeskKeys(db);
    await db.secrets.clear();
    await add('Satu.');
    expect(await makeFile(db, city, now)).toMatchObject({ count: 1, signed: false });
  });

  test('a clock that was set back makes no file that looks older', async () => {
    const times = [];
    for (const at of [now, now - 86_400_000, now - 86_400_000])
      times.push(readCaptionFeed((await makeFile(db, city, at)).text).feed.issued);
    expect(times).toEqual([now, now + 1, now + 2]);
  });
});
