import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CardDialog } from '../../../components/card/CardDialog.tsx';
import { CardMaker, type CardMakerProps } from '../../../components/card/CardMaker.tsx';
import { fileNameOf } from '../../../components/card/content.ts';
import { id as texts } from '../../../utils/browser/texts/id.ts';
import { later } from '../../../utils/browser/texts/later.ts';
import { defaultColours } from '../../../utils/card/colour.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';
import { notedOn, stubCanvas } from './canvas.ts';

const at = Date.UTC(2026, 10, 24, 2);
const given = (): CardMakerProps => ({
  release: {
    title: 'Taman baru dibuka untuk warga',
    url: 'https://kotabogor.go.id/berita-detail/3009',
    language: 'id',
    published: { at, precision: 'day' },
  },
  city: 'Kota Bogor',
  colours: defaultColours,
  pictures: { photo: null, crest: null },
  photo: { state: 'absent' },
  format: 'portrait',
  caption: 'Takarir yang ikut.',
});

let written: ClipboardItem[][];
let copied: string[];

beforeEach(() => {
  stubCanvas();
  written = [];
  copied = [];
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly items: Record<string, Promise<Blob>>;
      constructor(items: Record<string, Promise<Blob>>) {
        this.items = items;
      }
    },
  );
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({
    write: async (items: ClipboardItem[]) => void written.push(items),
    writeText: async (text: string) => void copied.push(text),
  } as never);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start(change: Partial<CardMakerProps> = {}) {
  const props = { ...given(), ...change };
  const onClose = vi.fn();
  const shown = show(
    <CardDialog onClose={onClose}>
      <CardMaker {...props} />
    </CardDialog>,
  );
  const canvas = shown.container.querySelector('canvas') as HTMLCanvasElement;
  return { ...shown, canvas, onClose, props };
}

const button = (name: string) => screen.getByRole('button', { name });
const writtenOn = (canvas: HTMLCanvasElement) => notedOn(canvas).texts.join(' ');

describe('the card', () => {
  test('is drawn with title, city, date and link in the format that suits', () => {
    const { canvas } = start();
    expect([canvas.width, canvas.height]).toEqual([1080, 1350]);
    expect(writtenOn(canvas)).toBe(
      'Kota Bogor Rilis resmi · 24 November 2026 Taman baru dibuka untuk warga Baca selengkapnya kotabogor.go.id/berita-detail/3009',
    );
  });

  test('is drawn anew in another format and style', () => {
    const { canvas } = start();
    fireEvent.click(screen.getByRole('radio', { name: later.id.card.formats.story }));
    expect([canvas.width, canvas.height]).toEqual([1080, 1920]);
    fireEvent.click(screen.getByRole('radio', { name: later.id.card.formats.square }));
    expect([canvas.width, canvas.height]).toEqual([1080, 1080]);
    fireEvent.click(screen.getByRole('radio', { name: later.id.card.styles.sheet }));
    expect(writtenOn(canvas)).toContain('Kota Bogor');
  });

  test('shows photo and crest once they are there', () => {
    const photo = { width: 1200, height: 800 } as never;
    const crest = { width: 120, height: 150 } as never;
    const { canvas, again, props } = start();
    expect(notedOn(canvas).pictures).toEqual([]);
    again(
      <CardDialog onClose={() => {}}>
        <CardMaker {...props} pictures={{ photo, crest }} photo={{ state: 'ready' }} />
      </CardDialog>,
    );
    expect(notedOn(canvas).pictures).toEqual([photo, crest]);
  });

  test('speaks the release’s language, whatever the official’s', () => {
    const release = { ...given().release, language: 'en' as const, title: 'A new park opens' };
    const { canvas } = start({ release });
    expect(writtenOn(canvas)).toContain('Official release · 24 November 2026');
    expect(canvas.getAttribute('aria-label')).toBe(
      later.en.card.altText('Kota Bogor', '24 November 2026', 'A new park opens'),
    );
    expect(canvas.lang).toBe('en');
    expect(button(later.id.card.copyImage)).toBeDefined();
  });

  test('that no readable size holds is not drawn, and says so', () => {
    start({ release: { ...given().release, title: 'W'.repeat(3000) }, format: 'square' });
    expect(screen.getByText(later.id.card.tooLong)).toBeDefined();
    expect(button(later.id.card.copyImage)).toHaveProperty('disabled', true);
    expect(button(later.id.card.saveImage)).toHaveProperty('disabled', true);
  });
});

