import { act, fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { ReminderLine } from '../../../components/draft/ReminderLine.tsx';
import { ReminderPanel } from '../../../components/draft/ReminderPanel.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const minute = 60_000;
/** Tuesday morning by the clock of the machine that runs this. */
const now = new Date(2026, 10, 24, 9).getTime();
const on = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

beforeEach(() => {
  vi.useFakeTimers({ now });
  return () => vi.useRealTimers();
});

function start(remindAt = 0) {
  const onSet = vi.fn();
  show(<ReminderPanel remindAt={remindAt} now={now} onSet={onSet} />);
  const field = screen.getByLabelText('Tanggal dan waktu lain') as HTMLInputElement;
  return {
    onSet,
    field,
    setTo: (value: string) => {
      fireEvent.input(field, { target: { value } });
      fireEvent.submit(field.form as HTMLFormElement);
    },
  };
}

test('three times in one tap, each said with its hour', async () => {
  const { onSet } = start();
  for (const name of ['Nanti sore 16.00', 'Besok pagi 08.00', 'Senin 08.00'])
    fireEvent.click(screen.getByRole('button', { name }));
  expect(onSet.mock.calls).toEqual([[on(24, 16)], [on(25, 8)], [on(30, 8)]]);
  vi.useRealTimers();
  expect(await axeFindings()).toEqual([]);
});

test('any other time, from an hour ahead or from what is set', () => {
  const { field, onSet, setTo } = start();
  expect([field.value, field.min]).toEqual(['2026-11-24T10:00', '2026-11-24T09:00']);
  setTo('2026-11-24T22:00');
  expect(onSet).toHaveBeenCalledExactlyOnceWith(on(24, 22));
});

test('what is set stands in the field; what has passed does not', () => {
  expect(start(on(26, 7)).field.value).toBe('2026-11-26T07:00');
});

test('a time that has passed is refused kindly, and so is half a one', async () => {
  const { onSet, setTo, field } = start(on(24, 8));
  setTo('2026-11-24T08:59');
  expect(screen.getByRole('alert').textContent).toBe('Waktu itu sudah lewat. Pilih waktu yang akan datang.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  setTo('');
  expect(screen.getByRole('alert').textContent).toBe('Tanggal atau waktunya belum lengkap.');
  vi.useRealTimers();
  expect(await axeFindings()).toEqual([]);
  vi.useFakeTimers({ now: on(24, 11) });
  // The panel stood open meanwhile.
  setTo('2026-11-24T10:00');
  expect(onSet).not.toHaveBeenCalled();
  fireEvent.input(field, { target: { value: '2026-11-25T10:00' } });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the reminder that is set, and that it has passed, as it passes', async () => {
  const onDrop = vi.fn();
  const { container } = show(<ReminderLine remindAt={now + minute} onDrop={onDrop} />);
  expect(container.textContent).toBe('Pengingat: hari ini pukul 09.01');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(minute);
  });
  expect(container.textContent).toBe('Pengingat sudah lewat: hari ini pukul 09.01');
  fireEvent.click(screen.getByRole('button', { name: 'Hapus pengingat' }));
  expect(onDrop).toHaveBeenCalledOnce();
  vi.useRealTimers();
  expect(await axeFindings()).toEqual([]);
});

test.each([
  [on(25, 8), 'Pengingat: besok pukul 08.00'],
  [on(26, 8), 'Pengingat: Kamis, 26 November 2026 pukul 08.00'],
  [on(23, 8), 'Pengingat sudah lewat: kemarin pukul 08.00'],
])('%i', (remindAt, words) => {
  expect(show(<ReminderLine remindAt={remindAt} onDrop={() => {}} />).container.textContent).toBe(words);
});
