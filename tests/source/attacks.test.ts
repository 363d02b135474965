import { describe, expect, test } from 'vitest';
import { SourceError } from '../../utils/source/errors.ts';
import { readReleasePage } from '../../utils/source/page.ts';
import { read } from '../../utils/source/read.ts';
import type { Reading, SourceKind } from '../../utils/source/source.ts';
import { download, pageSource, source } from './samples.ts';

const before = '<item><title>Sebelum</title><link>https://kota.go.id/1</link></item>';
const head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Kota</title>';
const tail = '</channel></rss>';

interface Attack {
  name: string;
  text: string;
  kind?: SourceKind;
  /** Titles that must come out: what stood before the damage. */
  titles: string[];
}

const nest = (open: string, times: number) => open.repeat(times);
const attributes = Array.from({ length: 300_000 }, (_, index) => ` a${index}="x"`).join('');
const jsonItem = '{"id":"1","url":"https://kota.go.id/1","title":"Sebelum"}';

const attacks: Attack[] = [
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
  { name: '200,000 items', text: `${head}${before.repeat(30_000)}${tail}`, titles: ['Sebelum'] },
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
    name: '200,000 namespaces',
    text: `${head}${before}${'<a xmlns:x="http://purl.org/dc/elements/1.1/"></a>'.repeat(40_000)}`,
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

describe('attacks are over in no time, and what stood before them is kept', () => {
  for (const { name, text, kind = 'feed', titles } of attacks) {
    test(name, () => {
      const started = performance.now();
      const reading = read(download(text), source({ kind }));
      report(name, started);
      expect(reading.items.map((item) => item.title).slice(0, titles.length)).toEqual(titles);
      expect(reading.items.length).toBeLessThanOrEqual(200);
      for (const item of reading.items) expect(item.title.length).toBeLessThanOrEqual(500);
    });
  }
});

describe('attacks on pages', () => {
  const pages: [string, string][] = [
    ['200,000 levels', `<h1>Judul</h1><article>${nest('<div>', 200_000)}teks`],
    [
      '200,000 different levels',
      `<h1>Judul</h1><article>${Array.from({ length: 200_000 }, (_, i) => `<a${i}>`).join('')}teks`,
    ],
    ['1,000,000 paragraphs', `<h1>Judul</h1><article>${'<p>a'.repeat(1_000_000)}`],
    ['1,000,000 stray end tags', `<h1>Judul</h1><article>${nest('<a>', 250)}${nest('</b>', 1_000_000)}`],
    ['1,000,000 stray ends of paragraphs', `<h1>Judul</h1><article>${nest('</p>', 1_000_000)}teks`],
    ['300,000 attributes', `<h1>Judul</h1><article><p${attributes}>teks</p>`],
    ['50,000 forms', `<h1>Judul</h1><article>${nest('<form>', 500_000)}teks`],
    [
      '500,000 drawings',
      `<h1>Judul</h1><article>${nest('<svg>', 300_000)}${nest('<foreignObject>', 100_000)}teks`,
    ],
  ];
  for (const [name, html] of pages) {
    test(name, () => {
      const started = performance.now();
      expect(readReleasePage(download(html), pageSource()).title).toBe('Judul');
      report(name, started);
    });
  }
});

test('a document of any length, cut anywhere, throws nothing but a SourceError', () => {
  const documents: [SourceKind, string][] = [
    [
      'feed',
      `${head}<item><title>Satu &amp; dua</title><link>https://kota.go.id/1</link><description><![CDATA[<p>Isi <b>tebal</b></p>]]></description></item>${before}${tail}`,
    ],
    [
      'feed',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry><id>x</id><title type="html">&lt;b&gt;Satu</title><link href="/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Isi</p></div></content></entry></feed>`,
    ],
    [
      'jsonfeed',
      `{"version":"https://jsonfeed.org/version/1.1","items":[${jsonItem},{"id":"2","title":"Dua","content_html":"<p>Isi"}]}`,
    ],
    [
      'wordpress',
      `[{"id":1,"link":"https://kota.go.id/1","title":{"rendered":"Satu"},"content":{"rendered":"<p>Isi</p>"}}]`,
    ],
    [
      'page',
      '<html><ul><li><h3>Satu</h3><a href="/1">x</a><time>1 Mei 2026</time><img src="/a.jpg"></li></ul></html>',
    ],
  ];
  const started = performance.now();
  let readings = 0;
  for (const [kind, text] of documents) {
    const subject = kind === 'page' ? pageSource() : source({ kind });
    const whole = read(download(text), subject);
    let best = 0;
    for (let end = 0; end <= text.length; end++) {
      const reading = attempt(() => read(download(text.slice(0, end)), subject));
      if (!reading) continue;
      readings++;
      // What was read whole once is not lost when more of the document is there.
      const count = reading.items.filter((item) => item.title === whole.items[0]?.title).length;
      expect(count).toBeGreaterThanOrEqual(best);
      best = Math.max(best, count);
    }
    expect(best).toBeGreaterThan(0);
  }
  expect(readings).toBeGreaterThan(0);
  report(`${readings} cut documents`, started);
});

function attempt(run: () => Reading): Reading | null {
  try {
    return run();
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    return null;
  }
}

/** Printed rather than asserted tightly: the machine has neighbours. Unbounded, each of these took over 10 s. */
function report(name: string, started: number): void {
  const took = performance.now() - started;
  console.log(`${Math.round(took)} ms  ${name}`);
  expect(took).toBeLessThan(3_000);
}
