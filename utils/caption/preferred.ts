import type { PlatformId } from '../platform/platform.ts';
import type { Angle, Caption } from './caption.ts';
import { hash, vary } from './vary.ts';

/** What the Humas office prefers for a release; an item of its feed is one. Times are epoch milliseconds. */
export interface Preferred {
  release: string;
  captions: readonly { platform: PlatformId; angle: Angle; texts: readonly string[] }[];
  /** Whether each official may get another of the texts. */
  vary: boolean;
  picture?: { url: string; alt: string };
  expires?: number;
  notBefore?: number;
  reviewedBy?: string;
}

/** What is told of a caption that the Humas office wrote. */
export interface Preference {
  /** The mark of this text; a draft that is made from it keeps it. */
  mark: string;
  /** The marks of all that are as good. A draft with another one was made from a text that was corrected since. */
  marks: string[];
  expires?: number;
  notBefore?: number;
  reviewedBy?: string;
  picture?: { url: string; alt: string };
}

/** Tells one text of the Humas office from another. */
export const markOf = (text: string): string => `${hash(text).toString(36)}.${text.length.toString(36)}`;

/**
 * The Humas office's captions for a network, in its own order. Which of several texts an official gets goes by the seed,
 * where the office lets them differ; else all get the first.
 */
export function preferredCaptions(
  preferred: Preferred | undefined,
  platform: PlatformId,
  seed: number,
): Caption[] {
  if (!preferred) return [];
  const { release, vary: varies, expires, notBefore, reviewedBy, picture } = preferred;
  return preferred.captions.flatMap(({ platform: of, angle, texts }) => {
    const [first] = texts;
    if (of !== platform || first === undefined) return [];
    const text = varies ? vary(seed, `${release} ${angle} ${platform}`).one('humas', texts) : first;
    const preference: Preference = {
      mark: markOf(text),
      marks: texts.map(markOf),
      ...(expires !== undefined && { expires }),
      ...(notBefore !== undefined && { notBefore }),
      ...(reviewedBy && { reviewedBy }),
      ...(picture && { picture }),
    };
    return [{ angle, platform, text, hashtags: tagsIn(text), moreHashtags: [], preferred: preference }];
  });
}

/** The captions of a network with the Humas office's before all others; at the same angle it stands in Jubir's place. */
export function withPreferred(own: readonly Caption[], preferred: readonly Caption[]): Caption[] {
  const first = preferred.map((caption) => {
    const replaced = own.find(({ angle }) => angle === caption.angle) ?? own[0];
    const offered = [...(replaced?.hashtags ?? []), ...(replaced?.moreHashtags ?? [])];
    const used = new Set(caption.hashtags.map((tag) => tag.toLowerCase()));
    return { ...caption, moreHashtags: offered.filter((tag) => !used.has(tag.toLowerCase())) };
  });
  return [...first, ...own.filter(({ angle }) => !preferred.some((each) => each.angle === angle))];
}

/** Whether the office asks to wait, now. */
export const isEmbargoed = ({ notBefore }: Pick<Preference, 'notBefore'>, now: number): boolean =>
  notBefore !== undefined && now < notBefore;

const tagsIn = (text: string): string[] => [...new Set(text.match(/#[\p{L}\p{N}_]+/gu) ?? [])];
