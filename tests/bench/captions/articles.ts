import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Traits, traitsOf } from '../../../utils/caption/features.ts';
import { root } from '../../browsers/build.ts';
import { rougeTokens } from './rouge.ts';

/** An article of IndoSum with a summary that a person wrote and the sentences that a person marked. */
export interface Article {
  id: string;
  /** The words of its address, in place of the headline, which the data do not have. */
  title: string;
  sentences: string[];
  /** Per sentence its paragraph. */
  paragraphs: number[];
  /** Per sentence its tokens as ROUGE counts them. */
  tokens: string[][];
  marked: boolean[];
  summary: string[];
  /** What the ranker sees of it, for a summary of so many words. */
  traits: (room: number) => Traits;
}

interface Row {
  id: string;
  sentences: string[][];
  gold_labels: boolean[][];
  summary_sentences: string[];
}

const folder = join(root, '../shared/data/summaries');

/** Where the articles of a set lie, or null where the shared data are not. */
export function articlesFile(set: 'train' | 'dev'): string | null {
  const path = join(folder, `indosum-${set}.jsonl`);
  return existsSync(path) ? path : null;
}

/**
 * The articles of a file, in its order.
 *
 * @param titled false to leave the title's words out, as if no title were known
 */
export function readArticles(path: string, titled = true): Article[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => article(JSON.parse(line) as Row, titled));
}

function article(row: Row, titled: boolean): Article {
  const sentences = row.sentences.flat();
  const paragraphs = row.sentences.flatMap((paragraph, at) => paragraph.map(() => at));
  // "1492139713-arema-fc-targetkan-poin-penuh": what the publisher's address keeps of the headline.
  const title = titled ? row.id.replace(/^\d+-/, '').replaceAll('-', ' ') : '';
  const lines = sentences.map((text, at) => ({ text, paragraph: paragraphs[at] ?? 0 }));
  const seen = new Map<number, Traits>();
  return {
    id: row.id,
    title,
    sentences,
    paragraphs,
    tokens: sentences.map(rougeTokens),
    marked: row.gold_labels.flat(),
    summary: row.summary_sentences,
    traits: (room) => {
      const known = seen.get(room) ?? traitsOf(lines, title, room);
      seen.set(room, known);
      return known;
    },
  };
}
