import { act, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PublishBar } from '../../../components/account/PublishBar.tsx';
import type { Publishing } from '../../../components/account/publishing.ts';
import { input } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { account, publishing } from './samples.ts';

const publish = vi.fn<Publishing['publish']>();
const onOpen = vi.fn(async () => {});
let count = 0;
const handed = () => {
  count += 1;
  return input({ platform: 'mastodon', text: 'Taman baru <b>dibuka</b>.', count });
};
beforeEach(() => {
  vi.resetAllMocks();
  publish.mockImplementation(async (targets) => targets.map(({ postId }) => ({ postId, refused: null })));
  onOpen.mockImplementation(async () => {});
});

const camat = account({ id: 'm:2', handle: '@camat@kota.id', name: 'Camat', server: 'https://kota.id' });

function start(change: Partial<Parameters<typeof PublishBar>[0]> = {}) {
  const props: Parameters<typeof PublishBar>[0] = {
    platform: 'mastodon',
    accounts: [account()],
    publishing: publishing({ publish }),
    parts: ['Taman baru <b>dibuka</b>.'],
    thread: false,
    picture: null,
    onDescribe: () => {},
    lang: 'id',
    warnings: 0,
    seen: null,
    disabled: false,
    cannotOpen: false,
    handed,
    onOpen,
    ...change,
  };
  return show(<PublishBar {...props} />);
}
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const sheet = () => screen.getByRole('dialog');
const confirm = () =>
  act(async () => void fireEvent.click(within(sheet()).getByRole('button', { name: 'Terbitkan' })));

describe('before anything goes out', () => {
  test('who posts stands beside the button, with the server', async () => {
    const { container } = start();
    expect(container.textContent).toContain('Dinas Kota Bogor');
    expect(container.textContent).toContain('@dinas@mastodon.social · mastodon.social');
    expect(await axeFindings()).toEqual([]);
  });

  test('account, platform and the whole text are shown and spoken; the keyboard is on “Batal”', async () => {
    start();
    await click('Terbitkan…');
    expect(within(sheet()).getByText('Terbitkan di Mastodon?')).toBeTruthy();
    const spoken = document.getElementById(sheet().getAttribute('aria-describedby') ?? '');
    expect(spoken?.textContent).toContain('@dinas@mastodon.social');
    expect(spoken?.textContent).toContain('Taman baru <b>dibuka</b>.');
    expect(document.querySelector('b')).toBeNull();
    expect(within(sheet()).getByRole('button', { name: 'Batal' }).hasAttribute('autofocus')).toBe(true);
    expect(publish).not.toHaveBeenCalled();
    expect(await axeFindings()).toEqual([]);
  });

  test('what the checks found, and that it can still be taken back, is said', async () => {
    start({ warnings: 2 });
    await click('Terbitkan…');
    expect(sheet().textContent).toContain('Masih ada 2 hal yang perlu diperiksa');
    expect(sheet().textContent).toContain('menunggu 10 detik');
  });

  test('every post of a thread is shown', async () => {
    start({ parts: ['satu', 'dua'], thread: true });
    await click('Terbitkan…');
    expect(sheet().textContent).toContain('Unggahan 1 dari 2satu');
    expect(sheet().textContent).toContain('Unggahan 2 dari 2dua');
  });

  test('an account with less room than the text is left out, and said to be', async () => {
    const small = account({
      id: 'm:3',
      handle: '@kecil@kecil.id',
      limits: { ...account().limits, characters: 10 },
    });
    start({ accounts: [small] });
    await click('Terbitkan…');
    expect(sheet().textContent).toContain('Terlalu panjang untuk @kecil@kecil.id');
    expect(within(sheet()).getByRole<HTMLButtonElement>('button', { name: 'Terbitkan' }).disabled).toBe(true);
  });
});

describe('confirmed', () => {
  test('one target an account, each with a draft stamped anew', async () => {
    start({ accounts: [account(), camat] });
    fireEvent.click(screen.getByRole('checkbox', { name: /Camat/ }));
    await click('Terbitkan…');
    await confirm();
    const [targets] = publish.mock.calls[0] ?? [];
    expect(targets?.map(({ accountId }) => accountId)).toEqual([account().id, 'm:2']);
    expect(new Set(targets?.map(({ postId }) => postId)).size).toBe(2);
    expect(new Set(targets?.map(({ draft }) => draft.count)).size).toBe(2);
    expect(targets?.[0]).toMatchObject({ thread: null, picture: null, choices: { visibility: 'public' } });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('Mastodon’s choices and a described photo go along', async () => {
    start({ publishing: publishing({ publish, hasPicture: true }) });
    await click('Terbitkan…');
    fireEvent.click(within(sheet()).getByText('Gambar dan pilihan lain'));
    fireEvent.click(within(sheet()).getByRole('checkbox', { name: 'Sertakan foto rilis' }));
    const yes = within(sheet()).getByRole<HTMLButtonElement>('button', { name: 'Terbitkan' });
    // A photo that nobody can hear of does not go out.
    expect(yes.disabled).toBe(true);
    fireEvent.input(within(sheet()).getByLabelText(/Keterangan foto/), { target: { value: 'Taman' } });
    fireEvent.change(within(sheet()).getByLabelText('Dapat dibaca oleh'), { target: { value: 'unlisted' } });
    await confirm();
    expect(publish.mock.calls[0]?.[0][0]).toMatchObject({
      picture: { as: 'picture', alt: 'Taman' },
      choices: { visibility: 'unlisted' },
    });
  });

  test('closed, nothing goes out', async () => {
    start();
    await click('Terbitkan…');
    await act(async () => void fireEvent.click(within(sheet()).getByRole('button', { name: 'Batal' })));
    expect(publish).not.toHaveBeenCalled();
  });

  test('what was refused is told, and why', async () => {
    publish.mockResolvedValue([{ postId: 'p', refused: 'attention' }]);
    start();
    await click('Terbitkan…');
    await confirm();
    expect(screen.getByRole('alert').textContent).toContain('perlu masuk lagi');
  });

  test('a background that does not answer is told; nothing is said to be sent', async () => {
    publish.mockRejectedValue(new Error('no answer'));
    start();
    await click('Terbitkan…');
    await confirm();
    expect(screen.getByRole('alert').textContent).toContain('Tidak ada yang berubah');
  });
});

test('the platform’s own composer opens from here too, where it has an address', async () => {
  start();
  await click('Buka di Mastodon');
  expect(onOpen).toHaveBeenCalledOnce();
});

test('without an account chosen there is nothing to post', () => {
  start({ accounts: [account(), camat] });
  fireEvent.click(screen.getByRole('checkbox', { name: /Dinas/ }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Terbitkan…' }).disabled).toBe(true);
});
