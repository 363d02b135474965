import { expect, test } from 'vitest';
import { addressOf, isAddress, readAddresses } from '../../utils/platform/addresses.ts';
import { catalogue, platforms } from '../../utils/platform/catalogue.ts';
import { platformIds } from '../../utils/platform/platform.ts';

test.each(platformIds)('the catalogue’s own address of %s is one', (platform) => {
  expect(isAddress(platform, catalogue[platform].address)).toBe(true);
});

test.each([
  ['another path', 'https://x.com/intent/post?text={text}'],
  ['another host', 'https://twitter.com/intent/tweet?text={text}&via=pemkotbogor'],
])('%s can stand in', (_, address) => {
  expect(isAddress('x', address)).toBe(true);
});

test.each([
  ['without https', 'http://x.com/intent/tweet?text={text}'],
  ['a script', 'javascript:alert({text})'],
  ['no place for the text', 'https://x.com/intent/tweet'],
  ['the text as its host', 'https://{text}/intent'],
  ['the text before its host', 'https://{text}@x.com/intent'],
  ['a server that only Mastodon has', 'https://{server}/share?text={text}'],
  ['a name and password', 'https://a:b@x.com/?text={text}'],
  ['a bare name', 'https://localhost/?text={text}'],
  ['a brace that nothing fills', 'https://x.com/?text={text}&a={b}'],
  ['endless', `https://x.com/?text={text}&a=${'x'.repeat(600)}`],
  ['nothing', ''],
])('%s cannot', (_, address) => {
  expect(isAddress('x', address)).toBe(false);
});

test('of what storage or a policy gave, the bad ones alone are left out', () => {
  expect(
    readAddresses({
      x: 'https://x.com/intent/post?text={text}',
      mastodon: 'https://{server}/publish?text={text}',
      threads: 'http://threads.com/?text={text}',
      facebook: 7,
      myspace: 'https://myspace.com/?text={text}',
    }),
  ).toEqual({
    x: 'https://x.com/intent/post?text={text}',
    mastodon: 'https://{server}/publish?text={text}',
  });
  for (const damaged of [null, 'x', 7, [], undefined]) expect(readAddresses(damaged)).toEqual({});
});

test('a phone opens an address of the same form, the app’s own where it has another', () => {
  const others = platforms.filter(({ id }) => addressOf(id, true) !== addressOf(id, false));
  expect(others.map(({ id }) => id)).toEqual(['line']);
  for (const { id } of platforms) expect(isAddress(id, addressOf(id, true)), id).toBe(true);
});
