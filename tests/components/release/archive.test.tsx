import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { type ArchiveEntry, ArchiveRow } from '../../../components/release/ArchiveRow.tsx';
import { Marked } from '../../../components/release/Marked.tsx';
import { highlighter } from '../../../utils/release/search/highlight.ts';
import { url } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const now = Date.UTC(2026, 10, 24, 5);

describe('a text with its marks', () => {
  const start = (text: string, ...ranges: [number, number][]) =>
    show(<Marked text={text} ranges={ranges.map(([start, end]) => ({ start, end }))} />).container;
  const marks = (container: Element) =>
    [...container.querySelectorAll('mark')].map((each) => each.textContent);

  test('the whole text stands, what answers is marked', async () => {
    const container = start('pasar murah di pasar baru', [0, 5], [15, 20]);
    expect(container.textContent).toBe('pasar murah di pasar baru');
    expect(marks(container)).toEqual(['pasar', 'pasar']);
    expect(container.innerHTML).toBe('<mark>pasar</mark> murah di <mark>pasar</mark> baru');
    expect(await axeFindings()).toEqual([]);
  });

  test('to its very end, and without any', () => {
    expect(marks(start('di pasar', [3, 8]))).toEqual(['pasar']);
    expect(start('di pasar').innerHTML).toBe('di pasar');
  });

  test('what looks like markup stays text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const container = start(text, [1, 4]);
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe(text);
  });
});

describe('a release of the archive', () => {
  const entry = (change: Partial<ArchiveEntry> = {}): ArchiveEntry => ({
    id: 'r1',
    title: 'Taman baru dibuka',
    url,
    sourceId: 'kota-bogor',
    sourceName: 'Kota Bogor',
    published: { at: now - 3 * 60 * 60 * 1000, precision: 'time' },
    unread: false,
    captions: {},
    shared: { x: 'posted' },
    paragraphs: ['Alinea pembuka.', 'Warga menanam pohon di taman itu.'],
    ...change,
  });
  function start(change: Partial<ArchiveEntry> = {}, query = '', chosen?: boolean) {
    const onOpen = vi.fn();
    const onShare = vi.fn();
    const { container } = show(
      <ul>
        <ArchiveRow
          entry={entry(change)}
          marks={highlighter(query, now)}
          platforms={['x', 'threads']}
          now={now}
          {...(chosen !== undefined && { chosen })}
          onOpen={onOpen}
          onShare={onShare}
        />
      </ul>,
    );
    return { container, onOpen, onShare };
  }
  const title = () => screen.getByRole('button', { name: 'Taman baru dibuka' });

  test('its title opens it, its buttons share it; where it went before is said', async () => {
    const { container, onOpen, onShare } = start();
    expect(container.querySelector('li')?.dataset.release).toBe('r1');
    expect(container.querySelector('.release-when')?.textContent).toBe('Kota Bogor · 3 jam');
    fireEvent.click(title());
    expect(onOpen).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Buka di Threads: Taman baru dibuka' }));
    expect(onShare).toHaveBeenCalledExactlyOnceWith('threads');
    expect(onOpen).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: 'Buka di X: Taman baru dibuka (sudah terbit)' })).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test('what was searched for is marked, in the title and in the paragraph that has it', async () => {
    const { container } = start({}, 'taman');
    const marks = [...container.querySelectorAll('mark')].map(
      (each) => `${each.parentElement?.className}: ${each.textContent}`,
    );
    expect(marks).toEqual(['release-title: Taman', 'found-snippet: taman']);
    expect(container.querySelector('.found-snippet')?.textContent).toBe('Warga menanam pohon di taman itu.');
    expect(await axeFindings()).toEqual([]);
  });

  test('without a search, or where no paragraph answers, there is no snippet', () => {
    expect(start().container.querySelector('.found-snippet')).toBeNull();
    expect(start({}, 'baru').container.querySelector('.found-snippet')).toBeNull();
  });

  test('the one that is open says so, also to a screen reader', () => {
    const { container } = start({}, '', true);
    expect(title().getAttribute('aria-current')).toBe('true');
    expect(container.querySelector('.found-chosen')).not.toBeNull();
  });

  test('the others do not', () => {
    const { container } = start();
    expect(title().hasAttribute('aria-current')).toBe(false);
    expect(container.querySelector('.found-chosen')).toBeNull();
  });

  test('its source’s mark, where it has one', () => {
    const { container } = start({ colour: '#2f7fd0' });
    expect(container.querySelector<HTMLElement>('.source-dot')?.style.background).toBe('#2f7fd0');
    expect(start().container.querySelector('.source-dot')).toBeNull();
  });

  test.each([
    ['changed', 'diubah kota'],
    ['withdrawn', 'ditarik kota'],
  ] as const)('%s: said in words; its buttons ask first', async (blocked, words) => {
    const { onShare } = start({ blocked });
    expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Buka di Threads/ }));
    expect(onShare).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });

  test('suspicious: nothing to share with, but it can be read', async () => {
    const { onOpen } = start({ blocked: 'suspicious' });
    expect(screen.getByText('mencurigakan')).toBeTruthy();
    expect(screen.getAllByRole('button')).toEqual([title()]);
    fireEvent.click(title());
    expect(onOpen).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });
});
