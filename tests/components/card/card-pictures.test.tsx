import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useCardPictures, useCrest } from '../../../entrypoints/popup/card-pictures.ts';
import { hasHosts } from '../../../utils/browser/permissions.ts';
import { openCrest } from '../../../utils/card/crest.ts';
import { readPhoto } from '../../../utils/card/photo.ts';
import { downloadPicture } from '../../../utils/source/download.ts';
import { FetchError } from '../../../utils/source/errors.ts';
import { release, source } from '../../draft/samples.ts';

vi.mock('../../../utils/browser/permissions.ts');
vi.mock('../../../utils/card/crest.ts');
vi.mock('../../../utils/card/photo.ts');
vi.mock('../../../utils/source/download.ts');

const image = 'https://adm.kotabogor.go.id/storage/data/berita-1.png';
const city = source({ hosts: ['kotabogor.go.id'], imageHosts: ['adm.kotabogor.go.id'] });
const picture = { width: 1200, height: 800 } as OffscreenCanvas;

beforeEach(() => {
  vi.mocked(hasHosts).mockReset().mockResolvedValue(true);
  vi.mocked(openCrest).mockReset().mockResolvedValue(null);
  vi.mocked(readPhoto).mockReset().mockResolvedValue(picture);
  vi.mocked(downloadPicture)
    .mockReset()
    .mockResolvedValue(new Blob(['x']));
});

afterEach(cleanup);

const start = (address: string | null = image) =>
  renderHook(() => useCardPictures(release({ image: address }), city)).result;

describe('a release’s photo', () => {
  test('comes from the source’s own hosts, and no other may answer', async () => {
    const result = start();
    expect(result.current.photo).toEqual({ state: 'loading' });
    await waitFor(() => expect(result.current.photo).toEqual({ state: 'ready' }));
    expect(result.current.pictures.photo).toBe(picture);
    const [address, options] = vi.mocked(downloadPicture).mock.calls[0] ?? [];
    expect(address).toBe(image);
    expect(options?.hosts).toEqual(['adm.kotabogor.go.id', 'kotabogor.go.id']);
  });

  test.each([null, 'https://lain.example/a.jpg'])('%s is none, and nothing is asked for', async (address) => {
    const result = start(address);
    await waitFor(() => expect(result.current.photo).toEqual({ state: 'absent' }));
    expect(hasHosts).not.toHaveBeenCalled();
    expect(downloadPicture).not.toHaveBeenCalled();
  });

  test('whose host may not be read is not fetched before it is allowed', async () => {
    vi.mocked(hasHosts).mockResolvedValue(false);
    const result = start();
    await waitFor(() =>
      expect(result.current.photo).toEqual({ state: 'refused', host: 'adm.kotabogor.go.id' }),
    );
    expect(downloadPicture).not.toHaveBeenCalled();
    vi.mocked(hasHosts).mockResolvedValue(true);
    act(() => result.current.again());
    await waitFor(() => expect(result.current.photo).toEqual({ state: 'ready' }));
  });

  test.each([
    ['timeout', 'failed'],
    ['offline', 'failed'],
    ['wrong-type', 'unfit'],
  ] as const)('that fails by %s is told as %s', async (reason, state) => {
    vi.mocked(downloadPicture).mockRejectedValue(new FetchError(reason, image));
    const result = start();
    await waitFor(() => expect(result.current.photo).toEqual({ state }));
    expect(result.current.pictures.photo).toBeNull();
  });

  test('that is too small is left out', async () => {
    vi.mocked(readPhoto).mockResolvedValue(null);
    const result = start();
    await waitFor(() => expect(result.current.photo).toEqual({ state: 'unfit' }));
  });

  test('stops being fetched when the card is closed', async () => {
    vi.mocked(downloadPicture).mockReturnValue(new Promise(() => {}));
    const { unmount } = renderHook(() => useCardPictures(release({ image }), city));
    await waitFor(() => expect(downloadPicture).toHaveBeenCalled());
    unmount();
    const ended = () => vi.mocked(downloadPicture).mock.calls.map(([, { signal }]) => signal?.aborted);
    await waitFor(() => expect(ended()).toEqual([true]));
  });
});

test('a crest is opened anew when it changes', async () => {
  const crest = { width: 10, height: 10 } as HTMLCanvasElement;
  vi.mocked(openCrest).mockImplementation(async (address) => (address ? crest : null));
  const { result, rerender } = renderHook(({ address }) => useCrest(address), {
    initialProps: { address: 'data:image/png;base64,A' as string | undefined },
  });
  await waitFor(() => expect(result.current).toBe(crest));
  rerender({ address: undefined });
  await waitFor(() => expect(result.current).toBeNull());
});
