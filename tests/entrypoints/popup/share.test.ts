import { beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { openDraft, shareRow } from '../../../entrypoints/popup/share.ts';
import { shareDraft } from '../../../entrypoints/popup/share-draft.ts';
import type { ReleaseRow } from '../../../utils/browser/snapshot.ts';

const row: ReleaseRow = {
  id: 'r1',
  title: 'Pasar murah',
  url: 'https://kotabogor.go.id/berita-detail/1',
  sourceId: 'kota-bogor',
  sourceName: 'Kota Bogor',
  published: null,
  unread: true,
  captions: { x: { angle: 'summary', text: 'Pasar murah https://kotabogor.go.id/berita-detail/1' } },
  shared: {},
};

let answers: (() => unknown)[];
let sent: { jubir: string }[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(5000);
  answers = [];
  sent = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message as { jubir: string });
    return (answers.shift() ?? (() => ({ ok: true, value: null })))();
  });
});

test('a double click opens once, also when the first was quick', async () => {
  await Promise.all([shareRow(row, 'x', 'page'), shareRow(row, 'x', 'page')]);
  await shareRow(row, 'x', 'page');
  expect(sent.filter(({ jubir }) => jubir === 'open-platform')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1500);
  await shareRow(row, 'x', 'page');
  expect(sent.filter(({ jubir }) => jubir === 'open-platform')).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1500);
});

test('after a failure the next click tries again at once', async () => {
  answers = [() => ({ ok: false, name: 'Error', error: 'no tab' })];
  await expect(shareRow({ ...row, id: 'r2' }, 'x', 'page')).rejects.toThrow('no tab');
  await shareRow({ ...row, id: 'r2' }, 'x', 'page');
  expect(sent.filter(({ jubir }) => jubir === 'open-platform')).toHaveLength(2);
});

test('two releases, or two platforms, are two wishes', async () => {
  const both = {
    ...row,
    id: 'r3',
    captions: { ...row.captions, whatsapp: { angle: 'summary' as const, text: 'a' } },
  };
  await Promise.all([shareRow(both, 'x', 'page'), shareRow(both, 'whatsapp', 'page')]);
  await shareRow({ ...row, id: 'r4' }, 'x', 'page');
  expect(sent).toHaveLength(3);
});

test('nothing is opened when the text was not copied', async () => {
  vi.stubGlobal('navigator', {
    clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
  });
  const draft = {
    id: 'r5:facebook:summary',
    releaseId: 'r5',
    releaseTitle: row.title,
    releaseUrl: row.url,
    platform: 'facebook' as const,
    angle: 'summary' as const,
    text: 'teks',
    writer: 'w',
    count: 1,
    base: 0,
    sourceId: 's1',
  };
  await expect(openDraft(draft, 'popup')).rejects.toThrow(DOMException);
  expect(sent).toHaveLength(0);
  vi.unstubAllGlobals();
});

test('what went to the system’s sheet is recorded after it went, once; a closed sheet is no record', async () => {
  const { text = '' } = row.captions.x ?? {};
  const draft = {
    ...{ id: 'r6:x:summary', releaseId: 'r6', releaseTitle: row.title, releaseUrl: row.url, sourceId: 's1' },
    ...{ platform: 'x' as const, angle: 'summary' as const, text, writer: 'w', count: 1, base: 0 },
  };
  const share = vi.fn(async (_: ShareData) => {});
  vi.stubGlobal('navigator', { share });
  share.mockRejectedValueOnce(new DOMException('', 'AbortError'));
  await shareDraft(draft);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1500);
  await Promise.all([shareDraft(draft), shareDraft(draft)]);
  expect(share).toHaveBeenCalledTimes(2);
  expect(share).toHaveBeenLastCalledWith({ text: 'Pasar murah', url: row.url });
  expect(sent).toMatchObject([{ jubir: 'record-share', payload: { draft } }]);
  vi.unstubAllGlobals();
});
