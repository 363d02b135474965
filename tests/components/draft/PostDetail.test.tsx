import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { PostDetail } from '../../../components/draft/PostDetail.tsx';
import type { Post } from '../../../utils/draft/draft.ts';
import { post, url } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const at = (hour: number) => new Date(2026, 10, 23, hour, 12).getTime();

function start(change: Partial<Post> = {}) {
  const onAnswer = vi.fn();
  const given = post({
    text: 'Taman <b>baru</b>\n\nAyo!',
    openedAt: at(9),
    changes: [{ n: 1, by: 'm', state: 'opened', at: at(9) }],
    ...change,
  });
  const { container } = show(<PostDetail post={given} onAnswer={onAnswer} />);
  return {
    container,
    onAnswer,
    history: () => screen.getAllByRole('listitem').map((each) => each.textContent?.trim()),
  };
}

test('the exact text that went out, as text', async () => {
  const { container } = start();
  expect(container.querySelector('.post-text')?.textContent).toBe('Taman <b>baru</b>\n\nAyo!');
  expect(container.querySelector('b')).toBeNull();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Taman baru dibuka');
  expect((screen.getByRole('link', { name: 'Buka di situs kota' }) as HTMLAnchorElement).href).toBe(url);
  expect(await axeFindings()).toEqual([]);
});

test('opened: asks, and the history says that it waits', () => {
  const { history, onAnswer } = start();
  expect(history()).toEqual(['09.12 dibuka di X', 'menunggu jawaban Anda: sudah terbit?']);
  fireEvent.click(screen.getByRole('button', { name: 'Belum' }));
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith('not-posted', null);
});

test('later: the question goes, the post stays open', () => {
  const { history, onAnswer } = start();
  fireEvent.click(screen.getByRole('button', { name: 'Tanyakan nanti di meja kerja' }));
  expect(screen.queryByText(/sudah terbit di X\?/)).toBeNull();
  expect(history().at(-1)).toBe('menunggu jawaban Anda: sudah terbit?');
  expect(onAnswer).not.toHaveBeenCalled();
});

test('an answer that was taken back is told as that, and the question is asked again', () => {
  const { history } = start({
    changes: [
      { n: 2, by: 'm', state: 'opened', at: at(9) },
      { n: 3, by: 'm', state: 'posted', at: at(10) },
      { n: 4, by: 'm', state: 'opened', at: at(10) },
    ],
  });
  expect(history()).toEqual([
    '09.12 dibuka di X',
    '10.12 Anda menyatakan sudah terbit',
    '10.12 jawaban Anda ditarik kembali',
    'menunggu jawaban Anda: sudah terbit?',
  ]);
  expect(screen.getByRole('button', { name: 'Belum' })).toBeTruthy();
});

test('posted: who said so and when, with the link, and no question', async () => {
  const { history } = start({
    state: 'posted',
    link: 'https://x.com/kota/status/1',
    changes: [
      { n: 2, by: 'm', state: 'opened', at: at(9) },
      { n: 3, by: 'm', state: 'not-posted', at: at(10) },
      { n: 4, by: 'm', state: 'posted', at: at(11) },
    ],
  });
  expect(history()).toEqual([
    '09.12 dibuka di X',
    '10.12 Anda menyatakan belum terbit',
    '11.12 Anda menyatakan sudah terbit',
  ]);
  const link = screen.getByRole('link', { name: /x\.com\/kota/ }) as HTMLAnchorElement;
  expect(link.href).toBe('https://x.com/kota/status/1');
  expect(link.rel).toBe('noreferrer');
  expect(screen.queryByRole('button', { name: 'Sudah' })).toBeNull();
  expect(await axeFindings()).toEqual([]);
});
