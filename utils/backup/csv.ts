import type { JubirDatabase } from '../db/database.ts';
import type { Post, PostState } from '../draft/draft.ts';
import { catalogue } from '../platform/catalogue.ts';

/** The list's columns, in this order; each has a heading in the texts. */
export type CsvColumn =
  | 'date'
  | 'time'
  | 'platform'
  | 'account'
  | 'state'
  | 'text'
  | 'link'
  | 'release'
  | 'releaseLink'
  | 'source'
  | 'picture'
  | 'alt';

/** The words of a list of posts, in the official's language. */
export interface CsvWords {
  columns: Record<CsvColumn, string>;
  states: Record<PostState, string>;
}

/** A month of this computer's calendar; January is 0. */
export interface Month {
  year: number;
  month: number;
}

/**
 * Excel takes the system's list separator, which is a semicolon where the decimal sign is a comma, as in Indonesia
 * (https://stackoverflow.com/questions/10140999). A first line "sep=;" would settle it everywhere, but makes Excel
 * forget the byte order mark and misread "é" (https://stackoverflow.com/questions/20395699).
 */
const separator = ';';
/** Without it Excel reads UTF-8 as Windows-1252. */
const byteOrderMark = '\ufeff';

/** The months in which posts went out, newest first. */
export async function monthsWithPosts(db: JubirDatabase): Promise<Month[]> {
  const found = new Map<number, Month>();
  await db.posts.each(({ openedAt, deletedAt }) => {
    const date = new Date(openedAt);
    const [year, month] = [date.getFullYear(), date.getMonth()];
    if (deletedAt === 0) found.set(year * 12 + month, { year, month });
  });
  return [...found].sort(([a], [b]) => b - a).map(([, month]) => month);
}

/** The posts of a month, or all of them, oldest first, without those that the official deleted. */
async function postsOf(db: JubirDatabase, month: Month | null): Promise<Post[]> {
  const [from, to] = month
    ? [new Date(month.year, month.month).getTime(), new Date(month.year, month.month + 1).getTime()]
    : [0, Number.POSITIVE_INFINITY];
  const posts = await db.posts
    .filter(({ openedAt, deletedAt }) => deletedAt === 0 && openedAt >= from && openedAt < to)
    .toArray();
  return posts.sort((a, b) => a.openedAt - b.openedAt || a.order - b.order);
}

/** The posts of a month as a list for the office (RFC 4180, but for the separator). @param month null for all */
export async function postsAsCsv(db: JubirDatabase, month: Month | null, words: CsvWords): Promise<string> {
  const [posts, sources] = await Promise.all([postsOf(db, month), db.sources.toArray()]);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const columns = Object.keys(words.columns) as CsvColumn[];
  const rows = posts.map((post) => {
    const cells = cellsOf(post, words, names.get(post.sourceId) ?? '');
    return columns.map((column) => cells[column]);
  });
  return csvOf([columns.map((column) => words.columns[column]), ...rows]);
}

/** Lines of cells as a file that a spreadsheet opens, and takes nothing in it for a formula. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  byteOrderMark + lines.map((cells) => `${cells.map(quoted).join(separator)}\r\n`).join('');

function cellsOf(post: Post, words: CsvWords, source: string): Record<CsvColumn, string> {
  const at = new Date(post.openedAt);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
    platform: catalogue[post.platform].name,
    account: post.account ?? '',
    state: words.states[post.state],
    text: post.text,
    link: post.link ?? '',
    release: post.releaseTitle,
    releaseLink: post.releaseUrl,
    source,
    picture: post.picture?.url ?? '',
    alt: post.picture?.alt ?? '',
  };
}

/**
 * What a spreadsheet would take for a formula, after any white space: OWASP's list
 * (https://owasp.org/www-community/attacks/CSV_Injection, ASVS 1.2.10), and its signs in full width.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a null is one of them
const formula = /^(?:[\s\u0000]*[=+\-@＝＋－＠]|[\t\r\n\u0000])/;

/** A cell in quotes, with an apostrophe before what is no formula but looks like one. */
const quoted = (cell: string): string =>
  `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
