import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { ReleaseRow } from '../../../components/release/ReleaseRow.tsx';
import { ReleaseText } from '../../../components/release/ReleaseText.tsx';
import type { ReleaseRow as Row } from '../../../utils/browser/snapshot.ts';
import { release, url } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const now = Date.UTC(2026, 10, 24, 5);
const row = (change: Partial<Row> = {}): Row => ({
  id: 'r1',
  title: 'Taman baru dibuka',
  url,
  sourceId: 'kota-bogor',
  sourceName: 'Kota Bogor',
  published: { at: now - 3 * 60 * 60 * 1000, precision: 'time' },
  unread: true,
  captions: {},
  shared: {},
  ...change,
});

function start(change: Partial<Row> = {}, picture?: string) {
  const onOpen = vi.fn();
  const onShare = vi.fn();
  const given = row(change);
  const { container } = show(
    <ul>
      <ReleaseRow
        row={given}
        picture={picture}
        platforms={['x', 'threads', 'line', 'facebook', 'bluesky']}
        now={now}
        onOpen={onOpen}
        onShare={onShare}
      />
    </ul>,
  );
  return { container, given, onOpen, onShare };
}

const when = (row: Element) => row.querySelector('.release-when')?.textContent;

describe('a release in the list', () => {
  test('its title opens it, its buttons share it', async () => {
    const { given, onOpen, onShare } = start();
    fireEvent.click(screen.getByRole('button', { name: 'Belum dibaca: Taman baru dibuka' }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(given);
    fireEvent.click(screen.getByRole('button', { name: 'Buka di Threads: Taman baru dibuka' }));
    expect(onShare).toHaveBeenCalledExactlyOnceWith(given, 'threads');
    expect(onOpen).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });

  test('whose, when, and whether it was read, in words', () => {
    const { container } = start();
    expect(when(container)).toBe('Kota Bogor · 3 jam');
    expect(screen.getByText('Belum dibaca:')).toBeTruthy();
  });

  test('read, and without a date: it says so, with the reason', async () => {
    const { container } = start({ unread: false, published: null });
    expect(screen.getByRole('button', { name: 'Taman baru dibuka' })).toBeTruthy();
    expect(screen.queryByText('Belum dibaca:')).toBeNull();
    expect(when(container)).toBe('Kota Bogor · tanpa tanggal');
    expect(screen.getByTitle('Situs kota tidak mencantumkan tanggal rilis ini.')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test('the stored picture, decorative; without one a neutral tile', () => {
    const picture = 'data:image/webp;base64,AA==';
    expect(start({}, picture).container.querySelector('img')?.getAttribute('src')).toBe(picture);
    expect(document.querySelector('img')?.alt).toBe('');
    const { container } = start();
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('.release-picture svg')).not.toBeNull();
  });

  test('a title that looks like markup stays text', () => {
    const { container } = start({ title: '<img src=x onerror=alert(1)> & “kutip”' });
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)> & “kutip”');
  });
});

describe('a release that the city changed or took back, in the list', () => {
  test.each([
    ['changed', 'diubah kota'],
    ['withdrawn', 'ditarik kota'],
  ] as const)('%s: said in words; its buttons are there and ask first', async (blocked, words) => {
    const { given, onShare } = start({ blocked });
    expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Buka di Threads: Taman baru dibuka' }));
    expect(onShare).toHaveBeenCalledExactlyOnceWith(given, 'threads');
    expect(await axeFindings()).toEqual([]);
  });

  test('suspicious: nothing to share with, but it can be read', async () => {
    const { given, onOpen } = start({ blocked: 'suspicious' });
    expect(screen.getByText('mencurigakan')).toBeTruthy();
    const title = screen.getByRole('button', { name: 'Belum dibaca: Taman baru dibuka' });
    expect(screen.getAllByRole('button')).toEqual([title]);
    fireEvent.click(title);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(given);
    expect(await axeFindings()).toEqual([]);
  });

  test('nothing is said where all is well', () => {
    expect(start().container.querySelector('.state-mark')).toBeNull();
  });
});

test('the mark of its source in the list, where it has one', () => {
  const { container } = start({ colour: '#d0504a' });
  expect(container.querySelector<HTMLElement>('.source-dot')?.style.background).toBe('#d0504a');
  expect(start().container.querySelector('.source-dot')).toBeNull();
});

describe('the release itself', () => {
  function open(change: Parameters<typeof release>[0] = {}, isOpen = true) {
    const onToggle = vi.fn();
    show(<ReleaseText release={release(change)} sourceName="Kota Bogor" open={isOpen} onToggle={onToggle} />);
    return onToggle;
  }

  test('closed: one button, and where and when it comes from', async () => {
    const onToggle = open({}, false);
    expect(screen.getByText('Kota Bogor · 24 November 2026')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    const button = screen.getByRole('button', { name: 'Baca rilis', expanded: false });
    fireEvent.click(button);
    expect(onToggle).toHaveBeenCalledOnce();
    expect(await axeFindings()).toEqual([]);
  });

  test('open: every paragraph as text, in its language, and the way to the city’s site', async () => {
    open({ language: 'en', paragraphs: ['One.', 'One.', '<b>Two</b>'] });
    const article = screen.getByRole('article');
    expect(article.lang).toBe('en');
    expect([...article.querySelectorAll('p')].map((p) => p.textContent)).toEqual([
      'One.',
      'One.',
      '<b>Two</b>',
    ]);
    const link = screen.getByRole('link', { name: /Buka di situs kota/ }) as HTMLAnchorElement;
    expect(link.href).toBe(url);
    expect(link.rel).toBe('noreferrer');
    expect(screen.getByRole('button', { name: 'Sembunyikan rilis', expanded: true })).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test('not read yet, or without a date: said', () => {
    open({ paragraphs: [], body: 'pending', published: null });
    expect(screen.getByText('Isi rilis belum terbaca; takarir ini dari judulnya.')).toBeTruthy();
    expect(screen.getByText('Kota Bogor · tanpa tanggal')).toBeTruthy();
  });
});
