import { act, fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Composer, type ComposerProps } from '../../../components/caption/Composer.tsx';
import type { Caption } from '../../../utils/caption/caption.ts';
import { factsOf } from '../../../utils/check/reading/facts.ts';
import type { DraftInput } from '../../../utils/draft/writing.ts';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { draft, release, url } from '../../draft/samples.ts';
import { axeFindings } from '../axe.ts';
import { press, show } from '../show.tsx';

const captionsFor = (platform: PlatformId): Caption[] => [
  {
    platform,
    angle: 'summary',
    text: `Taman baru dibuka. ${url} #KotaBogor`,
    hashtags: ['#KotaBogor'],
    moreHashtags: ['#TamanBaru'],
  },
  { platform, angle: 'quote', text: `“Untuk semua.” ${url}`, hashtags: [], moreHashtags: [] },
];

const data = 'data:image/jpeg;base64,AAAA';
let sent: DraftInput[];
const write = vi.fn(async (input: DraftInput) => {
  sent.push(input);
  return { count: input.count, revision: input.count, rival: false };
});
const open = vi.fn(async (_: DraftInput, __?: string) => {});
const onServer = vi.fn();
const onHashtag = vi.fn();
beforeEach(() => {
  sent = [];
  vi.clearAllMocks();
});

function start(change: Partial<ComposerProps> = {}) {
  const props: ComposerProps = {
    release: release(),
    sourceName: 'Kota Bogor',
    drafts: [],
    shared: {},
    known: { facts: null, state: null, now: Date.now(), campaignWords: null, own: [], lastPosts: [] },
    platforms: ['x', 'threads', 'mastodon', 'facebook'],
    mastodonServer: null,
    initial: { platform: 'x' },
    captionsFor,
    lines: [],
    onHashtag,
    write,
    pictures: { read: async () => ({ data }), take: () => null, refused: false },
    revisionsOf: async () => [],
    open,
    onServer,
    ...change,
  };
  return show(<Composer {...props} />);
}
const box = () => screen.getByRole('textbox', { name: /^Teks untuk/ }) as HTMLTextAreaElement;
const button = (name: string | RegExp) => screen.getByRole('button', { name }) as HTMLButtonElement;
const type = (value: string) => act(async () => void fireEvent.input(box(), { target: { value } }));
const click = (name: string | RegExp) => act(async () => void fireEvent.click(button(name)));
const tab = (name: string) => act(async () => void fireEvent.click(screen.getByRole('tab', { name })));

test('the release, its platforms, its angles, the text in its language, and one button', async () => {
  start({ release: release({ language: 'en' }) });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Taman baru dibuka');
  expect(screen.getAllByRole('tab')).toHaveLength(4);
  expect(box().value).toBe(`Taman baru dibuka. ${url} #KotaBogor`);
  expect(box().lang).toBe('en');
  expect(box().getAttribute('aria-label')).toBe('Teks untuk X');
  expect(button('Buka di X').disabled).toBe(false);
  expect(screen.queryByRole('button', { name: 'Kembali' })).toBeNull();
  expect(await axeFindings()).toEqual([]);
});

