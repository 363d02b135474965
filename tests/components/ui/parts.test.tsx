import { act, fireEvent, screen } from '@testing-library/preact';
import { Check } from 'lucide';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Brand } from '../../../components/ui/Brand.tsx';
import { Icon } from '../../../components/ui/Icon.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { LanguagePicker } from '../../../components/ui/LanguagePicker.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { NotifyChoice } from '../../../components/ui/NotifyChoice.tsx';
import { Toast } from '../../../components/ui/Toast.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

afterEach(() => {
  vi.useRealTimers();
});

describe('a toast', () => {
  test('is read out, and can be acted on', async () => {
    const run = vi.fn();
    show(<Toast text="Dihapus." action={{ label: 'Urungkan', run }} onGone={() => {}} />);
    expect(screen.getByRole('status').textContent).toContain('Dihapus.');
    fireEvent.click(screen.getByRole('button', { name: 'Urungkan' }));
    expect(run).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });

  test('stands for ten seconds, and anew when its text changes', () => {
    vi.useFakeTimers();
    const onGone = vi.fn();
    const { again } = show(<Toast text="satu" onGone={onGone} />);
    act(() => void vi.advanceTimersByTime(9_000));
    again(<Toast text="dua" onGone={onGone} />);
    act(() => void vi.advanceTimersByTime(9_999));
    expect(onGone).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1));
    expect(onGone).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('goes in its time also where the page is drawn anew meanwhile, and the same words told again stand again', () => {
    vi.useFakeTimers();
    const onGone = vi.fn();
    const undo = () => ({ label: 'Urungkan', run: () => {} });
    const first = undo();
    const { again } = show(<Toast text="satu" action={first} onGone={() => onGone('dulu')} />);
    act(() => void vi.advanceTimersByTime(6_000));
    again(<Toast text="satu" action={first} onGone={() => onGone('kini')} />);
    act(() => void vi.advanceTimersByTime(4_000));
    expect(onGone.mock.calls).toEqual([['kini']]);
    again(<Toast text="satu" action={undo()} onGone={() => onGone('lagi')} />);
    act(() => void vi.advanceTimersByTime(9_999));
    expect(onGone).toHaveBeenCalledOnce();
  });

  test('that is taken away calls nobody', () => {
    vi.useFakeTimers();
    const onGone = vi.fn();
    show(<Toast text="satu" onGone={onGone} />).unmount();
    vi.advanceTimersByTime(20_000);
    expect(onGone).not.toHaveBeenCalled();
  });
});

test('a button that is only a picture has its words, and the rest of a button', async () => {
  const onClick = vi.fn();
  const { container } = show(
    <IconButton label="Kembali" class="big" data-platform="x" onClick={onClick}>
      <Icon icon={Check} size={14} />
    </IconButton>,
  );
  const button = screen.getByRole('button', { name: 'Kembali' });
  expect(button.getAttribute('type')).toBe('button');
  expect(button.title).toBe('Kembali');
  expect(button.getAttribute('aria-label')).toBe('Kembali');
  expect(button.dataset.platform).toBe('x');
  expect(button.className).toContain('big');
  fireEvent.click(button);
  expect(onClick).toHaveBeenCalledOnce();
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(container.querySelector('svg')?.getAttribute('width')).toBe('14');
  expect(await axeFindings()).toEqual([]);
});

test('a notice is read out only where it appears', async () => {
  const { again } = show(<Notice kind="warn">Awas</Notice>);
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByText('Awas')).toBeTruthy();
  again(
    <Notice kind="note" live>
      Beres
    </Notice>,
  );
  expect(screen.getByRole('status').textContent).toBe('Beres');
  expect(await axeFindings()).toEqual([]);
});

test('the brand is the mark and the name', async () => {
  const { container } = show(<Brand name="Jubir" />);
  expect(container.textContent).toBe('Jubir');
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(await axeFindings()).toEqual([]);
});

test('the language: each by its own name, one chosen', async () => {
  const onChange = vi.fn();
  show(<LanguagePicker language="id" onChange={onChange} />);
  expect(screen.getByRole('group', { name: 'Bahasa' })).toBeTruthy();
  const radio = (name: string) => screen.getByRole('radio', { name }) as HTMLInputElement;
  expect(screen.getAllByRole('radio')).toHaveLength(3);
  expect(radio('Bahasa Indonesia').checked).toBe(true);
  expect(radio('English').checked).toBe(false);
  fireEvent.click(radio('Ikuti peramban'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('browser');
  expect(await axeFindings()).toEqual([]);
});

describe('the choice of notifications', () => {
  test('says when never, and is told when it is made', async () => {
    const onChange = vi.fn();
    show(<NotifyChoice checked={false} quiet={{ quietFrom: 21, quietTo: 5 }} onChange={onChange} />);
    expect(document.body.textContent).toContain('tidak pernah di jam tenang (pukul 21.00–05.00)');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Beri tahu saya bila ada rilis baru' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
    expect(await axeFindings()).toEqual([]);
  });

  test('promises no quiet hours where there are none', () => {
    show(<NotifyChoice checked quiet={{ quietFrom: 7, quietTo: 7 }} onChange={() => {}} />);
    expect(document.body.textContent).toContain('Paling sering satu per jam.');
    expect(document.body.textContent).not.toContain('07.00');
  });
});
