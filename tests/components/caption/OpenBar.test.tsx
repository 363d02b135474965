import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { OpenBar } from '../../../components/caption/OpenBar.tsx';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start(platform: PlatformId, onOpen: () => Promise<void>, disabled = false) {
  show(<OpenBar platform={platform} disabled={disabled} onOpen={onOpen} />);
  const button = screen.getByRole('button') as HTMLButtonElement;
  return {
    button,
    click: () => act(async () => void fireEvent.click(button)),
    said: () => screen.getByRole('status').textContent,
  };
}

test('the button names what it does; beside it, whose account it will be', async () => {
  const { button, said } = start('x', async () => {});
  expect(button.textContent).toBe('Buka di X');
  expect(said()).toBe('Terbit dari akun X yang sedang masuk');
  expect(await axeFindings()).toEqual([]);
});

test('where text may not be pre-filled it copies, and says how to go on', async () => {
  const { button, click, said } = start('facebook', async () => {});
  expect(button.textContent).toBe('Salin & buka Facebook');
  await click();
  expect(said()).toBe('Takarir sudah disalin: tempel dengan Ctrl+V');
});

test('a failure is told, and pressing again tries again', async () => {
  const onOpen = vi.fn(async () => {});
  onOpen.mockRejectedValueOnce(new Error('no window'));
  const { click, said } = start('x', onOpen);
  await click();
  expect(said()).toBe('X belum terbuka. Draf Anda tersimpan; silakan tekan tombolnya sekali lagi.');
  expect(await axeFindings()).toEqual([]);
  await click();
  expect(onOpen).toHaveBeenCalledTimes(2);
  expect(said()).toBe('Terbit dari akun X yang sedang masuk');
});

test('a clipboard that refuses is told as such', async () => {
  const { click, said } = start('instagram', () => Promise.reject(new DOMException('', 'NotAllowedError')));
  await click();
  expect(said()).toBe('Belum tersalin. Pilih teksnya, lalu tekan Ctrl+C.');
});

test('a double click opens once', async () => {
  let opened = () => {};
  const onOpen = vi.fn(() => new Promise<void>((resolve) => (opened = resolve)));
  const { click } = start('x', onOpen);
  await click();
  await click();
  expect(onOpen).toHaveBeenCalledOnce();
  await act(async () => opened());
  await click();
  expect(onOpen).toHaveBeenCalledTimes(2);
});

test('disabled it does nothing', async () => {
  const onOpen = vi.fn(async () => {});
  const { button, click } = start('x', onOpen, true);
  expect(button.disabled).toBe(true);
  await click();
  expect(onOpen).not.toHaveBeenCalled();
});

test('where the system has a sheet of apps, it stands beside the platform’s button', async () => {
  const onShare = vi.fn(async () => {});
  show(<OpenBar platform="x" disabled={false} onOpen={async () => {}} onShare={onShare} />);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Bagikan lewat…',
    'Buka di X',
  ]);
  const press = () => act(async () => void fireEvent.click(screen.getByText('Bagikan lewat…')));
  await press();
  expect(onShare).toHaveBeenCalledOnce();
  const said = () => screen.getByRole('status').textContent;
  expect(said()).toBe('Terbit dari akun X yang sedang masuk');
  onShare.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
  await press();
  expect(said()).toBe('Daftar aplikasi tidak terbuka. Draf Anda tersimpan; silakan buka kanalnya.');
  onShare.mockRejectedValueOnce(new Error('full'));
  await press();
  expect(said()).toBe(
    'Sudah diserahkan ke aplikasi itu, tetapi belum tercatat di Jubir. Draf Anda tersimpan.',
  );
  expect(await axeFindings()).toEqual([]);
});
