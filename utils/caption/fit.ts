import { catalogue } from '../platform/catalogue.ts';
import { room } from '../platform/measure.ts';
import type { Platform, PlatformId } from '../platform/platform.ts';
import type { Telling } from './angles.ts';
import { phrasesFor, pick } from './phrases.ts';
import { hedge } from './words.ts';

/** A telling fitted to one network. */
export interface Fitted {
  text: string;
  /** How many of the offered hashtags are in the text, from the first. */
  tags: number;
}

/** What stands around the words: the link, always, and hashtags, best first. */
export interface Frame {
  platform: PlatformId;
  link: string;
  hashtags: readonly string[];
  language: 'id' | 'en';
  seed: number;
}

/** A text of paragraphs stays readable on a phone up to about here, whatever the network allows, in characters. */
const comfortable = 700;
/** As many hashtags as a caption bears by itself, whatever the network allows. */
const mostTags = 3;

/**
 * The fullest form of a telling that fits, whole: never cut inside a sentence, a quotation, a word or the link.
 * A shorter form is taken before the last hashtag goes, hashtags go before the words, and the link stays. Null
 * where no form fits.
 */
export function fitTelling(telling: Telling, frame: Frame): Fitted | null {
  const facts: Platform = catalogue[frame.platform];
  if (telling.points !== undefined)
    return facts.points ? fitPoints(telling, telling.points, frame, facts) : null;
  const most = Math.min(facts.hashtags, mostTags, frame.hashtags.length);
  const bodies = [...withExtra(telling, facts), ...telling.bodies];
  for (const least of [Math.min(1, most), 0]) {
    for (const body of bodies) {
      for (let tags = most; tags >= least; tags -= 1) {
        for (const lead of leadIns(telling, frame)) {
          const text = laidOut(body, `${lead}${frame.link}`, frame.hashtags.slice(0, tags), facts);
          if (room(frame.platform, text).fits) return { text, tags };
        }
      }
    }
  }
  return null;
}

/** The first body with the sentences that may follow it, while there is room to read them. */
function withExtra(telling: Telling, facts: Platform): string[] {
  const first = telling.opening ?? telling.bodies[0];
  if (first === undefined || telling.extra === undefined) return [];
  const most = Math.min(comfortable, facts.limit);
  const longer: string[] = [];
  for (let count = telling.extra.length; count > 0; count -= 1) {
    const body = [first, ...telling.extra.slice(0, count)].join(' ');
    if (body.length <= most) longer.push(body);
  }
  return longer;
}

function leadIns(telling: Telling, frame: Frame): string[] {
  const phrases = phrasesFor(frame.language);
  if (telling.angle === 'quote') return [''];
  const chosen = pick(telling.angle === 'invitation' ? phrases.info : phrases.more, frame.seed) ?? '';
  return chosen === '' ? [''] : [chosen, ''];
}

/** One line on the networks of short texts, paragraphs on the others. */
function laidOut(body: string, link: string, tags: readonly string[], facts: Platform): string {
  const gap = facts.limit <= 500 ? ' ' : '\n\n';
  return [body, link, tags.join(' ')].filter((part) => part !== '').join(gap);
}

function fitPoints(
  telling: Telling,
  points: readonly string[],
  frame: Frame,
  facts: Platform,
): Fitted | null {
  const title = telling.bodies[0] ?? '';
  const heading = facts.bold ? `*${title.replaceAll('*', '')}*` : title;
  // A message to a chat ends with its link, whose card then stands right below.
  const chat = frame.platform === 'whatsapp' || frame.platform === 'telegram';
  const most = chat ? 0 : Math.min(facts.hashtags, mostTags, frame.hashtags.length);
  for (let count = points.length; count >= 2; count -= 1) {
    const items = points.slice(0, count).map((line) => `• ${line}`);
    for (let tags = most; tags >= 0; tags -= 1) {
      const text = [[heading, ...items].join('\n'), frame.link, frame.hashtags.slice(0, tags).join(' ')]
        .filter((part) => part !== '')
        .join('\n\n');
      if (room(frame.platform, text).fits) return { text, tags };
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
      const text = laidOut(body, frame.link, frame.hashtags.slice(0, tags), facts);
      if (room(frame.platform, text).fits) return { text, tags };
    }
  }
  return { text: frame.link, tags: 0 };
}

function clauses(title: string): string[] {
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
