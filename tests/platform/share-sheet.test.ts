import { afterEach, expect, test, vi } from 'vitest';
import { hasShareSheet, openShareSheet } from '../../utils/platform/share-sheet.ts';

const link = 'https://kotabogor.go.id/berita-detail/1';
const sheet = (share?: (data: ShareData) => Promise<void>) => vi.stubGlobal('navigator', { share });
afterEach(() => vi.unstubAllGlobals());

test('there is one where the browser offers it', () => {
  sheet();
  expect(hasShareSheet()).toBe(false);
  sheet(async () => {});
  expect(hasShareSheet()).toBe(true);
});

test.each([
  [
    `Pasar murah Sabtu.\n\nSelengkapnya: ${link} #KotaBogor`,
    { text: 'Pasar murah Sabtu. #KotaBogor', url: link },
  ],
  [`Pasar murah Sabtu. ${link}`, { text: 'Pasar murah Sabtu.', url: link }],
  [`Baca ${link} sebelum datang.`, { text: `Baca ${link} sebelum datang.` }],
  ['Tanpa tautan.', { text: 'Tanpa tautan.' }],
])('the link of %j goes out once', async (text, wanted) => {
  const share = vi.fn(async (_: ShareData) => {});
  sheet(share);
  expect(await openShareSheet(text, link)).toBe(true);
  expect(share).toHaveBeenCalledExactlyOnceWith(wanted);
});

test('a sheet that was closed shared nothing; one that does not come is a failure', async () => {
  sheet(() => Promise.reject(new DOMException('', 'AbortError')));
  expect(await openShareSheet('a', link)).toBe(false);
  sheet(() => Promise.reject(new DOMException('', 'NotAllowedError')));
  await expect(openShareSheet('a', link)).rejects.toThrow(DOMException);
});
