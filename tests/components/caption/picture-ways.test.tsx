import { cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { usePictureWays } from '../../../entrypoints/popup/draft-picture.ts';
import type { Source } from '../../../utils/source/source.ts';
import { release, source } from '../../draft/samples.ts';

afterEach(cleanup);

const ways = (wanted: string | undefined, from: Source | undefined = source()) =>
  renderHook(() => usePictureWays(release(), from, wanted)).result;

test('an address on the source’s hosts is given once', () => {
  const result = ways('http://adm.kotabogor.go.id/a.png');
  expect(result.current.refused).toBe(false);
  expect(result.current.take()).toBe('https://adm.kotabogor.go.id/a.png');
  expect(result.current.take()).toBeNull();
});

test('one from elsewhere, or of a source that is gone, is refused', () => {
  for (const result of [
    ways('https://kotabogor.go.id.example.com/a.png'),
    ways('https://adm.kotabogor.go.id/a.png', source({ hosts: [], imageHosts: [] })),
    renderHook(() => usePictureWays(release(), undefined, 'https://adm.kotabogor.go.id/a.png')).result,
  ]) {
    expect(result.current.refused).toBe(true);
    expect(result.current.take()).toBeNull();
  }
});

test('where none was handed over, none is refused', () => {
  expect(ways(undefined).current).toMatchObject({ refused: false });
  expect(ways(undefined).current.take()).toBeNull();
});

test('the way to read stays the same one: a picture is not fetched for each render', () => {
  const { result, rerender } = renderHook(() => usePictureWays(release(), source(), undefined));
  const { read } = result.current;
  rerender();
  expect(result.current.read).toBe(read);
});
