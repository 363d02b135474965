import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { ServerField } from '../../../components/platform/ServerField.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

function start(props: { server?: string | null; button?: boolean } = {}) {
  const onSave = vi.fn();
  show(<ServerField server={props.server ?? null} onSave={onSave} button={props.button ?? false} />);
  const field = screen.getByLabelText('Server Mastodon Anda, bila ada') as HTMLInputElement;
  return { onSave, field, type: (value: string) => fireEvent.input(field, { target: { value } }) };
}
const alert = () => screen.queryByRole('alert')?.textContent;

describe('saved when the field is left', () => {
  test.each([
    ['mastodon.social', 'mastodon.social'],
    [' https://Mastodon.Social/home ', 'mastodon.social'],
    ['@saya@mastodon.social', 'mastodon.social'],
  ])('%s', async (typed, host) => {
    const { onSave, field, type } = start();
    type(typed);
    expect(onSave).not.toHaveBeenCalled();
    fireEvent.blur(field);
    expect(onSave).toHaveBeenCalledExactlyOnceWith(host);
    expect(field.value).toBe(host);
    expect(alert()).toBeUndefined();
  });

  test('emptied: none any more', () => {
    const { onSave, field, type } = start({ server: 'mastodon.social' });
    expect(field.value).toBe('mastodon.social');
    type('  ');
    fireEvent.blur(field);
    expect(onSave).toHaveBeenCalledExactlyOnceWith(null);
  });

  test('unchanged: nothing is stored', () => {
    const { onSave, field } = start({ server: 'mastodon.social' });
    fireEvent.blur(field);
    expect(onSave).not.toHaveBeenCalled();
  });
});

test('what is no server is told, kept to be mended, and not stored', async () => {
  const { onSave, field, type } = start();
  expect(await axeFindings()).toEqual([]);
  type('bukan server');
  fireEvent.blur(field);
  expect(alert()).toBe('Tulis nama servernya saja, misalnya mastodon.social.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(alert());
  expect(field.value).toBe('bukan server');
  expect(onSave).not.toHaveBeenCalled();
  expect(await axeFindings()).toEqual([]);
  type('bukan.server');
  expect(alert()).toBeUndefined();
  expect(field.getAttribute('aria-invalid')).toBe('false');
});

test('with a button: stored by it or by Enter, not by leaving', async () => {
  const { onSave, field, type } = start({ button: true });
  type('mastodon.social');
  fireEvent.blur(field);
  expect(onSave).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('mastodon.social');
  fireEvent.submit(field.form as HTMLFormElement);
  expect(onSave).toHaveBeenCalledTimes(2);
  expect(await axeFindings()).toEqual([]);
});