describe('writing', () => {
  test('each input is written and counted; what is wrong is said', async () => {
    start();
    await type('Taman baru');
    expect(sent.map(({ text }) => text)).toEqual(['Taman baru']);
    expect(screen.getByText('tersimpan')).toBeTruthy();
    expect(screen.getByText('10 / 280')).toBeTruthy();
    expect(await screen.findByText(/Tautan ke rilis tidak ada/)).toBeTruthy();
    await click('Tambahkan');
    expect(box().value).toBe(`Taman baru ${url}`);
    expect(screen.queryByText(/Tautan ke rilis tidak ada/)).toBeNull();
    expect(sent.at(-1)?.text).toBe(`Taman baru ${url}`);
  });

  test('an angle or a platform away and back again, both texts stand', async () => {
    start();
    await type('ringkas saya');
    await click(/^Kutipan/);
    expect(box().value).toBe(`“Untuk semua.” ${url}`);
    await type('kutipan saya');
    await tab('Threads');
    expect(box().value).toContain('Taman baru dibuka.');
    await tab('X');
    expect(box().value).toBe('kutipan saya');
    await click(/^Ringkas/);
    expect(box().value).toBe('ringkas saya');
  });

  test('the arrows of the tabs switch the text too', async () => {
    start();
    screen.getByRole('tab', { name: 'X' }).focus();
    press('ArrowRight');
    expect(box().getAttribute('aria-label')).toBe('Teks untuk Threads');
  });

  test('undo, and back to the suggestion, which can be undone too', async () => {
    start();
    expect(button('Urungkan').disabled).toBe(true);
    expect(screen.queryByRole('button', { name: 'Kembalikan saran' })).toBeNull();
    await type('lain');
    await click('Kembalikan saran');
    expect(box().value).toContain('Taman baru dibuka.');
    await click('Urungkan');
    expect(box().value).toBe('lain');
    await click('Urungkan');
    expect(box().value).toContain('Taman baru dibuka.');
    expect(button('Urungkan').disabled).toBe(true);
  });

  test('hashtags are switched in the text', async () => {
    start();
    await click('#TamanBaru');
    expect(box().value).toBe(`Taman baru dibuka. ${url} #KotaBogor #TamanBaru`);
    await click('#KotaBogor');
    expect(box().value).toBe(`Taman baru dibuka. ${url} #TamanBaru`);
  });

  test('not stored is said, with what to do', async () => {
    write.mockRejectedValueOnce(new Error('no answer'));
    start();
    await type('penting');
    expect(screen.getByText(/^belum tersimpan/).textContent).toContain('jangan tutup dahulu');
    expect(box().value).toBe('penting');
    expect(await axeFindings()).toEqual([]);
  });

  test('a draft is gone on with', () => {
    start({ drafts: [draft({ angle: 'quote', text: 'tulisan kemarin' })] });
    expect(box().value).toBe('tulisan kemarin');
    expect(screen.getByText('tersimpan')).toBeTruthy();
    expect(button(/^Kutipan/).textContent).toContain('sudah Anda ubah');
  });
});

test('a text that another window replaced is taken up again as an input, and can be undone', async () => {
  const before = { n: 1, by: 'm', text: 'tulisan saya', writer: 'popup', at: 1 };
  start({
    drafts: [draft({ text: 'dari panel', writer: 'panel', revision: 2 })],
    revisionsOf: async (draftId) => [{ ...before, id: 'r', draftId }],
  });
  const earlier = (await screen.findByText('tulisan saya')).parentElement as HTMLElement;
  await act(async () => void fireEvent.click(within(earlier).getByRole('button', { hidden: true })));
  expect(box().value).toBe('tulisan saya');
  expect(sent.map(({ text }) => text)).toEqual(['tulisan saya']);
  await click('Urungkan');
  expect(box().value).toBe('dari panel');
});

describe('opening', () => {
  test('hands over the text in view', async () => {
    start();
    await type('siap terbit');
    await click('Buka di X');
    expect(open).toHaveBeenCalledOnce();
    expect(open.mock.calls[0]?.[0]).toMatchObject({
      id: 'r1:x:summary',
      text: 'siap terbit',
      releaseUrl: url,
      platform: 'x',
    });
  });

  test('a suggestion goes out as it is, without an input', async () => {
    start({ initial: { platform: 'facebook', angle: 'quote' } });
    await click('Salin & buka Facebook');
    expect(open.mock.calls[0]?.[0]).toMatchObject({ angle: 'quote', text: `“Untuk semua.” ${url}` });
    expect(write).not.toHaveBeenCalled();
  });

  test('not with an empty text', async () => {
    start();
    await type('  \n');
    expect(button('Buka di X').disabled).toBe(true);
  });

  test('what one platform said does not stand under another', async () => {
    start({ initial: { platform: 'facebook' } });
    await click('Salin & buka Facebook');
    expect(screen.getByText('Takarir sudah disalin: tempel dengan Ctrl+V')).toBeTruthy();
    await tab('X');
    expect(screen.queryByText('Takarir sudah disalin: tempel dengan Ctrl+V')).toBeNull();
  });

  test('that it went there before is said first', () => {
    start({ shared: { x: 'posted' } });
    expect(screen.getByText(/Rilis ini sudah Anda terbitkan di X/)).toBeTruthy();
  });
});

