import { catalogue } from '../platform/catalogue.ts';
import { room } from '../platform/measure.ts';
import type { Platform, PlatformId } from '../platform/platform.ts';
import type { Telling } from './angles.ts';
import type { Angle } from './caption.ts';
import { emojiFor, type House, mentionsFor } from './house.ts';
import { phraseFor, phrasesFor } from './phrases.ts';
import type { Vary } from './vary.ts';
import { hedge } from './words.ts';

/** A telling fitted to one network. */
export interface Fitted {
  text: string;
  /** The hashtags in the text, with "#", in their order there. */
  hashtags: string[];
}

/** What stands around the words: the link, always, and hashtags, best first. */
export interface Frame {
  platform: PlatformId;
  link: string;
  hashtags: readonly string[];
  language: 'id' | 'en';
  /** The source's name, for phrasings that name the city. */
  source: string;
  house: House;
  vary: Vary;
}

/** A text of paragraphs stays readable on a phone up to about here, whatever the network allows, in characters. */
const comfortable = 700;
/** As many hashtags as a caption bears by itself, whatever the network allows. */
const mostTags = 3;
/** Up to this limit a text is one line, not paragraphs. */
const shortText = 500;

/**
 * The fullest form of a telling that fits, whole: never cut inside a sentence, a quotation, a word or the link.
 * What only dresses a text goes first, a shorter form is taken before the last hashtag goes, hashtags go before the
 * words, and the link stays. Null where no form fits.
 */
export function fitTelling(telling: Telling, frame: Frame): Fitted | null {
  const facts: Platform = catalogue[frame.platform];
  if (telling.points !== undefined)
    return facts.points ? fitPoints(telling, telling.points, frame, facts) : null;
  if (telling.shortOnly && facts.limit > shortText) return null;
  const all = arranged(frame, facts);
  const bodies = [...withExtra(telling, frame, facts), ...telling.bodies];
  const lays = layouts(telling, frame, facts);
  for (const least of [Math.min(1, all.length), 0]) {
    for (const body of bodies) {
      for (let tags = all.length; tags >= least; tags -= 1) {
        const hashtags = all.slice(0, tags);
        for (const lay of lays) {
          const text = lay(body, hashtags);
          if (room(frame.platform, text).fits) return { text, hashtags };
        }
      }
    }
  }
  return null;
}

/** The first body with the sentences that may follow it, while there is room to read them; the fullest first. */
function withExtra(telling: Telling, frame: Frame, facts: Platform): string[] {
  const first = telling.opening ?? telling.bodies[0];
  const paragraphs = facts.limit > shortText;
  if (first === undefined || telling.extra === undefined) return [];
  // Beside a figure or a quotation the news itself needs room to read.
  if (telling.angle !== 'summary' && facts.limit < shortText) return [];
  const apart = telling.angle === 'summary' ? frame.vary.one('paragraphs', [' ', '\n\n']) : '\n\n';
  const gap = paragraphs ? apart : ' ';
  const most = Math.min(comfortable, facts.limit);
  const longer: string[] = [];
  for (let count = telling.extra.length; count > 0; count -= 1) {
    const body = [first, ...telling.extra.slice(0, count)].join(gap);
    if (body.length <= most) longer.push(body);
  }
  for (const some of telling.fewer ?? []) {
    const body = [first, ...some].join(gap);
    if (body.length <= most) longer.push(body);
  }
  return [...new Set(longer)].sort((a, b) => b.length - a.length);
}

/** The hashtags a text may carry, in the seed's order: the city's first, or what it is about. */
function arranged(frame: Frame, facts: Platform): string[] {
  const most = Math.min(facts.hashtags, mostTags, frame.hashtags.length);
  if (most === 0) return [];
  const count = frame.vary.one('tags', [most, most, Math.max(1, most - 1)]);
  const [city, ...rest] = frame.hashtags.slice(0, most + 1);
  if (city === undefined || rest.length === 0) return frame.hashtags.slice(0, count);
  const others = frame.vary.some('tag', rest, Math.max(1, count - 1));
  const ordered = frame.vary.one('tag order', [true, false]) ? [city, ...others] : [...others, city];
  return ordered.slice(0, count);
}

type Lay = (body: string, hashtags: readonly string[]) => string;

/** Ways to set words, link and hashtags, the fullest first: with an opening and the house's line, then without. */
function layouts(telling: Telling, frame: Frame, facts: Platform): Lay[] {
  const { link, house, vary } = frame;
  const gap = facts.limit <= shortText ? vary.one('gap', [' ', '\n\n', ' ']) : '\n\n';
  const openings = openingsOf(telling.angle, frame);
  // "Kabar Kota Bogor: Wawali: …" is one colon too many.
  const introduces = (body: string): boolean => /^[^“\n]{0,90}: /u.test(body);
  const tails = [tailOf(frame), tailOf(null)].filter(
    (one, i, all) => i === 0 || one.join() !== all[0]?.join(),
  );
  return tails.flatMap(([closing, mentions]) =>
    openings.flatMap((opening) =>
      leadIns(telling, frame).map(
        (lead): Lay =>
          (body, hashtags) =>
            [
              `${emojiFor(telling.angle, house)}${introduces(body) && telling.angle !== 'counterweight' ? '' : opening}${body}`,
              closing ?? '',
              `${lead}${link}`,
              [...hashtags, mentions ?? ''].filter((part) => part !== '').join(' '),
            ]
              .filter((part) => part !== '')
              .join(gap),
      ),
    ),
  );
}

