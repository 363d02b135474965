import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { CityWaits } from '../../../components/source/CityWaits.tsx';
import { type Allowed, WaitingSources } from '../../../components/source/WaitingSources.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const waiting = [
  { url: 'https://kotasatu.go.id/feed', name: 'Kota Satu' },
  { url: 'https://kotadua.go.id/' },
];

test('each source of the city waits with a button of its own', async () => {
  show(<WaitingSources waiting={waiting} onAllow={async () => 'added'} />);
  expect(screen.getByRole('button', { name: 'Izinkan Kota Satu' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Izinkan kotadua.go.id' })).toBeTruthy();
  expect(screen.getByText('Diatur oleh kota')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test.each([
  ['refused', /Belum diizinkan/],
  ['notFound', /belum menemukan rilis/],
  ['failed', /Belum berhasil/],
] as const)('%s is told, and it goes on waiting', async (outcome, words) => {
  let answer: (allowed: Allowed) => void = () => {};
  const onAllow = vi.fn(() => new Promise<Allowed>((resolve) => (answer = resolve)));
  show(<WaitingSources waiting={waiting} onAllow={onAllow} />);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Izinkan Kota Satu' });
  fireEvent.click(button);
  expect(onAllow).toHaveBeenCalledExactlyOnceWith(waiting[0]);
  expect(await screen.findByText('Mencari cara membacanya…')).toBeTruthy();
  expect(button.disabled).toBe(true);
  answer(outcome);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(button.disabled).toBe(false);
});

test('none waiting says nothing', () => {
  const { container } = show(<WaitingSources waiting={[]} onAllow={async () => 'added'} />);
  expect(container.textContent).toBe('');
});

test('the popup’s line counts them and leads to where they can be allowed', async () => {
  const onAllow = vi.fn();
  show(<CityWaits count={2} onAllow={onAllow} />);
  expect(screen.getByText(/2 sumber rilis yang menunggu izin/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Izinkan' }));
  expect(onAllow).toHaveBeenCalledOnce();
  expect(await axeFindings()).toEqual([]);
});
