import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OwnLines } from '../../../components/caption/OwnLines.tsx';
import { Thread } from '../../../components/caption/Thread.tsx';
import { useThread } from '../../../components/caption/use-thread.ts';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const url = 'https://kotabogor.go.id/berita/1';
const sentence = 'Warga kota datang ke taman sejak pagi hari bersama keluarga dan tetangga.';
const long = `${`${sentence} `.repeat(6)}${url}`;

describe('own lines', () => {
  test('one tap puts a line in, one takes it out; it says which stand in the text', async () => {
    const onChange = vi.fn();
    const lines = ['Mari datang!', 'Salam, Camat'];
    const { again } = show(<OwnLines lines={lines} text="Kabar." platform="x" onChange={onChange} />);
    expect(screen.getByRole('group', { name: 'Kalimat saya' })).toBeTruthy();
    expect(screen.queryByRole('button', { pressed: true })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Mari datang!' }));
    expect(onChange).toHaveBeenLastCalledWith('Mari datang! Kabar.');
    again(<OwnLines lines={lines} text="Mari datang! Kabar." platform="x" onChange={onChange} />);
    expect(screen.getByRole('button', { pressed: true }).textContent).toBe('Mari datang!');
    fireEvent.click(screen.getByRole('button', { name: 'Mari datang!' }));
    expect(onChange).toHaveBeenLastCalledWith('Kabar.');
    expect(await axeFindings()).toEqual([]);
  });
  test('none kept, nothing shown', () => {
    const { container } = show(<OwnLines lines={[]} text="" platform="x" onChange={() => {}} />);
    expect(container.textContent).toBe('');
  });
});

function Shown({ text, platform }: { text: string; platform: PlatformId }) {
  const thread = useThread(platform, text, url);
  return <Thread thread={thread} platform={platform} />;
}
const make = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Jadikan utas' })));

describe('a thread', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('is offered where the text is too long and the network knows threads', () => {
    const { again, container } = show(<Shown text={`Pendek. ${url}`} platform="x" />);
    expect(container.textContent).toBe('');
    again(<Shown text={long} platform="facebook" />);
    expect(container.textContent).toBe('');
    again(<Shown text={long} platform="x" />);
    expect(screen.getByRole('button', { name: 'Jadikan utas' })).toBeTruthy();
  });

  test('shows its posts, each counted and to be copied, and can be dropped', async () => {
    const writeText = vi.fn(async (_: string) => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    show(<Shown text={long} platform="x" />);
    await make();
    expect(screen.getByRole('heading', { name: 'Utas 2 unggahan' })).toBeTruthy();
    const posts = screen.getAllByRole('listitem');
    expect(posts.map((post) => post.querySelector('p')?.textContent?.slice(0, 9))).toEqual([
      '1/2 Warga',
      '2/2 Warga',
    ]);
    expect(screen.getAllByRole('img').every((counter) => !counter.className.includes('counter-over'))).toBe(
      true,
    );
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Salin unggahan 2' })));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^2\/2 Warga/));
    expect(screen.getByRole('status').textContent).toBe('Unggahan 2 tersalin.');
    expect(await axeFindings()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Batalkan utas' }));
    expect(await screen.findByRole('button', { name: 'Jadikan utas' })).toBeTruthy();
  });

  test('says what to do when the clipboard refuses', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new DOMException('no')) } });
    show(<Shown text={long} platform="threads" />);
    expect(screen.queryByRole('button', { name: 'Jadikan utas' })).toBeNull();
    show(<Shown text={long} platform="bluesky" />);
    await make();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Salin unggahan 1' })));
    expect(screen.getByRole('status').textContent).toContain('Belum tersalin');
  });

  test('says why there is none where a sentence is too long', async () => {
    show(<Shown text={`${'kata '.repeat(90)}akhir. ${url}`} platform="x" />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/belum dapat menjadi utas/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});
