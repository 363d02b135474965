import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CityNotice } from '../../../components/release/CityNotice.tsx';
import { ReleaseChange } from '../../../components/release/ReleaseChange.tsx';
import { ShareQuestion } from '../../../components/release/ShareQuestion.tsx';
import { StateMark } from '../../../components/release/StateMark.tsx';
import type { ReleaseVersion } from '../../../utils/release/versions.ts';
import { release } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const now = new Date(2026, 10, 24, 12).getTime();
const at = new Date(2026, 10, 24, 9, 40).getTime();
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
const said = () => screen.getByRole('status').textContent;

const before: ReleaseVersion = {
  id: 'r1:2000',
  releaseId: 'r1',
  title: 'Taman lama dibuka',
  paragraphs: ['Taman buka pada Senin pagi.', 'Semua warga boleh masuk.'],
  published: null,
  since: 1000,
  until: 2000,
};
const changed = release({
  title: 'Taman baru dibuka',
  paragraphs: ['Taman buka pada Selasa pagi.', 'Semua warga boleh masuk.'],
  changedAt: at,
});

describe('the mark of a release', () => {
  test.each([
    ['changed', 'diubah kota'],
    ['withdrawn', 'ditarik kota'],
    ['suspicious', 'mencurigakan'],
  ] as const)('%s is said in words', async (state, words) => {
    expect(show(<StateMark state={state} />).container.textContent).toBe(words);
    expect(await axeFindings()).toEqual([]);
  });

  test.each([null, undefined])('nothing where all is well: %s', (state) => {
    expect(show(<StateMark state={state} />).container.innerHTML).toBe('');
  });
});

