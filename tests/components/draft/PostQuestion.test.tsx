import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { PostQuestion } from '../../../components/draft/PostQuestion.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start(releaseTitle = 'Taman baru dibuka') {
  const onAnswer = vi.fn();
  const onLater = vi.fn();
  const question = { postId: 'p1', platform: 'x', releaseTitle } as const;
  show(<PostQuestion question={question} onAnswer={onAnswer} onLater={onLater} />);
  const button = (name: string) => screen.getByRole('button', { name });
  return { onAnswer, onLater, button };
}

test('asks whether it is out, on which platform', async () => {
  start();
  expect(screen.getByText('“Taman baru dibuka” sudah terbit di X?')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('a long title is cut between words', () => {
  start('Pemerintah Kota Bogor meresmikan gedung perpustakaan daerah yang baru');
  expect(screen.getByText('“Pemerintah Kota Bogor meresmikan gedung…” sudah terbit di X?')).toBeTruthy();
});

test('not yet; and later, which is no answer', () => {
  const { onAnswer, onLater, button } = start();
  fireEvent.click(button('Tanyakan nanti di meja kerja'));
  expect(onLater).toHaveBeenCalledOnce();
  expect(onAnswer).not.toHaveBeenCalled();
  fireEvent.click(button('Belum'));
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith('not-posted', null);
});

describe('yes', () => {
  function yes() {
    const started = start();
    fireEvent.click(started.button('Sudah'));
    const field = screen.getByLabelText('Tautan unggahan (boleh dikosongkan)') as HTMLInputElement;
    const submit = (link: string) => {
      fireEvent.input(field, { target: { value: link } });
      fireEvent.click(started.button('Simpan'));
    };
    return { ...started, field, submit };
  }

  test('answers only once the link was given or left out; the field has the focus', async () => {
    const { onAnswer, field, submit } = yes();
    expect(onAnswer).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
    expect(await axeFindings()).toEqual([]);
    submit('');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith('posted', null);
  });

  test('with the link, without the spaces around it', () => {
    const { onAnswer, submit } = yes();
    submit('  https://x.com/kota/status/1 ');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith('posted', 'https://x.com/kota/status/1');
  });

  test.each(['x.com/kota/status/1', 'http://x.com/a', 'javascript:alert(1)', 'belum ada'])(
    '"%s" is no link: told beside the field, until it is changed',
    async (link) => {
      const { onAnswer, field, submit } = yes();
      submit(link);
      expect(onAnswer).not.toHaveBeenCalled();
      expect(screen.getByRole('alert').textContent).toBe('Tautan harus diawali https://');
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
      expect(await axeFindings()).toEqual([]);
      fireEvent.input(field, { target: { value: 'https://' } });
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );
});
