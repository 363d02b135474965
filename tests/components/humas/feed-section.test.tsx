import { act, fireEvent, screen } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { expect, test, vi } from 'vitest';
import { FeedSection } from '../../../components/humas/FeedSection.tsx';
import { later } from '../../../utils/browser/texts/later.ts';
import type { FeedReason } from '../../../utils/humas/caption-feed.ts';
import type { FeedRow } from '../../../utils/humas/store.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.humas.feed;
const feed = { url: 'https://humas.kotabogor.go.id/takarir.json', key: `${'A'.repeat(43)}=` };
const row = (changes: Partial<FeedRow> = {}): FeedRow => ({
  ...{ id: 'feed', ...feed, title: 'Takarir Humas Kota Bogor', city: 'Kota Bogor', issued: 1 },
  outcome: { ok: true, at: Date.now(), count: 12, leftOut: 0 },
  ...changes,
});
const props = (changes: Partial<ComponentProps<typeof FeedSection>> = {}) => ({
  ...{ feed, row: row(), allowed: true, byCity: false, writes: false },
  onSave: vi.fn(async () => 'saved' as const),
  onAllow: vi.fn(async () => 'refused' as const),
  onAgain: vi.fn(),
  onWrites: vi.fn(),
  ...changes,
});

test('tells what was read, and what of it was left out', async () => {
  const { again } = show(<FeedSection {...props()} />);
  expect(screen.getByText(/Takarir Humas Kota Bogor: 12 rilis bertakarir/)).toBeTruthy();
  expect(screen.getByText(words.signed)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  again(<FeedSection {...props({ row: row({ outcome: { ok: true, at: 1, count: 1, leftOut: 3 } }) })} />);
  expect(screen.getByText(new RegExp(words.leftOut('3')))).toBeTruthy();
});

test.each<FeedReason>(['forged', 'unsigned', 'older', 'no-ed25519', 'unreadable'])(
  'a feed that is refused is named with why: %s',
  async (reason) => {
    show(<FeedSection {...props({ row: row({ outcome: { ok: false, at: 1, reason } }) })} />);
    const told = screen.getByText('Takarir Humas Kota Bogor').parentElement?.textContent;
    expect(told).toContain(words.reasons[reason]);
    expect(told).toContain(words.kept);
    expect(await axeFindings()).toEqual([]);
  },
);

test('what the city set is shown as set, and waits for one click', async () => {
  const given = props({ byCity: true, allowed: false, row: undefined });
  show(<FeedSection {...given} />);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText(later.id.city.setByCity)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: words.allow }));
  expect(given.onAllow).toHaveBeenCalledOnce();
  expect(await screen.findByText(words.refused)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('the official’s own choice: an address and a key that can be ones, or nothing is asked', async () => {
  const given = props({ feed: null, row: undefined, allowed: null });
  show(<FeedSection {...given} />);
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const save = () => act(() => void fireEvent.click(screen.getByRole('button', { name: words.save })));
  type(words.address, 'http://humas.go.id/takarir.json');
  save();
  expect(screen.getByText(words.addressBad)).toBeTruthy();
  type(words.address, feed.url);
  type(words.key, 'rahasia');
  save();
  expect(screen.getByText(words.keyBad)).toBeTruthy();
  expect(given.onSave).not.toHaveBeenCalled();
  type(words.key, 'A'.repeat(43));
  save();
  expect(given.onSave).toHaveBeenCalledExactlyOnceWith(feed);
});

test('emptied, no feed is read any more', () => {
  const given = props();
  show(<FeedSection {...given} />);
  fireEvent.input(screen.getByLabelText(words.address), { target: { value: ' ' } });
  fireEvent.click(screen.getByRole('button', { name: words.save }));
  expect(given.onSave).toHaveBeenCalledExactlyOnceWith(null);
});
