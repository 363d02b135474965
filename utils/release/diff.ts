/** A piece of a before/after comparison; `same` stands in both, in the words of the later text. */
export interface Segment {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many steps of comparison the rest is told as one removal and one addition. */
const MAX_COST = 1_000_000;

/**
 * What changed from one text to another, word by word: segments in reading order, a removal before the addition in
 * its place. Joined, `same` and `added` give the later text, and `same` and `removed` the earlier one but for white space.
 * @param before and after: whole texts; paragraphs are separated by line breaks, which are kept
 */
export function diffWords(before: string, after: string): Segment[] {
  const [a, b] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && isSame(a[a.length - 1 - end], b[b.length - 1 - end])) {
    end++;
  }
  const segments: Segment[] = [];
  const tell = (kind: Segment['kind'], words: readonly string[]) => {
    if (words.length === 0) return;
    const last = segments.at(-1);
    if (last?.kind === kind) last.text += words.join('');
    else segments.push({ kind, text: words.join('') });
  };
  tell('same', b.slice(0, start));
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), tell);
  tell('same', b.slice(b.length - end));
  return withoutEnd(inOrder(segments));
}

/** Words with the white space after them: a break of lines goes with the word before. */
function tokens(text: string): string[] {
  // The last word of one text may stand in the middle of the other.
  return `${text.trim()} `.match(/\S+\s*/g) ?? [];
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.trimEnd() === b?.trimEnd();
}

/**
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with the furthest points of every round kept for
 * the way back.
 */
function middle(
  a: readonly string[],
  b: readonly string[],
  tell: (kind: Segment['kind'], words: readonly string[]) => void,
): void {
  const rounds = furthest(a, b);
  if (!rounds) {
    tell('removed', a);
    tell('added', b);
    return;
  }
  const told: [Segment['kind'], string][] = [];
  let [x, y] = [a.length, b.length];
  for (let d = rounds.length - 1; d > 0; d--) {
    const before = rounds[d - 1] as Int32Array;
    const at = (k: number): number => before[k + d] ?? -1;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = at(fromK);
    const startX = down ? fromX : fromX + 1;
    while (x > startX) {
      told.push(['same', b[--y] as string]);
      x--;
    }
    if (down) told.push(['added', b[--y] as string]);
    else told.push(['removed', a[--x] as string]);
  }
  while (x > 0) {
    told.push(['same', b[--x] as string]);
  }
  for (const [kind, word] of told.reverse()) tell(kind, [word]);
}

/**
 * The furthest x reached on each diagonal after every number of edits: round d holds the diagonals -d-1 to d+1,
 * diagonal k at index k + d + 1. Null where it would cost too much.
 */
function furthest(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const rounds: Int32Array[] = [];
  let cost = 0;
  for (let d = 0; d <= a.length + b.length; d++) {
    const round = new Int32Array(2 * d + 3).fill(-1);
    const before = rounds[d - 1];
    for (let k = -d; k <= d; k += 2) {
      const left = before?.[k - 1 + d] ?? -1;
      const right = before?.[k + 1 + d] ?? -1;
      let x = d === 0 ? 0 : k === -d || (k !== d && left < right) ? right : left + 1;
      let y = x - k;
      while (x < a.length && y < b.length && isSame(a[x], b[y])) {
        x++;
        y++;
        cost++;
      }
      round[k + d + 1] = x;
      if (x >= a.length && y >= b.length) {
        rounds.push(round);
        return rounds;
      }
    }
    rounds.push(round);
    cost += 2 * d + 3;
    if (cost > MAX_COST) return null;
  }
  return rounds;
}

/** Without the white space that `tokens` put behind the last words. */
function withoutEnd(segments: readonly Segment[]): Segment[] {
  const lastSame = segments.findLastIndex(({ kind }) => kind === 'same');
  return segments.map(({ kind, text }, index) => {
    const ends = index > lastSame || index === segments.length - 1;
    return { kind, text: ends ? text.trimEnd() : text };
  });
}

/** An unchanged stretch of so few words between two changes reads better as part of them. */
const ISLAND_WORDS = 2;

/** Between two unchanged stretches, first all that went, then all that came: read so, not word by word. */
function inOrder(segments: readonly Segment[]): Segment[] {
  const ordered: Segment[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) ordered.push({ kind: 'removed', text: removed });
    if (added) ordered.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of segments.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isIsland(text, removed + added, index, segments)) {
      removed += text;
      added += text;
    } else {
      flush();
      ordered.push({ kind, text });
    }
  }
  flush();
  return ordered;
}

/** A few words alone between changes that are larger than they are, on both sides and within one paragraph. */
function isIsland(text: string, before: string, index: number, segments: readonly Segment[]): boolean {
  const after = changedAfter(segments, index);
  if (!before || !after || text.includes('\n')) return false;
  return tokens(text).length <= ISLAND_WORDS && Math.min(before.length, after) > text.length * 2;
}

/** Characters that change right after a segment. */
function changedAfter(segments: readonly Segment[], index: number): number {
  let length = 0;
  for (let at = index + 1; at < segments.length && segments[at]?.kind !== 'same'; at++) {
    length += segments[at]?.text.length ?? 0;
  }
  return length;
}
