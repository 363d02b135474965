import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerPages, askFromPage, type PageKnown } from '../../utils/browser/page-messages.ts';
import { deliver } from './fake.ts';

const failed = vi.fn();
const known: PageKnown = {
  shown: true,
  since: null,
  words: { share: 'Bagikan', hide: 'Sembunyikan', since: '', language: 'id' },
};
const handlers = {
  'page-known': vi.fn(async () => known),
  'share-page': vi.fn(async () => null),
  'hide-button': vi.fn(async () => null),
};
const page = 'https://kotabogor.go.id/berita-detail/1';
/** Our content script in the top frame of a tab, as the browser tells it. */
const script = {
  id: fakeBrowser.runtime.id,
  url: page,
  frameId: 0,
  tab: { id: 7, windowId: 3, url: page, title: 'Taman baru' },
};
const message = { page: 'page-known', payload: null };

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  answerPages(handlers, failed);
});

test('a content script in the top frame is answered, by the address of its page', async () => {
  expect(await deliver(message, script)).toEqual({ value: known });
  expect(handlers['page-known']).toHaveBeenCalledExactlyOnceWith(null, {
    url: page,
    tabId: 7,
    windowId: 3,
    title: 'Taman baru',
  });
});

describe('the page is', () => {
  const urlFor = async (tabUrl: string | undefined): Promise<unknown> => {
    await deliver(message, { ...script, tab: { ...script.tab, url: tabUrl } });
    return (handlers['page-known'].mock.lastCall as unknown[] | undefined)?.[1];
  };

  test('where the page has gone by itself since it was loaded', async () => {
    expect(await urlFor('https://kotabogor.go.id/berita-detail/2')).toMatchObject({
      url: 'https://kotabogor.go.id/berita-detail/2',
    });
  });

  test.each([
    'https://kompas.com/berita-detail/2',
    'https://kotabogor.go.id.example.com/',
    'http://kotabogor.go.id/berita-detail/2',
    'https://kotabogor.go.id:8443/berita-detail/2',
    '',
    undefined,
  ])('the one that was loaded while the tab is on its way to %s', async (elsewhere) => {
    expect(await urlFor(elsewhere)).toMatchObject({ url: page });
  });
});

test.each([
  ['another extension', { ...script, id: 'abcdef' }],
  ['a frame inside the page', { ...script, frameId: 4 }],
  ['nobody knows which frame', { ...script, frameId: undefined }],
  ['a page of our own', { ...script, url: `chrome-extension://${fakeBrowser.runtime.id}/popup.html` }],
  ['a page without https', { ...script, url: 'http://kotabogor.go.id/' }],
  ['a document without an address', { ...script, url: undefined }],
  ['an address that is none', { ...script, url: 'https://' }],
  ['no tab', { ...script, tab: undefined }],
  ['a tab without a number', { ...script, tab: { ...script.tab, id: undefined } }],
])('not answered: %s', async (_, sender) => {
  expect(await deliver(message, sender)).toBeUndefined();
  expect(handlers['page-known']).not.toHaveBeenCalled();
});

test.each([
  { page: 'erase-everything', payload: null },
  { page: 'constructor', payload: null },
  { page: '__proto__', payload: null },
  { page: ['page-known'], payload: null },
  { jubir: 'page-known', payload: null },
  'page-known',
  null,
])('not a message: %o', async (sent) => {
  expect(await deliver(sent, script)).toBeUndefined();
  for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
});

test('what fails is told to the log, and to the page as no answer', async () => {
  handlers['share-page'].mockRejectedValueOnce(new Error('disk full'));
  expect(await deliver({ page: 'share-page', payload: { html: null } }, script)).toBeUndefined();
  expect(failed).toHaveBeenCalledExactlyOnceWith('share-page', expect.any(Error));
});

test('what throws before its first await is told in the same way', async () => {
  handlers['share-page'].mockImplementationOnce(() => {
    throw new TypeError('no payload');
  });
  expect(await deliver({ page: 'share-page', payload: null }, script)).toBeUndefined();
  expect(failed).toHaveBeenCalledExactlyOnceWith('share-page', expect.any(TypeError));
});

describe('asking', () => {
  test('gives the answer', async () => {
    fakeBrowser.runtime.sendMessage = ((sent: unknown) => deliver(sent, script)) as never;
    expect(await askFromPage('page-known', null)).toEqual(known);
  });

  test('without an answer fails', async () => {
    fakeBrowser.runtime.sendMessage = (async () => undefined) as never;
    await expect(askFromPage('page-known', null)).rejects.toThrow('no answer to page-known');
  });
});
