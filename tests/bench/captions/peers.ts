import { shallow, tokens } from '../../../utils/caption/cues.ts';

/** How a graph's nodes are visited by somebody who walks its edges, and now and then jumps (PageRank). */
function pageRank(edges: readonly Float64Array[]): number[] {
  const size = edges.length;
  const damping = 0.85;
  const out = edges.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let rank = new Array<number>(size).fill(1 / size);
  for (let round = 0; round < 100; round += 1) {
    const next = new Array<number>(size).fill((1 - damping) / size);
    edges.forEach((row, from) => {
      const total = out[from] ?? 0;
      row.forEach((weight, to) => {
        // From a node without edges the walk goes anywhere.
        const share = total === 0 ? 1 / size : weight / total;
        next[to] = (next[to] ?? 0) + damping * (rank[from] ?? 0) * share;
      });
    });
    const moved = next.reduce((sum, one, at) => sum + Math.abs(one - (rank[at] ?? 0)), 0);
    rank = next;
    if (moved < 1e-6) break;
  }
  return rank;
}

function graph(size: number, weight: (a: number, b: number) => number): Float64Array[] {
  const edges = Array.from({ length: size }, () => new Float64Array(size));
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const much = weight(a, b);
      (edges[a] as Float64Array)[b] = much;
      (edges[b] as Float64Array)[a] = much;
    }
  }
  return edges;
}

function contentOf(sentence: string): string[] {
  return tokens(sentence).filter((word) => !shallow.has(word));
}

/**
 * TextRank (Mihalcea and Tarau 2004): sentences are linked by the words they share over the logs of their lengths.
 * The same stop words as our ranker, no stemming; higher is better.
 */
export function textRank(sentences: readonly string[]): number[] {
  const sets = sentences.map((sentence) => new Set(contentOf(sentence)));
  const edges = graph(sets.length, (a, b) => {
    const [one, other] = [sets[a] ?? new Set(), sets[b] ?? new Set()];
    const scale = Math.log(one.size) + Math.log(other.size);
    if (!(scale > 0)) return 0;
    let shared = 0;
    for (const word of one) if (other.has(word)) shared += 1;
    return shared / scale;
  });
  return pageRank(edges);
}

/**
 * LexRank (Erkan and Radev 2004): sentences whose tf-idf vectors have a cosine over 0.1 are linked by it (continuous
 * LexRank with the paper's threshold); idf over the text's own sentences. Higher is better.
 */
export function lexRank(sentences: readonly string[]): number[] {
  const words = sentences.map(contentOf);
  const spread = new Map<string, number>();
  for (const each of words) for (const word of new Set(each)) spread.set(word, (spread.get(word) ?? 0) + 1);
  const vectors = words.map((each) => {
    const vector = new Map<string, number>();
    for (const word of each) {
      const rarity = Math.log(1 + sentences.length / (spread.get(word) ?? 1));
      vector.set(word, (vector.get(word) ?? 0) + rarity);
    }
    return vector;
  });
  const lengths = vectors.map((vector) => Math.hypot(...vector.values()));
  const edges = graph(vectors.length, (a, b) => {
    const other = vectors[b] ?? new Map<string, number>();
    let sum = 0;
    for (const [word, weight] of vectors[a] ?? []) sum += weight * (other.get(word) ?? 0);
    const cosine = sum / ((lengths[a] ?? 0) * (lengths[b] ?? 0));
    return cosine > 0.1 ? cosine : 0;
  });
  return pageRank(edges);
}
