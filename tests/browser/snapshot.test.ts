import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Snapshot } from '../../utils/browser/snapshot.ts';

const empty: Snapshot = {
  rows: [],
  sourceName: 'Kota Bogor',
  sources: 1,
  outcome: null,
  total: 0,
  unread: 0,
  question: null,
};
const picture = 'data:image/webp;base64,AA==';

/** A new life of the background: it does not know what the one before stored. */
async function freshContext() {
  vi.resetModules();
  return import('../../utils/browser/snapshot.ts');
}

let writes: string[][];
beforeEach(() => {
  fakeBrowser.reset();
  writes = [];
  const { set } = fakeBrowser.storage.local;
  vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation((async (items: Record<string, unknown>) => {
    writes.push(Object.keys(items));
    await set(items);
  }) as never);
  return () => vi.restoreAllMocks();
});

describe('storing the first screen', () => {
  test('writes only what changed', async () => {
    const { saveSnapshot } = await freshContext();
    await saveSnapshot(empty, { r1: picture });
    await saveSnapshot({ ...empty, unread: 1 }, { r1: picture });
    await saveSnapshot({ ...empty, unread: 1 }, { r1: picture, r2: picture });
    await saveSnapshot({ ...empty, unread: 1 }, { r1: picture, r2: picture });
    expect(writes).toEqual([['snapshot', 'snapshot-pictures'], ['snapshot'], ['snapshot-pictures']]);
  });

  test('a new life of the worker writes again, whatever lay there', async () => {
    await (await freshContext()).saveSnapshot(empty, {});
    await (await freshContext()).saveSnapshot(empty, {});
    expect(writes).toHaveLength(2);
  });

  test('what could not be stored is tried again next time', async () => {
    const { saveSnapshot } = await freshContext();
    vi.mocked(fakeBrowser.storage.local.set).mockRejectedValueOnce(new Error('full'));
    await expect(saveSnapshot(empty, {})).rejects.toThrow('full');
    await saveSnapshot(empty, {});
    expect(writes).toEqual([['snapshot', 'snapshot-pictures']]);
  });
});

describe('listening', () => {
  test('hears what changed, and only that', async () => {
    const { onSnapshot, saveSnapshot } = await freshContext();
    const heard = vi.fn();
    const stop = onSnapshot(heard);
    await saveSnapshot(empty, {});
    await saveSnapshot({ ...empty, unread: 3 }, {});
    await fakeBrowser.storage.local.set({ settings: {} });
    await fakeBrowser.storage.session.set({ snapshot: empty });
    expect(heard.mock.calls).toEqual([
      [{ snapshot: empty, pictures: {} }],
      [{ snapshot: { ...empty, unread: 3 } }],
    ]);
    stop();
    await saveSnapshot({ ...empty, unread: 4 }, {});
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
