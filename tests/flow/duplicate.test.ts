import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '../../utils/db/database.ts';
import { draftId } from '../../utils/draft/draft.ts';
import { markEntries, revisionsOf, writeDraft } from '../../utils/draft/history.ts';
import { compose } from '../../utils/flow/compose.ts';
import { copyDraft, planCopies, undoCopies } from '../../utils/flow/duplicate.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { draft, input, release, source, url } from '../draft/samples.ts';

const now = 5000;
const suggestion = (platform: PlatformId): string =>
  compose(release(), source(), [platform]).find(({ angle }) => angle === 'summary')?.text ?? '';
const onX = draftId('r1', 'x', 'summary');
const textOn = async (platform: PlatformId) =>
  (await db.drafts.get(draftId('r1', platform, 'summary')))?.text;

/** Writes a draft as a page does; another page each time. */
let pages = 0;
async function write(platform: PlatformId, text: string): Promise<void> {
  const id = draftId('r1', platform, 'summary');
  pages += 1;
  const base = (await db.drafts.get(id))?.revision ?? 0;
  await writeDraft(db, input({ platform, text, writer: `page ${pages}`, base }), now);
}
const copy = (...platforms: PlatformId[]) =>
  copyDraft(db, { draftId: onX, platforms, writer: crypto.randomUUID() }, {}, now);

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.sources.put(source());
  await db.releases.put(release());
});

describe('what is planned', () => {
  const plan = async (text: string, ...platforms: PlatformId[]) =>
    planCopies(db, draft({ text }), platforms, {});

  test('the suggestion becomes each platform’s own', async () => {
    const copies = await plan(suggestion('x'), 'whatsapp', 'bluesky');
    expect(copies.map(({ text }) => text)).toEqual([suggestion('whatsapp'), suggestion('bluesky')]);
    expect(copies).toMatchObject([
      { angle: 'summary', without: 'nothing', tooLong: false, there: 'nothing' },
      { angle: 'summary', without: 'nothing', tooLong: false, there: 'nothing' },
    ]);
  });

  test('own words are kept, and fitted where they are too long', async () => {
    const words = `Taman baru dibuka. ${'Kalimat ini panjang sekali. '.repeat(12)}${url} #KotaBogor #Taman`;
    const [whatsapp, bluesky] = await plan(words, 'whatsapp', 'bluesky');
    expect(whatsapp).toMatchObject({ text: words.replace(' #Taman', ''), without: 'hashtags' });
    expect(bluesky).toMatchObject({ without: 'words', tooLong: false });
    expect(bluesky?.text).toMatch(
      /^Taman baru dibuka\. (?:Kalimat ini panjang sekali\. )+https\S+ #KotaBogor #Taman$/,
    );
  });

  test('what cannot be fitted stays whole, and is told', async () => {
    const text = 'a'.repeat(600);
    expect(await plan(text, 'bluesky')).toMatchObject([{ text, tooLong: true }]);
  });

  test('an angle that a platform does not carry becomes its first one', async () => {
    const points = draft({ platform: 'whatsapp', angle: 'points', text: 'Poin saya sendiri.' });
    const [x] = await planCopies(db, points, ['x'], {});
    expect(x).toMatchObject({ angle: 'summary', text: 'Poin saya sendiri.' });
  });

  test('a release that is gone: own words, at the same angle', async () => {
    await db.releases.clear();
    const quote = draft({ angle: 'quote', text: 'Kata saya.' });
    expect(await planCopies(db, quote, ['threads'], {})).toMatchObject([
      { angle: 'quote', text: 'Kata saya.', draftId: draftId('r1', 'threads', 'quote') },
    ]);
  });

  test('a model’s words stay a model’s, a suggestion is the release’s', async () => {
    const byModel = draft({ text: 'Tulisan model.', model: true });
    expect(await planCopies(db, byModel, ['threads'], {})).toMatchObject([{ model: true }]);
    const [threads] = await planCopies(db, draft({ text: suggestion('x'), model: true }), ['threads'], {});
    expect(threads).not.toHaveProperty('model');
  });

  test('what stands there is told', async () => {
    await write('whatsapp', 'Lain.');
    await write('threads', 'Sama.');
    await write('telegram', ' ');
    await write('line', 'Dihapus.');
    await markEntries(db, { draftIds: [draftId('r1', 'line', 'summary')], postIds: [] }, { deletedAt: 1 });
    const copies = await plan('Sama.', 'whatsapp', 'threads', 'telegram', 'line', 'facebook');
    expect(copies.map(({ there }) => there)).toEqual(['other', 'same', 'nothing', 'nothing', 'nothing']);
  });
});

