import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { LinkList } from '../../../components/platform/LinkList.tsx';
import { platformIds } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const post = 'https://x.com/intent/post?text={text}';

function start(change: Partial<Parameters<typeof LinkList>[0]> = {}) {
  const onChange = vi.fn();
  show(<LinkList own={{}} city={{}} confirmed={{}} onChange={onChange} {...change} />);
  const [x] = screen.getAllByRole('listitem') as [HTMLElement];
  const field = () => within(x).getByLabelText<HTMLInputElement>('Alamat pengganti untuk X');
  return { onChange, x, field };
}
const leave = (field: HTMLInputElement, value: string) => {
  field.value = value;
  fireEvent.change(field);
};

test('on a phone, the form that its app listens to', () => {
  start({ phone: true });
  expect(screen.getByText('https://line.me/R/share?text={text}')).toBeTruthy();
  expect(screen.getByText('https://x.com/intent/tweet?text={text}')).toBeTruthy();
});

test('each platform’s form, and when the official last said that it went out', async () => {
  const { x } = start({ confirmed: { x: Date.now() } });
  expect(screen.getAllByRole('listitem')).toHaveLength(platformIds.length);
  expect(x.textContent).toContain('https://x.com/intent/tweet?text={text}');
  expect(x.textContent).toMatch(/Terakhir Anda nyatakan terbit hari ini/);
  expect(screen.getAllByText('Belum pernah Anda nyatakan terbit')).toHaveLength(platformIds.length - 1);
  expect(await axeFindings()).toEqual([]);
});

test('another address stands in, and is taken away by emptying it', () => {
  const { onChange, field, x } = start({ own: { x: post, threads: 'https://a.id/?t={text}' } });
  expect(x.textContent).toContain(post);
  expect(x.textContent).toContain('Alamat pengganti');
  leave(field(), '');
  expect(onChange).toHaveBeenLastCalledWith({ threads: 'https://a.id/?t={text}' });
  leave(field(), ' https://x.com/compose?text={text} ');
  expect(onChange).toHaveBeenLastCalledWith({
    threads: 'https://a.id/?t={text}',
    x: 'https://x.com/compose?text={text}',
  });
});

test('one that cannot be is refused and said to be; nothing changes', () => {
  const { onChange, field } = start();
  leave(field(), 'https://x.com/intent');
  expect(screen.getByRole('alert').textContent).toContain('yang lama tetap berlaku');
  expect(onChange).not.toHaveBeenCalled();
});

test('the city’s goes before, and is not for changing here', () => {
  const { x } = start({ own: { x: 'https://a.id/?t={text}' }, city: { x: post } });
  expect(x.textContent).toContain(post);
  expect(x.textContent).toContain('Diatur oleh kota');
  expect(x.querySelector('input')).toBeNull();
});
