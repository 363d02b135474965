import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FolderForm } from '../../../components/backup/FolderForm.tsx';
import { FolderStatus } from '../../../components/backup/FolderStatus.tsx';
import { FolderTrouble } from '../../../components/backup/FolderTrouble.tsx';
import { noFolder } from '../../../utils/backup/folder-choice.ts';
import type { FolderOutcome } from '../../../utils/browser/folder.ts';
import { id as texts } from '../../../utils/browser/texts/id.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = { ...later.id.folder, ...texts.folder };
const choice = { on: true, address: 'https://awan.go.id/dav/budi/Jubir', user: 'budi' };
const now = Date.UTC(2026, 10, 24, 3);
const outcome = (change: Partial<FolderOutcome> = {}): FolderOutcome => ({
  ...{ at: now, reason: null, metAt: now - 60_000, machines: 2, faults: [], bytes: 1 },
  ...{ failures: 0, failingSince: 0, holdUntil: 0 },
  ...change,
});
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => vi.restoreAllMocks());

describe('the form', () => {
  test('hands over what was typed, made sound, and says what came of it', async () => {
    const onTry = vi.fn(async () => words.notOn(words.reasons.refused));
    show(<FolderForm choice={noFolder} onTry={onTry} />);
    type(words.address, ' awan.go.id/dav/budi/Jubir/ ');
    type(words.user, ' budi ');
    type(words.password, 'sandi aplikasi');
    expect(screen.getByLabelText(words.password)).toHaveProperty('type', 'password');
    click(words.tryIt);
    expect(onTry).toHaveBeenCalledExactlyOnceWith({
      ...{ address: choice.address, user: 'budi', password: 'sandi aplikasi' },
    });
    expect(screen.getByRole('status').textContent).toBe(words.trying);
    click(words.tryIt);
    expect(onTry).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(words.reasons.refused));
    expect(screen.queryByRole('button', { name: texts.app.cancel })).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test.each([
    ['http://awan.go.id/dav', 'budi'],
    ['', 'budi'],
    ['https://awan.go.id/dav', 'bu:di'],
  ])('asks nobody with %s and %s', (address, user) => {
    const onTry = vi.fn();
    show(<FolderForm choice={noFolder} onTry={onTry} />);
    type(words.address, address);
    type(words.user, user);
    click(words.tryIt);
    expect(onTry).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toBe(words.badAddress);
  });

  test('opened to change what is on, it shows all but the password, and can be left', () => {
    const onCancel = vi.fn();
    show(<FolderForm choice={choice} onTry={vi.fn()} onCancel={onCancel} />);
    expect(screen.getByLabelText(words.address)).toHaveProperty('value', choice.address);
    expect(screen.getByLabelText(words.password)).toHaveProperty('value', '');
    expect(screen.getByText(words.passwordKept)).toBeTruthy();
    click(texts.app.cancel);
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('how it goes', () => {
  const status = (last: FolderOutcome | null, meeting = false) => {
    const told = { onMeet: vi.fn(), onChange: vi.fn(), onTurnOff: vi.fn() };
    const shown = show(
      <FolderStatus state={{ choice, outcome: last }} now={now} meeting={meeting} {...told} />,
    );
    return { ...told, ...shown };
  };

  test('when the machines met, and how many', async () => {
    const { container, onMeet, onChange, onTurnOff } = status(outcome());
    expect(container.textContent).toContain(words.isOn('budi', 'awan.go.id'));
    expect(screen.getByRole('status').textContent).toMatch(/^Terakhir disamakan hari ini.*2 komputer/);
    expect(container.querySelector('.notice')).toBeNull();
    click(words.meetNow);
    click(words.change);
    click(words.turnOff);
    for (const heard of [onMeet, onChange, onTurnOff]) expect(heard).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });

  test('alone, it says that another is missing; before the first time, that', () => {
    status(outcome({ machines: 1 }));
    expect(screen.getByRole('status').textContent).toMatch(/komputer Anda yang lain/);
    document.body.replaceChildren();
    status(null);
    expect(screen.getByRole('status').textContent).toBe(words.never);
  });

  test('why it failed, that nothing was lost, and when it tries again', async () => {
    const { container } = status(outcome({ reason: 'full', failures: 2, holdUntil: now + 3_600_000 }));
    const notice = container.querySelector('.notice')?.textContent ?? '';
    for (const part of [words.reasons.full, words.safe, 'Jubir mencobanya lagi hari ini'])
      expect(notice).toContain(part);
    expect(await axeFindings()).toEqual([]);
  });

  test('what is wrong with others’ files, each once', () => {
    const { container } = status(outcome({ faults: ['newer', 'cut', 'newer'] }));
    const told = [...container.querySelectorAll('.notice')].map(({ textContent }) => textContent);
    expect(told).toEqual([words.faults.newer, words.faults.cut]);
  });

  test('while they meet, nothing old is told and the button does nothing', () => {
    const { container, onMeet } = status(outcome({ reason: 'full' }), true);
    expect(screen.getByRole('status').textContent).toBe(words.meeting);
    expect(container.querySelector('.notice')).toBeNull();
    click(words.meetNow);
    expect(onMeet).not.toHaveBeenCalled();
  });
});

test('the line that tells of it elsewhere leads to the options', async () => {
  const onLook = vi.fn();
  show(<FolderTrouble onLook={onLook} />);
  expect(screen.getByText(words.trouble)).toBeTruthy();
  click(words.look);
  expect(onLook).toHaveBeenCalledOnce();
  expect(await axeFindings()).toEqual([]);
});
