import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import type { Recipe } from '../../utils/source/source.ts';
import { addSource, editSource, removeSource, sourceAt } from '../../utils/source/store.ts';
import { draft, post } from '../draft/samples.ts';
import { release } from '../release/samples.ts';
import { pageSource, source } from './samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`store-${Math.random()}`);
});
afterEach(() => db.delete());

describe('adding', () => {
  test('a new one is stored as given', async () => {
    expect(await addSource(db, source())).toBe(true);
    expect(await db.sources.toArray()).toEqual([source()]);
  });

  test('one that is there stays as it is', async () => {
    await addSource(db, source({ name: 'Nama saya' }));
    expect(await addSource(db, source({ name: 'Nama lain' }))).toBe(false);
    expect(await db.sources.toArray()).toEqual([source({ name: 'Nama saya' })]);
  });

  test('twice at once it is new once', async () => {
    const answers = await Promise.all([addSource(db, source()), addSource(db, source())]);
    expect(answers.sort()).toEqual([false, true]);
  });
});

describe('editing', () => {
  const read = {
    validators: { etag: '"1"' },
    nextAt: 5,
    learnt: pageSource().recipe as Recipe,
    outcome: { ok: true, at: 1, count: 1, fresh: 0 } as const,
  };

  test('changes what is told and leaves the rest', async () => {
    await db.sources.put(pageSource(read));
    await editSource(db, 'kota', { name: 'Humas', colour: '#2f7fd0', paused: true });
    expect(await db.sources.get('kota')).toEqual(
      pageSource({ ...read, name: 'Humas', colour: '#2f7fd0', paused: true }),
    );
  });

  test('a new recipe voids what was learnt, and the next reading is a whole one, at once', async () => {
    await db.sources.put(pageSource(read));
    const recipe: Recipe = { ...(pageSource().recipe as Recipe), dateFormat: 'Y M D' };
    await editSource(db, 'kota', { recipe });
    expect(await db.sources.get('kota')).toEqual(pageSource({ outcome: read.outcome, recipe }));
  });

  test('crest and colours for cards come and go', async () => {
    await db.sources.put(pageSource(read));
    const cardColours = { main: '#112233', accent: '#445566' };
    await editSource(db, 'kota', { crest: 'data:image/png;base64,AAAA', cardColours });
    expect(await db.sources.get('kota')).toEqual(
      pageSource({ ...read, crest: 'data:image/png;base64,AAAA', cardColours }),
    );
    await editSource(db, 'kota', { crest: null });
    expect(await db.sources.get('kota')).toEqual(pageSource({ ...read, cardColours }));
    await editSource(db, 'kota', { cardColours: null });
    expect(await db.sources.get('kota')).toEqual(pageSource(read));
  });

  test('one that was removed meanwhile does not come back', async () => {
    await editSource(db, 'kota', { name: 'Humas' });
    expect(await db.sources.count()).toBe(0);
  });
});

describe('removing', () => {
  const other = 'kota-2';
  beforeEach(async () => {
    await db.sources.bulkPut([source(), source({ id: other, url: 'https://kota.go.id/lain' })]);
    await db.releases.bulkPut([
      release('a', { order: 1 }),
      release('b', { order: -5 }),
      release('c', { sourceId: other, order: 3 }),
    ]);
    for (const releaseId of ['a', 'b', 'c']) {
      const sourceId = releaseId === 'c' ? other : 'kota';
      await db.pictures.put({ releaseId, data: null, fetchedAt: 1 });
      await db.checks.put({ releaseId, sourceId, missed: 1, gone: 0, checkedAt: 0 });
      await db.versions.put({
        id: `${releaseId}:2`,
        releaseId,
        title: 'Lama',
        paragraphs: [],
        published: null,
        since: 1,
        until: 2,
      });
    }
  });

  test('takes its releases with all that hangs on them, and nothing of another source', async () => {
    expect((await removeSource(db, 'kota')).sort()).toEqual(['a', 'b']);
    expect(await db.sources.toCollection().primaryKeys()).toEqual([other]);
    expect(await db.releases.toCollection().primaryKeys()).toEqual(['c']);
    expect(await db.pictures.toCollection().primaryKeys()).toEqual(['c']);
    expect(await db.checks.toCollection().primaryKeys()).toEqual(['c']);
    expect(await db.versions.toCollection().primaryKeys()).toEqual(['c:2']);
  });

  test('drafts and posts are the official’s own: they stay, word for word', async () => {
    const [mine, out] = [draft({ releaseId: 'a' }), post({ releaseId: 'a' })];
    await db.drafts.put(mine);
    await db.posts.put(out);
    await removeSource(db, 'kota');
    expect(await db.drafts.toArray()).toEqual([mine]);
    expect(await db.posts.toArray()).toEqual([out]);
  });

  test('one that is not there takes nothing', async () => {
    expect(await removeSource(db, 'kot')).toEqual([]);
    expect(await db.releases.count()).toBe(3);
  });
});

test('the source that reads from an address, and from no other', async () => {
  await addSource(db, source());
  expect(await sourceAt(db, 'https://kota.go.id/feed')).toEqual(source());
  expect(await sourceAt(db, 'https://kota.go.id/feed/')).toBeUndefined();
});