describe('copying', () => {
  test('writes all of them; another text goes to the earlier ones, none becomes a rival', async () => {
    await write('x', 'Tulisan saya.');
    await write('whatsapp', 'Tulisan lama.');
    await copy('whatsapp', 'threads');
    expect([await textOn('whatsapp'), await textOn('threads')]).toEqual(['Tulisan saya.', 'Tulisan saya.']);
    const id = draftId('r1', 'whatsapp', 'summary');
    expect((await revisionsOf(db, id)).map(({ text }) => text)).toEqual(['Tulisan lama.']);
    expect((await db.drafts.get(id))?.rivals).toEqual([]);
    expect(await db.drafts.get(draftId('r1', 'threads', 'summary'))).toMatchObject({
      releaseTitle: 'Taman baru dibuka',
      releaseUrl: url,
      sourceId: 'kota-bogor',
      state: 'writing',
    });
  });

  test('asked for twice, it is done once', async () => {
    await write('x', 'Tulisan saya.');
    const wish = { draftId: onX, platforms: ['threads'] as const, writer: 'sekali' };
    const [first] = await copyDraft(db, wish, {}, now);
    await write('threads', 'Ditulis lagi.');
    const [again] = await copyDraft(db, wish, {}, now);
    expect(await textOn('threads')).toBe('Ditulis lagi.');
    expect(again?.revision).toBeGreaterThan(first?.revision ?? 0);
  });

  test('all or none', async () => {
    await write('x', 'Tulisan saya.');
    const put = vi.spyOn(db.drafts, 'put');
    put.mockImplementationOnce((row) => db.drafts.bulkPut([row]) as never);
    put.mockRejectedValueOnce(new Error('disk full') as never);
    await expect(copy('threads', 'telegram')).rejects.toThrow('disk full');
    vi.restoreAllMocks();
    expect(await db.drafts.count()).toBe(1);
  });

  test('a draft that is gone is told, with what to do', async () => {
    await expect(copy('threads')).rejects.toMatchObject({ name: 'NoDraftError' });
    expect(await db.drafts.count()).toBe(0);
  });
});

describe('taking copies back', () => {
  test('what was not there goes, what was there stands again as it was', async () => {
    await write('x', 'Tulisan saya.');
    await write('whatsapp', 'Tulisan lama.');
    await db.drafts.update(draftId('r1', 'whatsapp', 'summary'), { state: 'posted', archivedAt: 7 });
    const copies = await copy('whatsapp', 'threads');
    expect(await undoCopies(db, copies, 'urung', now)).toEqual([]);
    expect(await db.drafts.get(draftId('r1', 'whatsapp', 'summary'))).toMatchObject({
      text: 'Tulisan lama.',
      state: 'posted',
      archivedAt: 7,
      deletedAt: 0,
    });
    expect(await db.drafts.get(draftId('r1', 'threads', 'summary'))).toMatchObject({ deletedAt: now });
    // Twice is once.
    expect(await undoCopies(db, copies, 'urung', now)).toEqual([]);
    expect(await textOn('whatsapp')).toBe('Tulisan lama.');
  });

  test('what was written on since stays, and is named', async () => {
    await write('x', 'Tulisan saya.');
    const copies = await copy('whatsapp', 'threads');
    await write('threads', 'Sudah saya ubah.');
    expect(await undoCopies(db, copies, 'urung', now)).toEqual(['threads']);
    expect(await textOn('threads')).toBe('Sudah saya ubah.');
    expect((await db.drafts.get(draftId('r1', 'whatsapp', 'summary')))?.deletedAt).toBe(now);
  });
});
