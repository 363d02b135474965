import { type Aligned, type Slot, slots } from './align.ts';
import type { DraftSentence } from './draft.ts';
import type { Token } from './tokens.ts';

/** From this share of common words on, a place where the two differ is a change and no other sentence. */
const sure = 0.7;

/** A stretch of a draft that stands where its source has something else of the same sort. */
export interface Swap {
  slot: Slot;
  /** The draft's own words there. */
  own: readonly Token[];
  /** One word for one word: nothing but that was changed. */
  exact: boolean;
  source: Aligned;
}

/** Where a sentence differs from the one it comes from, between words that both have. */
export function swaps({ tokens, sources }: DraftSentence): Swap[] {
  const [best] = sources;
  if (best === undefined || best.share < sure) return [];
  return slots(best).map((slot) => {
    const own = tokens.slice(slot.from, slot.to + 1);
    return { slot, own, exact: own.length === 1 && slot.instead.length === 1, source: best };
  });
}

/** Whether one of the sentences that a draft's sentence may come from has this word. */
export function inSources({ sources }: DraftSentence, key: string): boolean {
  return sources.some(({ source }) => source.tokens.some((token) => token.key === key));
}

interface Placed {
  start: number;
  end: number;
}

/** Which of these overlap a run of words. */
export function overlapping<T extends Placed>(all: readonly T[], tokens: readonly Token[]): T[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return [];
  return all.filter(({ start, end }) => start < last.end && end > first.start);
}
