import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handOverKey, onHandOver } from '../../utils/browser/hand-over.ts';

const target = { releaseId: 'r1', platform: 'x', angle: 'quote' } as const;
const other = { ...target, platform: 'threads' } as const;

beforeEach(() => fakeBrowser.reset());

const stored = async () => (await fakeBrowser.storage.session.get(handOverKey))[handOverKey];

test('what was handed over before the panel opened is taken, once', async () => {
  await fakeBrowser.storage.session.set({ [handOverKey]: target });
  const first = vi.fn();
  onHandOver(first);
  await vi.waitFor(() => expect(first).toHaveBeenCalledExactlyOnceWith(target));
  expect(await stored()).toBeFalsy();
  const second = vi.fn();
  onHandOver(second);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(second).not.toHaveBeenCalled();
});

test('a panel that stands takes each later one', async () => {
  const heard = vi.fn();
  onHandOver(heard);
  await fakeBrowser.storage.session.set({ [handOverKey]: target });
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(target));
  await fakeBrowser.storage.session.set({ [handOverKey]: other });
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(other));
  expect(await stored()).toBeFalsy();
});

test('nothing else is taken for one, and a stopped panel takes none', async () => {
  const heard = vi.fn();
  const stop = onHandOver(heard);
  await fakeBrowser.storage.local.set({ [handOverKey]: target });
  await fakeBrowser.storage.session.set({ other: target });
  stop();
  await fakeBrowser.storage.session.set({ [handOverKey]: target });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).not.toHaveBeenCalled();
  expect(await stored()).toEqual(target);
});
