import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { AccountNews } from '../../../components/account/AccountNews.tsx';
import { AccountRow } from '../../../components/account/AccountRow.tsx';
import { AddBluesky } from '../../../components/account/AddBluesky.tsx';
import { AddMastodon } from '../../../components/account/AddMastodon.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { account, publishing } from './samples.ts';

const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const fill = (label: RegExp, value: string) =>
  act(async () => void fireEvent.input(screen.getByLabelText(label), { target: { value } }));

test('signing out asks first, and “Batal” has the keyboard', async () => {
  const onRemove = vi.fn();
  show(
    <ul>
      <AccountRow account={account()} onAgain={() => {}} onRemove={onRemove} />
    </ul>,
  );
  await press(/^Keluar/);
  expect(screen.getByText('Keluarkan @dinas@mastodon.social dari komputer ini?')).toBeTruthy();
  await press('Batal');
  expect(onRemove).not.toHaveBeenCalled();
  await press(/^Keluar/);
  await press('Keluar');
  expect(onRemove).toHaveBeenCalledOnce();
  expect(await axeFindings()).toEqual([]);
});

test('an account that needs attention says so, and signs in again in one click', async () => {
  const onAgain = vi.fn();
  show(
    <ul>
      <AccountRow account={account({ state: 'attention' })} onAgain={onAgain} onRemove={() => {}} />
    </ul>,
  );
  expect(screen.getByText('Perlu masuk lagi')).toBeTruthy();
  await press('Masuk lagi');
  expect(onAgain).toHaveBeenCalledOnce();
});

test('in the composer that is said before anything is written, for this platform alone', async () => {
  const onSettings = vi.fn();
  const needy = account({ state: 'attention' });
  const given = publishing({ accounts: [needy], onSettings });
  const { again } = show(<AccountNews publishing={given} platform="mastodon" draftId="d" />);
  expect(screen.getByRole('status').textContent).toContain('@dinas@mastodon.social perlu masuk lagi');
  await press('Buka pengaturan akun');
  expect(onSettings).toHaveBeenCalledOnce();
  expect(await axeFindings()).toEqual([]);
  again(<AccountNews publishing={given} platform="bluesky" draftId="d" />);
  expect(screen.queryByRole('status')).toBeNull();
});

test('Mastodon: the server as it was pasted, and what went wrong is told', async () => {
  const onSignIn = vi.fn(async (_: string) => 'Anda belum masuk.');
  const onClose = vi.fn();
  show(<AddMastodon onSignIn={onSignIn} onClose={onClose} />);
  await fill(/Nama server/, 'bukan server');
  await press('Masuk');
  expect(onSignIn).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain('bukan nama server');
  await fill(/Nama server/, 'https://mastodon.social/@dinas');
  await press('Masuk');
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith('mastodon.social');
  expect(screen.getByRole('alert').textContent).toBe('Anda belum masuk.');
  onSignIn.mockResolvedValue('');
  await press('Masuk');
  expect(onClose).toHaveBeenCalledOnce();
  expect(await axeFindings()).toEqual([]);
});

test('Bluesky: the account’s own server is shown before a password is typed, which is not kept', async () => {
  const found = { did: 'did:plc:a', handle: 'dinas.bsky.social', server: 'https://pds.example' };
  const onSignIn = vi.fn(async () => 'Kata sandi aplikasi itu tidak diterima.');
  show(<AddBluesky find={async () => found} onSignIn={onSignIn} onClose={() => {}} />);
  expect(screen.queryByLabelText(/Kata sandi aplikasi/)).toBeNull();
  await fill(/Nama akun/, '@dinas.bsky.social');
  await press('Cari akun');
  expect(screen.getByText(/@dinas.bsky.social ada di server pds.example/)).toBeTruthy();
  const password = () => screen.getByLabelText<HTMLInputElement>(/Kata sandi aplikasi/);
  expect(password().type).toBe('password');
  await fill(/Kata sandi aplikasi/, 'abcd-efgh-ijkl-mnop');
  await press('Masuk');
  expect(onSignIn).toHaveBeenCalledExactlyOnceWith(found, 'abcd-efgh-ijkl-mnop');
  expect(screen.getByRole('alert').textContent).toContain('tidak diterima');
  expect(password().value).toBe('');
  expect(await axeFindings()).toEqual([]);
  await press('Akun lain');
  expect(screen.getByLabelText(/Nama akun/)).toBeTruthy();
});

test('Bluesky: a handle that is nobody’s is told', async () => {
  const find = () => Promise.reject(new Error('Akun itu tidak ditemukan.'));
  show(<AddBluesky find={find} onSignIn={async () => ''} onClose={() => {}} />);
  await fill(/Nama akun/, 'tidak.ada');
  await press('Cari akun');
  expect(screen.getByRole('alert').textContent).toBe('Akun itu tidak ditemukan.');
});
