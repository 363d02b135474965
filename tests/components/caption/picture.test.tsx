import { act, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Composer, type ComposerProps } from '../../../components/caption/Composer.tsx';
import type { PictureWays } from '../../../components/caption/use-draft-picture.ts';
import type { DraftPicture } from '../../../utils/draft/draft.ts';
import type { DraftInput } from '../../../utils/draft/writing.ts';
import type { PictureTrouble } from '../../../utils/release/picture-file.ts';
import { draft, release } from '../../draft/samples.ts';
import { account, publishing } from '../account/samples.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const url = 'https://adm.kotabogor.go.id/taman.png';
const data = 'data:image/jpeg;base64,/9j/4AAQ';
const described: DraftPicture = { url, alt: 'Warga berjalan di taman' };

let sent: DraftInput[];
const read = vi.fn<PictureWays['read']>();
const writeText = vi.fn<(text: string) => Promise<void>>();
beforeEach(() => {
  sent = [];
  read.mockReset().mockResolvedValue({ data });
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
});
afterEach(() => vi.unstubAllGlobals());

/** What is stored after the inputs so far, as the background would have it. */
const stored = (picture: DraftPicture | null, platform: 'x' | 'mastodon' = 'x') =>
  draft({ platform, text: 'Taman baru.', ...(picture && { picture }) });

function props(change: Partial<ComposerProps> = {}): ComposerProps {
  return {
    release: release(),
    sourceName: 'Kota Bogor',
    drafts: [],
    shared: {},
    known: { facts: null, state: null, now: Date.now(), campaignWords: null, own: [], lastPosts: [] },
    platforms: ['x', 'mastodon'],
    mastodonServer: 'mastodon.social',
    initial: { platform: 'x' },
    captionsFor: (platform) => [
      { platform, angle: 'summary', text: 'Saran.', hashtags: [], moreHashtags: [] },
    ],
    write: async (input) => {
      sent.push(input);
      return { count: input.count, revision: input.count, rival: false };
    },
    pictures: { read, take: () => null, refused: false },
    revisionsOf: async () => [],
    lines: [],
    onHashtag: () => {},
    open: async () => {},
    onServer: () => {},
    ...change,
  };
}
const start = async (change: Partial<ComposerProps> = {}) => {
  const shown = show(<Composer {...props(change)} />);
  await act(async () => {});
  return shown;
};
const alt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Teks alternatif' });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const click = (name: string) => act(async () => void fireEvent.click(button(name)));
const describeIt = (value: string) => act(async () => void fireEvent.input(alt(), { target: { value } }));

test('a draft without a picture shows nothing of it, and asks for nothing', async () => {
  await start({ drafts: [stored(null)] });
  expect(screen.queryByRole('group', { name: 'Gambar' })).toBeNull();
  expect(read).not.toHaveBeenCalled();
});

