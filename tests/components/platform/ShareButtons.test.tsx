import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { ShareButtons } from '../../../components/platform/ShareButtons.tsx';
import { type PlatformId, platformIds } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { press, show } from '../show.tsx';

function start(platforms: PlatformId[] = [...platformIds], shared = {}) {
  const onShare = vi.fn();
  show(<ShareButtons title="Taman baru" platforms={platforms} shared={shared} onShare={onShare} />);
  const more = () => screen.getByRole('button', { name: 'Kanal lainnya: Taman baru' });
  return { onShare, more, items: () => screen.queryAllByRole('menuitem') };
}
const focused = () => document.activeElement?.textContent;

test('the first four are one click away, each by its name and route', async () => {
  const { onShare } = start(['x', 'facebook', 'line', 'threads', 'telegram']);
  const names = screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'));
  expect(names).toEqual([
    'Buka di X: Taman baru',
    'Salin & buka Facebook: Taman baru',
    'Buka di LINE: Taman baru',
    'Buka di Threads: Taman baru',
    'Kanal lainnya: Taman baru',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Salin & buka Facebook: Taman baru' }));
  expect(onShare).toHaveBeenCalledExactlyOnceWith('facebook');
  expect(await axeFindings()).toEqual([]);
});

test('where it went before is said in words', () => {
  start(['x', 'threads'], { x: 'opened', threads: 'posted' });
  expect(screen.getByRole('button', { name: 'Buka di X: Taman baru (sudah dibuka)' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Buka di Threads: Taman baru (sudah terbit)' })).toBeTruthy();
});

test('four or fewer need no menu', () => {
  start(['x', 'facebook', 'line', 'threads']);
  expect(screen.getAllByRole('button')).toHaveLength(4);
});

test('the rest is behind "…", in the official’s order, and a choice closes it', async () => {
  const { onShare, more, items } = start(['x', 'facebook', 'line', 'threads', 'instagram', 'bluesky'], {
    bluesky: 'posted',
  });
  expect(items()).toHaveLength(0);
  expect(more().getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more());
  expect(more().getAttribute('aria-expanded')).toBe('true');
  expect(items().map((each) => each.textContent)).toEqual([
    'Salin & buka Instagram',
    'Buka di Blueskysudah terbit',
  ]);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('menuitem', { name: /Bluesky/ }));
  expect(onShare).toHaveBeenCalledExactlyOnceWith('bluesky');
  expect(items()).toHaveLength(0);
});

test('by keyboard: the first is in focus, arrows go round', () => {
  const { more } = start(['x', 'facebook', 'line', 'threads', 'instagram', 'bluesky', 'mastodon']);
  fireEvent.click(more());
  expect(focused()).toBe('Salin & buka Instagram');
  expect(press('ArrowDown')).toBe(false);
  expect(focused()).toBe('Buka di Bluesky');
  press('ArrowUp');
  press('ArrowUp');
  expect(focused()).toBe('Buka di Mastodon');
  press('ArrowDown');
  expect(focused()).toBe('Salin & buka Instagram');
});

test('Escape closes the menu alone, and the focus goes back to its button', () => {
  const { more, items } = start();
  const outer = vi.fn();
  document.addEventListener('keydown', outer);
  fireEvent.click(more());
  // Left to the browser, Escape would close the whole popup.
  expect(press('Escape')).toBe(false);
  expect(outer).not.toHaveBeenCalled();
  expect(items()).toHaveLength(0);
  expect(document.activeElement).toBe(more());
  expect(press('Escape')).toBe(true);
  document.removeEventListener('keydown', outer);
});

test('a press elsewhere closes it, one inside does not', () => {
  const { more, items } = start();
  fireEvent.click(more());
  fireEvent.pointerDown(items()[1] as HTMLElement);
  expect(items()).not.toHaveLength(0);
  fireEvent.pointerDown(document.body);
  expect(items()).toHaveLength(0);
});

test('going on with Tab closes it', () => {
  const { more, items } = start();
  fireEvent.click(more());
  act(() => (items()[1] as HTMLElement).focus());
  expect(items()).not.toHaveLength(0);
  act(() => screen.getByRole('button', { name: 'Buka di X: Taman baru' }).focus());
  expect(items()).toHaveLength(0);
});
