import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { EntryList } from '../../../components/draft/EntryList.tsx';
import { entriesOf } from '../../../utils/draft/entries.ts';
import { draft, post } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const at = (days: number, hour = 9) => new Date(2026, 10, 23 + days, hour, 5).getTime();
const entries = entriesOf(
  [
    draft({ id: 'd1', text: 'Naskah taman', updatedAt: at(0) }),
    draft({ id: 'd2', text: ' \n', updatedAt: at(-1), platform: 'line' }),
  ],
  [
    post({ id: 'p1', text: 'Jembatan', openedAt: at(0, 8), platform: 'threads' }),
    post({ id: 'p2', text: 'Pasar', openedAt: at(-1, 7), state: 'posted' }),
    post({ id: 'p3', text: 'Banjir', openedAt: at(-2), state: 'not-posted' }),
  ],
);

function start(chosenId?: string) {
  const onChoose = vi.fn();
  show(<EntryList entries={entries} chosenId={chosenId} now={at(0, 10)} onChoose={onChoose} />);
  return onChoose;
}

test('under the day they belong to, newest first', async () => {
  start();
  const days = screen.getAllByRole('heading', { level: 2 });
  expect(days.map((day) => day.textContent)).toEqual(['Hari ini', 'Kemarin', 'Sabtu, 21 November']);
  const counts = days.map((day) => within(day.parentElement as HTMLElement).getAllByRole('listitem').length);
  expect(counts).toEqual([2, 2, 1]);
  expect(await axeFindings()).toEqual([]);
});

test('each with its words, platform, time and state in words', () => {
  start();
  expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([
    'Naskah tamanX09.05draf',
    'JembatanThreads08.05terbuka, belum dikonfirmasi',
    'Teks masih kosong.LINE09.05draf',
    'PasarX07.05terbit',
    'BanjirX09.05belum terbit',
  ]);
});

test('what the city did with its release is told beside the state', async () => {
  const marked = entries.map((each) => (each.id === 'p2' ? { ...each, city: 'withdrawn' as const } : each));
  show(<EntryList entries={marked} chosenId={undefined} now={at(0, 10)} onChoose={() => {}} />);
  expect(screen.getByRole('button', { name: /Pasar/ }).textContent).toBe('PasarX07.05ditarik kotaterbit');
  expect(screen.getAllByText('ditarik kota')).toHaveLength(1);
  expect(await axeFindings()).toEqual([]);
});

test('the chosen one is told, another can be chosen', () => {
  const onChoose = start('p1');
  const current = screen
    .getAllByRole('button')
    .filter((each) => each.getAttribute('aria-current') === 'true');
  expect(current.map((each) => each.textContent)).toEqual([
    'JembatanThreads08.05terbuka, belum dikonfirmasi',
  ]);
  fireEvent.click(screen.getByRole('button', { name: /Pasar/ }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(entries.find(({ id }) => id === 'p2'));
});

test('none: nothing', () => {
  const { container } = show(<EntryList entries={[]} chosenId={undefined} now={at(0)} onChoose={() => {}} />);
  expect(container.textContent).toBe('');
});
