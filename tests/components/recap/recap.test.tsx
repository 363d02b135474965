import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Joined } from '../../../components/recap/JoinedNotice.tsx';
import { RecapPage } from '../../../components/recap/RecapPage.tsx';
import { later } from '../../../utils/browser/texts/later.ts';
import { factsOf } from '../../../utils/recap/facts.ts';
import { type Recap, recapOf } from '../../../utils/recap/recap.ts';
import { monthOfPosts } from '../../recap/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.recap;
const month = { year: 2026, month: 9 };
const sources = new Map([
  ['kota-bogor', 'Kota Bogor'],
  ['kecamatan', 'Kecamatan Bogor Tengah'],
]);
const { posts, releases } = monthOfPosts(month, 60);
const october = recapOf(factsOf(month, { posts, releases, sources }));
const choices = posts.map(({ id, platform, text, starredAt = 0 }) => ({
  ...{ id, platform, text },
  starred: starredAt > 0,
}));
const did = {
  ...{ onMonth: vi.fn(), onPrint: vi.fn(), onCsv: vi.fn(), onHandIn: vi.fn(), onFiles: vi.fn() },
  ...{ onOwn: vi.fn(), onCloseJoined: vi.fn(), onStar: vi.fn(), onPost: vi.fn(), onRelease: vi.fn() },
};
const joined: Joined = {
  count: 39,
  names: ['Dinas Kesehatan', '<b>Kecamatan</b>'],
  nameless: 2,
  leftOut: [
    { name: 'surat.pdf', why: 'not-ours' },
    { name: 'lama.json', why: { year: 2026, month: 8 } },
  ],
  refused: 3,
};

beforeEach(() => vi.clearAllMocks());