describe('a draft with a picture', () => {
  test('shows it with its words, and says what they are for', async () => {
    await start({ drafts: [stored(described)] });
    expect(document.activeElement).not.toBe(alt());
    expect(screen.getByRole('img', { name: described.alt }).getAttribute('src')).toBe(data);
    expect(alt().value).toBe(described.alt);
    expect(document.getElementById('draft-picture-help')?.textContent).toContain('tidak dapat melihat');
    expect(alt().getAttribute('aria-describedby')).toBe('draft-picture-help');
    expect(read.mock.calls).toEqual([[url]]);
    expect(await axeFindings()).toEqual([]);
  });

  test('words that are missing are asked for, gently: everything can still be opened', async () => {
    await start({ drafts: [stored({ url, alt: ' ' })] });
    expect(alt().getAttribute('aria-describedby')).toContain('draft-picture-missing');
    expect(screen.getByText('Teks alternatif masih kosong.')).toBeTruthy();
    expect(button('Salin teks alternatif').disabled).toBe(true);
    expect(button('Buka di X').disabled).toBe(false);
    expect(await axeFindings()).toEqual([]);
    await describeIt('Warga');
    expect(screen.queryByText('Teks alternatif masih kosong.')).toBeNull();
  });

  test('words are written letter by letter, and the text stays', async () => {
    await start({ drafts: [stored({ url, alt: '' })] });
    await describeIt('W');
    await describeIt('Wa');
    expect(alt().value).toBe('Wa');
    expect(sent).toMatchObject([
      { text: 'Taman baru.', picture: { url, alt: 'W' } },
      { text: 'Taman baru.', picture: { url, alt: 'Wa' } },
    ]);
    expect(sent[0]).not.toHaveProperty('step');
    expect(alt().maxLength).toBe(1_500);
    // The picture itself is the same: it is not fetched for each letter.
    expect(read).toHaveBeenCalledOnce();
  });

  test('what was not stored goes along with the next input, and no longer once it is', async () => {
    const { again } = await start({ drafts: [stored({ url, alt: '' })] });
    await describeIt('Warga');
    const box = screen.getByRole('textbox', { name: /^Teks untuk/ });
    await act(async () => void fireEvent.input(box, { target: { value: 'Taman baru!' } }));
    expect(sent.at(-1)).toMatchObject({ text: 'Taman baru!', picture: { url, alt: 'Warga' } });
    const { writer = '', count = 0 } = sent.at(-1) ?? {};
    const now = draft({
      text: 'Taman baru!',
      picture: { url, alt: 'Warga' },
      inputs: { [writer]: count },
    });
    await act(async () => again(<Composer {...props({ drafts: [now] })} />));
    await act(async () => void fireEvent.input(box, { target: { value: 'Taman baru!!' } }));
    expect(sent.at(-1)).not.toHaveProperty('picture');
    // What another window makes of it then shows here.
    const other = { ...now, picture: { url, alt: 'Dari jendela lain' } };
    await act(async () => again(<Composer {...props({ drafts: [other] })} />));
    expect(alt().value).toBe('Dari jendela lain');
  });

  test('is taken off in one click, which is a step of its own', async () => {
    await start({ drafts: [stored(described)] });
    await click('Lepas gambar');
    expect(sent).toMatchObject([{ text: 'Taman baru.', picture: null, step: true }]);
    expect(screen.queryByRole('group', { name: 'Gambar' })).toBeNull();
  });

  test('is saved, and its words copied, where a link cannot carry it', async () => {
    const saved: { name: string; blob: Blob }[] = [];
    let blob = new Blob();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((made) => {
      blob = made as Blob;
      return 'blob:x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob });
    });
    await start({ drafts: [stored(described)] });
    expect(screen.getByText(/^Tautan ke X tidak dapat membawa gambar/)).toBeTruthy();
    await click('Simpan gambar');
    expect(saved.map(({ name, blob: { type, size } }) => [name, type, size])).toEqual([
      ['gambar-taman-baru-dibuka.jpg', 'image/jpeg', 6],
    ]);
    expect(screen.getByText('Gambar disimpan di folder unduhan Anda.')).toBeTruthy();
    await click('Salin teks alternatif');
    expect(writeText.mock.calls).toEqual([[described.alt]]);
    expect(screen.getByText('Teks alternatif tersalin.')).toBeTruthy();
    writeText.mockRejectedValueOnce(new DOMException('no'));
    await click('Salin teks alternatif');
    expect(screen.getByText(/^Belum tersalin/)).toBeTruthy();
  });

  test.each<[PictureTrouble, RegExp]>([
    ['offline', /tidak ada sambungan internet/],
    ['gone', /tidak memilikinya lagi/],
    ['not-allowed', /belum diizinkan/],
    ['elsewhere', /bukan di situs sumber/],
    ['unfit', /bukan gambar yang dapat dipakai/],
    ['failed', /silakan coba lagi/],
  ])('that cannot be fetched is told (%s), keeps its words, and is asked for again', async (failed, told) => {
    read.mockResolvedValueOnce({ failed });
    await start({ drafts: [stored(described)] });
    const notice = screen.getByText(told);
    expect(notice.textContent).toMatch(/^Gambar tidak dapat diambil/);
    expect(alt().value).toBe(described.alt);
    expect(button('Simpan gambar').disabled).toBe(true);
    expect(await axeFindings()).toEqual([]);
    await click('Coba lagi');
    expect(await screen.findByRole('img', { name: described.alt })).toBeTruthy();
    expect(screen.queryByText(told)).toBeNull();
  });

  test('a background that does not answer is a failure too', async () => {
    read.mockRejectedValueOnce(new Error('no answer'));
    await start({ drafts: [stored(described)] });
    expect(screen.getByText(/^Gambar tidak dapat diambil/)).toBeTruthy();
  });
});

