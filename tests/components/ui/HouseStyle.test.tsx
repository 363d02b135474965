import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { HouseStyle } from '../../../components/ui/HouseStyle.tsx';
import { type House, plainHouse } from '../../../utils/caption/house.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start(house: Partial<House> = {}, lines: string[] = []) {
  const onHouse = vi.fn();
  const onLines = vi.fn();
  show(<HouseStyle house={{ ...plainHouse, ...house }} lines={lines} onHouse={onHouse} onLines={onLines} />);
  return { onHouse, onLines };
}
const leave = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
};

test('shows what holds, every field with its help', async () => {
  start({ hashtags: ['KotaBogor'], mentions: ['@pemkotbogor'], closing: 'Salam', naming: 'office' }, [
    'Mari!',
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('Tagar kota').value).toBe('#KotaBogor');
  expect(screen.getByLabelText<HTMLInputElement>('Akun yang disebut').value).toBe('@pemkotbogor');
  expect(screen.getByLabelText<HTMLInputElement>('Kalimat penutup').value).toBe('Salam');
  expect(screen.getByLabelText<HTMLInputElement>('Jabatan saja').checked).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Kalimat saya/).value).toBe('Mari!');
  expect(await axeFindings()).toEqual([]);
});

test('what is typed is read as meant, and only what is sound is kept', () => {
  const { onHouse } = start();
  leave('Tagar kota', 'KotaBogor, #BogorBerlari <b> #12');
  expect(onHouse).toHaveBeenLastCalledWith({ ...plainHouse, hashtags: ['KotaBogor', 'BogorBerlari'] });
  leave('Akun yang disebut', 'pemkotbogor @humas.bogor');
  expect(onHouse).toHaveBeenLastCalledWith({ ...plainHouse, mentions: ['@pemkotbogor', '@humas.bogor'] });
  leave('Kalimat penutup', '  Salam,  Humas ');
  expect(onHouse).toHaveBeenLastCalledWith({ ...plainHouse, closing: 'Salam, Humas' });
});

test('emoji and naming are one tap', () => {
  const { onHouse } = start();
  fireEvent.click(screen.getByLabelText('Satu emoji di awal takarir'));
  expect(onHouse).toHaveBeenLastCalledWith({ ...plainHouse, emoji: true });
  fireEvent.click(screen.getByLabelText('Nama saja'));
  expect(onHouse).toHaveBeenLastCalledWith({ ...plainHouse, naming: 'name' });
});

test('own lines, one a line, doubles and empty ones aside', () => {
  const { onLines } = start();
  const field = screen.getByLabelText(/^Kalimat saya/);
  fireEvent.change(field, { target: { value: 'Mari datang!\n\n mari datang! \nSalam, Camat' } });
  expect(onLines).toHaveBeenLastCalledWith(['Mari datang!', 'Salam, Camat']);
});
