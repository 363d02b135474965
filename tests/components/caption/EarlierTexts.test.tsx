import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { EarlierTexts } from '../../../components/caption/EarlierTexts.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const texts = () => screen.getAllByRole('listitem').map((each) => each.querySelector('p')?.textContent);

test('every replaced text can be read and taken up again', async () => {
  const onUse = vi.fn();
  show(<EarlierTexts texts={['dari panel', '<b>dari popup</b>']} onUse={onUse} />);
  fireEvent.click(screen.getByText((_, element) => element?.tagName === 'SUMMARY'));
  expect(texts()).toEqual(['dari panel', '<b>dari popup</b>']);
  fireEvent.click(screen.getAllByRole('button')[1] as HTMLElement);
  expect(onUse).toHaveBeenCalledExactlyOnceWith('<b>dari popup</b>');
  expect(await axeFindings()).toEqual([]);
});

test('two windows in turn leave the same text twice: both stay in their order', () => {
  const { again } = show(<EarlierTexts texts={['b', 'a', 'b', 'a']} onUse={() => {}} />);
  again(<EarlierTexts texts={['c', 'b', 'a', 'b', 'a']} onUse={() => {}} />);
  expect(texts()).toEqual(['c', 'b', 'a', 'b', 'a']);
  again(<EarlierTexts texts={['b', 'c', 'b', 'a', 'b', 'a']} onUse={() => {}} />);
  expect(texts()).toEqual(['b', 'c', 'b', 'a', 'b', 'a']);
});

test('none: nothing is shown', () => {
  const { container } = show(<EarlierTexts texts={[]} onUse={() => {}} />);
  expect(container.querySelector('details')).toBeNull();
});
