import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CityLook } from '../../../components/card/CityLook.tsx';
import { later } from '../../../utils/browser/texts/later.ts';
import { defaultColours } from '../../../utils/card/colour.ts';
import { CrestError } from '../../../utils/card/crest.ts';
import { presets } from '../../../utils/source/cities.ts';
import type { Source } from '../../../utils/source/source.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { notedOn, stubCanvas } from './canvas.ts';

const words = later.id.card.settings;
const png = 'data:image/png;base64,iVBORw0KGgo=';

beforeEach(stubCanvas);
afterEach(() => void vi.restoreAllMocks());

function start(change: Partial<Source> = {}, read = async (_: Blob) => png) {
  const [city] = presets;
  const onCrest = vi.fn();
  const onColours = vi.fn();
  const source = { ...(city as Source), ...change };
  const shown = show(
    <main>
      <h1>{words.title}</h1>
      <h2>{words.title}</h2>
      <CityLook {...{ source, crest: null, read, onCrest, onColours }} />
    </main>,
  );
  const file = shown.container.querySelector('input[type=file]') as HTMLInputElement;
  const choose = (chosen: File) => {
    Object.defineProperty(file, 'files', { value: [chosen], configurable: true });
    fireEvent.change(file);
  };
  return { ...shown, onCrest, onColours, choose };
}

test('a sample card is drawn in the city’s name', () => {
  const { container } = start();
  const canvas = container.querySelector('canvas') as HTMLCanvasElement;
  expect(canvas.getAttribute('aria-label')).toBe(words.sampleOf('Kota Bogor'));
  expect(notedOn(canvas).texts.join(' ')).toContain(words.sample);
});

test('a file becomes the crest', async () => {
  const { choose, onCrest } = start();
  choose(new File(['x'], 'lambang.png'));
  await vi.waitFor(() => expect(onCrest).toHaveBeenCalledWith(png));
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each(['too-large', 'unreadable', 'too-detailed'] as const)(
  'one that cannot is told: %s',
  async (reason) => {
    const { choose, onCrest } = start({}, async () => {
      throw new CrestError(reason);
    });
    choose(new File(['x'], 'lambang.txt'));
    expect((await screen.findByRole('alert')).textContent).toBe(words.failed[reason]);
    expect(onCrest).not.toHaveBeenCalled();
  },
);

test('the crest is shown and can be taken away', () => {
  const { onCrest, container } = start({ crest: png });
  expect(container.querySelector('img')?.getAttribute('src')).toBe(png);
  fireEvent.click(screen.getByRole('button', { name: words.removeCrest }));
  expect(onCrest).toHaveBeenCalledWith(null);
});

test('colours are chosen one by one, and taken back', () => {
  const { onColours } = start({ cardColours: { main: '#112233', accent: '#445566' } });
  const accent = screen.getByLabelText(words.accent) as HTMLInputElement;
  expect(accent.value).toBe('#445566');
  accent.value = '#aabbcc';
  fireEvent.change(accent);
  expect(onColours).toHaveBeenCalledWith({ main: '#112233', accent: '#aabbcc' });
  fireEvent.click(screen.getByRole('button', { name: words.reset }));
  expect(onColours).toHaveBeenLastCalledWith(null);
});

test('until then they are the source’s mark, or the default', () => {
  start({ colour: '#d0504a' });
  expect(screen.getByLabelText(words.main)).toHaveProperty('value', '#d0504a');
  expect(screen.getByLabelText(words.accent)).toHaveProperty('value', defaultColours.accent);
  expect(screen.queryByRole('button', { name: words.reset })).toBeNull();
});

test('axe finds nothing', async () => {
  start({ crest: png, cardColours: defaultColours });
  expect(await axeFindings()).toEqual([]);
});
