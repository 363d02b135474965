import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { ReportSection } from '../../../components/ui/ReportSection.tsx';
import { UpdateLine } from '../../../components/ui/UpdateLine.tsx';
import { later } from '../../../utils/browser/texts/later.ts';
import { news } from '../../../utils/browser/texts/news.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.report;
const button = (name: string) => screen.getByRole('button', { name });
const click = (name: string) => act(async () => void fireEvent.click(button(name)));

describe('the problem report', () => {
  const start = (onMake: () => Promise<string>, onCopy: (report: string) => Promise<void>) => {
    const tell = vi.fn();
    show(<ReportSection onMake={onMake} onCopy={onCopy} tell={tell} />);
    return tell;
  };

  test('is shown whole before it can be copied, and that it was is told', async () => {
    const onCopy = vi.fn(async () => {});
    const tell = start(async () => 'Laporan\nbaris dua', onCopy);
    expect(screen.queryByRole('button', { name: words.copy })).toBeNull();
    await click(words.make);
    expect(document.querySelector('pre')?.textContent).toBe('Laporan\nbaris dua');
    expect(screen.getByRole('status').textContent).toBe(words.made);
    expect(await axeFindings()).toEqual([]);
    await click(words.copy);
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('Laporan\nbaris dua');
    expect(tell).toHaveBeenCalledExactlyOnceWith(words.copied);
  });

  test('that could not be made or copied is told, and can be tried again', async () => {
    const onMake = vi.fn(async () => 'Laporan').mockRejectedValueOnce(new Error('x'));
    const tell = start(onMake, () => Promise.reject(new Error('y')));
    await click(words.make);
    expect(tell).toHaveBeenLastCalledWith(words.failed);
    await click(words.make);
    await click(words.copy);
    expect(tell).toHaveBeenLastCalledWith(words.copyFailed);
    expect(button(words.copy)).toBeTruthy();
  });
});

describe('what an update brought', () => {
  const [version = '', said] = Object.entries(news)[0] ?? [];

  test('is one line, in both languages, and can be closed', async () => {
    const onClose = vi.fn();
    const { unmount } = show(<UpdateLine version={version} onClose={onClose} />);
    expect(screen.getByText(`Jubir diperbarui ke ${version}: ${said?.id}`)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
    fireEvent.click(button('Tutup'));
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    show(<UpdateLine version={version} onClose={onClose} />, 'en');
    expect(screen.getByText(`Jubir is now ${version}: ${said?.en}`)).toBeTruthy();
  });
});
