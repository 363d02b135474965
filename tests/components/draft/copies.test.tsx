import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { CopyButton } from '../../../components/draft/CopyButton.tsx';
import { DuplicatePanel } from '../../../components/draft/DuplicatePanel.tsx';
import type { Copied, Copy } from '../../../utils/draft/copy.ts';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { press, show } from '../show.tsx';

const copyOn = (platform: PlatformId, change: Partial<Copy> = {}): Copy => ({
  draftId: `r1:${platform}:summary`,
  platform,
  angle: 'summary',
  text: 'Teks.',
  without: 'nothing',
  tooLong: false,
  there: 'nothing',
  ...change,
});
const made = (platform: PlatformId): Copied => ({
  draftId: `r 1:${platform}:summary`,
  platform,
  revision: 2,
  before: null,
});
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
const settled = () => act(async () => {});

function start(copies: Copy[] = [copyOn('whatsapp'), copyOn('threads')]) {
  const onCopy = vi.fn(async (platforms: PlatformId[]) => platforms.map(made));
  const onUndo = vi.fn(async (): Promise<PlatformId[]> => []);
  const onClose = vi.fn();
  show(<DuplicatePanel copies={copies} {...{ onCopy, onUndo, onClose }} />);
  return { onCopy, onUndo, onClose };
}
const choose = (...names: string[]) => {
  for (const name of names) fireEvent.click(screen.getByRole('checkbox', { name }));
};

describe('copies for other platforms', () => {
  test('beforehand it is told what each of them means', async () => {
    start([
      copyOn('whatsapp', { there: 'other', without: 'words' }),
      copyOn('threads', { there: 'same', without: 'hashtags' }),
      copyOn('bluesky', { tooLong: true, without: 'words' }),
      copyOn('line'),
    ]);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'WhatsAppsudah ada draf; teks lamanya disimpan di “Teks sebelumnya”; kalimat terakhir dilepas agar muat',
      'Threadssudah ada draf dengan teks yang sama; tagar terakhir dilepas',
      'Blueskytidak muat; perlu Anda pendekkan',
      'LINE',
    ]);
    expect(await axeFindings()).toEqual([]);
  });

  test('nothing chosen, nothing to do; chosen ones go in one wish', async () => {
    const { onCopy } = start();
    expect(button('Salin ke kanal lain').disabled).toBe(true);
    choose('WhatsApp', 'Threads', 'WhatsApp');
    fireEvent.click(button('Salin ke 1 kanal'));
    await settled();
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(['threads']);
    expect(screen.getByRole('link', { name: 'Buka draf Threads' }).getAttribute('href')).toBe(
      '#/draft/r%201%3Athreads%3Asummary',
    );
    expect(document.activeElement?.textContent).toBe('Draf dibuat untuk 1 kanal');
    expect(await axeFindings()).toEqual([]);
  });

  test('a double click is one wish, and a failure can be tried again', async () => {
    const { onCopy } = start();
    onCopy.mockRejectedValueOnce(new Error('no answer'));
    choose('Threads');
    fireEvent.click(button('Salin ke 1 kanal'));
    fireEvent.click(button('Salin ke 1 kanal'));
    await settled();
    expect(onCopy).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain('Draf Anda tidak berubah');
    fireEvent.click(button('Salin ke 1 kanal'));
    await settled();
    expect(screen.getByRole('heading').textContent).toBe('Draf dibuat untuk 1 kanal');
  });

  test('undone: what was written on stays, by name and with its way', async () => {
    const { onUndo, onClose } = start();
    onUndo.mockRejectedValueOnce(new Error('no answer')).mockResolvedValueOnce(['threads']);
    choose('WhatsApp', 'Threads');
    fireEvent.click(button('Salin ke 2 kanal'));
    await settled();
    fireEvent.click(button('Urungkan'));
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('Tidak ada yang hilang');
    fireEvent.click(button('Urungkan'));
    await settled();
    expect(onUndo).toHaveBeenLastCalledWith([made('whatsapp'), made('threads')]);
    expect(screen.getByRole('heading').textContent).toBe(
      'Salinan dibatalkan, kecuali yang sudah Anda ubah: Threads.',
    );
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Buka draf Threads']);
    expect(screen.queryByRole('button', { name: 'Urungkan' })).toBeNull();
    fireEvent.click(button('Tutup'));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('copying a text', () => {
  function menu() {
    const [onCopy, onCopyForImage] = [vi.fn(), vi.fn()];
    show(
      <>
        <CopyButton onCopy={onCopy} onCopyForImage={onCopyForImage} />
        <button type="button">sesudahnya</button>
      </>,
    );
    return { onCopy, onCopyForImage, opener: button('Pilihan salin') };
  }
  const focused = () => document.activeElement?.textContent;

  test('one click copies; the menu has both ways', async () => {
    const { onCopy, onCopyForImage, opener } = menu();
    fireEvent.click(button('Salin'));
    expect(onCopy).toHaveBeenCalledOnce();
    fireEvent.click(opener);
    expect(await axeFindings()).toEqual([]);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Salin teks untuk gambar' }));
    expect(onCopyForImage).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test('by keyboard: arrows go round, Escape closes it alone', () => {
    const { opener } = menu();
    const page = vi.fn();
    document.addEventListener('keydown', page);
    fireEvent.click(opener);
    expect(focused()).toBe('Salin teks');
    expect(press('ArrowUp')).toBe(false);
    expect(focused()).toBe('Salin teks untuk gambar');
    press('ArrowDown');
    expect(focused()).toBe('Salin teks');
    press('End');
    expect(focused()).toBe('Salin teks untuk gambar');
    press('Home');
    expect(focused()).toBe('Salin teks');
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(page).not.toHaveBeenCalled();
    document.removeEventListener('keydown', page);
    expect(press('Escape')).toBe(true);
  });

  test('it closes when the keyboard goes elsewhere', () => {
    const { opener } = menu();
    fireEvent.click(opener);
    act(() => button('sesudahnya').focus());
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
