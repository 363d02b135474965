import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dataAddress } from '../../utils/release/picture.ts';
import { pictureFile, pictureOn } from '../../utils/release/picture-file.ts';
import { postPicture } from '../../utils/release/post-picture.ts';
import { downloadPicture } from '../../utils/source/download.ts';
import { FetchError } from '../../utils/source/errors.ts';
import { source } from '../draft/samples.ts';

vi.mock('../../utils/source/download.ts');
vi.mock('../../utils/release/post-picture.ts');

const url = 'https://adm.kotabogor.go.id/storage/taman.png';
beforeEach(() => {
  vi.mocked(downloadPicture)
    .mockReset()
    .mockResolvedValue(new Blob(['x']));
  vi.mocked(postPicture)
    .mockReset()
    .mockResolvedValue({ bytes: new Uint8Array([1, 2, 3]), type: 'image/jpeg' });
});

describe('an address that was handed over', () => {
  test.each([
    [url, url],
    ['https://kotabogor.go.id/a.png?b=1#c', 'https://kotabogor.go.id/a.png?b=1#c'],
    ['HTTPS://KOTABOGOR.GO.ID/a b.png', 'https://kotabogor.go.id/a%20b.png'],
    ['http://adm.kotabogor.go.id/a.png', 'https://adm.kotabogor.go.id/a.png'],
  ])('%s is on the source’s hosts', (address, wanted) => {
    expect(pictureOn(address, source())).toBe(wanted);
  });

  test.each([
    'https://kotabogor.go.id.example.com/a.png',
    'https://kotabogor-go.id/a.png',
    'https://www.adm.kotabogor.go.id/a.png',
    'https://kotabogor.go.id./a.png',
    'https://kotabоgor.go.id/a.png',
    'https://example.com/?https://kotabogor.go.id/a.png',
    'https://kotabogor.go.id@example.com/a.png',
    'https://a:b@kotabogor.go.id/a.png',
    'http://kotabogor.go.id:8080/a.png',
    'http://localhost/a.png',
    'data:image/png;base64,AAAA',
    'blob:https://kotabogor.go.id/1',
    'javascript:alert(1)',
    '/a.png',
    '',
  ])('%s is not', (address) => {
    expect(pictureOn(address, source())).toBeNull();
  });
});

describe('the file', () => {
  test('comes from the source’s own hosts, drawn anew, as what a page may show', async () => {
    expect(await pictureFile(url, source())).toEqual({ data: 'data:image/jpeg;base64,AQID' });
    expect(vi.mocked(downloadPicture).mock.calls).toEqual([
      [url, { hosts: ['adm.kotabogor.go.id', 'kotabogor.go.id'] }],
    ]);
  });

  test('from elsewhere is not even asked for', async () => {
    expect(await pictureFile('https://example.com/a.png', source())).toEqual({ failed: 'elsewhere' });
    expect(await pictureFile('http://kotabogor.go.id/a.png', source())).toEqual({ failed: 'elsewhere' });
    expect(downloadPicture).not.toHaveBeenCalled();
  });

  test.each([
    ['offline', 'offline'],
    ['not-found', 'gone'],
    ['wrong-type', 'unfit'],
    ['too-large', 'unfit'],
    ['timeout', 'failed'],
    ['redirected', 'failed'],
    ['status', 'failed'],
  ] as const)('that does not come, %s, is told as %s', async (reason, failed) => {
    vi.mocked(downloadPicture).mockRejectedValue(new FetchError(reason, url));
    expect(await pictureFile(url, source())).toEqual({ failed });
  });

  test('that cannot be drawn is unfit; what is no failure of the fetching is thrown', async () => {
    vi.mocked(postPicture).mockResolvedValueOnce(null);
    expect(await pictureFile(url, source())).toEqual({ failed: 'unfit' });
    vi.mocked(postPicture).mockRejectedValueOnce(new Error('no 2d canvas'));
    await expect(pictureFile(url, source())).rejects.toThrow('no 2d canvas');
  });

  test('of megabytes becomes an address too, byte for byte', () => {
    const bytes = Uint8Array.from({ length: 1_500_001 }, (_, at) => at % 251);
    const address = dataAddress(bytes, 'image/jpeg');
    expect(address.startsWith('data:image/jpeg;base64,')).toBe(true);
    expect(Buffer.from(address.split(',')[1] ?? '', 'base64').equals(bytes)).toBe(true);
  });
});
