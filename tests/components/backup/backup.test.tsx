import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { CopyReminder } from '../../../components/backup/CopyReminder.tsx';
import { EraseData } from '../../../components/backup/EraseData.tsx';
import { PostList } from '../../../components/backup/PostList.tsx';
import type { Preview } from '../../../components/backup/PreviewList.tsx';
import { RestoreBackup } from '../../../components/backup/RestoreBackup.tsx';
import { SaveBackup, type Saved } from '../../../components/backup/SaveBackup.tsx';
import { nothingTaken, type Taken } from '../../../utils/backup/contents.ts';
import { id } from '../../../utils/browser/texts/id.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import { head } from '../../backup/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.backup;
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const tick = (label: string) => fireEvent.click(screen.getByLabelText(label));

describe('"Simpan cadangan"', () => {
  const saved: Saved = { drafts: 12, posts: 3, bytes: 1_400_000 };

  test('saves without a passphrase, and says what, how much, and where to look', async () => {
    const onSave = vi.fn(async () => saved);
    show(<SaveBackup last={null} shortest={10} onSave={onSave} />);
    screen.getByText(words.lastNever);
    click(words.save);
    await screen.findByText(words.saved(12, 3, '1,4 MB'));
    expect(onSave).toHaveBeenCalledExactlyOnceWith('', false);
    expect(await axeFindings()).toEqual([]);
  });

  test('takes a passphrase only if it is long enough and typed twice, and keys only if ticked', async () => {
    const onSave = vi.fn(async () => saved);
    show(<SaveBackup last="kemarin pukul 09.40" shortest={10} onSave={onSave} />);
    screen.getByText(words.last('kemarin pukul 09.40'));
    tick(words.withPhrase);
    type(words.phrase, 'pendek');
    click(words.save);
    await screen.findByText(words.phraseShort(10));
    type(words.phrase, 'hujan di Bogor');
    type(words.repeat, 'hujan di bogor');
    click(words.save);
    await screen.findByText(words.phraseDiffers);
    expect(onSave).not.toHaveBeenCalled();
    expect(await axeFindings()).toEqual([]);
    type(words.repeat, 'hujan di Bogor');
    click(words.save);
    await waitFor(() => expect(onSave).toHaveBeenLastCalledWith('hujan di Bogor', false));
    await screen.findByText(words.saved(12, 3, '1,4 MB'));
    // It is not left standing in the page.
    expect(screen.getByLabelText<HTMLInputElement>(words.phrase).value).toBe('');
    type(words.phrase, 'hujan di Bogor');
    type(words.repeat, 'hujan di Bogor');
    tick(words.withSecrets);
    click(words.save);
    await waitFor(() => expect(onSave).toHaveBeenLastCalledWith('hujan di Bogor', true));
  });

  test('a passphrase that was typed and then not wanted is not used', async () => {
    const onSave = vi.fn(async () => saved);
    show(<SaveBackup last={null} shortest={10} onSave={onSave} />);
    tick(words.withPhrase);
    type(words.phrase, 'hujan di Bogor');
    tick(words.withSecrets);
    tick(words.withPhrase);
    click(words.save);
    await waitFor(() => expect(onSave).toHaveBeenCalledWith('', false));
  });

  test('makes one copy at a time, and says when it could not', async () => {
    let fail = (_: Error) => {};
    const onSave = vi.fn(() => new Promise<Saved>((_, reject) => (fail = reject)));
    show(<SaveBackup last={null} shortest={10} onSave={onSave} />);
    click(words.save);
    click(words.save);
    expect(onSave).toHaveBeenCalledTimes(1);
    fail(new Error('full'));
    await screen.findByText(words.saveFailed);
  });
});