function start(recap: Recap = october, more: { joined?: Joined } = {}, language: 'id' | 'en' = 'id') {
  return show(
    <RecapPage
      recap={recap}
      months={[{ year: 2026, month: 10 }, month, { year: 2026, month: 8 }]}
      choices={choices}
      joined={more.joined ?? null}
      withOwn={false}
      now={new Date(2026, 10, 3, 9).getTime()}
      {...did}
    />,
    language,
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const table = (name: string) => screen.getByRole('table', { name });
const rowsOf = (name: string) =>
  within(table(name))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

describe('a month on a page', () => {
  test.each(['id', 'en'] as const)('has nothing that axe finds, in %s', async (language) => {
    start(october, {}, language);
    expect(await axeFindings()).toEqual([]);
  });

  test('says the month in four numbers', () => {
    const { container } = start();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rekap Oktober 2026');
    expect([...container.querySelectorAll('.recap-value')].map((value) => value.textContent)).toEqual([
      '50',
      '60 dari 64',
      '3 jam 29 menit',
      '10',
    ]);
  });

  test('each chart is a table too, and the day chart has every day', () => {
    start();
    const days = rowsOf(words.perDay);
    expect(days[0]).toEqual(['Hari', 'Terbit', 'Menunggu']);
    expect(days).toHaveLength(32);
    expect(days[5]).toEqual(['5 Oktober', '1', '1']);
    expect(rowsOf(words.perPlatform)[1]).toEqual(['WhatsApp', '13', '3']);
    expect(rowsOf(words.perSource).slice(1)).toEqual([
      ['Kota Bogor', '40', '8'],
      ['Kecamatan Bogor Tengah', '10', '2'],
    ]);
    expect(rowsOf(words.perAngle)[1]).toEqual(['Ringkas', '26', '43%']);
  });

  test('drawings are hidden from listeners, and what waits is a pattern, no colour', () => {
    const { container } = start();
    for (const drawing of container.querySelectorAll('svg'))
      expect(drawing.closest('[aria-hidden="true"]')).not.toBeNull();
    expect(container.querySelectorAll('#recap-hatch')).toHaveLength(1);
    expect(container.querySelectorAll('.recap-days .recap-hatched')).toHaveLength(
      october.days.filter(({ waiting }) => waiting > 0).length,
    );
  });

  test('another month is one click, and none lies before the first or after the last', () => {
    start();
    fireEvent.click(button(words.before));
    expect(did.onMonth).toHaveBeenLastCalledWith({ year: 2026, month: 8 });
    fireEvent.click(button(words.after));
    expect(did.onMonth).toHaveBeenLastCalledWith({ year: 2026, month: 10 });
    fireEvent.change(screen.getByRole('combobox', { name: words.month }), { target: { value: '2026-11' } });
    expect(did.onMonth).toHaveBeenCalledTimes(3);
  });

  test('long lists show their beginning, and more when asked', async () => {
    start();
    const waiting = within(
      screen.getByRole('heading', { name: /^Menunggu konfirmasi/ }).parentElement as HTMLElement,
    );
    expect(waiting.getAllByRole('listitem')).toHaveLength(4);
    fireEvent.click(waiting.getByRole('button', { name: words.showAll('6') }));
    expect(waiting.getAllByRole('listitem')).toHaveLength(10);
    expect(await axeFindings()).toEqual([]);
  });

  test('what is to be followed up opens on the desk', () => {
    start();
    const [waits] = october.waitingPosts;
    fireEvent.click(screen.getAllByRole('button', { name: waits?.title ?? '' })[0] as HTMLElement);
    expect(did.onPost).toHaveBeenCalledWith(waits?.id);
    const [left] = october.untaken;
    fireEvent.click(button(left?.title ?? ''));
    expect(did.onRelease).toHaveBeenCalledWith(left?.id);
  });

  test('the best lines are chosen from the month’s posts, and let go', () => {
    const { container } = start();
    expect([...container.querySelectorAll('blockquote')].map((line) => line.textContent)).toEqual(
      october.lines.map(({ line }) => line),
    );
    fireEvent.click(container.querySelector('.recap-quote .recap-star') as Element);
    expect(did.onStar).toHaveBeenLastCalledWith(october.lines[0]?.id, false);
    fireEvent.click(container.querySelectorAll('.recap-choose .recap-star')[5] as Element);
    expect(did.onStar).toHaveBeenLastCalledWith('rekap-p5', true);
  });

  test('a month is handed in with a name or without', async () => {
    start();
    fireEvent.click(button(words.handIn));
    expect(await axeFindings()).toEqual([]);
    fireEvent.input(screen.getByLabelText(words.from), { target: { value: 'Dinas Kesehatan' } });
    fireEvent.click(button(words.saveFile));
    expect(did.onHandIn).toHaveBeenCalledWith('Dinas Kesehatan');
    expect(screen.queryByLabelText(words.from)).toBeNull();
  });

  test('paper and table are a click each', () => {
    start();
    fireEvent.click(button(words.print));
    fireEvent.click(button(words.csv));
    expect(did.onPrint).toHaveBeenCalledOnce();
    expect(did.onCsv).toHaveBeenCalledOnce();
  });
});

test('an empty month says so, and what could have been taken up', async () => {
  const empty = recapOf(factsOf(month, { posts: [], releases: releases.slice(0, 2), sources }));
  const { container } = start(empty);
  expect(screen.getByText(words.emptyTitle('Oktober 2026'))).toBeTruthy();
  expect(screen.getByText(words.noPosts)).toBeTruthy();
  expect(container.querySelector('.recap-days')).toBeNull();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(await axeFindings()).toEqual([]);
});

describe('several people’s months together', () => {
  const together = recapOf({
    month,
    posts: [
      { ...(october.lines[0] as Recap['lines'][0]), line: '<b>tebal</b>\u0000', title: '<i>miring</i>' },
    ],
    releases: [
      {
        url: 'https://kotabogor.go.id/1',
        title: '<script>alert(1)</script>',
        source: 'x',
        day: 3,
        taken: false,
      },
    ],
  });

  test('whose they are is told by the alphabet alone; what is no month is named with its reason', async () => {
    const { container } = start(together, { joined });
    expect(container.querySelector('.recap-whose')?.textContent).toBe(
      'Dinas Kesehatan, <b>Kecamatan</b>, 2 tanpa nama',
    );
    expect([...container.querySelectorAll('.recap-left-out li')].map((line) => line.textContent)).toEqual([
      'surat.pdf: bukan rekap Jubir, atau rusak',
      'lama.json: rekap bulan lain: September 2026',
    ]);
    expect(screen.getByText(words.refusedRows('3'))).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test('what came in files is text, and leads to its site alone', () => {
    const { container } = start(together, { joined });
    expect(container.querySelectorAll('b, i, script')).toHaveLength(0);
    const link = screen.getByRole('link', { name: '<script>alert(1)</script>' });
    expect(link.getAttribute('href')).toBe('https://kotabogor.go.id/1');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  test('nothing of them can be starred, handed in or opened on this desk', () => {
    const { container } = start(together, { joined });
    expect(container.querySelector('.recap-star')).toBeNull();
    expect(screen.queryByRole('button', { name: words.handIn })).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: words.withOwn }));
    expect(did.onOwn).toHaveBeenCalledWith(true);
    fireEvent.click(button(words.closeJoined));
    expect(did.onCloseJoined).toHaveBeenCalledOnce();
  });
});
