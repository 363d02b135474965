import { expect, test, vi } from 'vitest';
import { loadLicences } from '../../utils/browser/licences.ts';

test('reads the file that the build wrote, from the extension itself', async () => {
  const licences = [{ name: 'Jubir', version: '0.1.0', licence: 'MIT', parts: [], text: 'MIT License' }];
  const fetch = vi.fn(async () => new Response(JSON.stringify(licences)));
  vi.stubGlobal('fetch', fetch);
  expect(await loadLicences()).toEqual(licences);
  expect(fetch).toHaveBeenCalledWith('/licences.json');
  vi.unstubAllGlobals();
});