describe('"Pulihkan"', () => {
  const file = new File(['{}'], 'jubir.json');
  const preview = (change: Partial<Preview> = {}): Preview => ({
    head,
    isHere: false,
    taken: { ...nothingTaken, added: 3, changed: 2, rivals: 1 },
    ending: { whole: true, damaged: 0 },
    ...change,
  });
  const choose = () => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no input');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
  };
  const now = head.createdAt + 3 * 86_400_000;

  test('shows what is in the file before anything is taken, then how far it is, then what it brought', async () => {
    let tell = (_: number) => {};
    let finish = (_: Taken) => {};
    const onRestore = vi.fn(
      (_: File, __: string, ___: Preview, progress: (share: number) => void) =>
        new Promise<Taken>((resolve) => {
          tell = progress;
          finish = resolve;
        }),
    );
    show(<RestoreBackup onLook={async () => preview()} onRestore={onRestore} now={now} />);
    choose();
    await screen.findByText(words.holds(3, 1));
    const list = within(screen.getByRole('list'));
    expect(list.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringContaining('Chrome, Windows'),
      words.holds(3, 1),
      words.fresh(3),
      words.changed(2),
      words.rivals(1),
    ]);
    screen.getByText(words.merges);
    expect(await axeFindings()).toEqual([]);
    expect(onRestore).not.toHaveBeenCalled();
    click(words.confirm);
    expect(onRestore).toHaveBeenCalledExactlyOnceWith(file, '', preview(), expect.any(Function));
    act(() => tell(0.427));
    await screen.findByText(words.restoring(42));
    finish({ ...nothingTaken, added: 3, changed: 2, sources: 2 });
    await screen.findByText(words.restored(3, 2));
    screen.getByText(words.restoredSources(2));
  });

  test('asks for the passphrase, and again when it does not fit', async () => {
    const onLook = vi.fn(async (_: File, phrase: string) =>
      phrase === 'benar' ? preview() : phrase === '' ? ('sealed' as const) : ('wrong-passphrase' as const),
    );
    const onRestore = vi.fn(async () => nothingTaken);
    show(<RestoreBackup onLook={onLook} onRestore={onRestore} now={now} />);
    choose();
    const box = await screen.findByLabelText(words.phrase);
    await waitFor(() => expect(document.activeElement).toBe(box));
    type(words.phrase, 'salah');
    expect(await axeFindings()).toEqual([]);
    click(words.open);
    await screen.findByText(words.failures['wrong-passphrase']);
    type(words.phrase, 'benar');
    click(words.open);
    await screen.findByText(words.confirm);
    click(words.confirm);
    expect(onRestore).toHaveBeenCalledWith(file, 'benar', preview(), expect.any(Function));
  });

  test.each(['not-ours', 'newer', 'too-large', 'unreadable'] as const)(
    'says why a file is refused: %s',
    async (why) => {
      show(<RestoreBackup onLook={async () => why} onRestore={async () => nothingTaken} now={now} />);
      choose();
      await screen.findByText(words.failures[why]);
      expect(screen.queryByText(words.confirm)).toBeNull();
      expect(screen.queryByLabelText(words.phrase)).toBeNull();
    },
  );

  test('says that a file is not whole, and what of it will be left out', async () => {
    const damaged = preview({
      isHere: true,
      taken: { ...nothingTaken, refused: 2 },
      ending: { whole: false, damaged: 3 },
    });
    show(<RestoreBackup onLook={async () => damaged} onRestore={async () => nothingTaken} now={now} />);
    choose();
    await screen.findByText(words.notWhole);
    screen.getByText(words.damaged(5));
    screen.getByText(words.nothingNew);
    expect(screen.getByText(/di komputer ini\.$/).textContent).toContain('Dibuat');
    click(id.app.cancel);
    expect(screen.queryByText(words.notWhole)).toBeNull();
  });

  test('that stops half way says that the same file can be taken again', async () => {
    const fail = async () => Promise.reject(new Error('worker'));
    show(<RestoreBackup onLook={async () => preview()} onRestore={fail} now={now} />);
    choose();
    await screen.findByText(words.confirm);
    click(words.confirm);
    await screen.findByText(words.restoreStopped);
  });
});

test('the list of posts is of all months, or of the one chosen', async () => {
  const onSave = vi.fn();
  const months = [
    { year: 2026, month: 10 },
    { year: 2026, month: 9 },
  ];
  show(<PostList months={months} onSave={onSave} />);
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
    words.allMonths,
    'November 2026',
    'Oktober 2026',
  ]);
  click(words.saveList);
  expect(onSave).toHaveBeenLastCalledWith(null);
  fireEvent.change(screen.getByLabelText(words.month), { target: { value: '1' } });
  click(words.saveList);
  expect(onSave).toHaveBeenLastCalledWith(months[1]);
  expect(await axeFindings()).toEqual([]);
});

describe('"Hapus semua data"', () => {
  const stored = { drafts: 12, posts: 30, releases: 400, sources: 2 };

  test('asks, says what goes, offers a copy, and asks again', async () => {
    const onErase = vi.fn(() => new Promise<void>(() => {}));
    const onBackup = vi.fn();
    show(<EraseData stored={stored} onBackup={onBackup} onErase={onErase} />);
    expect(screen.queryByText(words.eraseNow)).toBeNull();
    click(words.erase);
    expect(document.activeElement?.textContent).toBe(words.eraseAsk);
    screen.getByText(words.eraseEntries(12, 30));
    screen.getByText(words.eraseReleases(400, 2));
    click(words.save);
    expect(onBackup).toHaveBeenCalledTimes(1);
    expect(await axeFindings()).toEqual([]);
    click(words.eraseNow);
    expect(onErase).not.toHaveBeenCalled();
    tick(words.eraseSure);
    click(words.eraseNow);
    click(words.eraseNow);
    expect(onErase).toHaveBeenCalledTimes(1);
    screen.getByText(words.erasing);
  });

  test('called off, it has to be ticked anew', () => {
    show(<EraseData stored={stored} onBackup={() => {}} onErase={async () => {}} />);
    click(words.erase);
    tick(words.eraseSure);
    click(id.app.cancel);
    expect(document.activeElement?.textContent).toBe(words.erase);
    click(words.erase);
    expect(screen.getByLabelText<HTMLInputElement>(words.eraseSure).checked).toBe(false);
  });

  test('that left something says so, and can be done once more', async () => {
    const onErase = vi.fn(() => Promise.reject(new Error('left')));
    show(<EraseData stored={stored} onBackup={() => {}} onErase={onErase} />);
    click(words.erase);
    tick(words.eraseSure);
    click(words.eraseNow);
    await screen.findByText(words.eraseFailed);
    click(words.eraseNow);
    await waitFor(() => expect(onErase).toHaveBeenCalledTimes(2));
  });
});

test('the reminder is one line with two answers', async () => {
  const [onSave, onLater] = [vi.fn(), vi.fn()];
  show(<CopyReminder onSave={onSave} onLater={onLater} />);
  screen.getByText(id.copy.remind);
  click(words.save);
  click(words.later);
  expect(onSave).toHaveBeenCalledTimes(1);
  expect(onLater).toHaveBeenCalledTimes(1);
  expect(await axeFindings()).toEqual([]);
});
