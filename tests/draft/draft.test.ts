import { describe, expect, test } from 'vitest';
import { draftId, isPostLink } from '../../utils/draft/draft.ts';

test('one draft per release, platform and angle', () => {
  expect(draftId('r1', 'x', 'quote')).toBe(draftId('r1', 'x', 'quote'));
  const ids = [
    draftId('r1', 'x', 'quote'),
    draftId('r1', 'x', 'points'),
    draftId('r1', 'threads', 'quote'),
    draftId('r2', 'x', 'quote'),
  ];
  expect(new Set(ids).size).toBe(4);
});

describe('the address of a post', () => {
  test.each([
    'https://x.com/kota/status/1',
    'https://www.threads.com/@kota/post/a?b=c#d',
    'HTTPS://BSKY.APP/profile/a',
  ])('%s', (link) => {
    expect(isPostLink(link)).toBe(true);
  });

  test.each([
    '',
    'x.com/kota/status/1',
    'http://x.com/kota/status/1',
    'javascript:alert(1)',
    'data:text/html,a',
    'https://',
    'https:// spasi',
    'file:///etc/passwd',
  ])('not %s', (link) => {
    expect(isPostLink(link)).toBe(false);
  });

  test('is told without what only newer browsers have', () => {
    // The manifest says Chrome 120; URL.parse came with 126.
    const { parse } = URL;
    Object.defineProperty(URL, 'parse', { value: undefined, configurable: true });
    try {
      expect(isPostLink('https://x.com/a')).toBe(true);
    } finally {
      Object.defineProperty(URL, 'parse', { value: parse, configurable: true, writable: true });
    }
  });
});
