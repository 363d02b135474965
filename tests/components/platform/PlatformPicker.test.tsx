import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { PlatformPicker } from '../../../components/platform/PlatformPicker.tsx';
import { type PlatformId, platformIds } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start(chosen: PlatformId[], sortable = false) {
  const onChange = vi.fn();
  show(<PlatformPicker chosen={chosen} onChange={onChange} sortable={sortable} />);
  const names = () => screen.getAllByRole('listitem').map((each) => each.textContent);
  const box = (name: string) => screen.getByRole('checkbox', { name }) as HTMLInputElement;
  return { onChange, names, box };
}

test('every platform is there with its name; those in use are ticked', async () => {
  const { box } = start(['threads', 'x']);
  expect(screen.getAllByRole('checkbox')).toHaveLength(platformIds.length);
  expect(box('X').checked).toBe(true);
  expect(box('Threads').checked).toBe(true);
  expect(box('LINE').checked).toBe(false);
  expect(await axeFindings()).toEqual([]);
});

test('ticking adds at the end, unticking takes out, the order of the others stays', () => {
  const { onChange, box } = start(['threads', 'x', 'line']);
  fireEvent.click(box('Bluesky'));
  expect(onChange).toHaveBeenLastCalledWith(['threads', 'x', 'line', 'bluesky']);
  fireEvent.click(box('X'));
  expect(onChange).toHaveBeenLastCalledWith(['threads', 'line']);
});

test('the last one cannot be taken out, and says why', () => {
  const { onChange, box } = start(['x']);
  expect(box('X').disabled).toBe(true);
  expect(screen.getByTitle('Sisakan setidaknya satu kanal.').textContent).toBe('X');
  fireEvent.click(box('X'));
  expect(onChange).not.toHaveBeenCalledWith([]);
});

test('without sorting nothing moves and the list keeps its order', () => {
  const { names } = start(['threads', 'x']);
  expect(names().slice(0, 2)).toEqual(['X', 'WhatsApp']);
  expect(screen.queryAllByRole('button')).toHaveLength(0);
});

test('sorting: the chosen first in their order, moved by named buttons, stopped at the ends', async () => {
  const { onChange, names } = start(['threads', 'x', 'line'], true);
  expect(names().slice(0, 3)).toEqual(['Threads', 'X', 'LINE']);
  const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
  fireEvent.click(button('Naikkan X'));
  expect(onChange).toHaveBeenLastCalledWith(['x', 'threads', 'line']);
  fireEvent.click(button('Turunkan X'));
  expect(onChange).toHaveBeenLastCalledWith(['threads', 'line', 'x']);
  expect(button('Naikkan Threads').disabled).toBe(true);
  expect(button('Turunkan LINE').disabled).toBe(true);
  const unused = screen.getAllByRole('listitem')[3] as HTMLElement;
  expect(within(unused).queryAllByRole('button')).toHaveLength(0);
  expect(await axeFindings()).toEqual([]);
});
