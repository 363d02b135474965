import { describe, expect, test } from 'vitest';
import { read } from '../../utils/source/read.ts';
import type { Reading, Source } from '../../utils/source/source.ts';
import { download, source } from './samples.ts';

const feed = (text: string, changes: Partial<Source> = {}): Reading => read(download(text), source(changes));
const rss = (items: string, channel = '') => `<rss version="2.0"><channel>${channel}${items}</channel></rss>`;
const atom = (entries: string, rest = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${rest}${entries}</feed>`;
const first = (reading: Reading) => reading.items[0];
const at = (time: string) => ({ at: Date.parse(time), precision: 'time' });

describe('RSS', () => {
  test('2.0 as WordPress writes it', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Kota &amp; Warga</title>
      <atom:link href="https://kota.go.id/feed" rel="self"/><link>https://kota.go.id</link><language>id</language>
      <item><title>Wali Kota &#8220;Hadir&#8221;</title><link>https://kota.go.id/1/</link>
      <dc:creator><![CDATA[Humas]]></dc:creator><pubDate>Tue, 05 Aug 2025 01:00:00 +0000</pubDate>
      <category><![CDATA[Berita]]></category><category>Kota</category><category>Berita</category>
      <guid isPermaLink="false">https://kota.go.id/?p=1</guid>
      <description><![CDATA[<p>Ringkas [&#8230;]</p><p>The post <a href="x">Wali</a> appeared first on <a href="y">Kota</a>.</p>]]></description>
      <content:encoded><![CDATA[<p>Satu</p><figure><img src="/a.jpg"></figure><p>Dua</p>
      <p>The post <a href="x">Wali</a> appeared first on <a href="y">Kota</a>.</p>]]></content:encoded></item></channel></rss>`;
    expect(feed(text)).toEqual({
      title: 'Kota & Warga',
      link: 'https://kota.go.id/',
      language: 'id',
      repairs: [],
      items: [
        {
          url: 'https://kota.go.id/1/',
          guid: 'https://kota.go.id/?p=1',
          title: 'Wali Kota “Hadir”',
          published: at('2025-08-05T01:00:00Z'),
          updated: null,
          paragraphs: ['Satu', 'Dua'],
          summary: ['Ringkas […]'],
          image: 'https://kota.go.id/a.jpg',
          authors: ['Humas'],
          categories: ['Berita', 'Kota'],
        },
      ],
    });
  });

  test('1.0 in RDF, items beside the channel', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://kota.go.id/"><title>Kota</title><dc:language>id</dc:language></channel>
      <item rdf:about="https://kota.go.id/1"><title>Satu</title><link>https://kota.go.id/1</link><dc:date>2025-08-05T08:00+07:00</dc:date><dc:subject>A</dc:subject></item></rdf:RDF>`;
    expect(feed(text)).toMatchObject({
      title: 'Kota',
      language: 'id',
      items: [
        {
          title: 'Satu',
          url: 'https://kota.go.id/1',
          published: at('2025-08-05T01:00:00Z'),
          categories: ['A'],
        },
      ],
    });
  });

  test('0.91 with nothing but a title and a link', () => {
    const text =
      '<rss version="0.91"><channel><title>K</title><item><title>Satu</title><link>/1</link></item></channel></rss>';
    expect(first(feed(text))).toMatchObject({
      title: 'Satu',
      url: 'https://kota.go.id/1',
      guid: null,
      published: null,
      paragraphs: [],
      summary: [],
      image: null,
    });
  });

  test.each([
    [
      'a link of its own',
      '<link>https://kota.go.id/a</link><guid>https://kota.go.id/b</guid>',
      'https://kota.go.id/a',
    ],
    ['a guid that is a permalink', '<guid>https://kota.go.id/b</guid>', 'https://kota.go.id/b'],
    ['a guid that says it is none', '<guid isPermaLink="false">https://kota.go.id/b</guid>', null],
    ['a guid that is a number', '<guid isPermaLink="true">7</guid>', null],
    ['a link in an attribute', '<link href="/c"/>', 'https://kota.go.id/c'],
    ["Atom's link", '<atom:link rel="self" href="/x"/><atom:link href="/d"/>', 'https://kota.go.id/d'],
    [
      'a link that a service rewrote',
      '<link>https://klik.example/1</link><feedburner:origLink>https://kota.go.id/e</feedburner:origLink>',
      'https://kota.go.id/e',
    ],
    ['xml:base', '<x xml:base="https://lain.example/"/><link>f</link>', 'https://kota.go.id/f'],
    ['a program', '<link>javascript:alert(1)</link>', null],
    ['no link', '', null],
  ])('the address from %s', (_name, inner, url) => {
    expect(first(feed(rss(`<item><title>x</title>${inner}</item>`)))?.url).toBe(url);
  });

  test('xml:base of the item and its ancestors', () => {
    const text = `<rss xml:base="https://kota.go.id/a/"><channel xml:base="b/"><item xml:base="c/"><title>x</title><link>d</link></item></channel></rss>`;
    expect(first(feed(text))?.url).toBe('https://kota.go.id/a/b/c/d');
  });

  test.each([
    ['media:content', '<media:content url="/a.jpg" medium="image"/>', '/a.jpg'],
    [
      'media:content by its type',
      '<media:content url="/v.mp4" type="video/mp4"/><media:content url="/a" type="image/png"/>',
      '/a',
    ],
    ['media:group', '<media:group><media:content url="/a.webp"/></media:group>', '/a.webp'],
    ['media:thumbnail', '<media:thumbnail url="/a"/>', '/a'],
    [
      'an enclosure',
      '<enclosure url="/a.mp3" type="audio/mpeg"/><enclosure url="/b.jpg" type="image/jpeg"/>',
      '/b.jpg',
    ],
    ['a bare thumbnail', '<thumbnail>/a.jpg</thumbnail>', '/a.jpg'],
    ['an image with an address', '<image><url>/a.jpg</url></image>', '/a.jpg'],
    [
      'the text',
      '<description>&lt;img src="pixel" width="1" height="1"&gt;&lt;img class="emoji" src="e"&gt;&lt;img src="/a.jpg"&gt;</description>',
      '/a.jpg',
    ],
  ])('the picture from %s', (_name, inner, path) => {
    expect(first(feed(rss(`<item><title>x</title>${inner}</item>`)))?.image).toBe(
      `https://kota.go.id${path}`,
    );
  });

  test('an author as RSS writes it', () => {
    const inner = '<author>humas@kota.go.id (Humas Kota)</author><dc:creator>Ani &amp;amp; Budi</dc:creator>';
    expect(first(feed(rss(`<item><title>x</title>${inner}</item>`)))?.authors).toEqual([
      'Humas Kota',
      'Ani & Budi',
    ]);
  });

  test.each([
    ['05 Agustus 2019', { at: Date.parse('2019-08-05T00:00:00+07:00'), precision: 'day' }],
    ['2019-08-05 10:00:00', at('2019-08-05T10:00:00+07:00')],
    ['Sel, 05 Agu 2019 10:00:00 WITA', at('2019-08-05T10:00:00+08:00')],
    ['besok', null],
  ])('pubDate "%s"', (date, published) => {
    expect(first(feed(rss(`<item><title>x</title><pubDate>${date}</pubDate></item>`)))?.published).toEqual(
      published,
    );
  });
});