describe('taking it along', () => {
  test('the image is copied as PNG, and said', async () => {
    const { canvas } = start();
    fireEvent.click(button(later.id.card.copyImage));
    await screen.findByText(later.id.card.copied);
    const [item] = written[0] as unknown as { items: Record<string, Promise<Blob>> }[];
    expect(await (await item?.items['image/png'])?.text()).toBe(`1080 × ${canvas.height}`);
  });

  test('where copying is refused, saving is offered', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({
      write: async () => {
        throw new DOMException('no', 'NotAllowedError');
      },
    } as never);
    start();
    fireEvent.click(button(later.id.card.copyImage));
    await screen.findByText(later.id.card.copyFailed);
  });

  test('the image is saved under the title’s words', async () => {
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.href.slice(0, 5)}`);
    });
    start();
    fireEvent.click(button(later.id.card.saveImage));
    await screen.findByText(later.id.card.saved);
    expect(saved).toEqual(['kartu-taman-baru-dibuka-untuk-warga-1080x1350.png blob:']);
  });

  test('an image that cannot be made is told', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(null));
    start();
    fireEvent.click(button(later.id.card.saveImage));
    await screen.findByText(later.id.card.saveFailed);
  });

  test('the alternative text and the caption are copied', async () => {
    start();
    const alt = later.id.card.altText('Kota Bogor', '24 November 2026', 'Taman baru dibuka untuk warga');
    expect(screen.getByLabelText(later.id.card.alt)).toHaveProperty('value', alt);
    fireEvent.click(button(later.id.card.copyAlt));
    fireEvent.click(button(later.id.card.copyCaption));
    await waitFor(() => expect(copied).toEqual([alt, 'Takarir yang ikut.']));
    await screen.findByText(later.id.card.textCopied);
  });

  test('without a caption there is none to copy, and without a date none is said', () => {
    start({ caption: null, release: { ...given().release, published: null } });
    expect(screen.queryByLabelText(later.id.card.caption)).toBeNull();
    expect(screen.getByLabelText(later.id.card.alt)).toHaveProperty(
      'value',
      later.id.card.altTextUndated('Kota Bogor', 'Taman baru dibuka untuk warga'),
    );
  });
});

describe('what is missing is told', () => {
  test('a code, where the link is too long for one', () => {
    start({ release: { ...given().release, url: `https://kotabogor.go.id/${'x'.repeat(300)}` } });
    const box = screen.getByRole('checkbox', { name: later.id.card.codeNone });
    expect(box).toHaveProperty('disabled', true);
    expect(box).toHaveProperty('checked', false);
  });

  test.each(['failed', 'unfit'] as const)('a photo: %s', (state) => {
    start({ photo: { state } });
    expect(screen.getByText(later.id.card.photo[state])).toBeDefined();
  });

  test('a photo whose host may not be read, with the way to allow it', () => {
    const onAllow = vi.fn();
    start({ photo: { state: 'refused', host: 'adm.kotabogor.go.id' }, onAllow });
    expect(screen.getByText(later.id.card.photo.refused('adm.kotabogor.go.id'))).toBeDefined();
    fireEvent.click(button(texts.sources.allow));
    expect(onAllow).toHaveBeenCalledOnce();
  });
});

test('axe finds nothing', async () => {
  start({ photo: { state: 'refused', host: 'adm.kotabogor.go.id' }, onAllow: () => {} });
  expect(await axeFindings()).toEqual([]);
});

test('closing tells it', () => {
  const { onClose } = start();
  fireEvent.click(button(later.id.card.close));
  expect(onClose).toHaveBeenCalledOnce();
});

test('a file name is the title’s words, whole ones, in plain letters', () => {
  const size = { width: 1080, height: 1080 };
  expect(fileNameOf('Résumé: “Rp 5.000” & ../../etc', size)).toBe('kartu-resume-rp-5-000-etc-1080x1080.png');
  expect(fileNameOf('字'.repeat(20), size)).toBe('kartu-1080x1080.png');
  expect(fileNameOf('kata '.repeat(100), size).length).toBeLessThan(80);
});
