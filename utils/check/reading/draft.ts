import { type FoundHashtag, findHashtags } from '../../caption/hashtags.ts';
import { splitSentences } from '../../caption/sentences.ts';
import { type Aligned, align } from './align.ts';
import type { ReleaseFacts } from './facts.ts';
import { type Token, tokensOf, withoutLinks } from './tokens.ts';

/** One sentence or line of a draft. */
export interface DraftSentence {
  start: number;
  end: number;
  tokens: readonly Token[];
  /** The sentences of the release it most likely comes from, best first; see `align`. */
  sources: readonly Aligned[];
}

/** A draft as the content checks read it; every offset is one of the draft's own text. */
export interface DraftReading {
  /** Without links, hashtags and mentions (blanked), with “ and ” for every double quotation mark. */
  plain: string;
  sentences: readonly DraftSentence[];
  hashtags: readonly FoundHashtag[];
  /** Where the official's own standing words are. */
  own: readonly { start: number; end: number }[];
}

/** Reads a draft: its sentences, each beside the sentence of the release it tells. */
export function readDraft(
  text: string,
  facts: ReleaseFacts | null,
  standing: readonly string[],
): DraftReading {
  const own = standing.flatMap((words) => placesOf(words, text));
  const plain = blanked(withoutLinks(text), own).split('\n').map(pairedQuotes).join('\n');
  const sentences: DraftSentence[] = [];
  let lineStart = 0;
  for (const line of plain.split('\n')) {
    let at = lineStart;
    for (const sentence of splitSentences(line)) {
      const start = plain.indexOf(sentence, at);
      at = start + sentence.length;
      const tokens = tokensOf(sentence).map((token) => ({
        ...token,
        start: token.start + start,
        end: token.end + start,
      }));
      const sources = facts === null ? [] : align(tokens, facts.sources);
      if (tokens.length > 0) sentences.push({ start, end: at, tokens, sources });
    }
    lineStart += line.length + 1;
  }
  return { plain, sentences, hashtags: findHashtags(text), own };
}

/** Where these words stand as they are, not inside a longer word. */
function placesOf(words: string, text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (words === '') return found;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!/[\p{L}\p{N}_]/u.test(text[start - 1] ?? '') && !/^[\p{L}\p{N}_]/u.test(text.slice(end))) {
      found.push({ start, end });
    }
  }
  return found;
}

function blanked(text: string, places: readonly { start: number; end: number }[]): string {
  let left = text;
  for (const { start, end } of places)
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}

/** Whether a place is among the official's own standing words. */
export const isOwn = ({ own }: Pick<DraftReading, 'own'>, place: { start: number; end: number }): boolean =>
  own.some(({ start, end }) => place.start >= start && place.end <= end);

/** Straight and low quotation marks as “ and ” in turn, one for one; as they are where they do not pair. */
function pairedQuotes(line: string): string {
  const marks = line.match(/[“”„‟"″]/gu)?.length ?? 0;
  if (marks % 2 === 1) return line;
  let open = false;
  return line.replace(/[“”„‟"″]/gu, () => {
    open = !open;
    return open ? '“' : '”';
  });
}
