import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ReleaseBeside } from '../../../components/draft/ReleaseBeside.tsx';
import type { ReleaseVersion } from '../../../utils/release/versions.ts';
import { release } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const until = new Date(2026, 10, 23, 9, 40).getTime();
const before: ReleaseVersion = {
  id: `r1:${until}`,
  releaseId: 'r1',
  title: 'Taman baru dibuka',
  paragraphs: ['Taman dibuka pukul 07.00.'],
  published: release().published,
  since: 0,
  until,
};
const now = release({ paragraphs: ['Taman dibuka pukul 08.00.'] });

test('the release to read, as text, with its source, date and address', async () => {
  const hostile = release({ paragraphs: ['<img src=x onerror=alert(1)> Taman.'] });
  const { container } = show(<ReleaseBeside release={hostile} sourceName="Kota Bogor" before={null} />);
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Taman baru dibuka');
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)> Taman.');
  expect(container.textContent).toContain('Kota Bogor · 24 November 2026');
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(container.querySelector('article')?.lang).toBe('id');
  expect(await axeFindings()).toEqual([]);
});

test('what changed since the draft was written is marked, and can be read unmarked', async () => {
  const { container } = show(<ReleaseBeside release={now} sourceName="Kota Bogor" before={before} />);
  expect(container.textContent).toContain('setelah draf ini Anda tulis');
  const marked = () =>
    [...container.querySelectorAll('del, ins')].map(({ lastChild }) => lastChild?.textContent);
  expect(marked()).toEqual(['07.00.', '08.00.']);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Tandai yang berubah' }));
  expect(marked()).toEqual([]);
  expect(container.querySelector('article p')?.textContent).toBe('Taman dibuka pukul 08.00.');
});

test('a release that is not read yet says so, and one without a date too', () => {
  const untold = release({ paragraphs: [], published: null, language: 'en' });
  const { container } = show(<ReleaseBeside release={untold} sourceName="Kota Bogor" before={null} />);
  expect(container.textContent).toContain('tanpa tanggal');
  expect(container.textContent).toContain('Isi rilis belum terbaca');
});