describe('what the city changed', () => {
  function start(version: ReleaseVersion | null = before, onUnderstood?: () => void) {
    const words = 'Kota mengubah rilis ini hari ini pukul 09.40.';
    return show(
      <ReleaseChange
        release={changed}
        before={version}
        words={words}
        {...(onUnderstood && { onUnderstood })}
      />,
    );
  }

  test('is told, and opens word for word', async () => {
    const { container } = start();
    expect(said()).toContain('Kota mengubah rilis ini hari ini pukul 09.40.');
    expect(container.querySelector('.difference')).toBeNull();
    expect(await axeFindings()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Lihat yang berubah', expanded: false }));
    const texts = (selector: string) =>
      [...container.querySelectorAll(selector)].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
    expect(texts('del')).toEqual(['dihapus: lama', 'dihapus: Senin']);
    expect(texts('ins')).toEqual(['ditambah: baru', 'ditambah: Selasa']);
    expect(await axeFindings()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Sembunyikan', expanded: true }));
    expect(container.querySelector('.difference')).toBeNull();
  });

  test('without the added and the removed it is the text before and after', () => {
    const { container } = start();
    fireEvent.click(button('Lihat yang berubah'));
    const difference = container.querySelector('.difference') as HTMLElement;
    for (const word of difference.querySelectorAll('.visually-hidden')) word.remove();
    const without = (selector: string) => {
      const copy = difference.cloneNode(true) as HTMLElement;
      for (const each of copy.querySelectorAll(selector)) each.remove();
      return copy.textContent?.replace(/\s+/g, ' ').trim();
    };
    expect(without('del')).toBe([changed.title, ...changed.paragraphs].join(' '));
    expect(without('ins')).toBe([before.title, ...before.paragraphs].join(' '));
  });

  test('another date stands below the title; one that was only told more exactly does not', () => {
    const dated = (day: number, precision: 'day' | 'time' = 'day') => ({
      at: Date.UTC(2026, 10, day, 2, 40),
      precision,
    });
    const open = (from: ReturnType<typeof dated>, to: ReturnType<typeof dated>) => {
      const { container } = show(
        <ReleaseChange
          release={{ ...changed, published: to }}
          before={{ ...before, title: changed.title, paragraphs: changed.paragraphs, published: from }}
          words="Diubah."
        />,
      );
      fireEvent.click(screen.getAllByRole('button', { name: 'Lihat yang berubah' }).at(-1) as HTMLElement);
      return container.querySelector('.difference') as HTMLElement;
    };
    const redated = open(dated(21), dated(24));
    expect(redated.querySelector('del')?.textContent).toContain('21');
    expect(redated.querySelector('ins')?.textContent).toContain('24');
    expect(redated.textContent).toContain('November 2026');
    expect(open(dated(24), dated(24, 'time')).textContent).not.toContain('2026');
    expect(open(dated(24, 'time'), dated(26, 'time')).textContent).toContain('09.40');
  });

  test('a change that was changed back says so', async () => {
    const { container } = start({ ...before, title: changed.title, paragraphs: changed.paragraphs });
    fireEvent.click(button('Lihat yang berubah'));
    expect(container.querySelector('.difference')?.textContent).toBe(
      'Isinya sekarang sama lagi dengan semula.',
    );
    expect(await axeFindings()).toEqual([]);
  });

  test('what looks like markup stays text', () => {
    const { container } = start({ ...before, title: '<img src=x onerror=alert(1)> dibuka' });
    fireEvent.click(button('Lihat yang berubah'));
    expect(container.querySelector('.difference img')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  test('where nothing of before is kept there is nothing to open', async () => {
    start(null);
    expect(screen.queryByRole('button')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('the official says to have read it', () => {
    const onUnderstood = vi.fn();
    start(before, onUnderstood);
    fireEvent.click(button('Sudah saya baca'));
    expect(onUnderstood).toHaveBeenCalledOnce();
  });

  test('where that is of no concern it is not asked', () => {
    start();
    expect(screen.getAllByRole('button')).toEqual([button('Lihat yang berubah')]);
  });
});

describe('what the city did with a release', () => {
  type Props = Partial<Parameters<typeof CityNotice>[0]>;
  const start = (props: Props, language: 'id' | 'en' = 'id') =>
    show(<CityNotice release={changed} state="changed" before={null} {...props} />, language);
  beforeEach(() => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    return () => void vi.useRealTimers();
  });

  test.each([
    [{ state: 'withdrawn' }, 'Rilis ini tidak ada lagi di situs kota.'],
    [
      { state: 'suspicious' },
      'Rilis ini terbaca seperti iklan judi. Mungkin situs kota disusupi; jangan dibagikan sebelum Humas memastikannya.',
    ],
    [{ state: 'changed' }, 'Kota mengubah rilis ini hari ini pukul 09.40. '],
    [
      { state: 'changed', since: true },
      'Kota mengubah rilis ini hari ini pukul 09.40, sesudah Anda membukanya. ',
    ],
  ] as const)('%o', async (props, words) => {
    start(props);
    expect(said()).toBe(words);
    expect(screen.queryByRole('button')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('on another day, as a date is written in that language', () => {
    const release = { ...changed, changedAt: new Date(2026, 10, 21, 9, 40).getTime() };
    start({ release });
    expect(said()).toBe('Kota mengubah rilis ini Sabtu, 21 November pukul 09.40. ');
    start({ release }, 'en');
    expect(screen.getAllByRole('status')[1]?.textContent).toMatch(/Saturday,? 21 November at 09:40/);
  });

  test('a change can be read and acknowledged', () => {
    const onUnderstood = vi.fn();
    const { container } = start({ before, onUnderstood });
    fireEvent.click(button('Lihat yang berubah'));
    expect(container.querySelector('ins')).not.toBeNull();
    fireEvent.click(button('Sudah saya baca'));
    expect(onUnderstood).toHaveBeenCalledOnce();
  });

  test('what is gone or is no release of theirs cannot be acknowledged', () => {
    start({ state: 'withdrawn', before, onUnderstood: () => {} });
    start({ state: 'suspicious', before, onUnderstood: () => {} });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the question before one click sends it', () => {
  afterEach(() => vi.restoreAllMocks());
  function start(props: Partial<Parameters<typeof ShareQuestion>[0]> = {}) {
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    const heard = { onRead: vi.fn(), onOpen: vi.fn(), onClose: vi.fn() };
    show(
      <ShareQuestion
        title="Taman baru dibuka"
        state="changed"
        when="hari ini pukul 09.40"
        {...heard}
        {...props}
      />,
    );
    return { ...heard, modal };
  }
  const dialog = (name: string) => screen.getByRole('dialog', { name }) as HTMLDialogElement;

  test('stands before all else, says why and of which release', async () => {
    const { modal } = start();
    const asked = dialog('Kota mengubah rilis ini hari ini pukul 09.40. Tetap buka?');
    expect(modal).toHaveBeenCalledOnce();
    expect(asked.open).toBe(true);
    expect(asked.textContent).toContain('Taman baru dibuka');
    expect(await axeFindings()).toEqual([]);
  });

  test.each([
    ['Batal', 'onClose'],
    ['Tetap buka', 'onOpen'],
    ['Baca dahulu', 'onRead'],
  ] as const)('"%s" is that and nothing else', (name, which) => {
    const { modal: _, ...heard } = start();
    fireEvent.click(button(name));
    for (const [each, calls] of Object.entries(heard)) {
      expect(calls, each).toHaveBeenCalledTimes(each === which ? 1 : 0);
    }
  });

  test('Esc is a no', () => {
    const { onClose, onOpen } = start({ state: 'withdrawn' });
    dialog('Rilis ini sudah ditarik dari situs kota. Tetap buka?').close();
    expect(onClose).toHaveBeenCalledOnce();
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('suspicious: it can be read, not opened', async () => {
    const heard = { onRead: vi.fn(), onClose: vi.fn() };
    show(<ShareQuestion title="Slot gacor" state="suspicious" when="" {...heard} />);
    expect(dialog('Rilis ini mencurigakan: situs kota mungkin disusupi.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tetap buka' })).toBeNull();
    fireEvent.click(button('Baca dahulu'));
    expect(heard.onRead).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });
});
