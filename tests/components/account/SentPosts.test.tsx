import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Sending } from '../../../components/account/publishing.ts';
import { SentPosts } from '../../../components/account/SentPosts.tsx';
import { post } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { outgoing, publishing } from './samples.ts';

const sending = (
  change: Partial<Sending['post']>,
  out: Parameters<typeof outgoing>[0] | null = {},
): Sending => ({
  post: post({ route: 'api', account: '@dinas@mastodon.social', ...change }),
  outgoing: out && outgoing(out),
});

function start(given: Sending[], change: Partial<ReturnType<typeof publishing>['act']> = {}) {
  const { act: still } = publishing();
  return show(<SentPosts sendings={given} act={{ ...still, ...change }} />);
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const status = () => screen.getByRole('status').textContent;

test('nothing was sent: nothing is shown', () => {
  expect(start([]).container.querySelector('section')).toBeNull();
});

test('one that waits can be taken back; the seconds are seen, not read out', async () => {
  const cancel = vi.fn(async () => null);
  const { container } = start(
    [sending({ state: 'prepared' }, { waiting: 'undo', sendAfter: Date.now() + 9_500 })],
    { cancel },
  );
  expect(status()).toContain('Sebentar lagi dikirim');
  expect(container.querySelector('[aria-hidden="true"]:not(svg)')?.textContent).toContain('10 detik lagi');
  await press('Batalkan');
  expect(cancel).toHaveBeenCalledExactlyOnceWith('p1');
  expect(await axeFindings()).toEqual([]);
});

test('a waiting one says what it waits for', () => {
  start([sending({ state: 'prepared' }, { waiting: 'changed' })]);
  expect(status()).toContain('kota mengubah rilis ini');
});

test('posted: the address, and deleting asks once more', async () => {
  const remove = vi.fn(async () => null);
  start([sending({ state: 'posted', link: 'https://mastodon.social/@dinas/1' })], { remove });
  expect(screen.getByRole<HTMLAnchorElement>('link').href).toBe('https://mastodon.social/@dinas/1');
  await press('Hapus unggahan');
  expect(remove).not.toHaveBeenCalled();
  await press('Yakin ingin menghapus?');
  expect(remove).toHaveBeenCalledExactlyOnceWith('p1');
});

test('failed: the reason, the server’s own words as text, and sending again', async () => {
  const resume = vi.fn(async () => null);
  const failure = { reason: 'refused', code: '', said: '<img src=x> terlalu panjang' } as const;
  const { container } = start([sending({ state: 'failed' }, { failure })], { resume });
  expect(status()).toContain('Server kanal menolak');
  expect(screen.getByText(/<img src=x> terlalu panjang/)).toBeTruthy();
  expect(container.querySelector('img')).toBeNull();
  await press('Kirim lagi');
  expect(resume).toHaveBeenCalledExactlyOnceWith('p1');
});

test('a thread that stopped says how far it came, and goes on', () => {
  const [part] = outgoing().parts;
  if (!part) throw new Error('no part');
  const sent = { ...part, state: 'posted' as const, sent: { id: '1', cid: '', link: 'https://a.id/1' } };
  const failure = { reason: 'limited', code: '', said: '' } as const;
  start([sending({ state: 'failed' }, { parts: [sent, part], failure })]);
  expect(status()).toContain('Terbit 1 dari 2');
  expect(screen.getByRole('button', { name: 'Lanjutkan' })).toBeTruthy();
});

test('unknown is never sent again from here: it is looked for, or the official says', async () => {
  const answer = vi.fn(async () => null);
  const lookUp = vi.fn(async () => null);
  start([sending({ state: 'unknown' })], { answer, lookUp });
  expect(status()).toContain('Mungkin sudah terbit');
  expect(screen.queryByRole('button', { name: 'Kirim lagi' })).toBeNull();
  await press('Periksa sekarang');
  expect(lookUp).toHaveBeenCalledExactlyOnceWith('p1');
  await press('Tidak terbit');
  expect(answer).toHaveBeenCalledExactlyOnceWith('p1', 'not-posted');
});

test('what did not work is told', async () => {
  start([sending({ state: 'prepared' })], { cancel: () => Promise.reject(new Error('too late')) });
  await press('Batalkan');
  expect(screen.getByRole('alert').textContent).toContain('Belum berhasil');
});

test('results of several accounts stand side by side, none hidden', () => {
  start([
    sending({ id: 'a', state: 'posted' }),
    sending({ id: 'b', state: 'failed', account: '@camat@kota.id' }),
  ]);
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('one that another machine sent is told, and left to it', () => {
  start([sending({ state: 'prepared' }, null)]);
  expect(screen.queryByRole('button')).toBeNull();
});
