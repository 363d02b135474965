import { describe, expect, test } from 'vitest';
import { check } from '../../utils/check/check.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { room } from '../../utils/platform/measure.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { draft, facts, line, link, told } from './samples.ts';

/** The finding of a key, or undefined. */
const found = (text: string, key: string, change = {}) =>
  check(draft(text, change)).find(({ reason }) => reason.key === key);
const mended = (text: string, key: string, change = {}) => found(text, key, change)?.mends[0]?.text;

describe('too long', () => {
  test('on X by its weighted count: a link is 23', () => {
    const full = `${'a'.repeat(280 - 24)} ${link}`;
    expect(found(full, 'tooLong', { platform: 'x' })).toBeUndefined();
    expect(found(`aaa${full}`, 'tooLong', { platform: 'x' })?.reason.args).toEqual([3, 'X']);
  });
  test('on Bluesky by graphemes; within the count but over the bytes is over by one at least', () => {
    expect(found('👨‍👩‍👧‍👦'.repeat(100), 'tooLong', { platform: 'bluesky' })).toBeUndefined();
    expect(found('👨‍👩‍👧‍👦'.repeat(200), 'tooLong', { platform: 'bluesky' })?.reason.args).toEqual([
      1,
      'Bluesky',
    ]);
  });
  test.each(['whatsapp', 'instagram', 'linkedin', 'line', 'facebook'] as const)(
    '%s by its limit',
    (platform) => {
      const { limit } = catalogue[platform];
      expect(found('a'.repeat(limit), 'tooLong', { platform })).toBeUndefined();
      expect(found('a'.repeat(limit + 2), 'tooLong', { platform })?.reason.args[0]).toBe(2);
    },
  );
  test('the mend drops hashtags first, then whole sentences; the link and its lead stay', () => {
    const sentence = 'Warga Kelurahan Kenanga menanam pohon di sepanjang jalan kota sejak pagi.';
    const long = `${`${sentence} `.repeat(3)}${sentence} Selengkapnya: ${link} #KotaBogor #Pohon`;
    const first = mended(long, 'tooLong', { platform: 'x' }) ?? '';
    expect(first).toBe(`${`${sentence} `.repeat(2)}${sentence} Selengkapnya: ${link}`);
    expect(room('x', first).fits).toBe(true);
  });
  test('paragraphs keep their breaks', () => {
    const text = `${'Warga menanam pohon. '.repeat(9).trim()}\n\n${'Petugas membantu. '.repeat(9).trim()}\n\n${link}`;
    const mend = mended(text, 'tooLong', { platform: 'x' }) ?? '';
    expect(mend).toMatch(/pohon\.\n\nPetugas/);
    expect(mend.endsWith(`\n\n${link}`)).toBe(true);
  });
  test('none where even one sentence does not fit', () => {
    expect(found(`${'a'.repeat(300)} ${link}`, 'tooLong', { platform: 'x' })?.mends).toEqual([]);
  });
});

describe('no link', () => {
  test.each([`${link}\nTaman`, `Taman (${link}).`, `Taman ${link}2 dan ${link}.`])('%j has it', (text) => {
    expect(found(text, 'noLink')).toBeUndefined();
  });
  test.each([
    'Taman',
    'https://kotabogor.go.id/',
    `Taman ${link}2`,
    `${link.replace('https', 'http')} Taman`,
  ])('%j has not; the mend adds it', (text) => {
    const mend = mended(text, 'noLink') ?? '';
    expect(mend).toBe(`${text} ${link}`);
    expect(found(mend, 'noLink')).toBeUndefined();
  });
});

describe('too many hashtags', () => {
  const tags = (count: number) => Array.from({ length: count }, (_, n) => `#Tagar${n}`).join(' ');
  test.each(platformIds)('%s: as many as it bears, then one more', (platform) => {
    const limit = catalogue[platform].hashtags;
    expect(found(tags(limit), 'tooManyHashtags', { platform })).toBeUndefined();
    expect(found(tags(limit + 1), 'tooManyHashtags', { platform })?.reason.args[0]).toBe(limit);
  });
  test('the mend keeps the first ones, and takes none out of a sentence', () => {
    const text = `Taman. ${link} #A1a #B1b #C1c`;
    expect(mended(text, 'tooManyHashtags', { platform: 'threads' })).toBe(`Taman. ${link} #A1a`);
    expect(found(`#A1a dan #B1b dibuka. ${link}`, 'tooManyHashtags', { platform: 'threads' })?.mends).toEqual(
      [],
    );
  });
  test('a number, a fragment of an address and a bare sign are none', () => {
    expect(
      found(`Juara #1 dan #2, lihat ${link}#isi # #3`, 'tooManyHashtags', { platform: 'threads' }),
    ).toBeUndefined();
  });
});

