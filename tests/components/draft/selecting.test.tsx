import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { KeysSheet } from '../../../components/draft/KeysSheet.tsx';
import { commandOf, isTyping } from '../../../components/draft/list-keys.ts';
import { SelectionBar } from '../../../components/draft/SelectionBar.tsx';
import { all, extended, nothing, type Selection, toggled } from '../../../components/draft/selection.ts';
import type { Shelf } from '../../../utils/draft/entries.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const list = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: Selection) => [...selection.ids].sort().join('');

describe('selecting', () => {
  test('one by one, and back', () => {
    const one = toggled(nothing, 'b');
    expect(ids(one)).toBe('b');
    expect(ids(toggled(one, 'd'))).toBe('bd');
    expect(ids(toggled(one, 'b'))).toBe('');
    expect(ids(nothing)).toBe('');
  });

  test('a range from the last one, upwards or downwards; a new end takes the place of the old one', () => {
    const one = toggled(nothing, 'b');
    const down = extended(one, list, 'x', 'd');
    expect(ids(down)).toBe('bcd');
    expect(ids(extended(down, list, 'd', 'c'))).toBe('bc');
    expect(ids(extended(down, list, 'd', 'a'))).toBe('ab');
  });

  test('a range keeps what was selected before it, and begins where the keyboard is if nothing was', () => {
    const two = toggled(toggled(nothing, 'a'), 'c');
    expect(ids(extended(two, list, 'c', 'e'))).toBe('acde');
    expect(ids(extended(nothing, list, 'c', 'd'))).toBe('cd');
  });

  test('a range whose beginning is not shown any more begins where the keyboard is', () => {
    const one = toggled(nothing, 'gone');
    expect(ids(extended(one, list, 'd', 'e'))).toBe('degone');
  });

  test('all that is shown', () => {
    expect(ids(all(list))).toBe('abcde');
  });
});

describe('keys', () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
    commandOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more });

  test.each([
    ['ArrowUp', 'up'],
    ['k', 'up'],
    ['K', 'up'],
    ['ArrowDown', 'down'],
    ['j', 'down'],
    ['PageDown', 'page-down'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Enter', 'open'],
    [' ', 'select'],
    ['x', 'select'],
    ['/', 'search'],
    ['e', 'away'],
    ['Delete', 'delete'],
    ['#', 'delete'],
    ['u', 'undo'],
    ['?', 'help'],
    ['Escape', 'clear'],
    ['q', null],
    ['Tab', null],
    ['constructor', null],
  ])('%s: %s', (name, command) => {
    expect(key(name)).toBe(command);
  });

  test('with Ctrl or Cmd two alone; the browser’s own are left to it', () => {
    expect(key('z', { ctrlKey: true })).toBe('undo');
    expect(key('a', { metaKey: true })).toBe('select-all');
    for (const name of ['e', 'k', 'j', 'u', 'f', 'ArrowDown'])
      expect(key(name, { ctrlKey: true })).toBeNull();
    expect(key('e', { altKey: true })).toBeNull();
  });

  test('where something is typed or chosen they are letters', () => {
    const { container } = show(
      <div>
        <input aria-label="a" />
        <textarea aria-label="b" />
        <select aria-label="c" />
        <button type="button" />
      </div>,
    );
    const typing = [...(container.firstElementChild?.children ?? [])].map(isTyping);
    expect(typing).toEqual([true, true, true, false]);
    expect(isTyping(null)).toBe(false);
  });
});

describe('the bar', () => {
  function start(change: { shelf?: Shelf; opened?: number; shown?: number } = {}) {
    const told = { onDo: vi.fn(), onAll: vi.fn(), onClear: vi.fn() };
    show(<SelectionBar shelf="all" count={3} opened={3} shown={1200} {...told} {...change} />);
    return told;
  }
  const words = () => screen.getAllByRole('button').map((each) => each.textContent);

  test('says how many, and offers all that is shown', async () => {
    const { onAll, onClear } = start();
    expect(screen.getByText('3 dipilih')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Pilih semua (1.200)' }));
    expect(onAll).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Batalkan pilihan' }));
    expect(onClear).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });

  test('all are selected: no more to select', () => {
    start({ shown: 3 });
    expect(screen.queryByRole('button', { name: /Pilih semua/ })).toBeNull();
  });

  test.each([
    ['all', ['Nyatakan terbit', 'Sisihkan', 'Hapus']],
    ['away', ['Nyatakan terbit', 'Kembalikan ke meja', 'Hapus']],
    ['deleted', ['Pulihkan']],
  ] as const)('on the shelf “%s”', (shelf, expected) => {
    start({ shelf });
    expect(words().slice(2)).toEqual(expected);
  });

  test('a yes is offered for opened posts alone, and says for how many', () => {
    start({ opened: 2 });
    expect(words()[2]).toBe('Nyatakan terbit (2)');
  });

  test('none of them waits for a yes: it is not offered', () => {
    const { onDo } = start({ opened: 0 });
    expect(words().slice(2)).toEqual(['Sisihkan', 'Hapus']);
    fireEvent.click(screen.getByRole('button', { name: 'Sisihkan' }));
    fireEvent.click(screen.getByRole('button', { name: 'Hapus' }));
    expect(onDo.mock.calls).toEqual([['away'], ['delete']]);
  });
});

test('the list of keys names each, and closes', async () => {
  const onClose = vi.fn();
  show(<KeysSheet onClose={onClose} />);
  expect(screen.getAllByRole('term').map((each) => each.textContent)).toHaveLength(12);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Tutup' }));
  expect(onClose).toHaveBeenCalledOnce();
});
