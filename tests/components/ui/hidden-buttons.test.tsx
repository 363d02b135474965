import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { HiddenButtons } from '../../../components/ui/HiddenButtons.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

test('nothing is said where the button was never hidden', () => {
  expect(show(<HiddenButtons hosts={[]} onChange={() => {}} />).container.textContent).toBe('');
});

test('each site where it was hidden can have it back, and the others stay', async () => {
  const onChange = vi.fn();
  show(<HiddenButtons hosts={['kotabogor.go.id', 'depok.go.id']} onChange={onChange} />);
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan lagi di kotabogor.go.id' }));
  expect(onChange).toHaveBeenCalledWith(['depok.go.id']);
  expect(await axeFindings()).toEqual([]);
});
