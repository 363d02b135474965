import { act, fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { NoteField } from '../../../components/draft/NoteField.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

interface Write {
  note: string;
  store: () => Promise<void>;
  fail: () => Promise<void>;
}

let writes: Write[] = [];
const later = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const box = () => screen.getByRole('textbox') as HTMLTextAreaElement;
const state = () => document.querySelector('.save-mark')?.getAttribute('data-state') ?? null;
const type = (note: string) => fireEvent.input(box(), { target: { value: note } });

beforeEach(() => {
  vi.useFakeTimers();
  writes = [];
  return () => vi.useRealTimers();
});

/** The field over writes that are stored or fail when the test says so. */
function start(note = '', begin = false) {
  const onWrite = (words: string) =>
    new Promise<null>((resolve, reject) => {
      const settle = (done: () => void) =>
        act(async () => {
          done();
          await vi.advanceTimersByTimeAsync(0);
        });
      writes.push({
        note: words,
        store: () => settle(() => resolve(null)),
        fail: () => settle(() => reject(new Error('no answer'))),
      });
    });
  const shown = show(<NoteField note={note} begin={begin} onWrite={onWrite} />);
  return {
    ...shown,
    /** The database says something else. */
    stored: (words: string) => shown.again(<NoteField note={words} begin={begin} onWrite={onWrite} />),
  };
}

test('every input is sent at once; stored is said only of the last', async () => {
  start();
  expect(state()).toBeNull();
  for (const note of ['t', 'ta', 'tan']) type(note);
  expect(writes.map(({ note }) => note)).toEqual(['t', 'ta', 'tan']);
  await writes[0]?.store();
  await writes[1]?.store();
  expect(state()).toBe('saving');
  await writes[2]?.store();
  expect(state()).toBe('saved');
});

test('a failed one is told and tried again until it is stored', async () => {
  start();
  type('tanya foto');
  await writes[0]?.fail();
  expect(state()).toBe('failed');
  expect(screen.getByRole('alert').textContent).toContain('jangan tutup dahulu');
  expect(box().value).toBe('tanya foto');
  vi.useRealTimers();
  expect(await axeFindings()).toEqual([]);
  vi.useFakeTimers();
  type('tanya foto!');
  await writes[1]?.fail();
  await later(1000);
  expect(writes.map(({ note }) => note)).toEqual(['tanya foto', 'tanya foto!', 'tanya foto!']);
  await writes[2]?.store();
  expect(state()).toBe('saved');
  await later(10_000);
  expect(writes).toHaveLength(3);
});

test('an older one that fails late repeats nothing', async () => {
  start();
  type('a');
  type('ab');
  await writes[1]?.store();
  await writes[0]?.fail();
  await later(5000);
  expect(writes).toHaveLength(2);
  expect(state()).toBe('saved');
});

test('leaving the view does not give up what is not stored', async () => {
  const { unmount } = start();
  type('penting');
  await writes[0]?.fail();
  unmount();
  await later(1000);
  expect(writes.map(({ note }) => note)).toEqual(['penting', 'penting']);
});

test('what another window writes shows, but never under the hand', async () => {
  const { stored } = start('lama');
  stored('dari jendela lain');
  expect(box().value).toBe('dari jendela lain');
  type('saya');
  stored('dari jendela lain lagi');
  expect(box().value).toBe('saya');
  await writes[0]?.store();
  stored('saya');
  stored('sesudahnya');
  expect(box().value).toBe('sesudahnya');
});

test('asked for, the keyboard is there; it has a name', async () => {
  start('', true);
  expect(document.activeElement).toBe(screen.getByLabelText('Catatan untuk diri sendiri'));
  vi.useRealTimers();
  expect(await axeFindings()).toEqual([]);
});
