import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { Composer, type ComposerProps } from '../../../components/caption/Composer.tsx';
import { later } from '../../../utils/browser/texts/later.ts';
import type { Caption } from '../../../utils/caption/caption.ts';
import { markOf, type Preference } from '../../../utils/caption/preferred.ts';
import type { Draft } from '../../../utils/draft/draft.ts';
import type { DraftInput } from '../../../utils/draft/writing.ts';
import { draft, release, url } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const words = later.id.humas;
const humas = `Taman baru, kata Humas. ${url}`;
const corrected = `Taman baru, diperbaiki. ${url}`;
let sent: DraftInput[];
beforeEach(() => {
  sent = [];
});

const caption = (text: string, change: Partial<Preference> = {}): Caption => ({
  ...{ angle: 'summary', platform: 'x', text, hashtags: [], moreHashtags: [] },
  preferred: { mark: markOf(text), marks: [markOf(text)], ...change },
});
const plain: Caption = {
  ...{ angle: 'quote', platform: 'x', text: `“Untuk semua.” ${url}` },
  ...{ hashtags: [], moreHashtags: [] },
};

function start(captions: Caption[], drafts: Draft[] = [], change: Partial<ComposerProps> = {}) {
  const props: ComposerProps = {
    release: release(),
    sourceName: 'Kota Bogor',
    drafts,
    shared: {},
    known: { facts: null, state: null, now: Date.now(), campaignWords: null, own: [], lastPosts: [] },
    platforms: ['x', 'threads'],
    mastodonServer: null,
    initial: { platform: 'x' },
    captionsFor: () => captions,
    lines: [],
    onHashtag: vi.fn(),
    write: async (input) => {
      sent.push(input);
      return { count: input.count, revision: input.count, rival: false };
    },
    pictures: { read: async () => ({ failed: 'failed' }), take: () => null, refused: false },
    revisionsOf: async () => [],
    open: vi.fn(),
    onServer: vi.fn(),
    ...change,
  };
  return show(<Composer {...props} />);
}
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Teks untuk/ });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const ofHumas = (text: string, mark: string) =>
  draft({ platform: 'x', angle: 'summary', text, preferred: mark });

test('stands in the box, marked, with who approved it', async () => {
  start([caption(humas, { reviewedBy: 'Budi', expires: Date.now() + 86_400_000 }), plain]);
  expect(box().value).toBe(humas);
  expect(screen.getByRole('button', { pressed: true, name: /dari Humas/ })).toBeTruthy();
  expect(screen.getByText(/Takarir ini dari Humas · disetujui Budi · berlaku sampai/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('what is written over it keeps its mark; what is written at another angle has none', () => {
  start([caption(humas), plain]);
  fireEvent.input(box(), { target: { value: `${humas} Ayo.` } });
  click('Kutipan');
  fireEvent.input(box(), { target: { value: 'Lain.' } });
  expect(sent.map(({ preferred }) => preferred)).toEqual([markOf(humas), undefined]);
});

test('corrected: told on the draft, nothing overwritten, the new text one tap away', async () => {
  start([caption(corrected), plain], [ofHumas(`${humas} Ayo.`, markOf(humas))]);
  expect(box().value).toBe(`${humas} Ayo.`);
  expect(sent).toEqual([]);
  expect(screen.getByText(words.corrected)).toBeTruthy();
  expect(screen.getByText(corrected)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  click(words.take);
  expect(sent).toMatchObject([{ text: corrected, preferred: markOf(corrected), step: true }]);
  expect(box().value).toBe(corrected);
  expect(screen.queryByText(words.corrected)).toBeNull();
  click('Urungkan');
  expect(box().value).toBe(`${humas} Ayo.`);
});

test('"keep my text" changes no letter, and says which text was seen', () => {
  start([caption(corrected), plain], [ofHumas('Teks saya.', markOf(humas))]);
  click(words.keep);
  expect(sent).toMatchObject([{ text: 'Teks saya.', preferred: markOf(corrected) }]);
});

test('another of the texts that are as good is no correction', () => {
  const preference = { marks: [markOf(corrected), markOf(humas)] };
  start([caption(corrected, preference), plain], [ofHumas(`${humas} Ayo.`, markOf(humas))]);
  expect(screen.queryByText(words.corrected)).toBeNull();
});

test('over: the draft stays and says that the office’s text no longer holds', async () => {
  start([plain], [ofHumas(`${humas} Ayo.`, markOf(humas))], {
    initial: { platform: 'x', angle: 'summary' },
  });
  expect(box().value).toBe(`${humas} Ayo.`);
  expect(screen.getByText(words.gone)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  click(words.understood);
  expect(sent).toMatchObject([{ text: `${humas} Ayo.`, preferred: '' }]);
});

test('a draft from before is offered the office’s text', () => {
  start([caption(humas), plain], [draft({ platform: 'x', angle: 'summary', text: 'Teks saya.' })]);
  expect(box().value).toBe('Teks saya.');
  expect(screen.getByText(words.offered)).toBeTruthy();
});

test('"please not before" is said while it holds', () => {
  start([caption(humas, { notBefore: Date.now() + 3_600_000 }), plain]);
  expect(screen.getByText(/Humas meminta agar ini tidak diunggah sebelum/)).toBeTruthy();
});

test('its picture is offered and comes with one tap', () => {
  const picture = { url: 'https://kotabogor.go.id/taman.jpg', alt: 'Taman' };
  start([caption(humas, { picture }), plain]);
  click(words.picture);
  expect(sent).toMatchObject([{ text: humas, picture }]);
});