describe('Mastodon', () => {
  test('without a server it asks for it, and opens nothing until then', async () => {
    start({ initial: { platform: 'mastodon' } });
    expect(button('Buka di Mastodon').disabled).toBe(true);
    const field = screen.getByLabelText('Server Mastodon Anda, bila ada');
    fireEvent.input(field, { target: { value: 'https://mastodon.social/@saya' } });
    await click('Simpan');
    expect(onServer).toHaveBeenCalledExactlyOnceWith('mastodon.social');
    expect(await axeFindings()).toEqual([]);
  });

  test('with one, or on another platform, it does not ask', async () => {
    start({ initial: { platform: 'mastodon' }, mastodonServer: 'mastodon.social' });
    expect(screen.queryByLabelText(/Server Mastodon/)).toBeNull();
    expect(button('Buka di Mastodon').disabled).toBe(false);
    await tab('X');
    expect(screen.queryByLabelText(/Server Mastodon/)).toBeNull();
  });
});

test('a platform that is not among one’s own has its tab while it is in view', () => {
  start({ platforms: ['x'], initial: { platform: 'line' } });
  expect(screen.getByRole('tab', { name: 'LINE', selected: true })).toBeTruthy();
});

test('tells which text is in view, for a panel to take over', async () => {
  const onView = vi.fn();
  start({ onView });
  expect(onView).toHaveBeenLastCalledWith({ platform: 'x', angle: 'summary' });
  await click(/^Kutipan/);
  expect(onView).toHaveBeenLastCalledWith({ platform: 'x', angle: 'quote' });
});

test('back, where there is a list to go back to', async () => {
  const onBack = vi.fn();
  start({ onBack });
  await click('Kembali');
  expect(onBack).toHaveBeenCalledOnce();
});

