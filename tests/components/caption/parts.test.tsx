import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { AnglePicker } from '../../../components/caption/AnglePicker.tsx';
import { Counter } from '../../../components/caption/Counter.tsx';
import { Hashtags } from '../../../components/caption/Hashtags.tsx';
import { SaveMark } from '../../../components/caption/SaveMark.tsx';
import type { Angle } from '../../../utils/caption/caption.ts';
import { platformIds } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

describe('the angles', () => {
  test('only those that the release carries; the chosen one is pressed; an edited one and one of the Humas office say so', async () => {
    const onChoose = vi.fn();
    show(
      <AnglePicker
        angles={['summary', 'quote']}
        chosen="summary"
        isEdited={(angle: Angle) => angle === 'quote'}
        isFromHumas={(angle: Angle) => angle === 'summary'}
        onChoose={onChoose}
      />,
    );
    expect(screen.getByRole('group', { name: 'Sudut takarir' })).toBeTruthy();
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([
      'Ringkasdari Humas',
      'Kutipan(sudah Anda ubah)',
    ]);
    expect(screen.getByRole('button', { pressed: true }).textContent).toBe('Ringkasdari Humas');
    fireEvent.click(screen.getByRole('button', { name: /Kutipan/ }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('quote');
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the counter', () => {
  const counter = () => screen.getByRole('img');

  test('counts as the platform does, and says what it counts', async () => {
    show(
      <Counter platform="x" text="Halo https://kotabogor.go.id/berita/sebuah-alamat-yang-panjang-sekali" />,
    );
    expect(counter().textContent).toContain('28 / 280');
    expect(counter().getAttribute('aria-label')).toBe('28 dari 280, hitungan X: tautan 23, emoji 2');
    expect(counter().className).not.toContain('counter-over');
    expect(await axeFindings()).toEqual([]);
  });

  test('at the limit it fits, one more is over', () => {
    const { again } = show(<Counter platform="x" text={'a'.repeat(280)} />);
    expect(counter().className).not.toContain('counter-over');
    again(<Counter platform="x" text={'a'.repeat(281)} />);
    expect(counter().className).toContain('counter-over');
    expect(counter().textContent).toContain('281 / 280');
  });

  test('numbers as the language writes them', () => {
    const { again } = show(<Counter platform="instagram" text={'a'.repeat(1234)} />);
    expect(counter().textContent).toContain('1.234 / 2.200');
    again(<Counter platform="mastodon" text="" />);
    expect(counter().getAttribute('aria-label')).toBe('0 dari 500, karakter, tautan 23');
  });

  test('every platform can be counted', () => {
    for (const platform of platformIds) {
      const { unmount } = show(<Counter platform={platform} text="Taman baru 🎉" />, 'en');
      expect(counter().getAttribute('aria-label'), platform).toMatch(/^1[1-9] of [\d,]+, .+/);
      unmount();
    }
  });
});

describe('the hashtags', () => {
  function start(text: string) {
    const onChange = vi.fn();
    show(<Hashtags hashtags={['#KotaBogor', '#TamanBaru']} text={text} onChange={onChange} />);
    return { onChange, click: (name: string) => fireEvent.click(screen.getByRole('button', { name })) };
  }

  test('on where the text has them, whatever their case', async () => {
    start('Taman baru #kotabogor');
    expect(screen.getByRole('button', { pressed: true }).textContent).toBe('#KotaBogor');
    expect(screen.getByRole('button', { pressed: false }).textContent).toBe('#TamanBaru');
    expect(await axeFindings()).toEqual([]);
  });

  test('switched on: added at the end; the text before it is untouched', () => {
    const { onChange, click } = start('Taman “baru”.\nAyo! #KotaBogor');
    click('#TamanBaru');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('Taman “baru”.\nAyo! #KotaBogor #TamanBaru');
  });

  test('switched off: only its own word goes', () => {
    const { onChange, click } = start('Ayo ke taman #KotaBogor #TamanBaru');
    click('#KotaBogor');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('Ayo ke taman #TamanBaru');
  });

  test('a longer hashtag is another one', () => {
    start('#KotaBogorku');
    expect(screen.queryByRole('button', { pressed: true })).toBeNull();
  });

  test('none to offer: nothing is shown', () => {
    const { container } = show(<Hashtags hashtags={[]} text="" onChange={() => {}} />);
    expect(container.textContent).toBe('');
    expect(container.querySelector('fieldset')).toBeNull();
  });
});

describe('the save mark', () => {
  test('saving, saved, failed and saved again, each in words that are read out', async () => {
    const { again } = show(<SaveMark state="idle" />);
    const status = () => screen.getByRole('status').textContent;
    expect(status()).toBe('saran, belum diubah');
    for (const [state, words] of [
      ['saving', 'menyimpan…'],
      ['saved', 'tersimpan'],
      ['saving', 'menyimpan…'],
      ['failed', 'belum tersimpan'],
      ['saved', 'tersimpan'],
    ] as const) {
      act(() => again(<SaveMark state={state} />));
      expect(status()).toMatch(new RegExp(`^${words}`));
      if (state !== 'saved') expect(status()).not.toMatch(/^tersimpan/);
    }
    act(() => again(<SaveMark state="failed" />));
    expect(status()).toContain('Teks Anda masih ada di layar ini.');
    expect(await axeFindings()).toEqual([]);
  });
});
