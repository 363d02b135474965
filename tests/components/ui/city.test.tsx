import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { FolderForm } from '../../../components/backup/FolderForm.tsx';
import { PlatformPicker } from '../../../components/platform/PlatformPicker.tsx';
import { CitySection } from '../../../components/ui/CitySection.tsx';
import { HouseStyle } from '../../../components/ui/HouseStyle.tsx';
import { LanguagePicker } from '../../../components/ui/LanguagePicker.tsx';
import { ModelSettings } from '../../../components/ui/ModelSettings.tsx';
import { NotifyChoice } from '../../../components/ui/NotifyChoice.tsx';
import { noFolder } from '../../../utils/backup/folder-choice.ts';
import { plainHouse } from '../../../utils/caption/house.ts';
import { noModel } from '../../../utils/caption/model-choice.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const locked = 'Diatur oleh kota';
const nothing = () => {};

describe('what the city set', () => {
  test('of the house style stands in its field, which is read only and says so; the rest can be typed', async () => {
    const house = { ...plainHouse, hashtags: ['KotaBogor'] };
    show(
      <HouseStyle
        house={house}
        lines={[]}
        locked={{ hashtags: locked }}
        onHouse={nothing}
        onLines={nothing}
      />,
    );
    const field = screen.getByLabelText<HTMLInputElement>('Tagar kota');
    expect([field.value, field.readOnly]).toEqual(['#KotaBogor', true]);
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent?.trim())).toContain(locked);
    expect(screen.getByLabelText<HTMLInputElement>('Akun yang disebut').readOnly).toBe(false);
    expect(await axeFindings()).toEqual([]);
  });

  test('of platforms are the only ones offered', async () => {
    const onChange = vi.fn();
    show(
      <PlatformPicker sortable chosen={['x']} offered={['x', 'line']} locked={locked} onChange={onChange} />,
    );
    expect(screen.getAllByRole('checkbox').map((box) => box.parentElement?.textContent)).toEqual([
      'X',
      'LINE',
    ]);
    fireEvent.click(screen.getByLabelText('LINE'));
    expect(onChange).toHaveBeenLastCalledWith(['x', 'line']);
    expect(screen.getByText(locked)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test('of language and notifications cannot be chosen', async () => {
    show(
      <>
        <LanguagePicker language="id" locked={locked} onChange={nothing} />
        <NotifyChoice checked quiet={{ quietFrom: 21, quietTo: 5 }} locked={locked} onChange={nothing} />
      </>,
    );
    expect(document.querySelector('fieldset')?.disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);
    expect(screen.getAllByText(locked)).toHaveLength(2);
    expect(await axeFindings()).toEqual([]);
  });

  test('a model that is forbidden cannot be set up', async () => {
    show(<ModelSettings model={noModel} builtIn forbidden="Tidak dipakai" onSave={async () => true} />);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('Tidak dipakai')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test('the folder’s address stands, with the official’s own name put in', async () => {
    const onTry = vi.fn(async () => null);
    const city = 'https://awan.go.id/dav/files/{user}/Jubir';
    show(<FolderForm choice={noFolder} city={city} onTry={onTry} />);
    const [address, user, password] = [...document.querySelectorAll('input')];
    expect([address?.value, address?.readOnly]).toEqual([city, true]);
    if (!user || !password) throw new Error('no fields');
    fireEvent.input(user, { target: { value: 'budi s' } });
    fireEvent.input(password, { target: { value: 'rahasia' } });
    fireEvent.click(screen.getByRole('button'));
    expect(onTry).toHaveBeenCalledExactlyOnceWith({
      address: 'https://awan.go.id/dav/files/budi%20s/Jubir',
      ...{ user: 'budi s', password: 'rahasia' },
    });
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the city’s own section', () => {
  test('shows what has no field elsewhere, and names what is left out', async () => {
    const captionFeed = 'https://humas.go.id/takarir.json';
    show(
      <CitySection
        city={{ captionFeed, captionKey: 'k', checks: { noLink: 'stop', shouting: 'warn' } }}
        faults={[{ path: 'sources[2].url', reason: 'address' }]}
      />,
    );
    expect(screen.getByText(captionFeed).parentElement?.textContent).toContain('bertanda tangan');
    expect(screen.getByText('jangan terbitkan dahulu').parentElement?.textContent).toBe(
      'tanpa tautan rilis: jangan terbitkan dahulu',
    );
    expect(screen.getByText('sources[2].url').parentElement?.textContent).toBe(
      'sources[2].url: bukan alamat https yang dapat dipakai',
    );
    expect(await axeFindings()).toEqual([]);
  });

  test('without a key the captions are said not to be signed, in English too', () => {
    show(<CitySection city={{ captionFeed: 'https://humas.go.id/a.json' }} faults={[]} />, 'en');
    expect(screen.getByText('https://humas.go.id/a.json').parentElement?.textContent).toContain('not signed');
  });
});
