import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { followPage } from '../../../entrypoints/release.content/follow-page.ts';
import type { PageKnown } from '../../../utils/browser/page-messages.ts';
import { bounds } from '../../../utils/source/bounds.ts';
import { press, watchRoots } from './roots.ts';

const known: PageKnown = {
  shown: true,
  since: null,
  words: { share: 'Bagikan', hide: 'Sembunyikan di situs ini', since: '', language: 'id' },
};
const runtime = fakeBrowser.runtime as unknown as { id: string | undefined; sendMessage: unknown };
const { id, sendMessage } = runtime;
/** What the background answers to `page-known`; the messages that it heard. */
let answer: PageKnown | null;
let heard: { page: string; payload: { html?: string | null } | null }[];
let send: (message: (typeof heard)[number]) => Promise<unknown>;
let ctx: ContentScriptContext;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  answer = known;
  send = async (message) => {
    heard.push(message);
    return { value: message.page === 'page-known' ? answer : null };
  };
  runtime.sendMessage = (message: (typeof heard)[number]) => send(message);
  Document.prototype.elementsFromPoint = () => [];
  history.replaceState(null, '', '/berita-detail/1');
  ctx = new ContentScriptContext('release', { noScriptStartedPostMessage: true });
});
afterEach(() => {
  ctx.abort();
  runtime.id = id;
  runtime.sendMessage = sendMessage;
  history.replaceState(null, '', '/');
  vi.useRealTimers();
});

const buttons = () => document.documentElement.querySelectorAll(':scope > [data-jubir]').length;
const asked = () => heard.map(({ page }) => page);

/** The page changes its own address, and says so as WXT does. */
async function goTo(path: string, waitMs = 1_000): Promise<void> {
  history.pushState(null, '', path);
  const name = `${id}:${import.meta.env.ENTRYPOINT}:wxt:locationchange`;
  window.dispatchEvent(new Event(name));
  await vi.advanceTimersByTimeAsync(waitMs);
}

test('at load it asks one question and looks at nothing of the page', async () => {
  answer = null;
  const read = [
    vi.spyOn(Document.prototype, 'documentElement', 'get'),
    vi.spyOn(Document.prototype, 'body', 'get'),
    vi.spyOn(Element.prototype, 'outerHTML', 'get'),
    vi.spyOn(Document.prototype, 'querySelectorAll'),
  ];
  await followPage(ctx);
  expect(heard).toEqual([{ page: 'page-known', payload: null }]);
  for (const spy of read) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});

test.each([
  ['no release of a source', null],
  ['a site where it is hidden', { ...known, shown: false }],
])('none on %s', async (_, page) => {
  answer = page;
  await followPage(ctx);
  expect(buttons()).toBe(0);
});

test('a press sends the page as it stands, in the same turn', async () => {
  const [root] = await (async () => {
    const roots = watchRoots();
    await followPage(ctx);
    return roots;
  })();
  document.body.textContent = 'Taman baru dibuka';
  press(root?.querySelector('.share'));
  // Before any await: a panel opens for a click alone.
  expect(asked()).toEqual(['page-known', 'share-page']);
  expect(heard[1]?.payload?.html).toContain('Taman baru dibuka');
  expect(heard[1]?.payload?.html).toMatch(/^<html/);
});

test.each([
  ['letters', 'x'.repeat(bounds.pageBytes + 1)],
  ['bytes, as letters are not', '–'.repeat(bounds.pageBytes / 2)],
])('a page of too many %s is not sent', async (_, html) => {
  const roots = watchRoots();
  await followPage(ctx);
  const markup = vi.spyOn(Element.prototype, 'outerHTML', 'get').mockReturnValue(html);
  press(roots[0]?.querySelector('.share'));
  markup.mockRestore();
  expect(heard[1]).toEqual({ page: 'share-page', payload: { html: null } });
});

test('hidden on this site: it goes at once, and the background is told', async () => {
  const roots = watchRoots();
  await followPage(ctx);
  expect(buttons()).toBe(1);
  press(roots[0]?.querySelector('.hide'));
  expect(buttons()).toBe(0);
  expect(asked()).toEqual(['page-known', 'hide-button']);
});

test('it follows a page that changes its address', async () => {
  await followPage(ctx);
  answer = null;
  await goTo('/berita');
  expect(buttons()).toBe(0);
  answer = known;
  await goTo('/berita-detail/2');
  expect(buttons()).toBe(1);
  expect(asked()).toHaveLength(3);
  await goTo('/berita-detail/2#komentar');
  expect(asked()).toHaveLength(3);
});

test('a page that changes its address all the time is asked about once', async () => {
  await followPage(ctx);
  for (let at = 0; at < 200; at += 1) await goTo(`/berita-detail/${at}`, 10);
  expect(asked()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked()).toHaveLength(2);
});

test('an answer that comes after the page went on is not for the new one', async () => {
  const answers: ((page: { value: PageKnown | null }) => void)[] = [];
  send = () => new Promise((resolve) => answers.push(resolve));
  const first = followPage(ctx);
  await goTo('/berita');
  answers[1]?.({ value: null });
  answers[0]?.({ value: known });
  await first;
  expect(answers).toHaveLength(2);
  expect(buttons()).toBe(0);
});

test('a newer script of itself takes its place: one button', async () => {
  await followPage(ctx);
  const newer = new ContentScriptContext('release', { noScriptStartedPostMessage: true });
  expect(buttons()).toBe(0);
  await followPage(newer);
  expect(buttons()).toBe(1);
  newer.abort();
  expect(buttons()).toBe(0);
});

test('a button whose script has died without a word is replaced', async () => {
  const left = document.createElement('div');
  left.setAttribute('data-jubir', '');
  document.documentElement.append(left);
  await followPage(ctx);
  expect(left.isConnected).toBe(false);
  expect(buttons()).toBe(1);
});

test('after an update the button goes when the official comes back, and nothing is thrown', async () => {
  await followPage(ctx);
  runtime.id = undefined;
  send = () => Promise.reject(new Error('Extension context invalidated.'));
  window.dispatchEvent(new Event('focus'));
  expect(buttons()).toBe(0);
  await goTo('/berita-detail/3');
  expect(buttons()).toBe(0);
});

test('after an update a press does nothing but take the button away', async () => {
  const roots = watchRoots();
  await followPage(ctx);
  send = () => {
    runtime.id = undefined;
    throw new Error('Extension context invalidated.');
  };
  press(roots[0]?.querySelector('.share'));
  await vi.advanceTimersByTimeAsync(10);
  expect(buttons()).toBe(0);
});

test('a background that does not answer leaves the page alone', async () => {
  send = async () => undefined;
  await followPage(ctx);
  expect(buttons()).toBe(0);
});
