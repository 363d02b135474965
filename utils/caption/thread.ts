import { catalogue } from '../platform/catalogue.ts';
import { room } from '../platform/measure.ts';
import type { PlatformId } from '../platform/platform.ts';
import { splitSentences } from './sentences.ts';

/** Networks on which a long text becomes posts that answer each other. */
export const threaded: readonly PlatformId[] = ['x', 'threads', 'bluesky'];

/** Nobody reads a longer one. */
const mostPosts = 25;

/** A sentence of a text, or a line of a list, with the gap before it. */
interface Piece {
  words: string;
  gap: '' | ' ' | '\n' | '\n\n';
}

/**
 * A long text as a numbered thread ("1/3 …"), whole sentences in each post, every word and in its order but two: the
 * link, with the words before it, moves to the first post where there is room, since many read no further and the
 * source should stand there; hashtags close the last. Null where a sentence by itself is too long for a post, or the
 * posts would be too many; a text that fits is one post without a number.
 *
 * @param link the release's address; a text without it is split all the same
 */
export function toThread(text: string, platform: PlatformId, link: string): string[] | null {
  const whole = text.trim();
  if (whole === '') return null;
  if (room(platform, whole).fits) return [whole];
  const { pieces, source, tags } = taken(whole, link);
  for (const first of source === '' ? [''] : [source, '']) {
    const last = first === '' ? [source, tags] : [tags];
    const posts = packed(
      pieces,
      first,
      last.filter((part) => part !== ''),
      platform,
    );
    if (posts !== null) return posts;
  }
  return null;
}

/** Sentences, the link with its words, and the hashtags or mentions at the end. */
function taken(text: string, link: string): { pieces: Piece[]; source: string; tags: string } {
  const at = link === '' ? -1 : text.indexOf(link);
  if (at < 0) {
    const { body, tags } = withoutTags(text);
    return { pieces: piecesOf(body), source: '', tags };
  }
  const before = text.slice(0, at);
  const lead = /(?:^|[.!?”\s])([^\s.!?”][^.!?”\n]{0,40}: ?)$/u.exec(before)?.[1] ?? '';
  const { body, tags } = withoutTags(text.slice(at + link.length));
  const pieces = [...piecesOf(before.slice(0, before.length - lead.length)), ...piecesOf(body, '\n\n')];
  return { pieces, source: `${lead}${link}`, tags };
}

function withoutTags(text: string): { body: string; tags: string } {
  const tags = /(?:(?:^|\s)[#＃@][\p{L}\p{M}\p{N}_.]+)+\s*$/u.exec(text)?.[0] ?? '';
  return { body: text.slice(0, text.length - tags.length), tags: tags.trim().replace(/\s+/gu, ' ') };
}

function piecesOf(text: string, start: Piece['gap'] = ''): Piece[] {
  return text
    .trim()
    .split(/\n\s*\n/u)
    .flatMap((paragraph, p) =>
      paragraph.split('\n').flatMap((line, l) => {
        const first = p > 0 ? '\n\n' : l > 0 ? '\n' : start;
        const marks = line.match(/“/gu)?.length === line.match(/”/gu)?.length;
        // A line of a list is one piece: its mark belongs to it.
        const whole = /^\s*[•▪*-] /u.test(line) ? [line.trim()] : splitSentences(line, marks);
        return whole.map((words, s): Piece => ({ words, gap: s > 0 ? ' ' : l > 0 && p > 0 ? '\n' : first }));
      }),
    )
    .filter(({ words }) => words !== '');
}

/** The posts, filled in turn; the number of posts is guessed until it holds, since it stands in each. */
function packed(
  pieces: readonly Piece[],
  first: string,
  last: readonly string[],
  platform: PlatformId,
): string[] | null {
  let total = 2;
  for (let turn = 0; turn < 4; turn += 1) {
    const posts = filled(pieces, first, last, { platform, total });
    if (posts === null || posts.length > mostPosts) return null;
    if (posts.length === total) return posts.map((post, i) => `${i + 1}/${total} ${post}`);
    total = posts.length;
  }
  return null;
}

function filled(
  pieces: readonly Piece[],
  first: string,
  last: readonly string[],
  { platform, total }: { platform: PlatformId; total: number },
): string[] | null {
  // As wide as any number of the thread.
  const fits = (post: string): boolean => room(platform, `${total}/${total} ${post}`).fits;
  const gap = catalogue[platform].limit <= 500 ? '\n\n' : ' ';
  const withFirst = (post: string, at: number): string =>
    at === 0 && first !== '' ? `${post}${gap}${first}` : post;
  const posts: string[] = [];
  let open = '';
  for (const { words, gap: before } of pieces) {
    const longer = open === '' ? words : `${open}${before || ' '}${words}`;
    if (fits(withFirst(longer, posts.length))) {
      open = longer;
      continue;
    }
    // Not even alone: then no thread keeps its sentences whole. The first post may not be the link by itself either.
    if (open === '') return null;
    posts.push(withFirst(open, posts.length));
    open = words;
    if (!fits(withFirst(open, posts.length))) return null;
  }
  posts.push(withFirst(open, posts.length));
  for (const part of last) {
    const end = posts.length - 1;
    const longer = [posts[end], part].filter((one) => one !== '').join(gap);
    if (fits(longer)) posts[end] = longer;
    else posts.push(part);
  }
  return posts;
}
