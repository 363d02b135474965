// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { useDeskActions } from '../../../entrypoints/desk/use-desk-actions.ts';
import { id as texts } from '../../../utils/browser/texts/id.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import { draftEntry, type Entry, postEntry } from '../../../utils/draft/entries.ts';
import { draft, post } from '../../draft/samples.ts';

const words = later.id.entries;

let sent: { jubir: string; payload: unknown }[];
let reply: () => unknown;
beforeEach(() => {
  sent = [];
  reply = () => ({ ok: true, value: null });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message as (typeof sent)[number]);
    return reply();
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const fails = () => ({ ok: false, name: 'QuotaExceededError', error: 'full' });
const entries = [
  draftEntry(draft({ id: 'd1' })),
  postEntry(post({ id: 'p1' })),
  postEntry(post({ id: 'p2' })),
];
const all = entries.filter((entry): entry is Entry => entry !== null);
const ids = { draftIds: ['d1'], postIds: ['p1', 'p2'] };

function start() {
  const { result } = renderHook(() => useDeskActions(texts));
  const done = (job: (actions: typeof result.current) => void) =>
    act(async () => {
      job(result.current);
      await vi.waitFor(() => expect(browser.runtime.sendMessage).toHaveBeenCalled());
      await new Promise((resolve) => setTimeout(resolve));
    });
  return { done, toast: () => result.current.toast };
}

describe('several at once, and back', () => {
  type Actions = ReturnType<typeof useDeskActions>;
  const cases: [keyof Actions, (actions: Actions) => void, string, object, object][] = [
    ['removeAll', (act) => act.removeAll(all), words.deleted('3'), { deleted: true }, { deleted: false }],
    ['restore', (act) => act.restore(all), words.restored('3'), { deleted: false }, { deleted: true }],
    ['putAway', (act) => act.putAway(all), words.awayDone('3'), { archived: true }, { archived: false }],
    [
      'bringBack',
      (act) => act.bringBack(all),
      words.broughtBack('3'),
      { archived: false },
      { archived: true },
    ],
  ];

  test.each(cases)('%s: one message, told, undone by another', async (_, job, told, mark, back) => {
    const { done, toast } = start();
    await done(job);
    expect(sent).toEqual([{ jubir: 'mark-entries', payload: { ...ids, mark } }]);
    expect(toast()).toMatchObject({ text: told, action: { label: texts.app.undo } });
    await done(() => toast()?.action?.run());
    expect(sent.at(-1)).toEqual({ jubir: 'mark-entries', payload: { ...ids, mark: back } });
    expect(toast()).toEqual({ text: words.undone });
  });

  test('confirming goes to the posts alone', async () => {
    const { done, toast } = start();
    await done((actions) => actions.confirm(all));
    await done(() => toast()?.action?.run());
    expect(sent).toEqual([
      { jubir: 'answer-posts', payload: { postIds: ['p1', 'p2'], state: 'posted' } },
      { jubir: 'answer-posts', payload: { postIds: ['p1', 'p2'], state: 'opened' } },
    ]);
  });

  test('an answer to one post can be taken back too', async () => {
    const { done, toast } = start();
    await done((actions) => actions.answer(post({ id: 'p1' }), 'posted', null));
    expect(toast()).toMatchObject({ text: texts.question.thanks });
    await done((actions) => actions.undo());
    expect(sent.at(-1)).toEqual({ jubir: 'answer-posts', payload: { postIds: ['p1'], state: 'opened' } });
  });
});

describe('what fails', () => {
  test('is said, and leaves nothing to undo', async () => {
    const { done, toast } = start();
    reply = fails;
    await done((actions) => actions.removeAll(all));
    expect(toast()).toEqual({ text: words.failed });
    await act(async () => {});
    const before = sent.length;
    await done((actions) => actions.undo());
    expect(sent).toHaveLength(before);
    expect(toast()).toEqual({ text: words.nothingToUndo });
  });

  test('an undo that fails is said, and can be tried again', async () => {
    const { done, toast } = start();
    await done((actions) => actions.putAway(all));
    reply = fails;
    await done((actions) => actions.undo());
    expect(toast()).toMatchObject({ text: words.failed, action: { label: texts.app.undo } });
    reply = () => ({ ok: true, value: null });
    await done(() => toast()?.action?.run());
    expect(toast()).toEqual({ text: words.undone });
    expect(sent.map(({ payload }) => (payload as { mark: object }).mark)).toEqual([
      { archived: true },
      { archived: false },
      { archived: false },
    ]);
  });
});

test('one after the other is undone in the opposite order', async () => {
  const { done } = start();
  await done((actions) => actions.remove(all[0] as Entry));
  await done((actions) => actions.putAway(all.slice(1)));
  await done((actions) => actions.undo());
  await done((actions) => actions.undo());
  expect(sent.slice(2).map(({ payload }) => payload)).toEqual([
    { draftIds: [], postIds: ['p1', 'p2'], mark: { archived: false } },
    { draftIds: ['d1'], postIds: [], mark: { deleted: false } },
  ]);
});
