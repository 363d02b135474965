import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { AddSource } from '../../../components/source/AddSource.tsx';
import type { Look } from '../../../components/source/LookTrouble.tsx';
import { source } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { bandung, way } from './samples.ts';

const found = (change: Partial<Look & { state: 'found' }> = {}): Look => ({
  state: 'found',
  host: 'bandung.go.id',
  ways: [way('Umpan'), way('Daftar', { kind: 'page', url: 'https://bandung.go.id/berita', name: 'Bandung' })],
  otherHosts: [],
  ...change,
});

/** Looks are answered in the order that the test chooses. */
function start(props: Partial<Parameters<typeof AddSource>[0]> = {}) {
  const answers: ((seen: Look) => void)[] = [];
  const look = vi.fn((_: string) => new Promise<Look>((resolve) => void answers.push(resolve)));
  const onAdd = vi.fn();
  const presets = [
    source({ id: 'depok', name: 'Kota Depok', url: 'https://www.depok.go.id/rss', seen: 'never-live' }),
    bandung(),
  ];
  show(<AddSource presets={presets} look={look} onAdd={onAdd} {...props} />);
  return { look, onAdd, answer: (n: number, seen: Look) => act(async () => answers[n]?.(seen)) };
}
const address = () => screen.getByLabelText('Alamat situs atau halaman berita') as HTMLInputElement;
const find = () => screen.getByRole('button', { name: 'Cari rilis' }) as HTMLButtonElement;
function enter(value: string) {
  fireEvent.input(address(), { target: { value } });
  fireEvent.click(find());
}
const confirm = () => screen.queryByRole('button', { name: 'Tambahkan sumber ini' });

test('an address is looked at in the very click, and nothing is stored before it was seen', async () => {
  const { look, onAdd, answer } = start();
  expect(await axeFindings()).toEqual([]);
  enter('bandung.go.id');
  expect(look).toHaveBeenCalledExactlyOnceWith('bandung.go.id');
  expect(screen.getByRole('status').textContent).toBe('Mencari rilis di bandung.go.id…');
  expect(find().disabled).toBe(true);
  expect(confirm()).toBeNull();
  await answer(0, found());
  expect(screen.getByRole('status').textContent).toBe('Ditemukan di bandung.go.id');
  expect(find().disabled).toBe(false);
  expect(screen.getByText('Umpan 1')).toBeTruthy();
  expect(onAdd).not.toHaveBeenCalled();
  expect(await axeFindings()).toEqual([]);
});

test('while it looks, Enter does not look again', () => {
  const { look } = start();
  enter('bandung.go.id');
  fireEvent.submit(address().form as HTMLFormElement);
  expect(look).toHaveBeenCalledOnce();
});

test('the way that was chosen is added, under the name that was given', async () => {
  const { onAdd, answer } = start();
  enter('bandung.go.id');
  await answer(0, found());
  fireEvent.click(screen.getAllByRole('radio')[1] as HTMLElement);
  expect(screen.getByText('Daftar 1')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Nama sumber'), { target: { value: '  Humas Bandung ' } });
  fireEvent.click(confirm() as HTMLElement);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith({
    ...bandung({ kind: 'page', url: 'https://bandung.go.id/berita' }),
    name: 'Humas Bandung',
  });
});

test('a name that was emptied is the found one', async () => {
  const { onAdd, answer } = start();
  enter('bandung.go.id');
  await answer(0, found());
  const name = screen.getByLabelText('Nama sumber') as HTMLInputElement;
  expect(name.value).toBe('Kota Bandung');
  fireEvent.input(name, { target: { value: '  ' } });
  fireEvent.click(confirm() as HTMLElement);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith(bandung());
});

test('a new look begins with the best way again', async () => {
  const { answer } = start();
  enter('bandung.go.id');
  await answer(0, found());
  fireEvent.click(screen.getAllByRole('radio')[1] as HTMLElement);
  enter('bandung.go.id/lain');
  expect(confirm()).toBeNull();
  await answer(1, found());
  expect((screen.getAllByRole('radio')[0] as HTMLInputElement).checked).toBe(true);
  expect(screen.getByText('Umpan 1')).toBeTruthy();
});

test('an address that cannot be read is told, and marked in its field', async () => {
  const { answer } = start();
  enter('bukan alamat');
  expect(address().getAttribute('aria-invalid')).toBe('false');
  await answer(0, { state: 'bad-address' });
  expect(address().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('status').textContent).toContain('Alamat ini tidak dapat dibaca');
  expect(confirm()).toBeNull();
  expect(address().value).toBe('bukan alamat');
  expect(await axeFindings()).toEqual([]);
});

test('a city from the list is looked at like any address; one that nobody saw answer says so', async () => {
  const { look, onAdd } = start();
  const choice = screen.getByLabelText('Atau pilih kota') as HTMLSelectElement;
  expect([...choice.options].map(({ text }) => text.trim())).toEqual([
    'Pilih…',
    'Kota Depok (belum pernah dicoba langsung)',
    'Kota Bandung',
  ]);
  fireEvent.change(choice, { target: { value: 'depok' } });
  expect(look).toHaveBeenCalledExactlyOnceWith('https://www.depok.go.id/rss');
  expect(address().value).toBe('www.depok.go.id');
  expect(choice.disabled).toBe(true);
  expect(onAdd).not.toHaveBeenCalled();
});

test('hosts where the news may be are one click away, found or not', async () => {
  const { look, answer } = start();
  enter('bandung.go.id');
  const otherHosts = ['https://humas.bandung.go.id'];
  await answer(0, { state: 'failed', host: 'bandung.go.id', tried: [], otherHosts });
  expect(screen.getByText('Beritanya mungkin ada di sini:')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'humas.bandung.go.id' }));
  expect(look).toHaveBeenLastCalledWith('https://humas.bandung.go.id');
  expect(address().value).toBe('https://humas.bandung.go.id');
  await answer(1, found({ otherHosts }));
  expect(screen.getByRole('button', { name: 'humas.bandung.go.id' })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('addresses that wait are looked at one by one, none by itself', () => {
  const waiting = ['https://depok.go.id/', 'https://bekasi.go.id/'];
  const { look } = start({ waiting });
  expect(look).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'bekasi.go.id/' }));
  expect(look).toHaveBeenCalledExactlyOnceWith('https://bekasi.go.id/');
});

test('a look that another overtook does not show as the other’s answer', async () => {
  const waiting = ['https://depok.go.id/', 'https://bandung.go.id/'];
  const { onAdd, answer } = start({ waiting });
  fireEvent.click(screen.getByRole('button', { name: 'depok.go.id/' }));
  fireEvent.click(screen.getByRole('button', { name: 'bandung.go.id/' }));
  await answer(0, { ...found(), host: 'depok.go.id' } as Look);
  expect(screen.getByRole('status').textContent).toBe('Mencari rilis di https://bandung.go.id/…');
  await answer(1, found());
  expect(screen.getByRole('status').textContent).toBe('Ditemukan di bandung.go.id');
  fireEvent.click(confirm() as HTMLElement);
  expect(onAdd).toHaveBeenCalledExactlyOnceWith(bandung());
});
