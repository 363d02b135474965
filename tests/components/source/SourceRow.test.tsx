import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { SourceRow } from '../../../components/source/SourceRow.tsx';
import { RECOGNISED } from '../../../utils/source/page.ts';
import type { Source } from '../../../utils/source/source.ts';
import { source } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const at = new Date(2026, 10, 24, 9, 12).getTime();
type Props = Parameters<typeof SourceRow>[0];

function start(change: Partial<Source> = {}, props: Partial<Props> = {}) {
  const heard = { onChange: vi.fn(), onRefresh: vi.fn(), onRemove: vi.fn(), onAllow: vi.fn() };
  const row = (
    <ul>
      <SourceRow
        source={source({ outcome: { ok: true, at, count: 9, fresh: 0 }, ...change })}
        total={12}
        allowed={true}
        busy={false}
        {...heard}
        {...props}
      />
    </ul>
  );
  return { ...show(row), ...heard };
}
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
const nameField = () => screen.getByRole('textbox', { name: 'Ubah nama Kota Bogor' }) as HTMLInputElement;
const rename = (value: string) => fireEvent.change(nameField(), { target: { value } });

test('its name, host, how it was found and how it is doing', async () => {
  const { container } = start({ foundBy: 'recognised' });
  expect(nameField().value).toBe('Kota Bogor');
  expect(screen.getByText('kotabogor.go.id · daftar berita yang dikenali di halaman')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Terakhir diperbarui 09.12 · 12 rilis');
  expect(container.querySelector('.source')?.getAttribute('data-source')).toBe('kota-bogor');
  expect(await axeFindings()).toEqual([]);
});

test('its mark in its colour', () => {
  const { container } = start({ colour: '#2f7fd0' });
  expect(container.querySelector<HTMLElement>('.source-head .source-dot')?.style.background).toBe('#2f7fd0');
  expect(button('biru').getAttribute('aria-pressed')).toBe('true');
});

test('another name is told once it is entered, without the spaces around it', () => {
  const { onChange } = start();
  rename('  Humas Bogor ');
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ name: 'Humas Bogor' });
});

test.each(['', '   ', 'Kota Bogor', ' Kota Bogor '])('"%s" is no new name: the old one stands', (value) => {
  const { onChange } = start();
  rename(value);
  expect(onChange).not.toHaveBeenCalled();
  expect(nameField().value).toBe('Kota Bogor');
});

test('another colour', () => {
  const { onChange } = start();
  fireEvent.click(button('ungu'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ colour: '#8a63d2' });
});

test('refreshed by hand, not twice at a time', () => {
  const { onRefresh } = start();
  fireEvent.click(button('Perbarui sekarang'));
  expect(onRefresh).toHaveBeenCalledOnce();
  start({}, { busy: true });
  expect(
    (screen.getAllByRole('button', { name: 'Perbarui sekarang' })[1] as HTMLButtonElement).disabled,
  ).toBe(true);
});

test('paused, and said so: it cannot be refreshed, but resumed', async () => {
  const { onChange } = start({ paused: true });
  expect(screen.getByText('Dijeda: tidak diperbarui sampai Anda melanjutkannya.')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
  expect(button('Perbarui sekarang').disabled).toBe(true);
  fireEvent.click(button('Lanjutkan'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ paused: false });
  expect(await axeFindings()).toEqual([]);
});

test('one that runs can be paused', () => {
  const { onChange } = start();
  fireEvent.click(button('Jeda'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ paused: true });
});

test('a failure as plainly as a success; before the first refresh neither', async () => {
  const { unmount } = start({ outcome: { ok: false, at, reason: 'status', status: 502 } });
  const said = screen.getByRole('status');
  expect(said.textContent).toBe('Situs kota sedang bermasalah (502); menampilkan rilis tersimpan.');
  expect(said.className).toBe('field-error');
  expect(await axeFindings()).toEqual([]);
  unmount();
  const { outcome: _, ...unread } = source();
  show(
    <ul>
      <SourceRow
        source={unread}
        total={0}
        allowed={true}
        busy={false}
        onChange={() => {}}
        onRefresh={() => {}}
        onRemove={() => {}}
        onAllow={() => {}}
      />
    </ul>,
  );
  expect(screen.getByText('Belum pernah diperbarui')).toBeTruthy();
});

test('that it is read in a way that Jubir found itself is said, with the rest', async () => {
  const learnt = source().recipe ?? {
    listing: { item: 'li', title: 'a', link: 'a' },
    release: { title: 'h1', body: 'article' },
    dateFormat: 'D M Y',
  };
  start({ learnt });
  expect(screen.getByRole('status').textContent).toContain('Terakhir diperbarui 09.12');
  expect(screen.getByText(/^Halaman kota berubah bentuk/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('what was mended while reading is said in words, each kind once; a redesign has its own sentence', async () => {
  const { container } = start({
    repairs: ['HTML escaped twice', 'declared iso-8859-1, is utf-8', 'relative links', RECOGNISED],
  });
  expect(container.querySelector('.source-mended')?.textContent).toBe(
    'Dibetulkan saat membaca: penulisan yang menyimpang dari formatnya; huruf yang rusak karena salah pengodean.',
  );
  expect(await axeFindings()).toEqual([]);
});

test('nothing mended: not a word', () => {
  const { container } = start({ repairs: [] });
  expect(container.querySelector('.source-mended')).toBeNull();
});

test('that the city set how it is read is said', () => {
  const recipe = {
    listing: { item: 'li', title: 'a', link: 'a' },
    release: { title: 'h1', body: 'p' },
    dateFormat: 'D M Y',
  };
  start({ cityRecipe: recipe });
  expect(screen.getByText('Cara baca diatur oleh kota.')).toBeTruthy();
});

test('without the permission that comes first, and can be given', async () => {
  const { onAllow } = start({ paused: true }, { allowed: false });
  expect(screen.getByText(/Jubir belum diizinkan membaca situs ini/)).toBeTruthy();
  expect(screen.queryByText(/^Dijeda/)).toBeNull();
  fireEvent.click(button('Izinkan'));
  expect(onAllow).toHaveBeenCalledOnce();
  expect(await axeFindings()).toEqual([]);
});

test('how it is read is corrected only where there is something to correct', () => {
  const onCorrect = vi.fn();
  const { unmount } = start();
  expect(screen.queryByRole('button', { name: 'Perbaiki cara baca' })).toBeNull();
  unmount();
  start({}, { onCorrect });
  fireEvent.click(button('Perbaiki cara baca'));
  expect(onCorrect).toHaveBeenCalledOnce();
});

test('it goes only after the question, which says what goes and what stays', async () => {
  const { onRemove } = start();
  fireEvent.click(button('Hapus'));
  expect(onRemove).not.toHaveBeenCalled();
  const question = screen.getByRole('alertdialog', { name: /^Hapus sumber Kota Bogor\?/ });
  expect(question.textContent).toContain('draf dan riwayat Anda tetap ada');
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(within(question).getByRole('button', { name: 'Batal' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(onRemove).not.toHaveBeenCalled();
  fireEvent.click(button('Hapus'));
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Hapus' }));
  expect(onRemove).toHaveBeenCalledOnce();
});
