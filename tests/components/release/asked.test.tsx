import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { MatchRow } from '../../../components/release/MatchRow.tsx';
import { PlainLinkNotice, PlainLinkOffer } from '../../../components/release/PlainLink.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const row = { id: 'r1', title: 'Taman baru dibuka', sourceName: 'Kota Bogor', published: null };
const now = new Date(2026, 10, 24, 12).getTime();

describe('a release that may answer', () => {
  test('says why, and is chosen by its own button', async () => {
    const onChoose = vi.fn();
    show(
      <ul>
        <MatchRow
          row={row}
          why={['Taman Heulang', '12 persen']}
          now={now}
          action="Jawab"
          onChoose={onChoose}
        />
      </ul>,
    );
    expect(screen.getByText('Sama-sama menyebut')).toBeTruthy();
    expect(screen.getByText('12 persen')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Jawab: Taman baru dibuka' }));
    expect(onChoose).toHaveBeenCalledOnce();
  });

  test('one that looks like an attack cannot be chosen', () => {
    show(
      <ul>
        <MatchRow
          row={{ ...row, blocked: 'suspicious' }}
          why={[]}
          now={now}
          action="Jawab"
          onChoose={() => {}}
        />
      </ul>,
    );
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByText('Sama-sama menyebut')).toBeNull();
  });
});

describe('a page that is not the city’s', () => {
  test.each([
    [false, 'Bukan dari kota'],
    [true, 'Bukan rilis'],
  ])('is called what it is (own: %s)', async (own, title) => {
    const onShare = vi.fn();
    show(
      <section>
        <h2>Jubir</h2>
        <PlainLinkOffer own={own} failed={false} onShare={onShare} />
      </section>,
    );
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    fireEvent.click(screen.getByRole('button'));
    expect(onShare).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('a draft that could not be stored is told', () => {
    show(<PlainLinkOffer own={false} failed onShare={() => {}} />);
    expect(screen.getByRole('alert').textContent).toContain('belum dapat disimpan');
  });

  test('its draft says whose page it is, with the way there', async () => {
    show(<PlainLinkNotice url="https://koran.example/1" />);
    expect(screen.getByRole('status').textContent).toContain('koran.example, bukan rilis kota');
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://koran.example/1');
    expect(await axeFindings()).toEqual([]);
  });
});
