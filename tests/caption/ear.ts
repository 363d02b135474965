import type { Caption } from '../../utils/caption/caption.ts';
import { cleanRelease } from '../../utils/caption/clean.ts';
import { findHashtags } from '../../utils/caption/hashtags.ts';
import { leans } from '../../utils/caption/lean.ts';
import { fullName } from '../../utils/caption/people.ts';
import { phrasesFor } from '../../utils/caption/phrases.ts';
import { type Reading, readRelease } from '../../utils/caption/reading.ts';
import { splitSentences } from '../../utils/caption/sentences.ts';
import { houseStyle } from '../../utils/caption/style.ts';
import { hedge } from '../../utils/caption/words.ts';
import type { Composable } from '../../utils/flow/compose.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { room } from '../../utils/platform/measure.ts';

/** The list of what nobody should ever see, as code: every complaint a strict officer would have of a release's captions. */
export function complaints(captions: readonly Caption[], release: Composable, city: string): string[] {
  const reading = readRelease(release, city);
  const { title, blocks } = cleanRelease(release.title, release.paragraphs);
  const sources = [title, ...blocks.flatMap((block) => splitSentences(block.text, !block.broken))].map(
    houseStyle,
  );
  return captions.flatMap((caption) => complaintsOf(caption, release, { reading, title, sources }));
}

interface Source {
  reading: Reading;
  title: string;
  sources: string[];
}

function complaintsOf(caption: Caption, release: Composable, { reading, title, sources }: Source): string[] {
  const found: string[] = [];
  const say = (wrong: boolean, what: string): void => {
    if (wrong) found.push(`${caption.platform} ${caption.angle}: ${what}: ${caption.text}`);
  };
  const { text, platform, angle } = caption;
  const facts = catalogue[platform];
  say(!room(platform, text).fits, 'too long');
  say(text.split(release.url).length !== 2, 'link not whole, once');
  const tags = findHashtags(text).map(({ tag }) => tag);
  say(tags.join() !== caption.hashtags.join(), 'hashtags in the text are not those told');
  say(tags.length > Math.min(3, facts.hashtags), 'too many hashtags');
  say(/[^\S\n]{2}|\n{3}| \n|\n | [,.;:]/.test(text), 'doubled or stray space');
  say(/(?:…|\.{3})/.test(text), 'cut with dots');
  say(/Walikota|walikota/.test(text), 'house style');
  say(/\((?:humas|prokompim|[a-z]+\/[a-z]+|\*)|\[\]|baca juga|editor:/i.test(text), 'byline or site text');

  const { language } = release;
  const phrases = phrasesFor(language);
  let body = text.slice(0, text.indexOf(release.url));
  for (const lead of [...phrases.more, ...phrases.info])
    if (lead !== '' && body.endsWith(lead)) body = body.slice(0, -lead.length);
  body = body.trim();
  say(
    /^(?:\p{Lu}{4,}(?: \p{Lu}+)*|[^\s]+\.(?:com|id)\S*|\p{Lu}\p{Ll}+, \d+ \p{Lu}\p{Ll}+ \d{4})\s*[–—-]/mu.test(
      body,
    ),
    'dateline',
  );
  say(/selengkapnya/i.test(body), "the site's own link text");
  const lines = body.split('\n').filter((line) => line !== '');
  const named = (word: string): boolean => /^\p{Lu}/u.test(word) && reading.people.byWord(word) !== null;
  const names = reading.people.all.map(fullName);

  lines.forEach((line, i) => {
    const plain = line.replace(/^• |^\*(.*)\*$/u, '$1');
    say(plain === '', 'empty line');
    say(balance(plain, '“', '”') || balance(plain, '(', ')'), 'quotes or brackets do not pair');
    const heading = angle === 'points' && i === 0;
    if (angle !== 'points') say(!/[.!?”]$/u.test(plain), 'does not end as a sentence');
    if (angle === 'quote') {
      const match = /^“([^“”]+)” (\p{Ll}+) (.+?)(?: (?:tentang|about) [^.]+)?\.$/u.exec(plain);
      say(match === null || !names.includes(match[3] ?? ''), 'quote without its full speaker');
      const said = (match?.[1] ?? '').replace(/[,.!?]$/u, '');
      say(!sources.some((source) => source.replace(/[,.!?](?=”)/gu, '').includes(said)), 'quote changed');
      say(leans(said) && opensBadly.test(said), 'quote leans');
      return;
    }
    if (heading) return;
    for (const sentence of splitSentences(plain)) {
      say(opensBadly.test(sentence), 'leaning opener');
      const isTitle = words(sentence).join(' ') === words(houseStyle(title)).join(' ');
      if (!isTitle && i === 0) say(sentence === splitSentences(plain)[0] && leans(sentence, named), 'leans');
      const source = sources.filter((one) => within(words(sentence), words(one), names));
      say(source.length === 0, `not in the release: ${sentence}`);
      say(
        source.length > 0 && !source.some((one) => hedges(sentence) === hedges(one)),
        'hedge or negation lost',
      );
    }
  });
  return found;
}

const opensBadly =
  /^(?:Ia|Dia|Beliau|Menurutnya|Hal tersebut|Hal ini|Kegiatan ini|Selain itu|Sementara itu|Ke depan|Di tempat yang sama|Tak hanya itu|Pada hari|He|She|This|However|Meanwhile)(?!\p{L})/u;

function balance(text: string, open: string, close: string): boolean {
  return text.split(open).length !== text.split(close).length;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+(?:[.,:/-][\p{L}\d]+)*/gu) ?? [];
}

function hedges(text: string): string {
  return (text.match(new RegExp(hedge.source, 'giu')) ?? []).join(' ').toLowerCase();
}

/** Whether a caption's words stand in order in a source sentence, names and offices of its people aside. */
function within(caption: string[], source: string[], names: readonly string[]): boolean {
  const free = new Set(names.flatMap(words));
  let at = 0;
  for (const word of caption) {
    if (free.has(word)) continue;
    const next = source.indexOf(word, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return true;
}
