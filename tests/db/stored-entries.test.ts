import { expect, test } from 'vitest';
import { storedEntries } from '../../utils/db/stored-entries.ts';
import { sampleOf, textsIn, versions } from './shipped.ts';

test.each(versions)('of version %i every text that was not deleted is shown, newest first', (version) => {
  const { drafts = [], posts = [], revisions = [] } = sampleOf(version);
  const entries = storedEntries(drafts, posts, revisions);
  const standing = (rows: typeof drafts) => rows.filter(({ deletedAt }) => !deletedAt);
  const shown = entries.flatMap(({ text, others }) => [text, ...others]);
  expect([...new Set(shown)].sort()).toEqual(
    textsIn({ drafts: standing(drafts), posts: standing(posts), revisions }).sort(),
  );
  expect(entries).toHaveLength(standing(drafts).length + standing(posts).length);
  const times = entries.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(times.every((at) => at > 0)).toBe(true);
  expect(entries.every(({ title, platform }) => title !== '' && platform !== '')).toBe(true);
});

test('rows that are none, or of a shape that nobody knows, hurt nothing', () => {
  const odd = [null, 7, 'x', [], {}, { id: 1, text: 'a' }, { id: 'a', text: { html: '<b>' } }];
  expect(storedEntries(odd, odd, odd)).toEqual([]);
  const bare = {
    id: 'b',
    text: 'Teks',
    updatedAt: 'kemarin',
    rivals: [5, { text: 'Lain' }, 'Teks'],
    platform: 9,
  };
  expect(storedEntries([bare], [])).toEqual([
    { id: 'b', kind: 'draft', title: '', text: 'Teks', platform: '', at: 0, others: ['Lain'] },
  ]);
  expect(storedEntries([{ ...bare, updatedAt: 1e300 }], [])[0]?.at).toBe(0);
});
