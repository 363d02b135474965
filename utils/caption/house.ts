import type { PlatformId } from '../platform/platform.ts';
import type { Angle } from './caption.ts';

/** How the official's office wants its captions; a caption's facts do not hang on it. */
export interface House {
  /** Hashtags without "#" in place of the source's own; none = the source's. */
  hashtags: string[];
  /** Accounts to name, with "@", on networks that know such names. */
  mentions: string[];
  /** A last line before the link; empty = none. */
  closing: string;
  /** One emoji before the first word, by angle. */
  emoji: boolean;
  /** How the mayor and other heads are named: "Wali Kota Bogor Bima Arya", "Wali Kota Bogor" or "Bima Arya". */
  naming: 'both' | 'office' | 'name';
}

/** What holds until the official chooses. */
export const plainHouse: House = { hashtags: [], mentions: [], closing: '', emoji: false, naming: 'both' };

const emojis: Record<Angle, string> = {
  summary: '📢',
  quote: '💬',
  figure: '📊',
  invitation: '📅',
  points: '📌',
  achievement: '🏆',
  counterweight: '📝',
  selection: '📄',
};

/** The emoji of an angle with its space; empty where the house wants none. */
export function emojiFor(angle: Angle, house: House): string {
  return house.emoji ? `${emojis[angle]} ` : '';
}

/** Networks where "@name" alone names an account, and the same one is likely held on all of them. */
const withMentions: readonly PlatformId[] = ['x', 'threads', 'instagram', 'tiktok', 'facebook'];

/** The accounts to name on a network. */
export function mentionsFor(house: House, platform: PlatformId): readonly string[] {
  return withMentions.includes(platform) ? house.mentions : [];
}

const most = { hashtags: 5, mentions: 5, closing: 140, lines: 20, line: 300, taken: 300 };

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** A house style from what storage gave; what is damaged falls back by itself. */
export function readHouse(value: unknown): House {
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { naming } = raw;
  return {
    hashtags: hashtagsIn(strings(raw.hashtags).join(' ')),
    mentions: mentionsIn(strings(raw.mentions).join(' ')),
    closing: typeof raw.closing === 'string' ? oneLine(raw.closing).slice(0, most.closing) : '',
    emoji: raw.emoji === true,
    naming: naming === 'office' || naming === 'name' ? naming : 'both',
  };
}

/** The hashtags in what an official typed, without "#": with or without it, with commas or spaces between. */
export function hashtagsIn(typed: string): string[] {
  const words = typed.split(/[\s,;]+/u).map((word) => word.replace(/^[#＃]+/u, ''));
  return unlike(words.filter((word) => /^[\p{L}\p{N}_]{1,60}$/u.test(word) && /\p{L}/u.test(word))).slice(
    0,
    most.hashtags,
  );
}

/** The accounts in what an official typed, with "@". */
export function mentionsIn(typed: string): string[] {
  const words = typed.split(/[\s,;]+/u).map((word) => `@${word.replace(/^@+/u, '')}`);
  return unlike(words.filter((word) => /^@[A-Za-z0-9_.]{1,40}$/.test(word))).slice(0, most.mentions);
}

/** Lines that an official keeps, from what storage gave or one per line as typed. */
export function readLines(value: unknown): string[] {
  const all = typeof value === 'string' ? value.split('\n') : strings(value);
  return unlike(all.map((line) => oneLine(line).slice(0, most.line)).filter((line) => line !== '')).slice(
    0,
    most.lines,
  );
}

/** How often hashtags were taken up, from what storage gave. */
export function readTaken(value: unknown): Record<string, number> {
  const raw = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const sound = raw.filter(([, count]) => Number.isInteger(count) && count > 0 && count < 1e6);
  return Object.fromEntries(sound.sort((a, b) => b[1] - a[1]).slice(0, most.taken));
}

/** The counts after an official switched a hashtag on or off; what comes to nothing is forgotten. */
export function withTaken(
  taken: Readonly<Record<string, number>>,
  tag: string,
  on: boolean,
): Record<string, number> {
  const key = tagKey(tag);
  return readTaken({ ...taken, [key]: Math.max(0, (taken[key] ?? 0) + (on ? 1 : -1)) });
}

/** Each once, whatever its case; the first spelling stays. */
function unlike(words: readonly string[]): string[] {
  return words.filter((word, i) => words.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === i);
}

/** A hashtag as it is remembered: without its mark, lower case. */
export function tagKey(tag: string): string {
  return tag.replace(/^[#＃]+/u, '').toLowerCase();
}
