import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { HumasCard } from '../../../components/humas/HumasCard.tsx';
import { HumasHead } from '../../../components/humas/HumasHead.tsx';
import { fromLocal, toLocal } from '../../../components/humas/local-time.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import { emptyDesk, type HumasItem } from '../../../utils/humas/desk.ts';
import { item } from '../../humas/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.humasDesk;
const own = (changes: Partial<HumasItem> = {}): HumasItem => ({ ...item(), id: 'a', ...changes });

test('every text has a box; what is typed is sent at once and stays in it', async () => {
  const onWrite = vi.fn();
  show(<HumasCard item={own()} reviews={false} author="" now={0} onWrite={onWrite} />);
  const box = screen.getByLabelText<HTMLTextAreaElement>(words.text('Ringkas', 'X', '1'));
  fireEvent.input(box, { target: { value: 'Diperbaiki.' } });
  const place = { platform: 'x', angle: 'summary', at: 0 };
  expect(onWrite).toHaveBeenCalledExactlyOnceWith({ do: 'text', id: 'a', place, text: 'Diperbaiki.' });
  expect(box.value).toBe('Diperbaiki.');
  expect(await axeFindings()).toEqual([]);
});

test('an expiry is set by this computer’s clock and taken back by emptying it', () => {
  const onWrite = vi.fn();
  const { again } = show(<HumasCard item={own()} reviews={false} author="" now={0} onWrite={onWrite} />);
  fireEvent.change(screen.getByLabelText(words.expires), { target: { value: '2026-12-01T08:30' } });
  const expires = new Date(2026, 11, 1, 8, 30).getTime();
  expect(onWrite).toHaveBeenLastCalledWith({ do: 'edit', id: 'a', edit: { expires } });
  expect([toLocal(expires), fromLocal('2026-12-01T08:30'), fromLocal('')]).toEqual([
    '2026-12-01T08:30',
    expires,
    undefined,
  ]);
  again(<HumasCard item={own({ expires })} reviews={false} author="" now={expires} onWrite={onWrite} />);
  expect(screen.getByText(words.expired)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(words.expires), { target: { value: '' } });
  expect(onWrite).toHaveBeenLastCalledWith({ do: 'edit', id: 'a', edit: { expires: undefined } });
});

test('whoever wrote it cannot approve it', async () => {
  const onWrite = vi.fn();
  const { again } = show(
    <HumasCard item={own({ writtenBy: 'Rina' })} reviews author="" now={0} onWrite={onWrite} />,
  );
  const approve = (name: string) => {
    fireEvent.input(screen.getByLabelText(words.approver), { target: { value: name } });
    fireEvent.click(screen.getByRole('button', { name: words.approve }));
  };
  approve('rina');
  expect(screen.getByText(words.approveOwn)).toBeTruthy();
  expect(onWrite).not.toHaveBeenCalled();
  approve('Budi');
  expect(onWrite).toHaveBeenCalledExactlyOnceWith({ do: 'approve', id: 'a', name: 'Budi' });
  expect(await axeFindings()).toEqual([]);
  again(
    <HumasCard
      item={own({ writtenBy: 'Rina', reviewedBy: 'Budi' })}
      reviews
      author=""
      now={0}
      onWrite={onWrite}
    />,
  );
  expect(screen.queryByLabelText(words.approver)).toBeNull();
  expect(screen.getByText('ditulis Rina · disetujui Budi')).toBeTruthy();
});

test('a key in use is replaced by a second click alone', async () => {
  const onKey = vi.fn();
  const others = { onWrite: vi.fn(), onSave: vi.fn(), onOpen: vi.fn(), onKey };
  const { again } = show(<HumasHead desk={emptyDesk} {...others} />);
  fireEvent.click(screen.getByRole('button', { name: words.keyMake }));
  expect(onKey).toHaveBeenCalledOnce();
  again(<HumasHead desk={{ ...emptyDesk, publicKey: `${'A'.repeat(43)}=` }} {...others} />);
  fireEvent.click(screen.getByRole('button', { name: words.keyAnew }));
  expect(onKey).toHaveBeenCalledOnce();
  expect(screen.getByText(words.keySure)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: words.keyAnew }));
  expect(onKey).toHaveBeenCalledTimes(2);
});

test('a file for a colleague is offered where two pairs of eyes are wanted', () => {
  const onSave = vi.fn();
  const others = { onWrite: vi.fn(), onSave, onOpen: vi.fn(), onKey: vi.fn() };
  const { container, again } = show(<HumasHead desk={emptyDesk} {...others} />);
  const head = within(container as HTMLElement);
  expect(head.queryByRole('button', { name: words.saveDraft })).toBeNull();
  again(<HumasHead desk={{ ...emptyDesk, reviews: true }} {...others} />);
  fireEvent.click(head.getByRole('button', { name: words.saveDraft }));
  fireEvent.click(head.getByRole('button', { name: words.save }));
  expect(onSave.mock.calls).toEqual([[true], [false]]);
});