describe('handed over', () => {
  const once = (address: string | null) => {
    let waiting = address;
    return () => {
      const now = waiting;
      waiting = null;
      return now;
    };
  };

  test('it becomes the picture of the draft in view, once, as a step; the text stands', async () => {
    const ways = { read, take: once(url), refused: false };
    await start({ pictures: ways });
    expect(sent).toMatchObject([{ text: 'Saran.', picture: { url, alt: '' }, step: true }]);
    expect(screen.getByRole('group', { name: 'Gambar' })).toBeTruthy();
    // Words for it are asked for at once.
    expect(document.activeElement).toBe(alt());
    await click('Lepas gambar');
    expect(sent).toHaveLength(2);
    expect(screen.queryByRole('group', { name: 'Gambar' })).toBeNull();
  });

  test('the one that is there already keeps its words', async () => {
    await start({ drafts: [stored(described)], pictures: { read, take: once(url), refused: false } });
    expect(sent).toEqual([]);
    expect(alt().value).toBe(described.alt);
  });

  test.each([null, described])('one from elsewhere is refused, and why is told, beside %o', async (own) => {
    await start({ drafts: [stored(own)], pictures: { read, take: once(null), refused: true } });
    expect(sent).toEqual([]);
    expect(screen.queryByRole('group', { name: 'Gambar' })).toEqual(own && expect.anything());
    expect(screen.getByText(/^Gambar itu tidak dipasang/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('where an account posts', () => {
  const publish = vi.fn(async (_: unknown) => []);
  const posting = (change: Partial<ComposerProps> = {}) =>
    start({
      initial: { platform: 'mastodon' },
      publishing: publishing({ publish, accounts: [account()] }),
      ...change,
    });
  const sheet = () => within(screen.getByRole('dialog'));
  beforeEach(() => publish.mockClear());

  test('the picture goes along with its words; nothing is to be attached by hand', async () => {
    await posting({ drafts: [stored(described, 'mastodon')] });
    expect(screen.queryByRole('button', { name: 'Simpan gambar' })).toBeNull();
    expect(screen.getByText(/^Gambar ini ikut terbit/)).toBeTruthy();
    await click('Terbitkan…');
    expect(sheet().getByText(described.alt)).toBeTruthy();
    expect(screen.getByRole('dialog').querySelector('img')?.getAttribute('src')).toBe(data);
    expect(await axeFindings()).toEqual([]);
    await act(async () => void fireEvent.click(sheet().getByRole('button', { name: 'Terbitkan' })));
    expect(publish.mock.calls[0]?.[0]).toMatchObject([{ picture: { as: 'picture', ...described } }]);
  });

  test('words that are missing are asked for in plain sight, and become the draft’s too', async () => {
    await posting({ drafts: [stored({ url, alt: '' }, 'mastodon')] });
    await click('Terbitkan…');
    const yes = sheet().getByRole<HTMLButtonElement>('button', { name: 'Terbitkan' });
    expect(yes.disabled).toBe(true);
    expect(screen.getByRole('dialog').querySelector('details')?.open).toBe(true);
    expect(sheet().getByText(/masih kosong\. Tulis dahulu di bawah/)).toBeTruthy();
    const field = sheet().getByLabelText(/Keterangan foto/);
    await act(async () => void fireEvent.input(field, { target: { value: 'Taman' } }));
    await act(async () => void fireEvent.click(yes));
    expect(publish.mock.calls[0]?.[0]).toMatchObject([{ picture: { as: 'picture', url, alt: 'Taman' } }]);
    expect(sent.at(-1)?.picture).toEqual({ url, alt: 'Taman' });
  });

  test('it may be left out, and taken in again with its words', async () => {
    await posting({ drafts: [stored(described, 'mastodon')] });
    await click('Terbitkan…');
    const tick = sheet().getByRole('checkbox', { name: 'Sertakan gambar draf ini', hidden: true });
    await act(async () => void fireEvent.click(tick));
    expect(sheet().queryByText(described.alt)).toBeNull();
    await act(async () => void fireEvent.click(tick));
    expect(sheet().getByText(described.alt)).toBeTruthy();
    await act(async () => void fireEvent.click(tick));
    await act(async () => void fireEvent.click(sheet().getByRole('button', { name: 'Terbitkan' })));
    expect(publish.mock.calls[0]?.[0]).toMatchObject([{ picture: null }]);
  });
});
