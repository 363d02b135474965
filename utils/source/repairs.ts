import { RECOGNISED } from './page.ts';

/** What kind of mending a reader's note is about; each has a text in the UI. */
export type RepairKind =
  /** The letters: a charset declared wrongly, encoded twice, or not declared at all. */
  | 'letters'
  /** Larger than is read: the rest is left out. */
  | 'too-large'
  /** The document broke off or is damaged; what is whole was read. */
  | 'broken-off'
  /** Something foreign stands before the document, such as a warning of the server. */
  | 'noise'
  /** Written against the format: entities, prefixes, escapes, addresses. */
  | 'markup'
  /** Releases without an identity or a link of their own. */
  | 'nameless'
  /** Rows that lead off the source's own hosts, or have no title. */
  | 'rows'
  /** The city redesigned its pages. */
  | 'redesign';

/** By how the notes begin; the first that fits. */
const beginnings: readonly (readonly [RegExp, RepairKind])[] = [
  [/^(?:declared |unknown charset |not utf-8|utf-8 encoded twice|\d+ bytes that are not)/, 'letters'],
  [/^(?:cut after |content cut |flattened |attributes beyond |texts beyond |only the first )/, 'too-large'],
  [/^(?:cut short|JSON damaged)/, 'broken-off'],
  [/^(?:text before |white space before )/, 'noise'],
  [/^items without /, 'nameless'],
  [/^\d+ rows without /, 'rows'],
];

/** The kinds of what had to be mended, each once, in the order of the notes. */
export function repairKinds(repairs: readonly string[]): RepairKind[] {
  return [...new Set(repairs.map(repairKind))];
}

function repairKind(repair: string): RepairKind {
  if (repair === RECOGNISED) return 'redesign';
  return beginnings.find(([beginning]) => beginning.test(repair))?.[1] ?? 'markup';
}
