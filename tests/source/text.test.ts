import { describe, expect, test } from 'vitest';
import { cutLine, foldText, plainToParagraphs } from '../../utils/source/fold.ts';
import { htmlToLine, htmlToParagraphs } from '../../utils/source/text.ts';

describe('HTML becomes the paragraphs that a reader sees', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', '<p>Satu</p><p>Dua</p>', ['Satu', 'Dua']],
    [
      'blocks of every kind',
      '<div>a<section>b</section>c</div><h2>d</h2><blockquote>e</blockquote>f',
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ],
    ['line breaks', 'Satu<br>Dua<br/><br />Tiga', ['Satu', 'Dua', 'Tiga']],
    ['a rule', 'Satu<hr>Dua', ['Satu', 'Dua']],
    [
      'inline elements run on',
      '<p>Wali <b>Kota</b> <i>Bo</i>gor<span>, Jumat</span></p>',
      ['Wali Kota Bogor, Jumat'],
    ],
    [
      'a paragraph in a paragraph, as CMSs nest them',
      '<p class="x"><p>Satu</p><p>Dua</p></p>',
      ['Satu', 'Dua'],
    ],
    ['paragraphs that nobody closed', '<p>Satu<p>Dua<div>Tiga', ['Satu', 'Dua', 'Tiga']],
    ['empty paragraphs go', '<p>&nbsp;</p><p>Satu</p><p> <br> </p><div></div>', ['Satu']],
    [
      'site furniture stays for the captions to judge',
      '<p>Isi.</p><p>Baca juga: <a href="/x">Lain</a></p>',
      ['Isi.', 'Baca juga: Lain'],
    ],
    ['text without any tag', 'Satu & dua', ['Satu & dua']],
    ['nothing', '', []],
  ])('%s', (_name, html, paragraphs) => {
    expect(htmlToParagraphs(html)).toEqual(paragraphs);
  });
});

describe('lists, tables and quotations', () => {
  test.each<[string, string, string[]]>([
    ['bullets', '<ul><li>Satu</li><li>Dua</li></ul>', ['• Satu', '• Dua']],
    ['numbers', '<ol><li>Satu<li>Dua</ol>', ['1. Satu', '2. Dua']],
    [
      'numbers that start elsewhere',
      '<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol>',
      ['3. a', '7. b', '8. c'],
    ],
    [
      'a list in a list',
      '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>',
      ['• a', '1. b', '2. c', '• d'],
    ],
    ['an item of several paragraphs has one bullet', '<ul><li><p>a</p><p>b</p></li></ul>', ['• a', 'b']],
    ['an empty item leaves no bullet behind', '<ul><li></li></ul><p>Satu</p>', ['Satu']],
    ['items without a list', '<li>a</li>', ['• a']],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', ['a', 'b']],
    [
      'rows',
      '<table><tr><th>Kecamatan</th><th>Warga</th></tr><tr><td>Tengah</td><td>1.200</td></tr></table>',
      ['Kecamatan | Warga', 'Tengah | 1.200'],
    ],
    ['empty cells', '<table><tr><td></td><td>a</td><td>&nbsp;</td><td>b</td></tr></table>', ['a | b']],
    ['a table for layout', '<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>', ['a', 'b', 'c']],
    [
      'a table in a table',
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
      ['a | b'],
    ],
    ['a quotation', '<p>Ia berkata <q>ya</q>.</p>', ['Ia berkata “ya”.']],
    ['verse', '<pre>Satu\n  Dua\n\nTiga</pre>', ['Satu', 'Dua', 'Tiga']],
  ])('%s', (_name, html, paragraphs) => {
    expect(htmlToParagraphs(html)).toEqual(paragraphs);
  });
});

describe('what is not text goes', () => {
  test.each<[string, string]>([
    ['a script', '<script>alert("a < b")</script>'],
    ['a script with a tag in a string', '<script>"<p>x</p>"</script>'],
    ['a style', '<style>p { color: red }</style>'],
    ['a template', '<template><p>x</p></template>'],
    ['a noscript', '<noscript><p>x</p></noscript>'],
    ['a comment', '<!-- x --><!--[if mso]><p>x</p><![endif]-->'],
    ['the attribute hidden', '<div hidden><p>x</p></div>'],
    ['aria-hidden', '<span aria-hidden="true">x</span>'],
    ['display: none', '<div style="color: red; DISPLAY : none">x</div>'],
    ['visibility: hidden', '<div style="visibility:hidden">x</div>'],
    ['a frame', '<iframe src="https://x.example">x</iframe>'],
    ['a drawing', '<svg><title>x</title><text>x</text></svg>'],
    ['a button', '<button>x</button>'],
    ['choices', '<select><option>x</option></select>'],
    ['what is typed', '<textarea>x</textarea>'],
    ['a film', '<video src="a.mp4">x</video>'],
    ['an unclosed tag', '<img src="a.jpg" onerror="alert(1)"'],
  ])('%s', (_name, html) => {
    expect(htmlToParagraphs(`<p>Satu</p>${html}`)).toEqual(['Satu']);
  });

  test('a style that only mentions the words hides nothing', () => {
    expect(htmlToParagraphs('<p style="background-display:none.png; visibility: visible">Satu</p>')).toEqual([
      'Satu',
    ]);
  });
});

