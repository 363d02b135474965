import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  askHosts,
  askToSend,
  hasHosts,
  leaving,
  maySend,
  onHostsChanged,
} from '../../utils/browser/permissions.ts';

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

describe('what leaves this computer', () => {
  test('Firefox is asked for it in the same prompt, and answers for it later', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    onTestFinished(() => void vi.unstubAllEnvs());
    const asked = askToSend(['https://social.go.id/*']);
    expect(stub.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://social.go.id/*'],
      data_collection: leaving,
    });
    expect(await asked).toBe(true);
    stub.contains.mockResolvedValueOnce(false);
    expect(await maySend()).toBe(false);
    expect(stub.contains).toHaveBeenCalledExactlyOnceWith({ data_collection: leaving });
  });

  test('Chrome knows no such question: it would refuse it', async () => {
    await askToSend(['https://social.go.id/*']);
    expect(stub.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://social.go.id/*'] });
    expect(await maySend()).toBe(true);
    expect(stub.contains).not.toHaveBeenCalled();
  });
});

test('given and taken back are both told, until it is stopped', () => {
  const heard = vi.fn();
  const stop = onHostsChanged(heard);
  for (const { listeners } of [stub.onAdded, stub.onRemoved]) for (const listener of listeners) listener();
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  expect(stub.onAdded.listeners.size + stub.onRemoved.listeners.size).toBe(0);
});
