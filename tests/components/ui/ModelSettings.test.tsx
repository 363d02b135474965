import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { ModelSettings } from '../../../components/ui/ModelSettings.tsx';
import { type ModelChoice, noModel } from '../../../utils/caption/model-choice.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start({ model = noModel as ModelChoice, builtIn = false, stored = true } = {}) {
  const onSave = vi.fn(async () => stored);
  show(<ModelSettings model={model} builtIn={builtIn} onSave={onSave} />);
  return { onSave };
}
const radio = (name: string) => screen.getByRole('radio', { name }) as HTMLInputElement;
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const own = 'Model di alamat sendiri (Ollama, gerbang milik kota, dan sejenisnya)';
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Izinkan dan simpan' }));

test('off at first; the browser’s own model only where there is one', async () => {
  start();
  expect(radio('Tidak memakai model bahasa').checked).toBe(true);
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(await axeFindings()).toEqual([]);
});

test('an address is saved as it is meant, with the key, which is not shown again', async () => {
  const { onSave } = start();
  fireEvent.click(radio(own));
  expect(onSave).not.toHaveBeenCalled();
  type('Alamat', 'localhost:11434');
  type('Nama model', ' qwen3:8b ');
  type('Kunci akses, bila perlu', 'rahasia');
  save();
  expect(onSave).toHaveBeenCalledExactlyOnceWith(
    { kind: 'address', address: 'http://localhost:11434/v1', name: 'qwen3:8b' },
    'rahasia',
  );
  expect(await screen.findByText('Tersimpan.')).toBeTruthy();
  expect((screen.getByLabelText('Kunci akses, bila perlu') as HTMLInputElement).value).toBe('');
  expect(await axeFindings()).toEqual([]);
});

test.each([
  ['http://jauh.id', 'qwen3:8b'],
  ['localhost:11434', ''],
])('“%s” with the name “%s” is not saved', async (address, name) => {
  const { onSave } = start();
  fireEvent.click(radio(own));
  type('Alamat', address);
  type('Nama model', name);
  save();
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByText(/belum benar\. Tidak ada yang berubah/)).toBeTruthy();
});

test('a permission that is refused is told', async () => {
  start({ stored: false });
  fireEvent.click(radio(own));
  type('Alamat', 'model.kota.go.id');
  type('Nama model', 'm');
  save();
  expect(await screen.findByText(/Belum diizinkan/)).toBeTruthy();
});

test('the browser’s own is chosen in one click, and so is none', () => {
  const { onSave } = start({ builtIn: true });
  fireEvent.click(radio('Model bawaan peramban ini'));
  expect(onSave).toHaveBeenLastCalledWith({ ...noModel, kind: 'built-in' }, '');
  fireEvent.click(radio('Tidak memakai model bahasa'));
  expect(onSave).toHaveBeenLastCalledWith(noModel, '');
});
