import type { Checked, Finding, Mark } from './check.ts';
import { lookAlikeOf } from './reading/look-alikes.ts';

/** Code points that nobody sees, from and to: controls, soft hyphen, direction marks, blank letters, tags. */
const unseen: readonly (readonly [number, number])[] = [
  ...([
    [0x00, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
    [0x034f, 0x034f],
  ] as const),
  ...([
    [0x061c, 0x061c],
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    [0x180b, 0x180e],
    [0x200b, 0x200f],
  ] as const),
  ...([
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0x2800, 0x2800],
    [0x3164, 0x3164],
    [0xd800, 0xdfff],
  ] as const),
  ...([
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xffa0, 0xffa0],
    [0xfff9, 0xfffb],
    [0xe0000, 0xe01ef],
  ] as const),
];
/** Scripts whose letters are joined and parted by such characters. */
const joining =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Sundanese}\p{M}]$/u;
const emoji = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{So}|[#*\d])$/u;

/** The places of hidden characters. Those that belong to an emoji or to a script that needs them are left alone. */
function hiddenIn(text: string): Mark[] {
  const found: Mark[] = [];
  let at = 0;
  let inEmoji = false;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const start = at;
    at += letter.length;
    if (!unseen.some(([from, to]) => code >= from && code <= to)) {
      inEmoji = emoji.test(letter);
      continue;
    }
    const before = text.slice(Math.max(0, start - 2), start);
    const joiner = code === 0x200c || code === 0x200d;
    const partOfEmoji = inEmoji && (code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0020);
    if (partOfEmoji || (joiner && joining.test(before))) continue;
    found.push({ start, end: at });
  }
  return found;
}

/** Hidden characters, and letters of another alphabet or dressed-up ones that look like ours. */
export function hiddenCharacters({ text }: Checked): Finding[] {
  const found: Finding[] = [];
  const marks = hiddenIn(text);
  if (marks.length > 0) {
    found.push({
      severity: 'stop',
      reason: { key: 'hiddenCharacters', args: [] },
      marks,
      mends: [{ key: 'removeHidden', text: without(text, marks) }],
    });
  }
  const alike = lookAlikes(text);
  if (alike.length > 0) {
    let plain = text;
    for (const { start, end } of [...alike].reverse()) {
      plain = plain.slice(0, start) + lookAlikeOf(text.slice(start, end)) + plain.slice(end);
    }
    found.push({
      severity: 'stop',
      reason: { key: 'lookAlikes', args: [] },
      marks: alike,
      mends: [{ key: 'plainLetters', text: plain }],
    });
  }
  return found;
}

function without(text: string, marks: readonly Mark[]): string {
  let kept = text;
  for (const { start, end } of [...marks].reverse()) kept = kept.slice(0, start) + kept.slice(end);
  return kept;
}

const spanOf = (match: RegExpMatchArray): Mark => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** Letters that look exactly like Latin ones: a word of these alone is no Russian or Greek word by chance. */
const twins = /^[асеорхуіѕјһԛԝАВЕКМНОРСТХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν]{3,}$/u;

/** Words that mix Latin with a look-alike alphabet, or are written in letters made to look like others. */
function lookAlikes(text: string): Mark[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}\u{1D400}-\u{1D7FF}]+/gu)].flatMap((match) => {
    const word = match[0];
    const mixed =
      /\p{Script=Latin}/u.test(word) &&
      /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word);
    const dressed =
      /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u24B6-\u24E9]/u.test(
        word,
      );
    // A whole word of look-alikes among Latin ones: "сор" that is no "cop".
    const disguised = !mixed && !dressed && twins.test(word) && /\p{Script=Latin}{3}/u.test(text);
    return mixed || dressed || disguised ? [spanOf(match)] : [];
  });
}
