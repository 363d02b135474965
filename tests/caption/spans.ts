import type { Caption } from '../../utils/caption/caption.ts';
import { cleanRelease } from '../../utils/caption/clean.ts';
import { emojiFor, type House, plainHouse } from '../../utils/caption/house.ts';
import { fullName, isHead } from '../../utils/caption/people.ts';
import { phraseFor, phrasesFor } from '../../utils/caption/phrases.ts';
import { type Reading, readRelease } from '../../utils/caption/reading.ts';
import { splitSentences } from '../../utils/caption/sentences.ts';
import { houseStyle } from '../../utils/caption/style.ts';
import { hedge, plainSaid, saidBy, saying } from '../../utils/caption/words.ts';
import type { Composable } from '../../utils/flow/compose.ts';

/** What a caption may be made from, and the names it may use. */
export interface Original {
  release: Composable;
  city: string;
  house: House;
  reading: Reading;
  /** The title and every sentence, in house style: what a span must stand in. */
  sources: readonly Sourced[];
  title: string;
  /** Names as a caption may write them, longest first. */
  names: readonly string[];
}

interface Sourced {
  text: string;
  words: string[];
  hedges: string;
  speech: string;
}

/** Reads a release once for all of its captions. */
export function originalOf(release: Composable, city: string, house: House = plainHouse): Original {
  const reading = readRelease(release, city);
  const { title, blocks } = cleanRelease(release.title, release.paragraphs);
  const sentences = [title, ...blocks.flatMap(({ text, broken }) => splitSentences(text, !broken))];
  const names = reading.people.all.flatMap((person) => {
    const short = isHead(person.office) ? { office: [person.office], name: [person.name], both: [] } : null;
    return [fullName(person), ...(short?.[house.naming] ?? [])];
  });
  return {
    release,
    city,
    house,
    reading,
    title,
    sources: sentences.map(houseStyle).map((text) => ({
      text,
      words: words(text),
      hedges: found(hedge, text),
      speech: found(speech, text),
    })),
    names: names.sort((a, b) => b.length - a.length),
  };
}

/** The lines of a caption that must be the release's own: without link, tags, and the listed phrasings around them. */
export function bodyLines({ text, angle }: Caption, { release, city, house }: Original): string[] {
  const phrases = phrasesFor(release.language);
  const inWords = (all: readonly string[]): string[] =>
    all
      .map((one) => phraseFor(one, city, release.language))
      .filter((one) => one !== null && one !== '')
      .map(String);
  let body = text.slice(0, text.indexOf(release.url));
  const before = inWords([...phrases.more, ...phrases.info, ...phrases.read]).find((one) =>
    body.endsWith(one),
  );
  if (before !== undefined) body = body.slice(0, -before.length);
  body = body.trim();
  if (house.closing !== '' && body.endsWith(house.closing))
    body = body.slice(0, -house.closing.length).trim();
  const emoji = emojiFor(angle, house);
  if (emoji !== '' && body.startsWith(emoji)) body = body.slice(emoji.length);
  const openings =
    angle === 'counterweight' ? [...phrases.official, phrases.officially] : (phrases.openings[angle] ?? []);
  const opening = inWords(openings).find((one) => body.startsWith(one));
  if (opening !== undefined) body = body.slice(opening.length);
  return body.split('\n').filter((line) => line !== '');
}

/**
 * Everything in a caption that the release does not say: spans that stand in none of its sentences, quotations with a
 * changed word or another speaker, hedges, negations and attributions that fell off.
 */
export function unfaithful(caption: Caption, original: Original): string[] {
  const faults: string[] = [];
  const say = (what: string): void => {
    faults.push(`${caption.platform} ${caption.angle}: ${what}: ${caption.text}`);
  };
  bodyLines(caption, original).forEach((line) => {
    const plain = line.replace(/^(?:[•▪-] )/u, '').replace(/^\*(.*)\*$/u, '$1');
    for (const sentence of splitSentences(plain)) {
      const quoted = quoteFault(sentence, original);
      const fault = quoted === undefined ? spanFault(sentence, original) : quoted;
      if (fault !== null) say(`${fault}: ${sentence}`);
    }
  });
  return faults;
}

