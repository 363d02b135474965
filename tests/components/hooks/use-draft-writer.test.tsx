import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stamp, useDraftWriter } from '../../../components/hooks/use-draft-writer.ts';
import type { DraftInput, Written } from '../../../utils/draft/writing.ts';
import { input } from '../../draft/samples.ts';

/** One write as the background sees it; the test answers it. */
interface Write {
  given: DraftInput;
  store: (count?: number) => Promise<void>;
  fail: () => Promise<void>;
}

let writes: Write[];
const write = (given: DraftInput) =>
  new Promise<Written>((resolve, reject) => {
    writes.push({
      given,
      store: (count = given.count) => act(async () => resolve({ count, revision: count, rival: false })),
      fail: () => act(async () => reject(new Error('no answer'))),
    });
  });

beforeEach(() => {
  writes = [];
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const { writer: _, count: __, ...a } = input({ text: 'a' });
const { writer: ___, count: ____, ...b } = input({ text: 'b', angle: 'quote' });

function start() {
  const { result, unmount } = renderHook(() => useDraftWriter(write));
  return {
    unmount,
    save: (draft: typeof a, text = draft.text) => act(() => void result.current.save({ ...draft, text })),
    state: (draft = a) => result.current.stateOf(draft.id),
  };
}
const later = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const sent = () => writes.map(({ given }) => given.text);

test('one message per input, at once, with rising counts of one writer', () => {
  const page = start();
  for (const text of ['T', 'Ta', 'Tam']) page.save(a, text);
  expect(sent()).toEqual(['T', 'Ta', 'Tam']);
  const [first, second, third] = writes.map(({ given }) => given);
  expect(new Set([first?.writer, second?.writer, third?.writer]).size).toBe(1);
  expect(second?.count).toBeGreaterThan(first?.count ?? 0);
  expect(third?.count).toBeGreaterThan(second?.count ?? 0);
});

test('"tersimpan" only once the newest input is acknowledged', async () => {
  const page = start();
  expect(page.state()).toBe('idle');
  page.save(a, 'T');
  page.save(a, 'Ta');
  expect(page.state()).toBe('saving');
  await writes[0]?.store();
  expect(page.state()).toBe('saving');
  await writes[1]?.store();
  expect(page.state()).toBe('saved');
  page.save(a, 'Tam');
  expect(page.state()).toBe('saving');
});

test('an acknowledgement of something older is none', async () => {
  const page = start();
  page.save(a);
  await writes[0]?.store((writes[0]?.given.count ?? 0) - 1);
  expect(page.state()).toBe('saving');
});

test('a failed write is said to have failed, and repeated as it was until it is stored', async () => {
  const page = start();
  page.save(a, 'penting');
  await writes[0]?.fail();
  expect(page.state()).toBe('failed');
  await later(1000);
  expect(writes[1]?.given).toEqual(writes[0]?.given);
  await writes[1]?.fail();
  expect(page.state()).toBe('failed');
  await later(1000);
  await writes[2]?.store();
  expect(page.state()).toBe('saved');
  await later(10_000);
  expect(writes).toHaveLength(3);
});

test('a newer input of the same draft takes the place of a failed one', async () => {
  const page = start();
  page.save(a, 'T');
  await writes[0]?.fail();
  page.save(a, 'Ta');
  await writes[1]?.store();
  await later(5000);
  expect(sent()).toEqual(['T', 'Ta']);
  expect(page.state()).toBe('saved');
});

test('a late failure of an older input changes nothing', async () => {
  const page = start();
  page.save(a, 'T');
  page.save(a, 'Ta');
  await writes[1]?.store();
  await writes[0]?.fail();
  await later(5000);
  expect(page.state()).toBe('saved');
  expect(writes).toHaveLength(2);
});

test('a failed draft is repeated although another one is being written', async () => {
  const page = start();
  page.save(a, 'ringkas saya');
  await writes[0]?.fail();
  page.save(b, 'kutipan saya');
  await writes[1]?.store();
  // What is on no screen any more is still not stored: that must be said.
  expect(page.state(b)).toBe('failed');
  await later(1000);
  expect(sent()).toEqual(['ringkas saya', 'kutipan saya', 'ringkas saya']);
  await writes[2]?.store();
  expect(page.state(a)).toBe('saved');
  expect(page.state(b)).toBe('saved');
});

test('one draft’s acknowledgement says nothing of another', async () => {
  const page = start();
  page.save(a);
  expect(page.state(b)).toBe('idle');
  await writes[0]?.store();
  expect(page.state(b)).toBe('idle');
  expect(page.state(a)).toBe('saved');
});

test('leaving the composer does not give up what is not stored', async () => {
  const page = start();
  page.save(a, 'penting');
  await writes[0]?.fail();
  page.unmount();
  await later(1000);
  expect(sent()).toEqual(['penting', 'penting']);
  await writes[1]?.store();
  await later(10_000);
  expect(writes).toHaveLength(2);
});

test('a stamp is newer than every input before it', () => {
  const page = start();
  page.save(a);
  const opened = stamp(a);
  page.save(a);
  expect(opened.count).toBeGreaterThan(writes[0]?.given.count ?? 0);
  expect(writes[1]?.given.count).toBeGreaterThan(opened.count);
  expect(opened.writer).toBe(writes[0]?.given.writer);
});
