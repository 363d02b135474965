import { expect, test } from 'vitest';
import { decodeBytes } from '../../utils/source/charset.ts';
import { read } from '../../utils/source/read.ts';
import type { ReadItem, SourceKind } from '../../utils/source/source.ts';
import { source } from './samples.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

const rss = (item: string, rest = '') =>
  `<rss version="2.0"${rest}><channel><title>Kota</title><item>${item}</item></channel></rss>`;
const whole = '<title>Satu</title><link>https://kota.go.id/1</link><guid>https://kota.go.id/?p=1</guid>';
const date = '<pubDate>Tue, 05 Aug 2025 10:00:00 +0700</pubDate>';

interface Broken {
  name: string;
  bytes: Uint8Array;
  contentType?: string;
  kind?: SourceKind;
  /** Exactly these repairs are noted. */
  repairs: string[];
  item: Partial<ReadItem>;
}

const broken: Broken[] = [
  { name: 'nothing wrong', bytes: utf8(rss(whole + date)), repairs: [], item: { title: 'Satu' } },
  {
    name: 'HTML entities inside CDATA, where they belong',
    bytes: utf8(rss(`${whole}<description><![CDATA[a&nbsp;&ldquo;b&rdquo;]]></description>`)),
    repairs: [],
    item: { summary: ['a “b”'] },
  },
  {
    name: 'no guid',
    bytes: utf8(rss('<title>Satu</title><link>https://kota.go.id/1</link>')),
    repairs: ['items without a guid'],
    item: { guid: null, url: 'https://kota.go.id/1' },
  },
  {
    name: 'no link',
    bytes: utf8(rss('<title>Satu</title><guid isPermaLink="false">kota-1</guid>')),
    repairs: ['items without a link'],
    item: { guid: 'kota-1', url: null },
  },
  {
    name: 'relative links',
    bytes: utf8(rss('<title>Satu</title><link>/berita/1</link><guid>1</guid>')),
    repairs: ['relative links'],
    item: { url: 'https://kota.go.id/berita/1' },
  },
  {
    name: 'relative links with xml:base',
    bytes: utf8(
      rss('<title>Satu</title><link>1</link><guid>1</guid>', ' xml:base="https://kota.go.id/berita/"'),
    ),
    repairs: ['relative links, resolved by xml:base'],
    item: { url: 'https://kota.go.id/berita/1' },
  },
  {
    name: 'HTML escaped twice (PopojiCMS)',
    bytes: utf8(
      rss(
        `${whole}<description>&amp;lt;p&amp;gt;Satu &amp;amp;amp; dua&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;&amp;lt;img src=&amp;quot;/a.jpg&amp;quot;&amp;gt;Tiga&amp;lt;/p&amp;gt;</description>`,
      ),
    ),
    repairs: ['HTML escaped twice'],
    item: { summary: ['Satu & dua', 'Tiga'], image: 'https://kota.go.id/a.jpg' },
  },
  {
    name: 'htmlentities() in XML',
    bytes: utf8(rss(`${whole.replace('Satu', '&ldquo;Satu&rdquo;&nbsp;&hellip; &copy;')}`)),
    repairs: ['HTML entities in XML'],
    item: { title: '“Satu” … ©' },
  },
  {
    name: 'white space before the declaration',
    bytes: utf8(`\r\n\n  <?xml version="1.0"?>${rss(whole)}`),
    repairs: ['white space before the declaration'],
    item: { title: 'Satu' },
  },
  {
    name: 'a warning of PHP before the document',
    bytes: utf8(`Warning: Undefined variable $x in /var/www/rss.php on line 3${rss(whole)}`),
    repairs: ['text before the document'],
    item: { title: 'Satu' },
  },
  {
    name: 'a prefix that is bound to nothing',
    bytes: utf8(rss(`${whole}<content:encoded>Isi</content:encoded><media:content url="/a.jpg"/>`)),
    repairs: ['prefix without a namespace'],
    item: { paragraphs: ['Isi'], image: 'https://kota.go.id/a.jpg' },
  },
  {
    name: 'utf-8 that is called Latin-1',
    bytes: utf8(`<?xml version="1.0" encoding="iso-8859-1"?>${rss(whole.replace('Satu', '“Café”'))}`),
    repairs: ['declared windows-1252, is utf-8'],
    item: { title: '“Café”' },
  },
  {
    name: 'Windows-1252 that is called utf-8',
    bytes: latin(`<?xml version="1.0" encoding="utf-8"?>${rss(whole.replace('Satu', '\x93Caf\xe9\x94'))}`),
    contentType: 'text/xml; charset=utf-8',
    repairs: ['not utf-8: read as windows-1252'],
    item: { title: '“Café”' },
  },
  {
    name: 'utf-8 encoded twice',
    bytes: utf8(rss(whole.replace('Satu', 'â€œCafÃ©â€\u009d â€“ Rp5Â\u00a0juta'))),
    repairs: ['utf-8 encoded twice'],
    item: { title: '“Café” – Rp5 juta' },
  },
  {
    name: 'utf-8 encoded twice, in numeric references',
    bytes: utf8(rss(whole.replace('Satu', '&#226;&#128;&#156;Caf&#xc3;&#xA9;&#226;&#8364;&#157;'))),
    repairs: ['utf-8 encoded twice'],
    item: { title: '“Café”' },
  },
  {
    name: 'utf-8 encoded twice, in the escapes of JSON',
    kind: 'wordpress',
    bytes: utf8(
      '[{"id":1,"link":"https://kota.go.id/1","title":{"rendered":"\\u00e2\\u0080\\u009cCaf\\u00c3\\u00a9\\u00e2\\u20ac\\u009d"}}]',
    ),
    repairs: ['utf-8 encoded twice'],
    item: { title: '“Café”' },
  },
  {
    name: 'a document cut off in the text of an item',
    bytes: utf8(
      rss(`${whole}${date}<description>Wali Kota mengata`).slice(0, -'</item></channel></rss>'.length),
    ),
    repairs: ['cut short: the last item is read without its text'],
    item: {
      title: 'Satu',
      url: 'https://kota.go.id/1',
      published: { at: Date.parse('2025-08-05T10:00:00+07:00'), precision: 'time' },
      paragraphs: [],
      summary: [],
    },
  },
];

