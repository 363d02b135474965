import { act, fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { EntryList } from '../../../components/draft/EntryList.tsx';
import type { Draft, Post } from '../../../utils/draft/draft.ts';
import {
  type CityMarks,
  draftEntry,
  type Entry,
  keptDeleted,
  newestFirst,
  postEntry,
} from '../../../utils/draft/entries.ts';
import { draft, post } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { press, show } from '../show.tsx';

const at = (days: number, hour = 9) => new Date(2026, 10, 23 + days, hour, 5).getTime();
const now = at(0, 10);
const listOf = (drafts: Draft[], posts: Post[] = []): Entry[] =>
  [...drafts.flatMap((each) => draftEntry(each) ?? []), ...posts.map(postEntry)].sort(newestFirst);
const entries = listOf(
  [
    draft({ id: 'd1', revision: 9, text: 'Naskah taman', updatedAt: at(0) }),
    draft({ id: 'd2', revision: 7, text: ' \n', updatedAt: at(-1), platform: 'line' }),
  ],
  [
    post({ id: 'p1', order: 8, text: 'Jembatan', openedAt: at(0, 8), platform: 'threads' }),
    post({ id: 'p2', order: 6, text: 'Pasar', openedAt: at(-1, 7), state: 'posted', releaseId: 'r2' }),
    post({ id: 'p3', order: 5, text: 'Banjir', openedAt: at(-2), state: 'not-posted' }),
  ],
);

type Props = Parameters<typeof EntryList>[0];
type Change = Partial<Omit<Props, 'onClick' | 'onKey' | 'onView'>>;

function list(change: Change = {}) {
  const told = { onClick: vi.fn(), onKey: vi.fn(), onView: vi.fn() };
  const props = { entries, chosenId: undefined, active: 0, selected: new Set<string>(), now, focus: 0 };
  const cities = new Map<string, CityMarks>();
  return { told, ui: <EntryList {...props} cities={cities} of="everything" {...told} {...change} /> };
}

function start(change: Change = {}) {
  const { told, ui } = list(change);
  return { ...told, ...show(ui) };
}

const options = () => screen.getAllByRole('option');

test('under the day they belong to, newest first', async () => {
  start();
  const days = screen.getAllByRole('group');
  expect(days.map((day) => day.getAttribute('aria-label'))).toEqual([
    'Hari ini',
    'Kemarin',
    'Sabtu, 21 November',
  ]);
  expect(days.map((day) => within(day).getAllByRole('option').length)).toEqual([2, 2, 1]);
  expect(days.map((day) => day.querySelector('.day-heading')?.textContent)).toEqual(
    days.map((day) => day.getAttribute('aria-label')),
  );
  expect(await axeFindings()).toEqual([]);
});

test('a day that comes twice, because a clock was wrong, has two headings', () => {
  const wrong = listOf(
    [at(0), at(2), at(0, 8)].map((updatedAt, n) => draft({ id: `${n}`, revision: 9 - n, updatedAt })),
  );
  start({ entries: wrong });
  expect(screen.getAllByRole('group').map((day) => within(day).getAllByRole('option').length)).toEqual([
    1, 1, 1,
  ]);
});

test('each with its words, platform, time and state in words', () => {
  start();
  expect(options().map((each) => each.textContent)).toEqual([
    'Naskah tamanX09.05draf',
    'JembatanThreads08.05terbuka, belum dikonfirmasi',
    'Teks masih kosong.LINE09.05draf',
    'PasarX07.05terbit',
    'BanjirX09.05belum terbit',
  ]);
});

test('what asks to be looked at says so: two texts, a note, a reminder, an uncertain post', async () => {
  const rival = { n: 3, by: 'o', text: 'Lain', writer: 'w', at: 1 };
  const marked = listOf(
    [
      draft({ id: 'two', revision: 9, rivals: [rival], note: 'tanya Humas', updatedAt: at(0) }),
      draft({ id: 'remind', revision: 8, remindAt: at(0, 15), updatedAt: at(0) }),
    ],
    [post({ id: 'lost', order: 7, state: 'unknown', openedAt: at(0) })],
  );
  start({ entries: marked });
  const [two, remind, lost] = options().map((each) => each.textContent);
  expect(two).toMatch(/dengan catatanpilih satu dari dua teks$/);
  expect(remind).toMatch(/pengingat: hari ini pukul 15\.05draf$/);
  expect(lost).toMatch(/belum pasti terbit$/);
  expect(document.querySelectorAll('.entry-state-asks')).toHaveLength(2);
  expect(await axeFindings()).toEqual([]);
});

test('a deleted one says how long it can be restored', () => {
  const day = 24 * 60 * 60 * 1000;
  const deletedAt = [now - 2 * day, now - keptDeleted, now - keptDeleted - day];
  start({
    entries: listOf(
      deletedAt.map((when, n) => draft({ id: `${n}`, revision: 9 - n, deletedAt: when, updatedAt: at(0) })),
    ),
  });
  expect(options().map((each) => each.querySelector('.entry-state')?.textContent)).toEqual([
    'hilang selamanya 28 hari lagi',
    'segera hilang selamanya',
    'segera hilang selamanya',
  ]);
});

test('what the city did with its release is told beside the state', async () => {
  start({ cities: new Map([['r2', { withdrawnAt: 5 }]]) });
  expect(screen.getByRole('option', { name: /Pasar/ }).textContent).toBe('PasarX07.05ditarik kotaterbit');
  expect(screen.getAllByText('ditarik kota')).toHaveLength(1);
  expect(await axeFindings()).toEqual([]);
});

test('which one is open, which are selected, and where each stands among all', async () => {
  start({ chosenId: 'p1', selected: new Set(['d1', 'p3']) });
  const told = options().map((each) => [
    each.getAttribute('aria-current'),
    each.getAttribute('aria-selected'),
    `${each.getAttribute('aria-posinset')}/${each.getAttribute('aria-setsize')}`,
  ]);
  expect(told).toEqual([
    [null, 'true', '1/5'],
    ['true', 'false', '2/5'],
    [null, 'false', '3/5'],
    [null, 'false', '4/5'],
    [null, 'true', '5/5'],
  ]);
  expect(screen.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
  expect(await axeFindings()).toEqual([]);
});

test('a click opens; on the box, or with Ctrl, it selects; with Shift it selects up to there', () => {
  const { onClick } = start();
  const row = screen.getByRole('option', { name: /Pasar/ });
  fireEvent.click(row);
  fireEvent.click(row.querySelector('.entry-check') as Element);
  fireEvent.click(row, { ctrlKey: true });
  fireEvent.click(row, { metaKey: true });
  fireEvent.click(row, { shiftKey: true });
  fireEvent.click(row.querySelector('.entry-check') as Element, { shiftKey: true });
  expect(onClick.mock.calls).toEqual([
    [3, 'open'],
    [3, 'select'],
    [3, 'select'],
    [3, 'select'],
    [3, 'extend'],
    [3, 'extend'],
  ]);
  fireEvent.click(screen.getByRole('listbox'));
  expect(onClick).toHaveBeenCalledTimes(6);
});

test('one row alone can be reached by Tab: the active one; keys are told, what means nothing is left alone', () => {
  const { onKey } = start({ active: 2 });
  expect(options().map((each) => each.tabIndex)).toEqual([-1, -1, 0, -1, -1]);
  options()[2]?.focus();
  expect(press('ArrowDown')).toBe(false);
  expect(press('q')).toBe(true);
  expect(press('Tab')).toBe(true);
  expect(onKey.mock.calls.map(([command]) => command)).toEqual(['down']);
});

test('the active row gets the focus when asked for, and when the one that had it is gone', async () => {
  const { again } = start();
  expect(document.activeElement).toBe(document.body);
  again(list({ active: 0, focus: 1 }).ui);
  act(() => options()[1]?.focus());
  await Promise.resolve();
  expect(document.activeElement).toBe(options()[1]);
  again(list({ entries: entries.filter(({ id }) => id !== 'p1'), active: 1, focus: 1 }).ui);
  expect(document.activeElement?.textContent).toContain('LINE');
  again(list({ entries: [], active: -1, focus: 1 }).ui);
  expect(document.activeElement).toBe(document.querySelector('.entries'));
});

test('a focus that has gone elsewhere is not taken back', async () => {
  const { again } = start();
  again(list({ active: 1, focus: 1 }).ui);
  act(() => options()[1]?.blur());
  await Promise.resolve();
  again(list({ entries: entries.slice(2), active: 0, focus: 1 }).ui);
  expect(document.activeElement).toBe(document.body);
});

test('of ten thousand only those in view are drawn, and the active one wherever it is', async () => {
  const many = listOf(
    Array.from({ length: 10_000 }, (_, n) =>
      draft({ id: `${n}`, releaseId: `r${n}`, revision: 10_000 - n, updatedAt: at(-Math.floor(n / 40)) }),
    ),
  );
  const { onView } = start({ entries: many, active: 9000 });
  expect(options().length).toBeLessThan(40);
  expect(options().at(-1)?.getAttribute('aria-posinset')).toBe('9001');
  expect(options().at(-1)?.tabIndex).toBe(0);
  const [inView] = onView.mock.lastCall as [string[]];
  expect(inView.slice(0, 2)).toEqual(['r0', 'r1']);
  expect(inView).toHaveLength(options().length);
  const tops = options().map((each) => Number.parseInt(each.style.top, 10));
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(tops.length);

  const box = document.querySelector('.entries') as HTMLElement;
  Object.defineProperty(box, 'clientHeight', { value: 800 });
  box.scrollTop = Number.parseInt(options().at(-1)?.style.top ?? '', 10);
  act(() => void box.dispatchEvent(new Event('scroll')));
  const places = options().map((each) => Number(each.getAttribute('aria-posinset')));
  expect(Math.min(...places)).toBeGreaterThan(8980);
  expect(places).toContain(9001);
  expect(new Set(places).size).toBe(places.length);
  expect(await axeFindings()).toEqual([]);
});

test('none: what is said instead', () => {
  const { container } = start({ entries: [], active: -1, children: <p>Kosong</p> });
  expect(container.textContent).toBe('Kosong');
  expect(screen.queryByRole('listbox')).toBeNull();
});
