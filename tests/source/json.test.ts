import { describe, expect, test } from 'vitest';
import { read } from '../../utils/source/read.ts';
import type { SourceKind } from '../../utils/source/source.ts';
import { download, source } from './samples.ts';

const readAs = (kind: SourceKind, value: unknown) =>
  read(download(typeof value === 'string' ? value : JSON.stringify(value)), source({ kind }));
const at = (time: string) => ({ at: Date.parse(time), precision: 'time' });

describe('JSON Feed', () => {
  test('1.1', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Kota',
      language: 'id',
      authors: [{ name: 'Humas' }],
      items: [
        {
          id: 1,
          url: '/1',
          title: 'Satu',
          content_html: '<p>Isi</p><img src="/a.jpg">',
          summary: 'Ringkas',
          date_published: '2025-08-05T08:00:00+07:00',
          date_modified: '2025-08-06T08:00:00+07:00',
          tags: ['A', 'B', 3],
        },
        {
          id: '2',
          external_url: 'https://kota.go.id/2',
          content_text: 'Satu\n\nDua',
          banner_image: '/b.jpg',
          authors: [{ name: 'Ani' }],
        },
      ],
    };
    expect(readAs('jsonfeed', feed)).toEqual({
      title: 'Kota',
      language: 'id',
      repairs: [],
      items: [
        {
          url: 'https://kota.go.id/1',
          guid: '1',
          title: 'Satu',
          published: at('2025-08-05T08:00:00+07:00'),
          updated: at('2025-08-06T08:00:00+07:00'),
          paragraphs: ['Isi'],
          summary: ['Ringkas'],
          image: 'https://kota.go.id/a.jpg',
          authors: ['Humas'],
          categories: ['A', 'B', '3'],
        },
        {
          url: 'https://kota.go.id/2',
          guid: '2',
          title: '',
          published: null,
          updated: null,
          paragraphs: ['Satu', 'Dua'],
          summary: [],
          image: 'https://kota.go.id/b.jpg',
          authors: ['Ani'],
          categories: [],
        },
      ],
    });
  });

  test('version 1 had one author', () => {
    const feed = { items: [{ id: '1', title: 'x', author: { name: 'Ani' } }] };
    expect(readAs('jsonfeed', feed).items[0]?.authors).toEqual(['Ani']);
  });

  test('an address added as a feed may turn out to be JSON', () => {
    expect(readAs('feed', { items: [{ id: '1', title: 'Satu' }] }).items[0]?.title).toBe('Satu');
    expect(readAs('feed', [{ id: 1, link: '/1', title: { rendered: 'Dua' } }]).items[0]?.title).toBe('Dua');
  });

  test('a document cut short keeps its whole items, brackets in strings and all', () => {
    const text =
      '{"title":"K","items":[{"id":"1","title":"Satu ] } \\" {"},{"id":"2","title":"Dua"},{"id":"3","tit';
    const reading = readAs('jsonfeed', text);
    expect(reading.items.map((item) => item.title)).toEqual(['Satu ] } " {', 'Dua']);
    expect(reading.repairs).toContain('JSON damaged: only whole items are read');
  });

  test.each(['', '{}', '[]x', 'null', '"items"', '{"items":{}}', '<rss></rss>', '{"items":['])(
    'none: %j',
    (text) => {
      expect(() => readAs('jsonfeed', text)).toThrow(expect.objectContaining({ reason: 'unreadable' }));
    },
  );

  test('values of the wrong type are as if they were not there', () => {
    const feed = {
      title: 7,
      items: [null, 3, [], { id: {}, url: [], title: {}, tags: 'x', authors: 3, content_html: null }],
    };
    expect(readAs('jsonfeed', feed)).toMatchObject({
      items: [{ url: null, guid: null, title: '', authors: [], categories: [] }],
    });
  });
});

