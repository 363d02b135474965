import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Rewrite } from '../../../components/caption/Rewrite.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start(rewrite: (text: string) => Promise<string>) {
  const onUse = vi.fn();
  const view = (text: string, angle: 'summary' | 'quote' = 'summary', byModel = false) => (
    <Rewrite {...{ text, angle, byModel, rewrite, onUse }} platform="x" language="id" />
  );
  return { ...show(view('Teks saya.')), onUse, view };
}
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
const ask = 'Tulis ulang dengan model bahasa';

test('asked, answered and marked as the model’s; it takes the text’s place only when told to', async () => {
  const rewrite = vi.fn(async () => '<b>Teks baru.</b>');
  const { onUse, container } = start(rewrite);
  fireEvent.click(button(ask));
  expect(button('Model sedang menulis…').disabled).toBe(true);
  expect(await screen.findByText('<b>Teks baru.</b>')).toBeTruthy();
  expect(screen.getByText('Dari model bahasa: periksa sebelum dipakai')).toBeTruthy();
  expect(rewrite).toHaveBeenCalledExactlyOnceWith('Teks saya.', 'x');
  expect(onUse).not.toHaveBeenCalled();
  expect(container.querySelector('b')).toBeNull();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(button('Pakai teks ini'));
  expect(onUse).toHaveBeenCalledExactlyOnceWith('<b>Teks baru.</b>');
});

test('while a text of a model stands in the box, that is said', () => {
  const { view, again } = start(async () => 'Teks baru.');
  again(view('Teks baru, diubah sedikit.', 'summary', true));
  expect(screen.getByText('Teks ini ditulis model bahasa.')).toBeTruthy();
  again(view('Teks saya.'));
  expect(screen.queryByText('Teks ini ditulis model bahasa.')).toBeNull();
});

test('left alone, it goes', async () => {
  const { onUse } = start(async () => 'Teks baru.');
  fireEvent.click(button(ask));
  await screen.findByText('Teks baru.');
  fireEvent.click(button('Biarkan'));
  expect(screen.queryByText('Teks baru.')).toBeNull();
  expect(onUse).not.toHaveBeenCalled();
});

test.each([
  ['timeout', /terlalu lama menjawab.*tidak berubah/],
  ['something else', /tidak menjawab.*tidak berubah/],
])('a failure (%s) says what happened and that nothing was lost', async (reason, words) => {
  start(() => Promise.reject(new Error(reason)));
  fireEvent.click(button(ask));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(button(ask).disabled).toBe(false);
  expect(await axeFindings()).toEqual([]);
});

test('an answer to another draft does not show in this one', async () => {
  let answer = (_: string) => {};
  const { view, again } = start(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  fireEvent.click(button(ask));
  again(view('Teks lain.', 'quote'));
  answer('Teks baru.');
  await waitFor(() => expect(button(ask).disabled).toBe(false));
  expect(screen.queryByText('Teks baru.')).toBeNull();
});
