import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMessages, BackgroundError, type MessageName, send } from '../../utils/browser/messages.ts';
import { connectPages, deliver, ownPage } from './fake.ts';

const failed = vi.fn();
const refresh = vi.fn(async () => ({ started: true }));

function answer(handlers: Partial<Record<MessageName, (payload: never) => unknown>> = {}): void {
  answerMessages({ 'refresh-if-stale': refresh, ...handlers } as never, failed);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
});

const message = { jubir: 'refresh-if-stale', payload: null };

describe('who is answered', () => {
  beforeEach(() => answer());

  test.each(['popup.html', 'desk.html?draft=1#a', 'options.html', 'sidepanel.html'])('%s', async (page) => {
    const url = `chrome-extension://${fakeBrowser.runtime.id}/${page}`;
    expect(await deliver(message, { ...ownPage, url })).toEqual({ ok: true, value: { started: true } });
  });

  test.each([
    ['another extension', { id: 'abcdef', url: 'chrome-extension://abcdef/popup.html' }],
    ['another extension that names our page', { ...ownPage, id: 'abcdef' }],
    ['a page of the web', { url: 'https://kotabogor.go.id/berita' }],
    ['our content script on a page of the web', { ...ownPage, url: 'https://kotabogor.go.id/berita' }],
    ['our content script on a local file', { ...ownPage, url: 'http://127.0.0.1/chrome-extension' }],
    ['a page whose scheme has no origin here', { ...ownPage, url: 'moz-extension://other/popup.html' }],
    [
      'a page whose address only begins alike',
      { ...ownPage, url: `chrome-extension://${ownPage.id}.example/` },
    ],
    ['a sender without an address', { id: ownPage.id }],
    ['nobody', {}],
  ])('not %s', async (_, sender) => {
    expect(await deliver(message, sender)).toBeUndefined();
    expect(refresh).not.toHaveBeenCalled();
  });
});

describe('what is answered', () => {
  beforeEach(() => answer());

  test.each([
    { jubir: 'format-disk', payload: null },
    { jubir: 'constructor', payload: null },
    { jubir: '__proto__', payload: null },
    { jubir: 'toString', payload: null },
    { jubir: 5, payload: null },
    { payload: null },
    'refresh-if-stale',
    null,
    undefined,
    ['refresh-if-stale'],
  ])('not %o', async (unknown) => {
    expect(await deliver(unknown)).toBeUndefined();
    expect(failed).not.toHaveBeenCalled();
  });

  test('each message by its own handler, with its payload', async () => {
    const openPage = vi.fn(async () => null);
    fakeBrowser.runtime.onMessage.removeAllListeners();
    answer({ 'open-page': openPage });
    connectPages();
    expect(await send('open-page', { page: 'desk', query: '?a' })).toBeNull();
    expect(openPage).toHaveBeenCalledExactlyOnceWith({ page: 'desk', query: '?a' });
    expect(refresh).not.toHaveBeenCalled();
  });
});

describe('answers and failures', () => {
  beforeEach(() => connectPages());

  test('an answer goes through sendResponse, never as a promise of a kind the browser does not know', async () => {
    answer();
    const returned: unknown[] = [];
    const trigger = fakeBrowser.runtime.onMessage.trigger as unknown as (
      ...a: unknown[]
    ) => Promise<unknown[]>;
    returned.push(...(await trigger(message, ownPage, () => {})));
    expect(returned).toEqual([true]);
    expect(await send('refresh-if-stale', null)).toEqual({ started: true });
  });

  test('a handler that fails is told to both sides', async () => {
    class DiskError extends Error {
      override name = 'DiskError';
    }
    answer({ 'refresh-if-stale': () => Promise.reject(new DiskError('disk full')) });
    const error = await send('refresh-if-stale', null).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackgroundError);
    expect(error).toMatchObject({ name: 'BackgroundError', failure: 'DiskError', message: 'disk full' });
    expect(failed).toHaveBeenCalledExactlyOnceWith('refresh-if-stale', expect.any(DiskError));
  });

  test('of a transaction that the browser ended, and of several writes at once, the cause is told', async () => {
    const full = new DOMException('the disk is full', 'QuotaExceededError');
    const ended = Object.assign(new Error('QuotaExceededError'), { name: 'AbortError', inner: full });
    const several = Object.assign(new Error('1 of 2 failed'), { name: 'BulkError', failures: [ended] });
    const cancelled = Object.assign(new Error('by hand'), { name: 'AbortError' });
    const told: string[] = [];
    for (const error of [ended, several, cancelled]) {
      fakeBrowser.runtime.onMessage.removeAllListeners();
      answer({ 'refresh-if-stale': () => Promise.reject(error) });
      connectPages();
      const caught = await send('refresh-if-stale', null).catch((each: unknown) => each);
      told.push((caught as BackgroundError).failure);
    }
    expect(told).toEqual(['QuotaExceededError', 'QuotaExceededError', 'AbortError']);
  });

  test('what is thrown need not be an error', async () => {
    answer({ 'refresh-if-stale': () => Promise.reject('no') });
    await expect(send('refresh-if-stale', null)).rejects.toMatchObject({ message: 'no', failure: 'Error' });
  });

  test('a handler that throws before it waits for anything is told like any other', async () => {
    answer({
      'refresh-if-stale': () => {
        throw new TypeError('no payload');
      },
    });
    await expect(send('refresh-if-stale', null)).rejects.toMatchObject({ failure: 'TypeError' });
    expect(failed).toHaveBeenCalledOnce();
  });

  test('nobody answers', async () => {
    answer({});
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await expect(send('refresh-if-stale', null)).rejects.toMatchObject({ failure: 'NoAnswer' });
  });

  test('the background cannot be reached', async () => {
    fakeBrowser.runtime.sendMessage = (() =>
      Promise.reject(new Error('Receiving end does not exist.'))) as never;
    const error = await send('refresh-if-stale', null).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackgroundError);
    expect(error).toMatchObject({ failure: 'NoAnswer', message: 'Receiving end does not exist.' });
  });
});
