import { readFileSync } from 'node:fs';
import { screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { About } from '../../../components/ui/About.tsx';
import type { Licence } from '../../../utils/browser/licences.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const licences: Licence[] = [
  { name: 'Jubir', version: '0.1.0', licence: 'MIT', parts: [], text: 'MIT License\n\nCopyright (c) 2026' },
  { name: 'preact', version: '11.2.0', licence: 'MIT', parts: ['popup'], text: 'The MIT License (MIT)' },
];
const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;

test('says which version this is, its licence, and the archive with its source, as the packages have them', () => {
  show(<About version={version ?? ''} licences={null} onOpen={() => {}} />);
  const text = screen.getByRole('region', { name: 'Tentang' }).textContent;
  expect(text).toContain(`Jubir ${version}`);
  expect(text).toContain(`lisensi ${license}`);
  expect(text).toContain(`${name}-${version}-sources.zip`);
});

test('asks for the licences when they are wanted, and shows each with its text', async () => {
  const onOpen = vi.fn();
  const { container, again } = show(<About version="0.1.0" licences={null} onOpen={onOpen} />);
  expect(onOpen).not.toHaveBeenCalled();
  const details = container.querySelector('details.licences') as HTMLDetailsElement;
  details.open = true;
  expect(onOpen).toHaveBeenCalledOnce();
  expect(details.textContent).toContain('Memuat…');
  again(<About version="0.1.0" licences={licences} onOpen={onOpen} />);
  const items = [...details.querySelectorAll('li')].map((item) => item.textContent);
  expect(items).toEqual([
    'Jubir 0.1.0 MITMIT License\n\nCopyright (c) 2026',
    'preact 11.2.0 MITThe MIT License (MIT)',
  ]);
  expect(await axeFindings()).toEqual([]);
});

test('says so where they cannot be read', () => {
  show(<About version="0.1.0" licences="failed" onOpen={() => {}} />, 'en');
  expect(screen.getByText(/cannot be read/)).toBeTruthy();
});
