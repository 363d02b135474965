import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ArchiveProgress } from '../../../components/source/ArchiveProgress.tsx';
import { ColourPicker } from '../../../components/source/ColourPicker.tsx';
import { OpmlButtons } from '../../../components/source/OpmlButtons.tsx';
import { PointRecipe, type PointStep } from '../../../components/source/PointRecipe.tsx';
import type { ArchiveProgress as Progress } from '../../../utils/source/source.ts';
import { source } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;

describe('the colour of a source', () => {
  function start(chosen?: string) {
    const onChoose = vi.fn();
    show(<ColourPicker chosen={chosen} label="Kota Bogor" onChoose={onChoose} />);
    return onChoose;
  }
  const pressed = () =>
    screen.getAllByRole('button', { pressed: true }).map((each) => each.getAttribute('aria-label'));

  test('six, each with a name; whose it is, is said', async () => {
    const onChoose = start('#d0504a');
    expect(screen.getByRole('group', { name: 'Warna: Kota Bogor' })).toBeTruthy();
    expect(screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual([
      'hijau',
      'biru',
      'ungu',
      'merah',
      'jingga',
      'abu-abu',
    ]);
    expect(pressed()).toEqual(['merah']);
    fireEvent.click(button('abu-abu'));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('#7c8883');
    expect(await axeFindings()).toEqual([]);
  });

  test('without one it is green', () => {
    start();
    expect(pressed()).toEqual(['hijau']);
  });
});

describe('sources to a file and from one', () => {
  function start() {
    const onImport = vi.fn();
    const onRefused = vi.fn();
    const read = vi.fn(() => '<opml version="2.0"/>');
    const { container } = show(<OpmlButtons read={read} onImport={onImport} onRefused={onRefused} />);
    const field = container.querySelector('input') as HTMLInputElement;
    const choose = (files: File[]) => {
      Object.defineProperty(field, 'files', { configurable: true, value: files });
      fireEvent.change(field);
    };
    return { read, onImport, onRefused, field, choose };
  }

  test('out: read at the click, saved under its name, and the address given up later', async () => {
    vi.useFakeTimers();
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:jubir';
    });
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.href} ${this.download}`);
    });
    const { read } = start();
    expect(read).not.toHaveBeenCalled();
    fireEvent.click(button('Ekspor OPML'));
    expect(saved).toEqual(['blob:jubir jubir.opml']);
    expect(await blobs[0]?.text()).toBe('<opml version="2.0"/>');
    expect(blobs[0]?.type).toBe('text/x-opml');
    expect(revoke).not.toHaveBeenCalled();
    act(() => void vi.runAllTimers());
    expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:jubir');
  });

  test('in: the button asks for a file, whose text is handed on; the same file can be chosen again', async () => {
    const { onImport, field, choose } = start();
    const asked = vi.spyOn(field, 'click');
    fireEvent.click(button('Impor OPML'));
    expect(asked).toHaveBeenCalledOnce();
    const file = new File(['<opml>é</opml>'], 'sumber.opml');
    choose([file]);
    await waitFor(() => expect(onImport).toHaveBeenCalledExactlyOnceWith('<opml>é</opml>'));
    expect(field.value).toBe('');
    // As every browser hides it; this document has no style sheet of its own.
    field.style.display = 'none';
    expect(await axeFindings()).toEqual([]);
  });

  test('a file over a megabyte is no list of sources: refused, and nothing of it is taken', async () => {
    const { onImport, onRefused, choose } = start();
    choose([new File(['a'.repeat(1024 * 1024 + 1)], 'besar.opml')]);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith('too-large');
    await act(async () => {});
    expect(onImport).not.toHaveBeenCalled();
  });

  test('a file that can no longer be read is told', async () => {
    const { onImport, onRefused, choose } = start();
    const file = new File(['<opml/>'], 'hilang.opml');
    vi.spyOn(file, 'text').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
    choose([file]);
    await waitFor(() => expect(onRefused).toHaveBeenCalledExactlyOnceWith('unreadable'));
    expect(onImport).not.toHaveBeenCalled();
  });

  test('none chosen: nothing happens', async () => {
    const { onImport, choose } = start();
    choose([]);
    await act(async () => {});
    expect(onImport).not.toHaveBeenCalled();
  });
});

describe('pointing at how a page is read', () => {
  function start(step: PointStep, trouble: string | null = null) {
    const heard = { onPick: vi.fn(), onNone: vi.fn(), onCancel: vi.fn() };
    const lines = ['Beranda', '<b>Judul</b>', 'Beranda', '24 / 11 2026'];
    const { container } = show(<PointRecipe step={step} lines={lines} trouble={trouble} {...heard} />);
    return { ...heard, container };
  }

  test('the page’s lines as text, each to be picked', async () => {
    const { onPick, container } = start('title');
    const list = screen.getByRole('list', { name: 'Klik judul salah satu rilis' });
    expect([...list.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
      'Beranda',
      '<b>Judul</b>',
      'Beranda',
      '24 / 11 2026',
    ]);
    expect(container.querySelector('b')).toBeNull();
    fireEvent.click(button('<b>Judul</b>'));
    expect(onPick).toHaveBeenCalledExactlyOnceWith('<b>Judul</b>');
    expect(screen.queryByRole('status')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('only a date may be missing', () => {
    const { onNone, onPick } = start('date');
    expect(screen.getByText('Klik tanggal rilis yang sama')).toBeTruthy();
    fireEvent.click(button('Tidak ada tanggal'));
    expect(onNone).toHaveBeenCalledOnce();
    expect(onPick).not.toHaveBeenCalled();
    start('body');
    expect(screen.getAllByRole('button', { name: 'Tidak ada tanggal' })).toHaveLength(1);
  });

  test('why the last choice did not do, and a way out', async () => {
    const { onCancel } = start('body', 'Isi rilis tidak ditemukan di situ.');
    expect(screen.getByRole('status').textContent).toBe('Isi rilis tidak ditemukan di situ.');
    fireEvent.click(button('Batal'));
    expect(onCancel).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('fetching an archive', () => {
  const startedAt = Date.UTC(2026, 10, 24);
  const year = 365 * 24 * 60 * 60 * 1000;
  const progress = (change: Partial<Progress>): Progress => ({
    state: 'running',
    startedAt,
    until: startedAt - year,
    found: 40,
    reached: null,
    page: 2,
    next: null,
    count: 0,
    order: null,
    last: null,
    ...change,
  });
  function start(archive?: Progress, colour?: string) {
    const heard = { onFetch: vi.fn(), onStop: vi.fn() };
    const given = source({ ...(archive && { archive }), ...(colour && { colour }) });
    const { container } = show(<ArchiveProgress source={given} {...heard} />);
    return { ...heard, container };
  }
  const said = () => screen.queryByRole('status')?.textContent;
  const bar = () => screen.queryByRole('progressbar') as HTMLProgressElement | null;

  test('not asked for yet: a button, and no word on how it goes', async () => {
    const { onFetch, onStop, container } = start(undefined, '#2f7fd0');
    expect(screen.getByText('Kota Bogor')).toBeTruthy();
    expect(container.querySelector<HTMLElement>('.source-dot')?.style.background).toBe('#2f7fd0');
    expect(said()).toBeUndefined();
    expect(bar()).toBeNull();
    fireEvent.click(button('Ambil arsip setahun'));
    expect(onFetch).toHaveBeenCalledOnce();
    expect(onStop).not.toHaveBeenCalled();
    expect(await axeFindings()).toEqual([]);
  });

  test('under way: how many, how far back, and a way to stop it', async () => {
    const { onFetch, onStop } = start(progress({ reached: startedAt - year / 4 }));
    expect(said()).toBe('40 rilis diambil, sampai 25 Agustus 2026');
    expect(bar()?.value).toBeCloseTo(0.25);
    expect(bar()?.max).toBe(1);
    fireEvent.click(button('Hentikan'));
    expect(onStop).toHaveBeenCalledOnce();
    expect(onFetch).not.toHaveBeenCalled();
    expect(await axeFindings()).toEqual([]);
  });

  test('before the first date it does not claim how far', async () => {
    start(progress({ found: 0 }));
    expect(said()).toBe('Mengambil arsip…');
    expect(bar()?.hasAttribute('value')).toBe(false);
    expect(await axeFindings()).toEqual([]);
  });

  test.each([
    [{ state: 'stopped' }, 'Dihentikan. 40 rilis yang sudah diambil tetap tersimpan.'],
    [
      { state: 'failed', reason: 'no-answer' },
      'Terputus setelah 40 rilis. Yang sudah diambil tetap tersimpan; coba lagi nanti.',
    ],
    [{ state: 'done' }, 'Arsip lengkap: 40 rilis ditambahkan.'],
    [
      { state: 'done', reason: 'end-of-site' },
      '40 rilis ditambahkan; situs kota tidak menampilkan yang lebih lama.',
    ],
  ] as const)('over: %o', async (change, words) => {
    const { onFetch } = start(progress(change));
    expect(said()).toBe(words);
    expect(bar()).toBeNull();
    fireEvent.click(button('Ambil arsip setahun'));
    expect(onFetch).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });
});
