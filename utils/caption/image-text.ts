import { graphemes } from '../platform/graphemes.ts';
import { findUrls } from '../platform/urls.ts';
import { findHashtags } from './hashtags.ts';
import { withoutBold } from './refit.ts';

/** What stands on the picture around the words. */
export interface Around {
  title: string;
  /** "24 November 2026"; empty where the city told no date. */
  date: string;
  /** Empty where it is not known any more. */
  city: string;
}

/** The longest line that reads well on a picture, in characters as a person sees them. */
const longestLine = 40;

/**
 * A text to put onto a picture: the title, the words without links and hashtags in short lines broken between words,
 * and below them city and date. A word longer than a line stands alone. A hashtag within a sentence loses its mark and
 * a link there its scheme, so that the sentence stays whole.
 */
export function imageText(text: string, { title, date, city }: Around): string {
  const body = withoutTitle(bare(text), title);
  const foot = [city, date].filter((part) => part !== '').join(' · ');
  return [title, ...body.split(/\n\s*\n/u), foot]
    .map((paragraph) => paragraph.split('\n').flatMap(broken).join('\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Words that lead to a link at a line's end. */
const leadIn = /(?:^|(?<=[.!?”…]\s+)|(?<=\n))[^.!?”\n]{1,40}:\s*$/u;
/** Behind such a word a link or hashtag is a part of the sentence, at its end too. */
const goesOn =
  /(?<!\p{L})(?:di|ke|dari|pada|untuk|bersama|dengan|oleh|dan|atau|lewat|melalui|at|in|on|to|of|for|with|by|and|or|via)\s+$/iu;

/** The words alone. */
function bare(text: string): string {
  let kept = withoutBold(text);
  const found = [
    ...findUrls(kept, false).map(({ url, ...at }) => ({ ...at, plain: url.replace(/^https?:\/\//iu, '') })),
    ...findHashtags(kept).map(({ tag, ...at }) => ({ ...at, plain: tag.slice(1) })),
  ].sort((a, b) => b.start - a.start);
  for (const { start, end, plain } of found) {
    const before = kept.slice(0, start);
    const after = kept.slice(end);
    const endsLine = /^[^\S\n]*(?:\n|$)/u.test(after);
    kept =
      endsLine && !goesOn.test(before)
        ? before.replace(leadIn, '').replace(/[^\S\n]+$/u, '') + after
        : before + plain + after;
  }
  return kept.trim();
}

/** A text that begins with the title does not say it twice. */
function withoutTitle(text: string, title: string): string {
  const starts = text.toLowerCase().startsWith(title.toLowerCase());
  const rest = starts ? text.slice(title.length) : text;
  return /^(?:[.!?]?\s|[.!?]?$)/u.test(rest) && starts ? rest.replace(/^[.!?]?\s*/u, '') : text;
}

/** A line as lines that are short enough. */
function broken(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(/\s+/u).filter((each) => each !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && graphemes(longer) <= longestLine) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
