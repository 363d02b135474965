import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSegment, type Segment } from '../../../utils/release/search/layout.ts';
import { packSegment } from '../../../utils/release/search/pack.ts';
import { root } from '../../browsers/build.ts';
import { randomFrom } from '../search/generate.ts';

/** A text that releases are looked for with, and the place of the document it belongs to. */
export interface Query {
  text: string;
  doc: number;
}

/** A document as the index takes it. */
export interface Doc {
  id: string;
  title: string;
  paragraphs: string[];
}

/** The benchmark's documents and what is asked of them. */
export interface Cases {
  /** First halves of all articles, then the releases. */
  halves: Doc[];
  /** Two or three sentences of each article's second half. */
  fragments: Query[];
  /** Whole articles, then the releases. */
  wholes: Doc[];
  /** Each article's summary, as a person wrote it. */
  summaries: Query[];
}

interface Row {
  sentences: string[][];
  summary_sentences: string[];
}

const shared = join(root, '../shared/data');
const files = ['train', 'dev'].map((set) => join(shared, `summaries/indosum-${set}.jsonl`));

const rows = <Item>(path: string): Item[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);

/** An id as `identity.ts` makes them. */
const idOfDoc = (at: number): string => at.toString(16).padStart(16, '0');

/**
 * Reads articles and releases; null where the shared data are not. IndoSum has no headlines, so articles have none.
 * @param seed chooses which sentences are asked with
 */
export function readCases(seed = 2016): Cases | null {
  if (!files.every((file) => existsSync(file))) return null;
  const random = randomFrom(seed);
  const articles = files.flatMap((file) => rows<Row>(file));
  const halves: Doc[] = [];
  const wholes: Doc[] = [];
  const fragments: Query[] = [];
  const summaries: Query[] = [];
  for (const [at, { sentences, summary_sentences }] of articles.entries()) {
    const all = sentences.flat();
    const half = Math.ceil(all.length / 2);
    const second = all.slice(half);
    const wanted = Math.min(second.length, random() < 0.5 ? 2 : 3);
    const from = Math.floor(random() * (second.length - wanted + 1));
    if (wanted >= 2) fragments.push({ text: second.slice(from, from + wanted).join(' '), doc: at });
    summaries.push({ text: summary_sentences.join(' '), doc: at });
    halves.push({ id: idOfDoc(at), title: '', paragraphs: [all.slice(0, half).join(' ')] });
    wholes.push({ id: idOfDoc(at), title: '', paragraphs: [all.join(' ')] });
  }
  const releases = ['kotabogor', 'other-goid']
    .flatMap((name) =>
      rows<{ title: string; body_paragraphs: string[] }>(join(shared, `releases/${name}.jsonl`)),
    )
    .map(({ title, body_paragraphs }, at) => ({
      id: idOfDoc(articles.length + at),
      title,
      paragraphs: body_paragraphs,
    }));
  return { halves: [...halves, ...releases], fragments, wholes: [...wholes, ...releases], summaries };
}

/** An index of these documents, in memory. */
export function indexOf(docs: readonly Doc[]): Segment {
  const packed = packSegment(
    docs.map(({ id, title, paragraphs }) => ({
      id,
      sourceId: 'bench',
      title,
      body: paragraphs,
      minute: 0,
      day: 0,
    })),
  );
  const segment = openSegment(packed);
  if (!segment) throw new Error('the index cannot be opened');
  return segment;
}

/** Which queries thresholds and weights are learnt from; the others are reported on. By the article, not by chance. */
export const isForLearning = (doc: number): boolean => (Math.imul(doc + 1, 0x9e3779b1) >>> 0) % 100 < 40;
