import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { failuresKey, keepFailure, loadFailures, readFailures } from '../../utils/browser/failures.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { FetchError } from '../../utils/source/errors.ts';

const stored = async (): Promise<unknown> => (await fakeBrowser.storage.local.get(failuresKey))[failuresKey];

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: {} });
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what failed', () => {
  test('is kept by place, class and reason, counted, and never by its message', async () => {
    const error = new FetchError('timeout', 'https://rahasia.example/?token=abc');
    await keepFailure('refresh', error);
    vi.setSystemTime(2_000);
    await keepFailure('refresh', error);
    await keepFailure('refresh', new TypeError('isi draf yang rahasia'));
    expect(await loadFailures()).toEqual([
      { where: 'refresh', name: 'TypeError', count: 1, at: 2_000 },
      { where: 'refresh', name: 'FetchError', reason: 'timeout', count: 2, at: 2_000 },
    ]);
    expect(JSON.stringify(await stored())).not.toMatch(/rahasia|token/);
  });

  test('is told on the console and kept by one call', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    logFailure('read tab 17', new RangeError('nomor'));
    await vi.waitFor(async () => expect(await loadFailures()).toHaveLength(1));
    expect(await loadFailures()).toMatchObject([{ where: 'read tab', name: 'RangeError', count: 1 }]);
    expect(told).toHaveBeenCalledExactlyOnceWith('[jubir] read tab 17: RangeError: nomor');
  });

  test('of the background, a page knows the class by what the background said', async () => {
    await keepFailure(
      'folder',
      Object.assign(new Error('x'), { name: 'BackgroundError', failure: 'QuotaExceededError' }),
    );
    expect(await loadFailures()).toMatchObject([{ name: 'QuotaExceededError' }]);
  });

  test('nothing passes that is no word of ours', async () => {
    const odd = { name: 'Budi Santoso', reason: 'token 12345', message: 'x' };
    await keepFailure('“Draf” saya: 0812-3456', odd);
    await keepFailure('refresh', 'a bare text');
    await keepFailure('', null);
    expect((await loadFailures()).map(({ where, name, count }) => [where, name, count])).toEqual([
      ['elsewhere', 'Error', 2],
      ['refresh', 'Error', 1],
    ]);
    expect(JSON.stringify(await stored())).not.toMatch(/Budi|token|0812|bare/);
  });

  test('twenty kinds at most; the one longest ago goes', async () => {
    for (let at = 0; at < 25; at += 1) {
      vi.setSystemTime(1_000 + at);
      await keepFailure(`${'a'.repeat(at + 1)}`, new Error('x'));
    }
    const kept = await loadFailures();
    expect(kept).toHaveLength(20);
    expect(kept.at(0)?.where).toBe('a'.repeat(25));
    expect(kept.at(-1)?.where).toBe('a'.repeat(6));
  });

  test('where nothing is stored, nothing is: what was erased stays erased', async () => {
    await fakeBrowser.storage.local.clear();
    await keepFailure('refresh', new Error('x'));
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  test('a full disk is told on the console, and the next one is kept', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    logFailure('refresh', new Error('x'));
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith('[jubir] failures: Error: full'));
    await keepFailure('refresh', new Error('x'));
    expect(await loadFailures()).toHaveLength(1);
  });
});

test('damaged rows are left out one by one', () => {
  const good = { where: 'refresh', name: 'FetchError', count: 2, at: 5 };
  const bad = [
    null,
    7,
    {},
    { ...good, where: 'Nama Orang' },
    { ...good, count: 'x' },
    { ...good, at: Number.NaN },
  ];
  expect(readFailures([...bad, good, { ...good, reason: 'Kata Sandi' }])).toEqual([good, good]);
  expect(readFailures('x')).toEqual([]);
});
