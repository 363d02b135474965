import type { SourceKind } from '../../../utils/source/source.ts';

const before = '<item><title>Sebelum</title><link>https://kota.go.id/1</link></item>';
const head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Kota</title>';
const tail = '</channel></rss>';

/** A document made to hurt its reader. */
export interface Attack {
  name: string;
  text: string;
  kind?: SourceKind;
  /** Titles that must come out: what stood before the damage. */
  titles: string[];
}

const nest = (open: string, times: number) => open.repeat(times);
const items = (count: number, text: string) =>
  `<item><title>x</title><description>${text}</description></item>`.repeat(count);
const attributes = Array.from({ length: 300_000 }, (_, index) => ` a${index}="x"`).join('');
const jsonItem = '{"id":"1","url":"https://kota.go.id/1","title":"Sebelum"}';

/** Attacks on feeds. */
export const feedAttacks: readonly Attack[] = [
  {
    name: '300,000 attributes on a tag',
    text: `${head}${before}<item${attributes}>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '300,000 equal attributes',
    text: `${head}${before}<item${' a="x"'.repeat(300_000)}>${tail}`,
    titles: ['Sebelum'],
  },
  { name: '200,000 levels', text: `${head}${before}${nest('<a>', 200_000)}`, titles: ['Sebelum'] },
  {
    name: '200,000 levels of different names',
    text: `${head}${before}${Array.from({ length: 200_000 }, (_, i) => `<a${i}>`).join('')}`,
    titles: ['Sebelum'],
  },
  {
    name: '200,000 items inside each other',
    text: `${head}${before}${nest('<item>', 200_000)}`,
    titles: ['Sebelum'],
  },
  { name: '30,000 items', text: `${head}${before.repeat(30_000)}${tail}`, titles: ['Sebelum'] },
  {
    name: '500,000 stray end tags',
    text: `${head}${before}${nest('</a>', 500_000)}${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '10 MB of numeric entities',
    text: `${head}${before}<item><title>${'&#65;'.repeat(2_000_000)}</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '10 MB of named entities',
    text: `${head}${before}<item><title>${'&eacute;'.repeat(1_250_000)}</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '300,000 unknown entities',
    text: `${head}${before}<item><title>${Array.from({ length: 300_000 }, (_, i) => `&q${i};`).join('')}</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'nested entities',
    text: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 25 }, (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? 'a' : `b${i - 1}`};`.repeat(10)}">`).join('')}]><rss><channel>${before}<item><title>&b24;</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'an entity that names a file',
    text: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>${before}<item><title>&x;</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'a title of 5 MB',
    text: `${head}${before}<item><title>${'judul '.repeat(900_000)}</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  { name: 'a comment of 2 MB', text: `${head}${before}<!--${'x'.repeat(2_000_000)}`, titles: ['Sebelum'] },
  {
    name: '400,000 comments',
    text: `${head}${before}<item><title>a${'<!---->b'.repeat(200_000)}</title></item>`,
    titles: ['Sebelum'],
  },
  {
    name: 'an attribute of 2 MB',
    text: `${head}${before}<item a="${'&amp;'.repeat(400_000)}`,
    titles: ['Sebelum'],
  },
  {
    name: '40,000 bindings of a prefix',
    text: `${head}${before}${'<a xmlns:x="http://purl.org/dc/elements/1.1/"></a>'.repeat(40_000)}`,
    titles: ['Sebelum'],
  },
  {
    name: '3,600 prefixes bound around 30,000 elements',
    text: `${head}${before}${Array.from({ length: 60 }, (_, level) => `<a${Array.from({ length: 60 }, (_, i) => ` xmlns:x${level}x${i}="http://purl.org/dc/elements/1.1/"`).join('')}>`).join('')}${'<b xmlns:x="http://purl.org/dc/elements/1.1/"></b>'.repeat(30_000)}`,
    titles: ['Sebelum'],
  },
  {
    name: 'an element called constructor, bound to __proto__',
    text: `<?xml version="1.0"?><rss xmlns:constructor="constructor" xmlns:__proto__="__proto__"><channel>${before}<constructor:item><__proto__:title>x</__proto__:title></constructor:item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '10 MB of numeric entities in a text',
    text: `${head}${before}<item><title>x</title><description>${'&#65;'.repeat(2_000_000)}</description></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '10 MB of numeric entities that look like utf-8 encoded twice',
    text: `${head}${before}<item><title>${'&#226;&#128;&#150;'.repeat(600_000)}</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '10 MB of beginnings of utf-8 encoded twice',
    text: `${head}${before}<item><title>${'&#226;'.repeat(1_700_000)}</title></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: '190 items of 400 escaped elements',
    text: `${head}${before}${items(190, 'judul &lt;b&gt;x&lt;/b&gt; '.repeat(400))}${tail}`,
    titles: ['Sebelum', 'x'],
  },
  {
    name: '190 items of 1,000 list items',
    text: `${head}${before}${items(190, `<![CDATA[<ol>${'<li>a</li>'.repeat(1_000)}</ol>]]>`)}${tail}`,
    titles: ['Sebelum', 'x'],
  },
  {
    name: '190 items of 2,000 numeric entities',
    text: `${head}${before}${items(190, `<![CDATA[${'&#65;'.repeat(2_000)}]]>`)}${tail}`,
    titles: ['Sebelum', 'x'],
  },
  {
    name: '200,000 unescaped paragraphs in an item',
    text: `${head}${before}${items(1, '<p>a</p>'.repeat(200_000))}${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'HTML of 200,000 levels in an item',
    text: `${head}${before}<item><title>x</title><description><![CDATA[${nest('<div>', 200_000)}]]></description></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'a list of 20,000 items in an item',
    text: `${head}${before}<item><title>x</title><description><![CDATA[<ol>${'<li>a</li>'.repeat(20_000)}</ol>]]></description></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'tables in tables in an item',
    text: `${head}${before}<item><title>x</title><description><![CDATA[${'<table><tr><td>a'.repeat(14_000)}]]></description></item>${tail}`,
    titles: ['Sebelum'],
  },
  {
    name: 'JSON of 500,000 brackets',
    kind: 'jsonfeed',
    text: `{"items":[${jsonItem},${'['.repeat(500_000)}`,
    titles: ['Sebelum'],
  },
  {
    name: 'JSON of 400,000 opened objects',
    kind: 'jsonfeed',
    text: `{"items":[${jsonItem},${'{"a":'.repeat(400_000)}`,
    titles: ['Sebelum'],
  },
  {
    name: 'JSON with a string of 2 MB left open',
    kind: 'wordpress',
    text: `[${jsonItem.replace('"url"', '"link"')},{"a":"${'\\"'.repeat(900_000)}`,
    titles: ['Sebelum'],
  },
];

/** Attacks on release pages, whose heading has to come out. */
export const pageAttacks: readonly (readonly [name: string, html: string])[] = [
  ['200,000 levels', `<h1>Judul</h1><article>${nest('<div>', 200_000)}teks`],
  [
    '200,000 different levels',
    `<h1>Judul</h1><article>${Array.from({ length: 200_000 }, (_, i) => `<a${i}>`).join('')}teks`,
  ],
  ['1,000,000 paragraphs', `<h1>Judul</h1><article>${'<p>a'.repeat(1_000_000)}`],
  ['1,000,000 stray end tags', `<h1>Judul</h1><article>${nest('<a>', 250)}${nest('</b>', 1_000_000)}`],
  ['1,000,000 stray ends of paragraphs', `<h1>Judul</h1><article>${nest('</p>', 1_000_000)}teks`],
  ['300,000 attributes', `<h1>Judul</h1><article><p${attributes}>teks</p>`],
  ['500,000 forms', `<h1>Judul</h1><article>${nest('<form>', 500_000)}teks`],
  [
    '500,000 drawings',
    `<h1>Judul</h1><article>${nest('<svg>', 300_000)}${nest('<foreignObject>', 100_000)}teks`,
  ],
];
