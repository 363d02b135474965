import { expect, test } from 'vitest';
import { roomOf, shownText } from '../../utils/account/fits.ts';

const limits = { characters: 500, perLink: 23, picture: 1, honoursKeys: true };
const on = (platform: 'bluesky' | 'mastodon', change: Partial<typeof limits> = {}) => ({
  platform,
  limits: { ...limits, ...change },
});
const link = 'https://kotabogor.go.id/berita/taman-baru-di-jalan-ahmad-yani';

test.each([
  ['Mastodon’s own limit', on('mastodon'), 'é'.repeat(500), '', 500, true],
  ['one more', on('mastodon'), 'é'.repeat(501), '', 501, false],
  ['a server with more room', on('mastodon', { characters: 1_000 }), 'é'.repeat(501), '', 501, true],
  ['a link as its server counts it', on('mastodon', { perLink: 30 }), `A ${link} ${link}`, '', 63, true],
  ['the warning counts with the text', on('mastodon'), 'é'.repeat(495), 'Cuaca🎉', 501, false],
  ['Bluesky’s shortened link', on('bluesky', { characters: 300 }), `A ${link}`, '', 33, true],
  ['Bluesky’s limit', on('bluesky', { characters: 300 }), 'é'.repeat(301), '', 301, false],
  ['Bluesky’s bytes', on('bluesky', { characters: 300 }), '👨‍👩‍👧‍👦'.repeat(150), '', 150, false],
])('%s', (_, account, text, spoiler, used, fits) => {
  expect(roomOf(account, text, spoiler)).toMatchObject({ used, fits });
});

test('the text is shown as it will stand there', () => {
  expect(shownText(on('bluesky'), `A ${link}`)).toBe('A kotabogor.go.id/berita/taman...');
  expect(shownText(on('mastodon'), `A ${link}`)).toBe(`A ${link}`);
});