describe('the release itself', () => {
  test.each([
    ['changed', 'warn'],
    ['withdrawn', 'stop'],
    ['suspicious', 'stop'],
  ] as const)('%s', (state, severity) => {
    expect(found('Taman', state, { state })?.severity).toBe(severity);
  });
  test('old from the fifteenth day on', () => {
    const now = Date.parse('2026-06-20T09:00:00+07:00');
    const daysAgo = (days: number) => now - days * 86_400_000;
    expect(told('Taman', { now, publishedAt: daysAgo(14) })).toEqual([]);
    expect(found('Taman', 'oldRelease', { now, publishedAt: daysAgo(15) })?.reason.args).toEqual([15]);
    expect(told('Taman', { now, publishedAt: null })).toEqual([]);
  });
  test('already shared: says how sure that is', () => {
    expect(told('Taman', { shared: 'opened' })).toEqual(['alreadyOpened']);
    expect(told('Taman', { shared: 'posted' })).toEqual(['alreadyPosted']);
  });
});

describe('like my last posts', () => {
  const own = 'Pemkot Bogor menanam seribu pohon di sepanjang Jalan Pajajaran pada hari Sabtu bersama warga.';
  const like = (text: string) =>
    told(own, { lastPosts: [{ text: 'Lain sama sekali dari yang dulu itu.' }, { text }] });
  test.each([
    own,
    `${own} https://a.id/lain #Lain`,
    own.toUpperCase(),
    own.replace('Sabtu', 'Minggu'),
    `${own.replace('.', '!')} 🌳`,
  ])('%j', (text) => {
    expect(like(text)).toEqual(['likeMyLast']);
  });
  test.each(['Pemkot Bogor membuka taman di Jalan Pajajaran pada hari Sabtu.', 'Pohon ditanam warga.', ''])(
    'not %j',
    (text) => {
      expect(like(text)).toEqual([]);
    },
  );
  test('a word or two are alike by chance', () => {
    expect(told('Selamat pagi', { lastPosts: [{ text: 'Selamat pagi' }] })).toEqual([]);
  });
});

describe('shouting', () => {
  const release = facts('Satpol PP dan BPBD Kota Bogor membuka posko di RSUD. Program SISWAMASLING dimulai.');
  test.each([
    ['GRATIS UNTUK SEMUA', 'shouting: GRATIS | UNTUK | SEMUA', 'Gratis untuk semua'],
    ['Posko dibuka!!!', 'shouting: !!!', 'Posko dibuka!'],
    ['Benarkah?!?!', 'shouting: ?!?!', 'Benarkah?'],
    ['Posko KOTA BOGOR dibuka', 'shouting: KOTA | BOGOR', 'Posko Kota Bogor dibuka'],
  ])('%s', (text, wanted, calm) => {
    expect(told(text, { facts: release })).toEqual([wanted]);
    expect(mended(text, 'shouting', { facts: release })).toBe(calm);
  });
  test.each([
    'Satpol PP, BPBD, RSUD, dan SISWAMASLING.',
    'Ini GRATIS untuk warga.',
    'Ayo datang!',
    'Benarkah?',
    '#BOGOR #SEMUA #GRATIS',
  ])('not %s', (text) => {
    expect(told(text, { facts: release })).toEqual([]);
  });
});