const named = '(?<name>[^“”:]+?)';
const verbs = [...plainSaid, 'said', 'says', 'explained', 'stressed', 'noted'].join('|');
const behind = new RegExp(
  `^“(?<said>[^“”]+?)[,!?]?” (?:${verbs}) ${named}(?: (?:tentang|about) (?<about>[^.]+))?\\.?$`,
  'u',
);
const before = new RegExp(`^${named}: “(?<said>[^“”]+?)[.!?]?”\\.?$`, 'u');

/** What is wrong with a quotation: null where it is right, undefined where the sentence is no quotation of ours. */
function quoteFault(sentence: string, { sources, names, reading }: Original): string | null | undefined {
  const match = behind.exec(sentence) ?? before.exec(sentence);
  if (match === null) return undefined;
  const { said = '', name = '', about = '' } = match.groups ?? {};
  if (!names.includes(name)) return 'speaker';
  const quote = reading.quotes.find((one) => houseStyle(one.sentences.join(' ')).includes(said));
  if (quote === undefined) return 'quotation changed';
  if (!name.includes(quote.speaker.name) && name !== quote.speaker.office) return 'somebody else said it';
  // Whole sentences only: what stands right before and behind it in the speech are sentences' ends.
  const whole = houseStyle(quote.sentences.join(' '));
  const at = whole.indexOf(said);
  if (at > 0 && !/[.!?]\s$/u.test(whole.slice(0, at))) return 'quotation begins in a sentence';
  const rest = whole.slice(at + said.length);
  if (!/^[.,!?]*(?:\s|$)/u.test(rest) || (/^\s|^,\s/u.test(rest) && rest.trim() !== ''))
    return 'quotation ends in a sentence';
  if (about !== '' && !sources.some(({ text }) => text.includes(about))) return 'subject';
  return null;
}

/** What is wrong with a sentence that must stand, in order, within one sentence of the release. */
function spanFault(sentence: string, { sources, names, release, reading }: Original): string | null {
  const { said } = phrasesFor(release.language);
  let span = sentence;
  // ", kata Wali Kota Bogor Bima Arya.", where the next sentence of the release says so.
  for (const person of reading.people.all) {
    for (const name of [fullName(person), person.office, person.name]) {
      const tail = [`, ${said} ${name}.`, `, ${said} ${name}`].find((one) => sentence.endsWith(one));
      if (name === '' || tail === undefined || !toldElsewhere(reading, person)) continue;
      span = sentence.slice(0, -tail.length);
    }
  }
  let bare = span;
  for (const name of names) bare = bare.replaceAll(name, ' ');
  const inside = sources.filter((one) => within(words(bare), one.words));
  if (inside.length === 0) return 'not in the release';
  if (!inside.some((one) => one.hedges === found(hedge, span))) return 'hedge or negation lost';
  if (!inside.some((one) => one.speech === found(speech, span))) return 'who said it lost';
  return null;
}

/** Whether the release has a sentence that says who said the one before it, and it was this person. */
function toldElsewhere(reading: Reading, person: Reading['people']['all'][number]): boolean {
  return reading.sentences.some(({ sayer }) => sayer === person);
}

const speech = new RegExp(`(?<!\\p{L})(?:${saying}|${saidBy})(?:nya)?(?!\\p{L})`, 'giu');

function found(pattern: RegExp, text: string): string {
  return (text.match(new RegExp(pattern.source, 'giu')) ?? []).join(' ').toLowerCase();
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+(?:[.,:/-][\p{L}\d]+)*/gu) ?? [];
}

function within(caption: string[], source: string[]): boolean {
  let at = 0;
  for (const word of caption) {
    const next = source.indexOf(word, at);
    if (next < 0) return false;
    at = next + 1;
  }
  return true;
}
