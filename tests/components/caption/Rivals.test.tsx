import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Rivals } from '../../../components/caption/Rivals.tsx';
import { writer } from '../../../components/hooks/use-draft-writer.ts';
import { draft } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const mine = { n: 2, by: 'm', text: 'Taman baru dibuka pagi ini.', writer, at: Date.UTC(2026, 10, 24, 2) };
const both = draft({ text: 'Taman baru dibuka <b>Senin</b>.', writer: 'panel', rivals: [mine] });

test('both texts are shown, whose each is, and what differs; one of them is chosen', async () => {
  const onChoose = vi.fn();
  show(<Rivals draft={both} lang="id" onChoose={onChoose} />);
  const [stored, here] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(stored.querySelector('.rival-text')?.textContent).toBe('Taman baru dibuka <b>Senin</b>.');
  expect(stored.textContent).toContain('Di jendela atau komputer lain');
  expect(here.textContent).toContain('Di jendela ini');
  expect([...here.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['pagi ini.']);
  fireEvent.click(within(here).getByRole('button', { name: 'Pakai tulisan ini' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(mine);
  expect(await axeFindings()).toEqual([]);
});

test('a draft with one text has nothing to choose', () => {
  const { container } = show(<Rivals draft={draft()} lang="id" onChoose={() => {}} />);
  expect(container.querySelector('section')).toBeNull();
});
