/** ROUGE as F1, for texts given as sentences. Tokens are runs of letters and digits in lower case; nothing is stemmed or left out. */

/** ROUGE-1, ROUGE-2 and ROUGE-L, each from 0 to 1. */
export interface Rouge {
  r1: number;
  r2: number;
  /** Summary-level: union of longest common subsequences over sentences ("ROUGE-Lsum" of rouge-score). */
  rl: number;
  /** Sentence-joined: one longest common subsequence of the two texts, each read as a single sequence. */
  rlJoined: number;
}

/** The tokens that ROUGE counts. */
export function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * F1 of a summary against a reference, both as sentences of tokens.
 *
 * ROUGE-1 and -2 count tokens and pairs of neighbours, each as often as both texts have it; pairs go over the ends of
 * sentences. ROUGE-L is told in both of its usual readings. At summary level, of each reference sentence every token
 * counts that is in its longest common subsequence with any sentence of the summary, but no token oftener than both
 * texts have it.
 */
export function rouge(summary: readonly string[][], reference: readonly string[][]): Rouge {
  const [said, wanted] = [summary.flat(), reference.flat()];
  const over = said.length + wanted.length;
  return {
    r1: f1(common(said, wanted), over),
    r2: f1(common(pairs(said), pairs(wanted)), over - 2),
    rl: f1(unionCommon(summary, reference), over),
    rlJoined: f1(longestCommon(said, wanted).length, over),
  };
}

/** Harmonic mean of precision and recall: twice what is shared over both sizes. */
function f1(shared: number, sizes: number): number {
  return shared === 0 ? 0 : (2 * shared) / sizes;
}

function pairs(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`);
}

function counted(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function common(one: readonly string[], other: readonly string[]): number {
  const left = counted(other);
  let shared = 0;
  for (const each of one) if (take(left, each)) shared += 1;
  return shared;
}

/** Takes one off a count, if there is one. */
function take(counts: Map<string, number>, what: string): boolean {
  const count = counts.get(what) ?? 0;
  if (count > 0) counts.set(what, count - 1);
  return count > 0;
}

function unionCommon(summary: readonly string[][], reference: readonly string[][]): number {
  const [said, wanted] = [counted(summary.flat()), counted(reference.flat())];
  let hits = 0;
  for (const sentence of reference) {
    const places = new Set(summary.flatMap((one) => longestCommon(one, sentence)));
    for (const place of places) {
      const token = sentence[place] ?? '';
      if (take(said, token) && take(wanted, token)) hits += 1;
    }
  }
  return hits;
}

/** Places in `other` of a longest common subsequence. */
function longestCommon(one: readonly string[], other: readonly string[]): number[] {
  const rows = [new Uint16Array(other.length + 1)];
  for (const token of one) {
    const above = rows.at(-1) as Uint16Array;
    const row = new Uint16Array(other.length + 1);
    for (let at = 1; at <= other.length; at += 1)
      row[at] =
        other[at - 1] === token ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0);
    rows.push(row);
  }
  const places: number[] = [];
  let [i, j] = [one.length, other.length];
  while (i > 0 && j > 0) {
    if (one[i - 1] === other[j - 1]) {
      places.push(j - 1);
      i -= 1;
      j -= 1;
    } else if ((rows[i]?.[j - 1] ?? 0) > (rows[i - 1]?.[j] ?? 0)) j -= 1;
    else i -= 1;
  }
  return places.reverse();
}
