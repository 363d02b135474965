import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { HostList } from '../../../components/ui/HostList.tsx';
import type { HostUse } from '../../../utils/browser/hosts.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

/** Every use; the type makes the list whole. */
const uses: Record<HostUse, string> = {
  ...{
    releases: 'Kota A',
    'releases-paused': 'Kota B',
    pictures: 'Kota A',
    captions: '',
    account: '@a@b.test',
  },
  ...{ lookup: '', folder: '', model: '', allowed: '' },
};
const contacted = Object.entries(uses).map(([use, of], n) => ({
  origin: n === 0 ? 'http://localhost' : `https://h${n}.go.id`,
  uses: [{ use: use as HostUse, of }],
}));
const opened = [{ host: 'x.com', platform: 'x' as const }];

test.each(['id', 'en'] as const)('HostList says for each host when and why, in %s', async (language) => {
  const words = later[language].hosts;
  show(<HostList contacted={contacted} opened={opened} />, language);
  const [own, tabs] = screen.getAllByRole('list').map((list) => within(list).getAllByRole('listitem'));
  expect(own?.map((item) => item.textContent)).toEqual(
    Object.entries(uses).map(
      ([use, of], n) => `${n === 0 ? 'http://localhost' : `h${n}.go.id`}${words.uses[use as HostUse](of)}`,
    ),
  );
  expect(tabs?.map((item) => item.textContent)).toEqual(['Xx.com']);
  expect(await axeFindings()).toEqual([]);
});

test('HostList says that the list cannot be made, and still what a click opens', async () => {
  show(<HostList contacted={null} opened={opened} />);
  expect(screen.getByText(later.id.hosts.none)).toBeTruthy();
  expect(screen.getByText('x.com')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});