describe('WordPress', () => {
  const post = {
    id: 7,
    date: '2025-08-05T08:00:00',
    date_gmt: '2025-08-05T01:00:00',
    modified_gmt: '2025-08-06T01:00:00',
    link: 'https://kota.go.id/satu/',
    guid: { rendered: 'https://kota.go.id/?p=7&#038;x=1' },
    title: { rendered: 'Wali Kota &#8220;Hadir&#8221;' },
    excerpt: { rendered: '<p>Ringkas [&hellip;]</p>' },
    content: { rendered: '<p>Satu</p><p>Dua</p>' },
    _embedded: {
      author: [{ name: 'Humas' }],
      'wp:featuredmedia': [
        {
          source_url: 'https://kota.go.id/besar.jpg',
          media_details: { sizes: { medium: { source_url: 'https://kota.go.id/sedang.jpg' } } },
        },
      ],
      'wp:term': [[{ name: 'Berita' }], [{ name: 'Kota' }, { name: 'Air &amp; Tanah' }]],
    },
  };

  test('posts with what is embedded', () => {
    expect(readAs('wordpress', [post])).toEqual({
      title: null,
      language: null,
      repairs: [],
      items: [
        {
          url: 'https://kota.go.id/satu/',
          guid: 'https://kota.go.id/?p=7&x=1',
          title: 'Wali Kota “Hadir”',
          published: at('2025-08-05T01:00:00Z'),
          updated: at('2025-08-06T01:00:00Z'),
          paragraphs: ['Satu', 'Dua'],
          summary: ['Ringkas…'],
          image: 'https://kota.go.id/sedang.jpg',
          authors: ['Humas'],
          categories: ['Berita', 'Kota', 'Air & Tanah'],
        },
      ],
    });
  });

  test('without what is embedded, the picture comes from the text', () => {
    const { _embedded, ...bare } = post;
    const content = { rendered: '<p>Isi</p><img src="/b.jpg">' };
    expect(readAs('wordpress', [{ ...bare, content }]).items[0]).toMatchObject({
      image: 'https://kota.go.id/b.jpg',
      authors: [],
      categories: [],
    });
  });

  test('what a site hides and its Yoast plugin tells', () => {
    const { _embedded, ...bare } = post;
    const yoast_head_json = { author: 'Humas', og_image: [{ url: 'https://kota.go.id/og.jpg' }] };
    const refused = { author: [{ code: 'rest_user_cannot_view', data: { status: 401 } }] };
    expect(readAs('wordpress', [{ ...bare, _embedded: refused, yoast_head_json }]).items[0]).toMatchObject({
      image: 'https://kota.go.id/og.jpg',
      authors: ['Humas'],
    });
  });

  test('a date that only the site itself knows', () => {
    const dated = { ...post, date_gmt: '0000-00-00T00:00:00' };
    expect(readAs('wordpress', [dated]).items[0]?.published).toEqual(at('2025-08-05T01:00:00Z'));
  });

  test('warnings that PHP prints before it, noted', () => {
    const reading = readAs(
      'wordpress',
      `<br />\n<b>Notice</b>: x in /y.php on line 3<br />\n${JSON.stringify([post])}`,
    );
    expect(reading.items).toHaveLength(1);
    expect(reading.repairs).toEqual(['text before the JSON']);
  });

  test('a list cut short', () => {
    const text = JSON.stringify([post, { ...post, title: { rendered: 'Dua' } }]).slice(0, -30);
    expect(readAs('wordpress', text).items.map((item) => item.title)).toEqual(['Wali Kota “Hadir”']);
  });

  test('a site without posts is empty, one that refuses is unreadable', () => {
    expect(readAs('wordpress', []).items).toEqual([]);
    const refusal = { code: 'rest_no_route', message: 'No route', data: { status: 404 } };
    expect(() => readAs('wordpress', refusal)).toThrow(expect.objectContaining({ reason: 'unreadable' }));
    expect(() => readAs('wordpress', [{ a: 1 }])).toThrow(expect.objectContaining({ reason: 'unreadable' }));
  });
});