describe('what is broken is read all the same', () => {
  test.each([
    [
      'white space before the declaration',
      `\n\t<?xml version="1.0"?>${rss('<item><title>Satu</title></item>')}`,
    ],
    [
      'a warning before the declaration',
      `Warning: x in y on line 3<?xml version="1.0"?>${rss('<item><title>Satu</title></item>')}`,
    ],
    [
      'an ampersand on its own',
      rss('<item><title>Satu</title><link>https://kota.go.id/?a=1&b=2</link></item>'),
    ],
    ['tags in other case', '<RSS><Channel><ITEM><Title>Satu</Title></ITEM></Channel></RSS>'],
    ['items left open', rss('<item><title>Satu</title><item><title>Dua</title></item>')],
    [
      'HTML that nobody escaped',
      rss('<item><title>Satu</title><description><p>a<br>b</p><img src=x></description></item>'),
    ],
    ['a document without its end', '<rss><channel><item><title>Satu</title></item><item><title>Du'],
    ['a document without its beginning', '<item><title>Satu</title></item></channel></rss>'],
    ['a doctype', `<!DOCTYPE rss SYSTEM "http://x/rss-0.91.dtd">${rss('<item><title>Satu</title></item>')}`],
  ])('%s', (_name, text) => {
    expect(feed(text).items[0]?.title).toBe('Satu');
  });

  test('what HTML knows and XML does not, noted', () => {
    const reading = feed(
      rss('<item><title>Caf&eacute;&nbsp;Kota &ndash; &lt;b&gt;ya&lt;/b&gt;</title></item>'),
    );
    expect(reading.items[0]?.title).toBe('Café Kota – ya');
    expect(reading.repairs).toContain('HTML entities in XML');
  });

  test('HTML escaped twice, noted', () => {
    const reading = feed(
      rss('<item><title>x</title><description>&amp;lt;p&amp;gt;Satu&amp;lt;/p&amp;gt;</description></item>'),
    );
    expect(reading.items[0]?.summary).toEqual(['Satu']);
    expect(reading.repairs).toContain('HTML escaped twice');
  });

  test('unescaped HTML keeps its paragraphs', () => {
    const reading = feed(
      rss('<item><title>x</title><description><p>a<br>b</p><ul><li>c</li></ul></description></item>'),
    );
    expect(reading.items[0]?.summary).toEqual(['a', 'b', '• c']);
  });

  test('any prefix, bound or not', () => {
    const bound = `<rss xmlns:isi="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><title>x</title><isi:encoded>Isi</isi:encoded><d:creator>A</d:creator></item></channel></rss>`;
    expect(first(feed(bound))).toMatchObject({ paragraphs: ['Isi'], authors: ['A'] });
    expect(
      first(feed(rss('<item><title>x</title><content:encoded>Isi</content:encoded></item>')))?.paragraphs,
    ).toEqual(['Isi']);
  });

  test('a cut document keeps what is whole, and leaves out the item that is not', () => {
    const reading = feed('<rss><channel><item><title>Satu</title></item><item><title>Wali Ko');
    expect(reading.items.map((item) => item.title)).toEqual(['Satu']);
    expect(reading.repairs).toContain('cut short: the last item is left out');
  });

  test('at most 200 items', () => {
    const reading = feed(rss('<item><title>x</title></item>'.repeat(250)));
    expect(reading.items).toHaveLength(200);
    expect(reading.repairs).toContain('only the first 200 items are read');
  });

  test('a feed without items is a feed', () => {
    expect(feed(rss('', '<title>Kota</title>'))).toMatchObject({ title: 'Kota', items: [] });
  });

  test.each([
    '',
    'bukan umpan',
    '<html><body><h1>404</h1></body></html>',
    '\0\x01\x02',
    '<?xml version="1.0"?>',
  ])('no feed at all: %j', (text) =>
    expect(() => feed(text)).toThrow(expect.objectContaining({ reason: 'unreadable' })),
  );
});