/** The house's closing line and mentions, where the network knows such names; neither for null. */
function tailOf(frame: Frame | null): string[] {
  if (frame === null) return ['', ''];
  return [frame.house.closing, mentionsFor(frame.house, frame.platform).join(' ')];
}

function openingsOf(angle: Angle, frame: Frame): string[] {
  const phrases = phrasesFor(frame.language);
  const inWords = (all: readonly string[]): string[] =>
    all.map((one) => phraseFor(one, frame.source, frame.language)).filter((one) => one !== null);
  if (angle === 'counterweight') {
    const official = inWords(phrases.official);
    return [frame.vary.one('opening', official.length > 0 ? official : [phrases.officially])];
  }
  const chosen = frame.vary.one('opening', inWords(phrases.openings[angle] ?? ['']));
  return chosen === '' ? [''] : [chosen, ''];
}

function leadIns(telling: Telling, frame: Frame): string[] {
  const phrases = phrasesFor(frame.language);
  const kinds: Partial<Record<Angle, readonly string[]>> = { quote: phrases.read, invitation: phrases.info };
  const chosen = frame.vary.one('more', kinds[telling.angle] ?? phrases.more);
  return chosen === '' ? [''] : [chosen, ''];
}

function fitPoints(
  telling: Telling,
  points: readonly string[],
  frame: Frame,
  facts: Platform,
): Fitted | null {
  const title = telling.bodies[0] ?? '';
  const { vary, house } = frame;
  const [opening = ''] = openingsOf('points', frame);
  const plain = `${opening}${facts.bold ? `*${title.replaceAll('*', '')}*` : title}`;
  const heading = `${emojiFor('points', house)}${plain}`;
  const bullet = vary.one('bullet', ['•', '-', '▪']);
  // A message to a chat ends with its link, whose card then stands right below.
  const chat = frame.platform === 'whatsapp' || frame.platform === 'telegram';
  const all = chat ? [] : arranged(frame, facts);
  const gap = vary.one('gap', ['\n', '\n', '\n\n']);
  const lead = vary.one('more', phrasesFor(frame.language).read);
  for (let count = points.length; count >= 2; count -= 1) {
    const items = points.slice(0, count).map((line) => `${bullet} ${line}`);
    for (let tags = all.length; tags >= 0; tags -= 1) {
      const hashtags = all.slice(0, tags);
      const text = [
        [heading, items.join('\n')].join(gap),
        house.closing,
        `${lead}${frame.link}`,
        [...hashtags, ...mentionsFor(house, frame.platform)].join(' '),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
      if (room(frame.platform, text).fits) return { text, hashtags };
    }
  }
  return null;
}

/**
 * What to say when no whole sentence fits: as many whole clauses of the title as do, else the link alone.
 *
 * A clause ends at `.`, `;`, `:`, a dash or a comma. What is cut off may carry no hedge or negation, for then the
 * rest would say more than the release does. An official can always write more; a caption may not say less than
 * it seems to.
 */
export function fallback(title: string, frame: Frame): Fitted {
  const facts: Platform = catalogue[frame.platform];
  const most = Math.min(1, facts.hashtags, frame.hashtags.length);
  const bodies = [...clauses(title), ''];
  for (const body of bodies) {
    for (let tags = most; tags >= 0; tags -= 1) {
      const hashtags = frame.hashtags.slice(0, tags);
      const gap = facts.limit <= shortText ? ' ' : '\n\n';
      const text = [body, frame.link, ...hashtags].filter((part) => part !== '').join(gap);
      if (room(frame.platform, text).fits) return { text, hashtags };
    }
  }
  return { text: frame.link, hashtags: [] };
}

/** Beginnings of a title that end where a clause does and say no more than it, the longest first. */
export function clauses(title: string): string[] {
  const ends = [...title.slice(0, 2000).matchAll(/(?:[.;:,]|\s[–—-])(?=\s)/gu)]
    .map((match) => match.index)
    .reverse();
  return ends.flatMap((end) => {
    const kept = title.slice(0, end).trim();
    const gone = title.slice(end);
    const whole =
      kept.split(' ').length >= 4 &&
      !hedge.test(gone) &&
      (kept.match(/“/g)?.length ?? 0) === (kept.match(/”/g)?.length ?? 0) &&
      (kept.match(/\(/g)?.length ?? 0) === (kept.match(/\)/g)?.length ?? 0) &&
      !/(?<!\p{L})(?:yang|dan|atau|dengan|untuk|di|ke|dari|pada|oleh|and|or|of|the|to|in|on|at|for|with)$/iu.test(
        kept,
      );
    return whole ? [`${kept}.`] : [];
  });
}
