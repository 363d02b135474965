import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { EarlierTexts } from '../../../components/caption/EarlierTexts.tsx';
import type { Revision } from '../../../utils/draft/draft.ts';
import { draft } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const revisions = (...texts: string[]): Revision[] =>
  texts.map((text, at) => {
    const n = texts.length - at;
    return { id: `d:m:${n}`, draftId: 'd', n, by: 'm', text, writer: 'popup', at: Date.UTC(2026, 10, 24, 2) };
  });
const texts = () => screen.getAllByRole('listitem').map((each) => each.querySelector('p')?.textContent);

test('every earlier text can be read, with its time, and taken up again', async () => {
  const onUse = vi.fn();
  const earlier = revisions('dari panel', '<b>dari popup</b>');
  show(<EarlierTexts draft={draft()} lang="id" read={async () => earlier} onUse={onUse} />);
  fireEvent.click(await screen.findByText('Teks sebelumnya (2)'));
  expect(texts()).toEqual(['dari panel', '<b>dari popup</b>']);
  fireEvent.click(screen.getAllByRole('button')[1] as HTMLElement);
  expect(onUse).toHaveBeenCalledExactlyOnceWith(earlier[1]);
  expect(await axeFindings()).toEqual([]);
});

test('what stands now is not offered as an earlier text', async () => {
  const read = async () => revisions('ini', 'lama');
  show(<EarlierTexts draft={draft({ text: 'ini' })} lang="id" read={read} onUse={() => {}} />);
  await screen.findByText('Teks sebelumnya (1)');
  expect(texts()).toEqual(['lama']);
});

test('it is read anew when the draft was written', async () => {
  let stored = revisions('satu');
  const view = (revision: number) => (
    <EarlierTexts draft={draft({ revision })} lang="id" read={async () => stored} onUse={() => {}} />
  );
  const { again } = show(view(1));
  await screen.findByText('Teks sebelumnya (1)');
  stored = revisions('dua', 'satu');
  again(view(2));
  await screen.findByText('Teks sebelumnya (2)');
});

test('none: nothing is shown', async () => {
  const read = vi.fn(async () => []);
  const { container } = show(<EarlierTexts draft={draft()} lang="id" read={read} onUse={() => {}} />);
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
  expect(container.querySelector('details')).toBeNull();
});

test('a history that cannot be read is told, and says that the text is safe', async () => {
  const read = () => Promise.reject(new Error('rusak'));
  show(<EarlierTexts draft={draft()} lang="id" read={read} onUse={() => {}} />);
  expect((await screen.findByRole('status')).textContent).toContain('tidak terpengaruh');
});
