// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { useShare } from '../../../entrypoints/popup/use-share.ts';
import type { Handed } from '../../../utils/browser/messages.ts';
import { defaultSettings } from '../../../utils/browser/settings.ts';
import type { ReleaseRow } from '../../../utils/browser/snapshot.ts';
import { id } from '../../../utils/browser/texts/id.ts';

let rows = 0;
/** Another release each time: two clicks on one within a second are one wish. */
const row = (change: Partial<ReleaseRow> = {}): ReleaseRow => {
  rows += 1;
  return {
    id: `r${rows}`,
    title: 'Pasar murah',
    url: 'https://kotabogor.go.id/berita-detail/1',
    sourceId: 'kota-bogor',
    sourceName: 'Kota Bogor',
    published: null,
    unread: true,
    captions: {
      x: { angle: 'summary', text: 'Pasar murah' },
      facebook: { angle: 'summary', text: 'Pasar murah, salinan' },
      mastodon: { angle: 'summary', text: 'Pasar murah' },
    },
    shared: {},
    ...change,
  };
};

let sent: { jubir: string; payload: Handed }[];
let reply: () => unknown;
const writeText = vi.fn(async (_: string) => {});
beforeEach(() => {
  sent = [];
  reply = () => ({ ok: true, value: null });
  writeText.mockClear();
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message as (typeof sent)[number]);
    return reply();
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function start(mastodonServer: string | null = null, place: 'popup' | 'panel' = 'popup') {
  const onOpen = vi.fn();
  const settings = { ...defaultSettings, mastodonServer };
  const { result } = renderHook(() => useShare({ texts: id, settings, place, onOpen }));
  return { onOpen, hook: () => result.current };
}
/** A click, and what follows of it: the copying, the message and its answer. */
const click = (job: () => void) =>
  act(async () => {
    job();
    await new Promise((resolve) => setTimeout(resolve));
  });

test('a draft that was written in two places opens for choosing; nothing goes out', async () => {
  const { hook, onOpen } = start();
  const given = row({ captions: { x: { angle: 'quote', text: 'satu dari dua', lookFirst: true } } });
  await click(() => hook().share(given, 'x'));
  expect(sent).toEqual([]);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(given.id, 'x');
  expect(hook().toast).toBeNull();
});

test('one click opens it, at once and unasked', async () => {
  const { hook, onOpen } = start();
  const given = row();
  await click(() => hook().share(given, 'x'));
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    jubir: 'open-platform',
    payload: { from: 'popup', draft: { releaseId: given.id, platform: 'x', text: 'Pasar murah' } },
  });
  expect(hook()).toMatchObject({ asking: null, toast: null });
  expect(onOpen).not.toHaveBeenCalled();
});

test('a panel stays open, and says so to the background', async () => {
  const { hook } = start(null, 'panel');
  await click(() => hook().share(row(), 'x'));
  expect(sent[0]?.payload.from).toBe('page');
});

test('what was copied is told, until it is taken away', async () => {
  const { hook } = start();
  await click(() => hook().share(row(), 'facebook'));
  expect(writeText).toHaveBeenCalledExactlyOnceWith('Pasar murah, salinan');
  expect(hook().toast).toBe('Takarir sudah disalin: tempel dengan Ctrl+V');
  await click(() => hook().setToast(null));
  expect(hook().toast).toBeNull();
});

test('what did not open is told, and what was not copied too', async () => {
  const { hook } = start();
  reply = () => ({ ok: false, name: 'Error', error: 'no tab' });
  await click(() => hook().share(row(), 'x'));
  expect(hook().toast).toBe('X belum terbuka. Tidak ada yang hilang; silakan klik sekali lagi.');
  sent = [];
  writeText.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
  await click(() => hook().share(row(), 'facebook'));
  expect(hook().toast).toMatch(/^Takarir belum tersalin\./);
  expect(sent).toEqual([]);
});

describe('a release that the city changed or took back', () => {
  test.each(['changed', 'withdrawn'] as const)('%s: asked first, opened only then', async (blocked) => {
    const { hook, onOpen } = start();
    const given = row({ blocked });
    await click(() => hook().share(given, 'x'));
    expect(sent).toEqual([]);
    expect(hook().asking).toEqual({ row: given, platform: 'x' });
    await click(() => hook().openAnyway());
    expect(sent).toHaveLength(1);
    expect(sent[0]?.payload.draft).toMatchObject({ releaseId: given.id, platform: 'x' });
    expect(hook().asking).toBeNull();
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('a no opens nothing', async () => {
    const { hook, onOpen } = start();
    await click(() => hook().share(row({ blocked: 'changed' }), 'x'));
    await click(() => hook().cancel());
    expect(hook().asking).toBeNull();
    await click(() => hook().openAnyway());
    expect(sent).toEqual([]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('read first: in the composer, on the platform that was clicked', async () => {
    const { hook, onOpen } = start();
    const given = row({ blocked: 'withdrawn' });
    await click(() => hook().share(given, 'facebook'));
    await click(() => hook().readFirst());
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(given.id, 'facebook');
    expect(hook().asking).toBeNull();
    expect(sent).toEqual([]);
    expect(writeText).not.toHaveBeenCalled();
  });

  test('suspicious: it can be read, and nothing opens it from here', async () => {
    const { hook, onOpen } = start();
    const given = row({ blocked: 'suspicious' });
    await click(() => hook().share(given, 'x'));
    expect(hook().asking?.row).toBe(given);
    await click(() => hook().openAnyway());
    expect(sent).toEqual([]);
    expect(hook().asking).toBeNull();
    await click(() => hook().share(given, 'x'));
    await click(() => hook().readFirst());
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(given.id, 'x');
  });
});

describe('Mastodon', () => {
  test('without a server there is nowhere to open it: the composer asks for one, also of a changed release', async () => {
    const { hook, onOpen } = start();
    const given = row({ blocked: 'changed' });
    await click(() => hook().share(given, 'mastodon'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(given.id, 'mastodon');
    expect(hook().asking).toBeNull();
    expect(sent).toEqual([]);
  });

  test('with one it opens like any other', async () => {
    const { hook, onOpen } = start('mastodon.social');
    await click(() => hook().share(row(), 'mastodon'));
    expect(sent.map(({ payload }) => payload.draft.platform)).toEqual(['mastodon']);
    expect(onOpen).not.toHaveBeenCalled();
  });
});