test('the release can be read beside the text', async () => {
  start();
  await click('Baca rilis');
  const text = screen.getByRole('article');
  expect(within(text).getByText(/“Taman ini untuk semua warga kota.”/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('what the city did with the release stands before all else, and takes nothing away', async () => {
  start({ notice: <p>Kota mengubah rilis ini.</p> });
  const notice = screen.getByText('Kota mengubah rilis ini.');
  expect(notice.parentElement).toBe(screen.getByRole('tabpanel'));
  expect(notice.compareDocumentPosition(box()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(notice.compareDocumentPosition(button(/^Ringkas/)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await tab('Threads');
  expect(screen.getByText('Kota mengubah rilis ini.')).toBeTruthy();
  expect(button('Buka di Threads').disabled).toBe(false);
  expect(await axeFindings()).toEqual([]);
});

describe('checks', () => {
  const known = (paragraph: string): Pick<ComposerProps, 'known'> => ({
    known: {
      facts: factsOf(
        { title: 'Taman baru dibuka', paragraphs: [paragraph], language: 'id', publishedAt: null },
        { name: 'Kota Bogor', hashtags: ['KotaBogor'] },
      ),
      ...{ state: null, now: Date.now(), campaignWords: null, own: [], lastPosts: [] },
    },
  });
  const place = (words: string) => screen.queryByRole('button', { name: `Pilih “${words}” di teks` });
  const rest = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 350)));

  test('a number that the release does not have is marked in the box, named below, and selected by a tap', async () => {
    start(known('Taman baru dibuka dengan 41.870 pohon.'));
    await type(`Taman baru dibuka dengan 41.780 pohon. ${url}`);
    await rest();
    const found = place('41.780') as HTMLElement;
    expect(document.querySelector('.box-marks mark')?.textContent).toBe('41.780');
    fireEvent.click(found);
    expect(document.activeElement).toBe(box());
    expect(box().value.slice(box().selectionStart, box().selectionEnd)).toBe('41.780');
    expect(await axeFindings()).toEqual([]);
    await type(`Taman baru dibuka dengan 41.870 pohon. ${url}`);
    await rest();
    expect(place('41.780')).toBeNull();
    expect(document.querySelector('.box-marks mark')).toBeNull();
  });

  test('while the hand is typing nothing new is said, and what is said stays', async () => {
    start(known('Taman baru dibuka.'));
    await type(`Ada 5 taman. ${url}`);
    expect(place('5')).toBeNull();
    await rest();
    expect(place('5')).toBeTruthy();
    await type(`Ada 5 taman dan 7 kolam. ${url}`);
    expect(place('5')).toBeTruthy();
    expect(place('7')).toBeNull();
    await rest();
    expect(place('7')).toBeTruthy();
  });

  test('a mend never takes away what was typed since', async () => {
    start(known('Taman baru dibuka.'));
    await type('Taman baru');
    await screen.findByText(/Tautan ke rilis tidak ada/);
    await type('Taman baru dibuka.');
    await click('Tambahkan');
    expect(box().value).toBe(`Taman baru dibuka. ${url}`);
    expect(screen.queryByText(/Tautan ke rilis tidak ada/)).toBeNull();
  });

  test('another platform is checked at once', async () => {
    start(known('Taman baru dibuka.'));
    await type(`Ada 5 taman. ${url}`);
    await tab('Threads');
    await tab('X');
    await rest();
    expect(place('5')).toBeTruthy();
    await tab('Threads');
    expect(place('5')).toBeNull();
  });

  test('posts of this platform about other releases are compared with', async () => {
    const text = 'Ayo datang ke taman kota bersama keluarga pada akhir pekan yang cerah';
    const post = (platform: PlatformId, releaseId: string) => ({ text, platform, releaseId });
    const { known: all } = known('Ayo datang ke taman kota bersama keluarga pada akhir pekan yang cerah.');
    start({ known: { ...all, lastPosts: [post('threads', 'r2'), post('x', 'r1')] } });
    await type(`${text} ${url}`);
    await rest();
    expect(screen.queryByText(/sama dengan unggahan terakhir/)).toBeNull();
    await tab('Threads');
    await type(`${text} ${url}`);
    await rest();
    const list = screen.getByRole('list', { name: 'Periksa sebelum terbit' });
    expect(list.textContent).toContain('Teks ini 100% sama dengan unggahan terakhir Anda');
  });

  test('what the city did is told by its notice alone', () => {
    const { known: all } = known('Taman baru dibuka.');
    start({ known: { ...all, state: 'withdrawn' }, notice: <p>Rilis ini ditarik.</p> });
    expect(screen.queryByText(/Tanyakan dahulu kepada Humas/)).toBeNull();
  });
});

describe('own lines, hashtags and threads', () => {
  test('a hashtag that is switched is remembered', async () => {
    start();
    await click('#TamanBaru');
    expect(onHashtag).toHaveBeenLastCalledWith('#TamanBaru', true);
    await click('#KotaBogor');
    expect(onHashtag).toHaveBeenLastCalledWith('#KotaBogor', false);
  });

  test('an own line goes into the text in one tap', async () => {
    start({ lines: ['Mari datang!'] });
    await click('Mari datang!');
    expect(box().value).toBe(`Mari datang! Taman baru dibuka. ${url} #KotaBogor`);
    expect(sent.at(-1)?.text).toBe(box().value);
  });

  test('of a thread the first post opens, and the whole text is recorded', async () => {
    start();
    const text = `${'Warga kota datang ke taman sejak pagi hari bersama keluarga. '.repeat(6)}${url}`;
    await type(text);
    await click('Buka di X');
    expect(open).toHaveBeenLastCalledWith(expect.objectContaining({ text }), undefined);
    await click('Jadikan utas');
    await click('Buka di X');
    expect(open).toHaveBeenLastCalledWith(
      expect.objectContaining({ text }),
      expect.stringMatching(/^1\/2 Warga kota .*https:/s),
    );
    expect(await axeFindings()).toEqual([]);
  });
});
