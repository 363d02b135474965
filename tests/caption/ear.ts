import type { Caption } from '../../utils/caption/caption.ts';
import { findHashtags } from '../../utils/caption/hashtags.ts';
import { leans } from '../../utils/caption/lean.ts';
import { splitSentences } from '../../utils/caption/sentences.ts';
import { houseStyle } from '../../utils/caption/style.ts';
import type { Composable } from '../../utils/flow/compose.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { room } from '../../utils/platform/measure.ts';
import { bodyLines, type Original, originalOf, unfaithful } from './spans.ts';

/** The list of what nobody should ever see, as code: every complaint a strict officer would have of a release's captions. */
export function complaints(captions: readonly Caption[], release: Composable, city: string): string[] {
  const original = originalOf(release, city);
  return captions.flatMap((caption) => complaintsOf(caption, original));
}

/** The complaints of one caption. */
export function complaintsOf(caption: Caption, original: Original): string[] {
  const found: string[] = [];
  const say = (wrong: boolean, what: string): void => {
    if (wrong) found.push(`${caption.platform} ${caption.angle}: ${what}: ${caption.text}`);
  };
  const { text, angle } = caption;
  frameFaults(caption, original).forEach((what) => {
    say(true, what);
  });
  const lines = bodyLines(caption, original);
  const body = lines.join('\n');
  say(
    /^(?:\p{Lu}{4,}(?: \p{Lu}+)*|[^\s]+\.(?:com|id)\S*|\p{Lu}\p{Ll}+, \d+ \p{Lu}\p{Ll}+ \d{4})\s*[–—-]/mu.test(
      body,
    ),
    'dateline',
  );
  say(/selengkapnya/i.test(body), "the site's own link text");
  say(invented(text, original), 'a word of praise that the release does not have');
  const { people } = original.reading;
  const named = (word: string): boolean => /^\p{Lu}/u.test(word) && people.byWord(word) !== null;
  lines.forEach((line, i) => {
    const plain = line.replace(/^[•▪-] /u, '').replace(/^\*(.*)\*$/u, '$1');
    say(plain === '', 'empty line');
    say(balance(plain, '“', '”') || balance(plain, '(', ')'), 'quotes or brackets do not pair');
    if (angle !== 'points') say(!/[.!?”]$/u.test(plain), 'does not end as a sentence');
    if (angle === 'points' && i === 0) return;
    splitSentences(plain).forEach((sentence, at) => {
      const said = /^“([^“”]+)”/u.exec(sentence)?.[1] ?? /^[^“”:]+: “([^“”]+)”/u.exec(sentence)?.[1];
      const speech = said ?? sentence;
      say(opensBadly.test(speech), 'leaning opener');
      const isTitle = plainWords(sentence) === plainWords(houseStyle(original.title));
      if (said === undefined && !isTitle && i === 0 && at === 0) say(leans(sentence, named), 'leans');
    });
  });
  if (angle === 'quote')
    say(
      !/“/u.test(splitSentences(lines[0] ?? '')[0] ?? ''),
      'a quote angle that opens without the quotation',
    );
  found.push(...unfaithful(caption, original));
  return found;
}

/** What is wrong with length, link, hashtags and spaces. */
function frameFaults({ text, platform, hashtags }: Caption, { release, house }: Original): string[] {
  const facts = catalogue[platform];
  const tags = findHashtags(text).map(({ tag }) => tag);
  const faults: [boolean, string][] = [
    [!room(platform, text).fits, 'too long'],
    [text.split(release.url).length !== 2, 'link not whole, once'],
    [!/(?:^|\s)$/u.test(text.slice(0, text.indexOf(release.url))), 'link grown together'],
    [!/^(?:\s|$)/u.test(text.slice(text.indexOf(release.url) + release.url.length)), 'link grown together'],
    [tags.join() !== hashtags.join(), 'hashtags in the text are not those told'],
    [tags.length > Math.min(3, facts.hashtags), 'too many hashtags'],
    [new Set(tags.map((tag) => tag.toLowerCase())).size !== tags.length, 'a hashtag twice'],
    [/[^\S\n]{2}|\n{3}| \n|\n | [,.;:]/.test(text), 'doubled or stray space'],
    [/(?:…|\.{3})/.test(text), 'cut with dots'],
    [/Walikota|walikota/.test(text), 'house style'],
    [/\((?:humas|prokompim|[a-z]+\/[a-z]+|\*)|\[\]|baca juga|editor:/i.test(text), 'byline or site text'],
    [!house.emoji && /\p{Extended_Pictographic}/u.test(text.replaceAll('▪', '')), 'emoji'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => what);
}

const opensBadly =
  /^(?:Ia|Dia|Beliau|Menurutnya|Hal tersebut|Hal ini|Kegiatan ini|Selain itu|Sementara itu|Ke depan|Di tempat yang sama|Tak hanya itu|Pada hari|He|She|This|However|Meanwhile)(?!\p{L})/u;

const praise = ['hebat', 'luar biasa', 'sukses besar', 'yuk simak', 'wow', 'akhirnya', 'keren', 'mantap'];

function invented(text: string, { release }: Original): boolean {
  const said = [release.title, ...release.paragraphs].join('\n').toLowerCase();
  return praise.some((word) => text.toLowerCase().includes(word) && !said.includes(word));
}

function balance(text: string, open: string, close: string): boolean {
  return text.split(open).length !== text.split(close).length;
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');
}
