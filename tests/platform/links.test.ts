import { describe, expect, it } from 'vitest';
import { phrasesFor } from '../../utils/caption/phrases.ts';
import { catalogue, platforms } from '../../utils/platform/catalogue.ts';
import { composerUrl, mastodonHost, NoMastodonServerError, withoutLink } from '../../utils/platform/links.ts';
import type { ComposerInput } from '../../utils/platform/platform.ts';

const link = 'https://kota.example.go.id/berita?id=7&lang=id#isi';
const nasty = [
  'A & B # C % D + E = F ? G / H',
  '100% lebih, 50%25 & 20%2B',
  '“Kutipan,” kata \'dia\' "lagi" <b>tebal</b>',
  'baris satu\nbaris dua\n\nbaris empat\ttab',
  '👨‍👩‍👧‍👦 keluarga 🏳️‍⚧️ 1️⃣ 🇮🇩 👍🏽',
  'الرياض \u200Fعربي\u200E é é \u00A0 ',
  'a+b c++ #tag&x=1;y=2',
  'javascript:alert(1) {text} {link} $& $1',
  '   ',
  '',
];

/** What a network reads out of an address. */
function read(address: string, name: string): string | null {
  return new URL(address).searchParams.get(name);
}

function input(text: string): ComposerInput {
  return { text, link, mastodonServer: 'sosial.example.id' };
}

describe('composer addresses', () => {
  const whole = ['x', 'whatsapp', 'threads', 'linkedin', 'bluesky', 'mastodon'] as const;
  it.each(whole)('%s carries every text as it stands', (platform) => {
    for (const text of [...nasty, ...nasty.map((one) => `${one} ${link} #Tag`)]) {
      const address = composerUrl(platform, input(text));
      expect(read(address, 'text')).toBe(text);
      expect(address).not.toMatch(/[+\s]/);
    }
  });

  it.each(['telegram', 'line'] as const)('%s carries the text and the link apart', (platform) => {
    for (const text of nasty) {
      const address = composerUrl(platform, input(`${text.trimEnd()} ${link}`));
      expect(read(address, 'url')).toBe(link);
      expect(read(address, 'text')).toBe(text.trimEnd());
    }
  });

  it('opens the page where the text is pasted', () => {
    expect(composerUrl('facebook', input('x'))).toBe(
      `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(link)}`,
    );
    expect(composerUrl('instagram', input('x'))).toBe('https://www.instagram.com/');
    expect(composerUrl('tiktok', input('x'))).toBe('https://www.tiktok.com/');
  });

  it('lets no text reach the host, the path or another parameter', () => {
    for (const { id } of platforms) {
      for (const text of nasty) {
        const url = new URL(composerUrl(id, input(text)));
        const plain = new URL(composerUrl(id, input('x')));
        expect(url.origin + url.pathname).toBe(plain.origin + plain.pathname);
        expect([...url.searchParams.keys()]).toEqual([...plain.searchParams.keys()]);
        expect(url.hash).toBe('');
      }
    }
  });

  it('mends half a surrogate pair instead of throwing', () => {
    expect(read(composerUrl('x', input('a\uD83D b\uDE00')), 'text')).toBe('a\uFFFD b\uFFFD');
  });

  it('takes another address of the same form', () => {
    expect(composerUrl('x', input('a b'), 'https://x.com/intent/post?text={text}')).toBe(
      'https://x.com/intent/post?text=a%20b',
    );
  });

  it('has an address of https for every network', () => {
    for (const { address, route } of platforms) {
      expect(address).toMatch(/^https:\/\//);
      expect(/\{text\}|\{body\}/.test(address)).toBe(route === 'composer');
    }
    expect(Object.keys(catalogue)).toEqual(platforms.map(({ id }) => id));
  });
});

describe('the link taken out of a text', () => {
  it.each([
    ['Kabar. https://a.id/1', 'Kabar.'],
    ['Kabar.\n\nSelengkapnya: https://a.id/1\n\n#KotaBogor #UMKM', 'Kabar.\n#KotaBogor #UMKM'],
    ['Kabar. Info: https://a.id/1 #Kota', 'Kabar. #Kota'],
    ['Kabar. Baca di sini: https://a.id/1', 'Kabar. Baca di sini:'],
    ['Lihat https://a.id/1 untuk jadwal.', 'Lihat https://a.id/1 untuk jadwal.'],
    ['Kabar. https://a.id/12', 'Kabar. https://a.id/12'],
    ['Kabar.https://a.id/1', 'Kabar.https://a.id/1'],
    ['https://a.id/1', ''],
    ['https://a.id/1 #Kota', '#Kota'],
    ['Tanpa tautan', 'Tanpa tautan'],
  ])('%j -> %j', (text, kept) => {
    expect(withoutLink(text, 'https://a.id/1')).toBe(kept);
  });

  it('knows every lead-in of the captions', () => {
    for (const language of ['id', 'en'] as const) {
      const { more, info, read } = phrasesFor(language);
      for (const lead of [...more, ...info, ...read])
        expect(withoutLink(`Kabar. ${lead}https://a.id/1`, 'https://a.id/1')).toBe('Kabar.');
    }
  });
});

describe('the Mastodon server', () => {
  const bad = [
    null,
    '',
    'mastodon',
    'https://mastodon.social',
    'a.id/x',
    'a@b.id',
    'a.id:8080',
    'a b.id',
    '-a.id',
    '127.0.0.1',
    'a.id#x',
    'evil.id\\@x.id',
  ];
  it.each(bad)('%j is refused, with help', (server) => {
    const open = (): string => composerUrl('mastodon', { text: 'x', link, mastodonServer: server });
    expect(open).toThrow(NoMastodonServerError);
    expect(open).toThrow(/mastodon\.social/);
  });

  it.each([
    ['mastodon.social', 'mastodon.social'],
    [' https://Mastodon.Social/home ', 'mastodon.social'],
    ['@saya@sosial.example.id', 'sosial.example.id'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['mastodon', null],
    ['', null],
    ['https://user:pass@a.id:99/x', null],
    ['bukan server', null],
  ])('typed as %j it is %j', (typed, host) => {
    expect(mastodonHost(typed)).toBe(host);
  });
});
