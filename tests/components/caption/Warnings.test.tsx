import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Warnings } from '../../../components/caption/Warnings.tsx';
import type { Finding } from '../../../utils/check/check.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const text = 'Ada 41.780 pohon di Bogor Timur.';
const tooLong: Finding = {
  severity: 'stop',
  reason: { key: 'tooLong', args: [12, 'X'] },
  marks: [],
  mends: [],
};
const number: Finding = {
  severity: 'warn',
  reason: { key: 'unknownNumber', args: [] },
  marks: [{ start: 4, end: 10 }],
  mends: [],
};
const name: Finding = {
  severity: 'warn',
  reason: { key: 'unknownName', args: [] },
  marks: [{ start: 20, end: 31 }],
  mends: [{ key: 'useInstead', word: 'Bogor Barat', text: 'Ada 41.780 pohon di Bogor Barat.' }],
};
const link: Finding = {
  severity: 'warn',
  reason: { key: 'noLink', args: [] },
  marks: [],
  mends: [{ key: 'addLink', text: 'teks https://a.example' }],
};

function start(findings: Finding[], language: 'id' | 'en' = 'id') {
  const onMend = vi.fn();
  const onSelect = vi.fn();
  const warnings = (all: Finding[]) => (
    <Warnings findings={all} text={text} onMend={onMend} onSelect={onSelect} />
  );
  const { again } = show(warnings(findings), language);
  return { onMend, onSelect, next: (all: Finding[]) => again(warnings(all)) };
}
const items = () => screen.queryAllByRole('listitem').map((item) => item.textContent ?? '');

describe('the list', () => {
  test('each reason in words, what must not go out marked so', async () => {
    start([tooLong, number, link]);
    expect(screen.getByRole('list', { name: 'Periksa sebelum terbit' })).toBeTruthy();
    const [first, second, third] = items();
    expect(first).toContain('Jangan terbitkan dahulu');
    expect(first).toContain('Kelebihan 12 dari batas X.');
    expect(second).toContain('Angka ini tidak ada di rilis.');
    expect(second).not.toContain('Jangan terbitkan dulu');
    expect(third).toContain('Tautan ke rilis tidak ada di teks.');
    expect(await axeFindings()).toEqual([]);
  });

  test('in English too', () => {
    start([tooLong, number], 'en');
    expect(items().join()).toContain('12 over the limit of X.');
    expect(items().join()).toContain('This number is not in the release.');
  });

  test('nothing found: nothing is said, but the place to hear it is there', () => {
    start([]);
    expect(items()).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('the places', () => {
  test('a tap on the words selects them in the box', () => {
    const { onSelect } = start([number, name]);
    fireEvent.click(screen.getByRole('button', { name: 'Pilih “Bogor Timur” di teks' }));
    expect(onSelect).toHaveBeenCalledExactlyOnceWith({ start: 20, end: 31 });
    expect(screen.getByRole('button', { name: 'Pilih “41.780” di teks' }).textContent).toBe('41.780');
  });

  test('what nobody sees is not shown, and of many places the first ones are', () => {
    const hidden: Finding = { ...number, reason: { key: 'hiddenCharacters', args: [] } };
    const many: Finding = {
      ...number,
      marks: Array.from({ length: 20 }, (_, at) => ({ start: at, end: at + 1 })),
    };
    start([hidden, many]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(within(first as HTMLElement).queryAllByRole('button')).toEqual([]);
    expect(within(second as HTMLElement).getAllByRole('button')).toHaveLength(6);
  });

  test('markup in the text is text', () => {
    show(
      <Warnings
        findings={[{ ...number, marks: [{ start: 0, end: 12 }] }]}
        text="<b>tebal</b>"
        onMend={() => {}}
        onSelect={() => {}}
      />,
    );
    expect(screen.getByRole('button').textContent).toBe('<b>tebal</b>');
  });
});

test('one tap mends; the button says what comes in', () => {
  const { onMend } = start([name, link]);
  fireEvent.click(screen.getByRole('button', { name: 'Ganti dengan “Bogor Barat”' }));
  expect(onMend).toHaveBeenLastCalledWith(name, 0);
  fireEvent.click(screen.getByRole('button', { name: 'Tambahkan' }));
  expect(onMend).toHaveBeenLastCalledWith(link, 0);
});

test('while letters come the button stays the one that a finger is on', () => {
  const { next } = start([link]);
  const button = screen.getByRole('button', { name: 'Tambahkan' });
  next([{ ...link, mends: [{ key: 'addLink', text: 'teks lain https://a.example' }] }]);
  expect(screen.getByRole('button', { name: 'Tambahkan' })).toBe(button);
});

test('only what is new is read out', async () => {
  const { next } = start([link]);
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  next([number, link]);
  await vi.waitFor(() => expect(status.textContent).toBe('Angka ini tidak ada di rilis. Cocokkan kembali:'));
  next([link]);
  await vi.waitFor(() => expect(status.textContent).toBe(''));
});
