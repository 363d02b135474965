import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { ElectionPeriod } from '../../../components/ui/ElectionPeriod.tsx';
import { defaultCampaignWords, type Election } from '../../../utils/check/campaign-words.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const off: Election = { on: false, from: null, to: null, words: defaultCampaignWords };

function start(election: Election) {
  const onChange = vi.fn();
  show(<ElectionPeriod election={election} onChange={onChange} />);
  return onChange;
}
const box = () => screen.getByRole('checkbox', { name: 'Ingatkan saya tentang kata kampanye' });

test('off until it is turned on; nothing else is asked before', async () => {
  const onChange = start(off);
  expect(screen.queryByLabelText('Mulai')).toBeNull();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(box());
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...off, on: true });
});

test('its days, and an open end again', () => {
  const onChange = start({ ...off, on: true, to: '2029-02-14' });
  fireEvent.change(screen.getByLabelText('Mulai'), { target: { value: '2029-01-10' } });
  expect(onChange.mock.lastCall?.[0]).toMatchObject({ from: '2029-01-10', to: '2029-02-14' });
  fireEvent.change(screen.getByLabelText('Sampai'), { target: { value: '' } });
  expect(onChange.mock.lastCall?.[0]).toMatchObject({ from: null, to: null });
});

test('an end before its beginning is told at both', async () => {
  start({ ...off, on: true, from: '2029-02-14', to: '2029-01-10' });
  expect(screen.getByRole('alert').textContent).toContain('mendahului');
  expect(screen.getByLabelText('Mulai').getAttribute('aria-invalid')).toBe('true');
  expect(await axeFindings()).toEqual([]);
});

test('the words, one a line, doubles and empty lines aside; and the built-in list again', () => {
  const onChange = start({ ...off, on: true, words: ['coblos'] });
  const words = screen.getByLabelText('Kata yang dihindari, satu per baris') as HTMLTextAreaElement;
  expect(words.value).toBe('coblos');
  fireEvent.change(words, { target: { value: ' coblos\n\npilih nomor \ncoblos' } });
  expect(onChange.mock.lastCall?.[0].words).toEqual(['coblos', 'pilih nomor']);
  fireEvent.click(screen.getByRole('button', { name: 'Kembalikan daftar bawaan' }));
  expect(onChange.mock.lastCall?.[0].words).toEqual([...defaultCampaignWords]);
});
