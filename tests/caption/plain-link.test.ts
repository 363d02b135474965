import { describe, expect, test } from 'vitest';
import { plainLinkText } from '../../utils/caption/plain-link.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';

const url = 'https://www.radarbogor.id/berita/harga-beras-naik';

describe('the text of a page that is not the city’s', () => {
  test('names whose page it is, and carries nothing of the city', () => {
    expect(plainLinkText({ title: 'Harga  beras\nnaik', url }, 'facebook')).toBe(
      `Harga beras naik (radarbogor.id)\n\n${url}`,
    );
  });

  test('a long title is cut between words on every network, and says so', () => {
    const title = 'Harga beras naik di sejumlah pasar, '.repeat(100);
    for (const platform of platformIds) {
      const text = plainLinkText({ title, url }, platform);
      expect(room(platform, text).fits, platform).toBe(true);
      expect(text.endsWith(url)).toBe(true);
      expect(text).toMatch(/[\p{L}]… \(radarbogor\.id\)|pasar,? \(radarbogor\.id\)/u);
    }
  });

  test('without a title it is the address alone', () => {
    expect(plainLinkText({ title: ' ', url }, 'x')).toBe(url);
  });
});