describe('characters', () => {
  test.each<[string, string, string]>([
    ['entities', '&ldquo;Ya&rdquo; &amp; &#8211; &#x2026; &eacute; &lt;b&gt;', '“Ya” & – … é <b>'],
    ['entities of Windows', '&#147;Ya&#148;', '“Ya”'],
    ['entities without a semicolon', 'A &amp B &copy 2026', 'A & B © 2026'],
    ['unknown entities stand', '&tidakada; &#xFFFFFFFF;', '&tidakada; \ufffd'],
    ['white space of every kind', 'a\n \t b\u00a0\u00a0c\u2003d\u3000e', 'a b c d e'],
    ['zero-width characters', 'Bo\u200bgor\ufeff Ko\u00adta', 'Bogor Kota'],
    ['direction overrides', 'a\u202egnp.exe\u202c', 'agnp.exe'],
    ['control characters', 'a\u0007b\u0085c', 'ab c'],
    ['half of a surrogate pair', 'a\ud83d b', 'a b'],
    ['emoji with joiners stay', '👨‍👩‍👧 hadir', '👨‍👩‍👧 hadir'],
    ['composed', 'cafe\u0301', 'café'],
  ])('%s', (_name, html, text) => {
    expect(htmlToParagraphs(html)).toEqual([text]);
  });
});

describe('HTML that was escaped twice', () => {
  test('is read as meant, and noted', () => {
    const notes: string[] = [];
    const html = '&lt;p&gt;Satu &amp;amp; dua&lt;/p&gt;&lt;p&gt;Tiga&lt;/p&gt;';
    expect(htmlToParagraphs(html, (note) => void notes.push(note))).toEqual(['Satu & dua', 'Tiga']);
    expect(notes).toEqual(['HTML escaped twice']);
  });

  test('entities alone, too', () => {
    expect(htmlToParagraphs('Wali Kota&amp;nbsp;Bogor &amp;ldquo;ya&amp;rdquo;')).toEqual([
      'Wali Kota Bogor “ya”',
    ]);
  });

  test('a text about markup is left alone', () => {
    expect(htmlToParagraphs('<p>Tulis &lt;br&gt; di sini</p>')).toEqual(['Tulis <br> di sini']);
    expect(htmlToParagraphs('Sejarah elemen &lt;blink&gt;')).toEqual(['Sejarah elemen <blink>']);
  });
});

describe('bounds', () => {
  test('256 KiB of content', () => {
    const notes: string[] = [];
    const paragraphs = htmlToParagraphs('<p>satu dua</p>'.repeat(100_000), (note) => void notes.push(note));
    expect(paragraphs.join('').length).toBeLessThan(256 * 1024);
    expect(notes).toEqual(['content cut after 262144 characters']);
  });

  test('500 characters of a title, cut at a word', () => {
    const title = htmlToLine(`<b>${'kata '.repeat(400)}</b>`);
    expect(title.length).toBeLessThanOrEqual(500);
    expect(title).toMatch(/ kata…$/);
    expect(cutLine('x'.repeat(600))).toHaveLength(500);
  });
});

test('a line is one line', () => {
  expect(htmlToLine('Wali Kota<br>Bogor <b>hadir</b>\n')).toBe('Wali Kota Bogor hadir');
  expect(htmlToLine('5 < 6 & 7 > 2')).toBe('5 < 6 & 7 > 2');
  expect(foldText('  a \n b ')).toBe('a b');
});

test('plain text breaks at blank lines, else at every line', () => {
  expect(plainToParagraphs('Satu\r\ndua\r\n\r\nTiga')).toEqual(['Satu dua', 'Tiga']);
  expect(plainToParagraphs('Satu\nDua\n')).toEqual(['Satu', 'Dua']);
  expect(plainToParagraphs('a <b> &amp; c')).toEqual(['a <b> &amp; c']);
});