describe('Atom', () => {
  test('1.0', () => {
    const entry = `<entry><id>tag:kota,1</id><title type="html">Wali &lt;b&gt;Kota&lt;/b&gt;</title>
      <link rel="self" href="/self"/><link rel="alternate" type="application/json" href="/json"/><link href="/1"/>
      <published>2025-08-05T08:00:00+07:00</published><updated>2025-08-06T08:00:00+07:00</updated>
      <category term="a" label="Kategori A"/><category term="b"/>
      <summary>Ringkas</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Satu</p><script>x</script><p>Dua <img src="a.jpg"/></p></div></content></entry>`;
    expect(feed(atom(entry, '<title>Kota</title><author><name>Humas</name></author>'))).toEqual({
      title: 'Kota',
      language: null,
      repairs: ['relative links'],
      items: [
        {
          url: 'https://kota.go.id/1',
          guid: 'tag:kota,1',
          title: 'Wali Kota',
          published: at('2025-08-05T08:00:00+07:00'),
          updated: at('2025-08-06T08:00:00+07:00'),
          paragraphs: ['Satu', 'Dua'],
          summary: ['Ringkas'],
          image: 'https://kota.go.id/a.jpg',
          authors: ['Humas'],
          categories: ['Kategori A', 'b'],
        },
      ],
    });
  });

  test('0.3, and prefixes on everything', () => {
    const text = `<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#" xml:lang="id"><a:title>Kota</a:title><a:entry><a:title mode="escaped" type="text/html">Satu &amp;amp; dua</a:title><a:link rel="alternate" href="/1"/><a:issued>2025-08-05T01:00:00Z</a:issued><a:content type="text/html" mode="escaped">&lt;p&gt;Isi&lt;/p&gt;</a:content></a:entry></a:feed>`;
    expect(feed(text)).toMatchObject({
      title: 'Kota',
      language: 'id',
      items: [
        {
          title: 'Satu & dua',
          url: 'https://kota.go.id/1',
          published: at('2025-08-05T01:00:00Z'),
          paragraphs: ['Isi'],
        },
      ],
    });
  });

  test('without its namespace', () => {
    expect(first(feed('<feed><entry><title>Satu</title><link href="/1"/></entry></feed>'))).toMatchObject({
      title: 'Satu',
      url: 'https://kota.go.id/1',
    });
  });

  test.each([
    ['plain text is plain', '<title>A &lt; B &amp; &lt;blink&gt;</title>', 'A < B & <blink>'],
    ['html is html', '<title type="html">A &amp;lt; B</title>', 'A < B'],
    [
      'html that forgot to say so',
      '<title>Kota &amp;#8211; &lt;b&gt;Bogor&lt;/b&gt;</title>',
      'Kota – Bogor',
    ],
  ])('a title: %s', (_name, title, expected) => {
    expect(first(feed(atom(`<entry>${title}</entry>`)))?.title).toBe(expected);
  });

  test('a date that was only ever updated, an id that is the address', () => {
    const entry =
      '<entry><id>https://kota.go.id/1</id><title>x</title><updated>2025-08-05T01:00:00Z</updated></entry>';
    expect(first(feed(atom(entry)))).toMatchObject({
      url: 'https://kota.go.id/1',
      published: at('2025-08-05T01:00:00Z'),
    });
  });

  test('content that is a file is no text', () => {
    const entry =
      '<entry><title>x</title><content type="image/png">iVBORw0KGgo=</content><content src="/a.mp4" type="video/mp4"/></entry>';
    expect(first(feed(atom(entry)))?.paragraphs).toEqual([]);
  });
});