describe('hashtags that read wrongly', () => {
  const release = facts('Pasar Murah Kota Bogor di Bogor Barat. Taman Tani.');
  test.each([
    ['Acara #2026 dimulai', 'hashtagDigits: #2026', undefined],
    ['Acara #Pasar-Murah', 'hashtagBroken: #Pasar-Murah', 'Acara #PasarMurah'],
    ['Acara #Jum’atBersih', 'hashtagBroken: #Jum’atBersih', 'Acara #JumAtBersih'],
    ['Acara # KotaBogor', 'hashtagBroken: # ', 'Acara #KotaBogor'],
    ['Acara #Pasar#Murah', 'hashtagBroken: #', 'Acara #Pasar #Murah'],
    ['Acara #pasarmurahbogor', 'hashtagHardToRead: #pasarmurahbogor', 'Acara #PasarMurahBogor'],
    ['Acara #KafféBogor', 'hashtagHardToRead: #KafféBogor', 'Acara #KaffeBogor'],
    ['Acara #KasihHatiBogor', undefined, undefined],
    ['Acara #PestaIdola', undefined, undefined],
    ['Acara #PesanGelasTani', undefined, undefined],
    ['Acara #PasarMurah #KotaBogor #HUT544 #UMKM', undefined, undefined],
    ['Juara #1, ke #12', undefined, undefined],
    ['Harga C# naik', undefined, undefined],
  ])('%s', (text, wanted, mend) => {
    const all = check(draft(text)).filter(({ reason }) => reason.key.startsWith('hashtag'));
    expect(all.map((one) => line(text, one))).toEqual(wanted === undefined ? [] : [wanted]);
    const odd = check(draft(text, { facts: release })).filter(({ reason }) =>
      reason.key.startsWith('hashtag'),
    );
    if (mend !== undefined) expect(odd[0]?.mends[0]?.text).toBe(mend);
  });
  const words = facts('Sesama warga tiga desa di kota hijau Bogor, kampung tematik.');
  test.each([
    ['#KotaHijauKitaAman', null],
    ['#sesamatigadesa', 'mati'],
    ['#WargaBangSatria', 'bangsat'],
    ['#RapatIdola', null],
    ['#DesaTani', null],
    ['#kotahijau', 'tahi'],
    ['#kotabogor', null],
    ['#tematikbogor', null],
  ])('%s reads as %s', (tag, word) => {
    const all = check(draft(`Acara ${tag}`, { facts: words })).filter(
      ({ reason }) => reason.key === 'hashtagUnfortunate',
    );
    expect(all.map(({ reason }) => reason.args[0])).toEqual(word === null ? [] : [word]);
  });
});

describe('hidden and look-alike characters', () => {
  test.each([
    ['Pem\u200Bkot', 'Pemkot'],
    ['Pem\u00ADkot', 'Pemkot'],
    ['\uFEFFPemkot', 'Pemkot'],
    ['Pemkot \u202Egro\u202C', 'Pemkot gro'],
    ['Pem\u2060kot\u2064', 'Pemkot'],
    ['Pem\u200Dkot', 'Pemkot'],
    ['Pemkot\u{E0041}\u{E0042}', 'Pemkot'],
    ['Pem\u3164kot', 'Pemkot'],
    ['a\u0000b', 'ab'],
  ])('%j', (text, clean) => {
    expect(found(text, 'hiddenCharacters')?.severity).toBe('stop');
    expect(mended(text, 'hiddenCharacters')).toBe(clean);
    expect(found(clean, 'hiddenCharacters')).toBeUndefined();
  });
  test.each([
    '👨‍👩‍👧‍👦 🏳️‍🌈 ❤️ 1️⃣ 👍🏽 🇮🇩 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'satu\ndua\tdua',
    'بِسْمِ اللّٰه',
    'می‌خواهم',
    'Jum’at – “kafé” … ½ ²',
    'H₂O 5 m² №',
  ])('nothing in %s', (text) => {
    expect(told(text)).toEqual([]);
  });
  test.each([
    ['Pеmkot Bogor', 'lookAlikes: Pеmkot', 'Pemkot Bogor'],
    ['Pemkot Βogor', 'lookAlikes: Βogor', 'Pemkot Bogor'],
    ['𝗣𝗮𝘀𝗮𝗿 𝗠𝘂𝗿𝗮𝗵 Bogor', 'lookAlikes: 𝗣𝗮𝘀𝗮𝗿 | 𝗠𝘂𝗿𝗮𝗵', 'Pasar Murah Bogor'],
    ['Ｂｏｇｏｒ', 'lookAlikes: Ｂｏｇｏｒ', 'Bogor'],
    ['Warga сор kota', 'lookAlikes: сор', 'Warga cop kota'],
  ])('%s', (text, wanted, plain) => {
    expect(told(text)).toEqual([wanted]);
    expect(mended(text, 'lookAlikes')).toBe(plain);
  });
  test('a word of another language is no disguise', () => {
    expect(told('Duta besar Rusia, Москва, hadir; Αθήνα juga.')).toEqual([]);
  });
});
