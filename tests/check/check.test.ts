import { describe, expect, test } from 'vitest';
import { alreadyShared } from '../../utils/check/already-shared.ts';
import { type Checked, check } from '../../utils/check/check.ts';
import { noLink } from '../../utils/check/no-link.ts';
import { tooLong } from '../../utils/check/too-long.ts';
import { tooManyHashtags } from '../../utils/check/too-many-hashtags.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { platformIds } from '../../utils/platform/platform.ts';

const link = 'https://kotabogor.go.id/berita/taman-baru';
const draft = (change: Partial<Checked> = {}): Checked => ({
  text: `Taman baru dibuka. ${link} #KotaBogor`,
  platform: 'x',
  link,
  shared: null,
  ...change,
});

test('a good draft has nothing to warn about, on any platform', () => {
  for (const platform of platformIds) expect(check(draft({ platform })), platform).toEqual([]);
});

test('an empty text has nothing to warn about', () => {
  expect(check(draft({ text: '' }))).toEqual([]);
  expect(check(draft({ text: ' \n\t ', shared: 'posted' }))).toEqual([]);
});

test('several at once, the most serious first', () => {
  const text = `${'Warga senang. '.repeat(30)}#a #b #c #d #e`;
  expect(check(draft({ text, shared: 'opened' })).map(({ kind }) => kind)).toEqual([
    'too-long',
    'no-link',
    'too-many-hashtags',
    'already-shared',
  ]);
});

describe('too long', () => {
  test('on X by its weighted count: a link is 23', () => {
    const full = `${'a'.repeat(280 - 24)} ${link}`;
    expect(tooLong(draft({ text: full }))).toBeNull();
    expect(tooLong(draft({ text: `aaa${full}` }))).toEqual({ kind: 'too-long', over: 3 });
  });

  test('on Bluesky by graphemes: a family is one', () => {
    expect(tooLong(draft({ platform: 'bluesky', text: '👨‍👩‍👧‍👦'.repeat(100) }))).toBeNull();
    expect(tooLong(draft({ platform: 'bluesky', text: 'a'.repeat(301) }))).toEqual({
      kind: 'too-long',
      over: 1,
    });
  });

  test('within the count but over the bytes is over by one at least', () => {
    // 200 families are 200 graphemes and 5,000 bytes.
    expect(tooLong(draft({ platform: 'bluesky', text: '👨‍👩‍👧‍👦'.repeat(200) }))).toEqual({
      kind: 'too-long',
      over: 1,
    });
  });

  test.each(['whatsapp', 'instagram', 'linkedin', 'line', 'facebook'] as const)(
    '%s by its limit',
    (platform) => {
      const { limit } = catalogue[platform];
      expect(tooLong(draft({ platform, text: 'a'.repeat(limit) }))).toBeNull();
      expect(tooLong(draft({ platform, text: 'a'.repeat(limit + 2) }))).toMatchObject({ over: 2 });
    },
  );
});

describe('no link', () => {
  test('the release’s own address is there, wherever it stands', () => {
    expect(noLink(draft({ text: `${link}\nTaman` }))).toBeNull();
    expect(noLink(draft({ text: `Taman (${link}).` }))).toBeNull();
  });

  test('missing, or another one: the mend adds it after the text', () => {
    expect(noLink(draft({ text: 'Taman baru. \n' }))).toEqual({
      kind: 'no-link',
      mended: `Taman baru. ${link}`,
    });
    expect(noLink(draft({ text: 'https://kotabogor.go.id/' }))).toMatchObject({ kind: 'no-link' });
    expect(noLink(draft({ text: 'http://kotabogor.go.id/berita/taman-baru' }))).not.toBeNull();
  });

  test('what the mend gives is mended', () => {
    const found = noLink(draft({ text: 'Taman baru' }));
    expect(noLink(draft({ text: found?.kind === 'no-link' ? found.mended : '' }))).toBeNull();
  });
});

describe('too many hashtags', () => {
  test.each(platformIds)('%s: as many as it bears, then one more', (platform) => {
    const limit = catalogue[platform].hashtags;
    const tags = (count: number) => Array.from({ length: count }, (_, n) => `#tagar${n}`).join(' ');
    expect(tooManyHashtags(draft({ platform, text: tags(limit) }))).toBeNull();
    expect(tooManyHashtags(draft({ platform, text: tags(limit + 1) }))).toEqual({
      kind: 'too-many-hashtags',
      limit,
    });
  });

  test('a number, a fragment of an address and a bare sign are none', () => {
    const text = `Juara #1 dan #2, lihat ${link}#isi # #3`;
    expect(tooManyHashtags(draft({ platform: 'threads', text }))).toBeNull();
  });
});

test('already shared: says how sure that is', () => {
  expect(alreadyShared(draft())).toBeNull();
  expect(alreadyShared(draft({ shared: 'opened' }))).toEqual({ kind: 'already-shared', state: 'opened' });
  expect(alreadyShared(draft({ shared: 'posted' }))).toEqual({ kind: 'already-shared', state: 'posted' });
});

test('a longer address that begins like the link is not the link', () => {
  const link = 'https://kotabogor.go.id/berita-detail/1';
  const shared = { platform: 'x' as const, link, shared: null };
  expect(noLink({ ...shared, text: `Baca ${link}2` })).toMatchObject({ kind: 'no-link' });
  expect(noLink({ ...shared, text: `Baca ${link}2 dan ${link}.` })).toBeNull();
});
