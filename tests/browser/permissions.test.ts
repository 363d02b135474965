import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askHosts, hasHosts, onHostsChanged } from '../../utils/browser/permissions.ts';

const parts = fakeBrowser as unknown as Record<string, unknown>;
const { permissions } = parts;

/** An event of the browser, with what listens to it. */
function event() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
}

const origins = ['https://bandung.go.id/*', 'https://humas.bandung.go.id/*'];
const hosts = ['bandung.go.id', 'humas.bandung.go.id'];
let stub: {
  request: ReturnType<typeof vi.fn>;
  contains: ReturnType<typeof vi.fn>;
  onAdded: ReturnType<typeof event>;
  onRemoved: ReturnType<typeof event>;
};

beforeEach(() => {
  stub = {
    request: vi.fn(async () => true),
    contains: vi.fn(async () => true),
    onAdded: event(),
    onRemoved: event(),
  };
  parts.permissions = stub;
});
afterEach(() => {
  parts.permissions = permissions;
});

describe('asking', () => {
  test('for exactly these hosts, https alone, within the same call', async () => {
    const asked = askHosts(hosts);
    // Before any await: afterwards the click no longer counts.
    expect(stub.request).toHaveBeenCalledExactlyOnceWith({ origins });
    expect(await asked).toBe(true);
  });

  test('a no is told, and so is a prompt that could not be shown', async () => {
    stub.request.mockResolvedValueOnce(false);
    expect(await askHosts(hosts)).toBe(false);
    stub.request.mockRejectedValueOnce(new Error('no user gesture'));
    await expect(askHosts(hosts)).rejects.toThrow('no user gesture');
  });
});

test.each([true, false])('whether all of them may be read: %s', async (answer) => {
  stub.contains.mockResolvedValueOnce(answer);
  expect(await hasHosts(hosts)).toBe(answer);
  expect(stub.contains).toHaveBeenCalledExactlyOnceWith({ origins });
  expect(stub.request).not.toHaveBeenCalled();
});

test('given and taken back are both told, until it is stopped', () => {
  const heard = vi.fn();
  const stop = onHostsChanged(heard);
  for (const { listeners } of [stub.onAdded, stub.onRemoved]) for (const listener of listeners) listener();
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  expect(stub.onAdded.listeners.size + stub.onRemoved.listeners.size).toBe(0);
});
