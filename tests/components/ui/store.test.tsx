import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { IncidentNotice } from '../../../components/ui/IncidentNotice.tsx';
import { StorageSection } from '../../../components/ui/StorageSection.tsx';
import { StoreNotice } from '../../../components/ui/StoreNotice.tsx';
import type { Incident } from '../../../utils/backup/recover.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.store;
const now = new Date(2026, 10, 24, 10, 0).getTime();

describe('StoreNotice', () => {
  const states = ['newer', 'step-failed', 'unreadable', 'outdated', 'blocked', 'restoring'] as const;
  const buttons = (): string[] => screen.queryAllByRole('button').map((button) => button.textContent ?? '');
  const notice = (state: (typeof states)[number], onDesk?: () => void) => (
    <StoreNotice state={state} onRetry={() => {}} onReload={() => {}} onDesk={onDesk} onReport={() => {}} />
  );

  test.each(states)('%s: says what happened and what to do, in both languages', async (state) => {
    const { unmount } = show(notice(state, () => {}));
    expect(screen.getByRole('status').textContent).toContain(words.states[state].help);
    expect(screen.getByRole('heading').textContent).toBe(words.states[state].title);
    expect(await axeFindings()).toEqual([]);
    unmount();
    show(notice(state), 'en');
    expect(screen.getByRole('status').textContent).toContain(later.en.store.states[state].help);
  });

  test('offers what helps, and nothing else', () => {
    const offered = (state: (typeof states)[number], onDesk?: () => void): string[] => {
      const { unmount } = show(notice(state, onDesk));
      const found = buttons();
      unmount();
      return found;
    };
    const desk = () => {};
    expect(offered('newer', desk)).toEqual([words.openDesk]);
    const { title } = later.id.report;
    expect(offered('step-failed', desk)).toEqual([words.openDesk, words.retry, title]);
    expect(offered('unreadable')).toEqual([words.retry, title]);
    expect(offered('outdated', desk)).toEqual([words.reload]);
    expect(offered('blocked', desk)).toEqual([]);
    expect(offered('restoring', desk)).toEqual([]);
  });

  test('each button does what it says', () => {
    const [retry, reload, desk, report] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    const given = { onRetry: retry, onReload: reload, onDesk: desk, onReport: report };
    const { again } = show(<StoreNotice state="outdated" {...given} />);
    fireEvent.click(screen.getByText(words.reload));
    again(<StoreNotice state="step-failed" {...given} />);
    fireEvent.click(screen.getByText(words.retry));
    fireEvent.click(screen.getByText(words.openDesk));
    fireEvent.click(screen.getByText(later.id.report.title));
    expect([retry, reload, desk, report].map((each) => each.mock.calls.length)).toEqual([1, 1, 1, 1]);
  });
});

describe('IncidentNotice', () => {
  const incident = (change: Partial<Incident> = {}): Incident => ({
    ...{ at: now, from: new Date(2026, 10, 24, 9, 41).getTime(), drafts: 12, posts: 3 },
    ...{ lost: [], more: 0, secrets: false, ...change },
  });

  test('says what is there again, from when, and by name what is not', async () => {
    const lost = [
      { title: 'Pasar Jambu Dua', platform: 'x' as const },
      { title: '<b>Otista</b>', platform: 'whatsapp' as const },
      { title: '', platform: 'besok' as PlatformId },
    ];
    const understood = vi.fn();
    show(
      <IncidentNotice
        incident={incident({ lost, more: 4, secrets: true })}
        now={now}
        onUnderstood={understood}
      />,
    );
    const { textContent: said } = screen.getByRole('status');
    expect(said).toContain(words.restoredFrom(12, 3, 'hari ini pukul 09.41'));
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Pasar Jambu Dua · X',
      '<b>Otista</b> · WhatsApp',
      `${words.untitled} · besok`,
      words.lostMore(4),
    ]);
    expect(said).toContain(words.secretsGone);
    expect(said).not.toContain(words.lostNone);
    expect(await axeFindings()).toEqual([]);
    fireEvent.click(screen.getByText(words.understood));
    expect(understood).toHaveBeenCalledOnce();
  });

  test('says plainly that nothing was lost, or that there was no snapshot yet', () => {
    const { again } = show(<IncidentNotice incident={incident()} now={now} onUnderstood={() => {}} />);
    expect(screen.getByRole('status').textContent).toContain(words.lostNone);
    expect(screen.getByRole('status').textContent).not.toContain(words.secretsGone);
    again(
      <IncidentNotice incident={incident({ from: null, drafts: 1 })} now={now} onUnderstood={() => {}} />,
    );
    expect(screen.getByRole('status').textContent).toContain(words.restoredNone(1, 3));
  });
});

test('StorageSection tells how much, how safe, and when the latest snapshot was made', async () => {
  const facts = { persisted: true, used: 3_400_000, snapshotAt: new Date(2026, 10, 24, 9, 5).getTime() };
  const { again } = show(<StorageSection facts={facts} drafts={4} posts={2} now={now} />);
  const lines = () => screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lines()).toEqual([
    '4 draf dan 2 unggahan tersimpan; Jubir memakai 3,2 MB.',
    words.persisted,
    words.lastCopy('hari ini pukul 09.05'),
  ]);
  expect(await axeFindings()).toEqual([]);
  again(
    <StorageSection
      facts={{ persisted: false, used: null, snapshotAt: null }}
      drafts={0}
      posts={0}
      now={now}
    />,
  );
  expect(lines()).toEqual(['0 draf dan 0 unggahan tersimpan.', words.notPersisted, words.noCopy]);
});