test.each(broken)('$name', ({ bytes, contentType = null, kind = 'feed', repairs, item }) => {
  const decoded = decodeBytes(bytes, contentType);
  const download = { url: 'https://kota.go.id/rss.xml', ...decoded, contentType, validators: {} };
  const reading = read(download, source({ kind }));
  expect(reading.items[0]).toMatchObject(item);
  expect(reading.repairs).toEqual(repairs);
});

test.each([
  'Kota Bogor – “baik” café naïve',
  'SÃO PAULO',
  'Ã Â â € ™',
  'é»',
  '25 °C, £5, ½',
  'Ελλάδα, Москва, 中文, 한국어',
])('text that only looks a little like it stays as it is: %s', (text) => {
  expect(decodeBytes(utf8(text), null)).toEqual({ text, repairs: [] });
});

test.each([
  ['little-endian', true, false],
  ['big-endian', false, false],
  ['little-endian with its mark', true, true],
  ['big-endian with its mark', false, true],
])('utf-32, %s', (_name, littleEndian, marked) => {
  const text = `<?xml version="1.0"?>${rss(whole.replace('Satu', '“Kota” 🎉'))}`;
  const codes = Array.from((marked ? '\ufeff' : '') + text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [index, code] of codes.entries()) view.setUint32(index * 4, code, littleEndian);
  expect(decodeBytes(new Uint8Array(view.buffer), null)).toEqual({ text, repairs: [] });
});
