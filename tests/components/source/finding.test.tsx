import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { type Look, LookTrouble } from '../../../components/source/LookTrouble.tsx';
import { Suggestions } from '../../../components/source/Suggestions.tsx';
import { type Way, WayPicker } from '../../../components/source/WayPicker.tsx';
import { item } from '../../release/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { now, way } from './samples.ts';

describe('the ways of reading a site', () => {
  function start(ways: Way[], chosen = 0) {
    const onChoose = vi.fn();
    const shown = show(<WayPicker ways={ways} chosen={chosen} now={now} onChoose={onChoose} />);
    return { ...shown, onChoose };
  }
  const radios = () => screen.getAllByRole('radio') as HTMLInputElement[];

  test('each in words, with how sure it is', async () => {
    const { onChoose } = start([
      way('A', {}, 0.8),
      way('B', { foundBy: 'wordpress', url: 'https://bandung.go.id/?rest_route=/wp/v2/posts' }, 0.79),
      way('C', { foundBy: 'recognised', url: 'https://bandung.go.id/berita' }, 0.49),
    ]);
    expect(radios().map((radio) => radio.closest('label')?.textContent)).toEqual([
      'umpan yang disebut halaman itusangat yakin · /feed',
      'situs WordPresscukup yakin · /?rest_route=/wp/v2/posts',
      'daftar berita yang dikenali di halamankurang yakin; periksa contohnya · /berita',
    ]);
    expect(radios().map(({ checked }) => checked)).toEqual([true, false, false]);
    fireEvent.click(radios()[2] as HTMLElement);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(2);
    expect(await axeFindings()).toEqual([]);
  });

  test('the five newest of the chosen one, as they will appear', async () => {
    start([way('A'), way('B', { url: 'https://bandung.go.id/rss', name: 'Humas' })], 1);
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'B 1Humas · 1 jamAlinea pertama 1.',
      'B 2Humas · 2 jamAlinea pertama 2.',
      'B 3Humas · 3 jamAlinea pertama 3.',
      'B 4Humas · 4 jamAlinea pertama 4.',
      'B 5Humas · 5 jamAlinea pertama 5.',
    ]);
    expect(await axeFindings()).toEqual([]);
  });

  test('what has no date says so, and what looks like markup stays text', () => {
    const hostile = { ...way('A'), items: [item({ title: '<img src=x onerror=alert(1)>' })] };
    const { container } = start([hostile]);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('listitem').textContent).toBe(
      '<img src=x onerror=alert(1)>Kota Bandung · tanpa tanggal',
    );
  });
});

describe('why no source came of it', () => {
  const start = (seen: Exclude<Look, { state: 'found' }>) => show(<LookTrouble seen={seen} />);
  const said = () => screen.getByRole('status').textContent;

  test.each([
    [{ state: 'bad-address' }, 'Alamat ini tidak dapat dibaca. Tulis misalnya bandung.go.id.'],
    [{ state: 'known', name: 'Kota Bogor' }, 'Alamat ini sudah menjadi sumber “Kota Bogor”.'],
    [
      { state: 'refused', host: 'bandung.go.id' },
      'Anda belum mengizinkan Jubir membaca bandung.go.id. Tidak ada yang berubah; klik “Cari rilis” untuk mengizinkannya.',
    ],
  ] as const)('%o', async (seen, words) => {
    start(seen);
    expect(said()).toBe(words);
    expect(screen.queryByText('Yang sudah dicoba')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('nothing found: what to try, and what was tried with what came of it', async () => {
    start({
      state: 'failed',
      host: 'bandung.go.id',
      tried: [
        { url: 'https://bandung.go.id/', as: 'page', outcome: 'no-listing' },
        { url: 'https://bandung.go.id/feed', as: 'usual-path', outcome: 'not-found', status: 404 },
        { url: 'https://bandung.go.id/wp-json/', as: 'wordpress', outcome: 'no-answer' },
      ],
      otherHosts: [],
    });
    expect(said()).toContain('Tidak ada rilis yang dapat dibaca di bandung.go.id.');
    expect(said()).toContain('Tidak ada yang ditambahkan.');
    const rows = [...document.querySelectorAll('details li')].map((row) => row.textContent);
    expect(rows).toEqual([
      'https://bandung.go.id/: tidak ada daftar berita yang dikenali',
      'https://bandung.go.id/feed: tidak ada',
      'https://bandung.go.id/wp-json/: tidak menjawab',
    ]);
    expect(await axeFindings()).toEqual([]);
  });
});

describe('addresses to look at next', () => {
  test('one click each, the whole address handed on', async () => {
    const onChoose = vi.fn();
    const addresses = ['https://humas.bandung.go.id', 'https://bandung.go.id/berita'];
    show(<Suggestions words="Mungkin di sini:" addresses={addresses} onChoose={onChoose} />);
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([
      'humas.bandung.go.id',
      'bandung.go.id/berita',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'bandung.go.id/berita' }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('https://bandung.go.id/berita');
    expect(await axeFindings()).toEqual([]);
  });

  test('none: not a word', () => {
    const { container } = show(<Suggestions words="Mungkin di sini:" addresses={[]} onChoose={() => {}} />);
    expect(container.textContent).toBe('');
  });
});
