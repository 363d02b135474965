import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { SourceCard } from '../../../components/source/SourceCard.tsx';
import { StatusLine } from '../../../components/source/StatusLine.tsx';
import type { Outcome } from '../../../utils/source/source.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const at = new Date(2026, 10, 24, 9, 12).getTime();
const good: Outcome = { ok: true, at, count: 9, fresh: 2 };
const bad: Outcome = { ok: false, at, reason: 'no-answer' };
const said = () => screen.getByRole('status').textContent;

describe('how fresh the list is', () => {
  function start(change: Partial<Parameters<typeof StatusLine>[0]> = {}) {
    const onRefresh = vi.fn();
    const onMarkAllRead = vi.fn();
    show(
      <StatusLine
        outcome={good}
        total={12}
        unread={0}
        refreshing={false}
        onRefresh={onRefresh}
        onMarkAllRead={onMarkAllRead}
        {...change}
      />,
    );
    return { onRefresh, onMarkAllRead };
  }
  const refresh = () => screen.getByRole('button', { name: 'Periksa rilis baru' }) as HTMLButtonElement;

  test('the time and how many are stored', async () => {
    const { onRefresh } = start();
    expect(said()).toBe('Terakhir diperbarui 09.12 · 12 rilis');
    fireEvent.click(refresh());
    expect(onRefresh).toHaveBeenCalledOnce();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(await axeFindings()).toEqual([]);
  });

  test('a failure as plainly, and that it is tried again', async () => {
    start({ outcome: bad });
    expect(said()).toBe('Situs kota tidak menjawab; menampilkan rilis tersimpan.');
    expect(screen.getByRole('status').title).toContain('setiap 15 menit');
    expect(refresh().disabled).toBe(false);
    expect(await axeFindings()).toEqual([]);
  });

  test('of several sources, whose failure it is; a success is that of all', () => {
    start({ outcome: bad, sourceName: 'Kota Depok' });
    expect(said()).toBe('Kota Depok: Situs kota tidak menjawab; menampilkan rilis tersimpan.');
    start({ sourceName: 'Kota Depok' });
    expect(screen.getAllByRole('status')[1]?.textContent).toBe('Terakhir diperbarui 09.12 · 12 rilis');
  });

  test('while it looks it says so, and is not asked twice', () => {
    start({ outcome: bad, refreshing: true });
    expect(said()).toBe('Memeriksa situs kota…');
    expect(refresh().disabled).toBe(true);
  });

  test('before the first refresh it says nothing that it does not know', () => {
    start({ outcome: null, total: 0 });
    expect(said()).toBe('Memuat…');
  });

  test('unread ones are counted, and can all be marked', async () => {
    const { onMarkAllRead } = start({ unread: 3 });
    const button = screen.getByRole('button', { name: '3 belum dibaca. Tandai semua sudah dibaca' });
    expect(button.textContent).toBe('3 belum dibaca');
    fireEvent.click(button);
    expect(onMarkAllRead).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('a source', () => {
  const card = (state?: { outcome: Outcome | null; total: number }) =>
    show(<SourceCard name="Kota Bogor" url="https://kotabogor.go.id/berita" {...(state ? { state } : {})} />);

  test('its name and its host; nothing on its state where that is of no concern', async () => {
    const { container } = card();
    expect(container.textContent).toBe('Kota Bogorkotabogor.go.id');
    expect(screen.queryByRole('status')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test.each([
    [null, 'Belum pernah diperbarui'],
    [good, 'Terakhir diperbarui 09.12 · 12 rilis'],
    [bad, 'Situs kota tidak menjawab; menampilkan rilis tersimpan.'],
    [
      { ok: false, at, reason: 'status', status: 502 } as const,
      'Situs kota sedang bermasalah (502); menampilkan rilis tersimpan.',
    ],
  ])('how it is doing: %o', async (outcome, words) => {
    card({ outcome, total: 12 });
    expect(said()).toBe(words);
    expect(await axeFindings()).toEqual([]);
  });
});
