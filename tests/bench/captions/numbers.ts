/** Solves A x = b for a symmetric positive A, of which only the lower half is read (Cholesky). */
export function solve(matrix: readonly Float64Array[], right: readonly number[]): number[] {
  const size = right.length;
  const lower = matrix.map(() => new Float64Array(size));
  const low = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]?.[column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= low(row, k) * low(column, k);
      const value = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / low(column, column);
      (lower[row] as Float64Array)[column] = value;
    }
  }
  const half: number[] = [];
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0;
    for (let k = 0; k < row; k += 1) sum -= low(row, k) * (half[k] ?? 0);
    half.push(sum / low(row, row));
  }
  const found = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = half[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) sum -= low(k, row) * (found[k] ?? 0);
    found[row] = sum / low(row, row);
  }
  return found;
}

/** As many steps back are remembered. */
const memory = 8;

/**
 * The place of a function's least value, from a start, by L-BFGS with a backtracking line search; deterministic.
 *
 * @param of gives the value and the gradient
 */
export function minimise(
  of: (at: Float64Array) => [number, Float64Array],
  start: Float64Array,
  rounds: number,
): Float64Array {
  let at = start;
  let [value, gradient] = of(at);
  const past: { step: Float64Array; turn: Float64Array }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const way = direction(gradient, past);
    const slope = dot(gradient, way);
    let moved = false;
    for (let length = 1; length > 1e-6; length /= 2) {
      const next = at.map((one, k) => one - length * (way[k] ?? 0));
      const [nextValue, nextGradient] = of(next);
      if (nextValue > value - 1e-4 * length * slope) continue;
      const step = next.map((one, k) => one - (at[k] ?? 0));
      const turn = nextGradient.map((one, k) => one - (gradient[k] ?? 0));
      if (dot(step, turn) > 1e-12) past.push({ step, turn });
      if (past.length > memory) past.shift();
      [at, value, gradient, moved] = [next, nextValue, nextGradient, true];
      break;
    }
    if (!moved) break;
  }
  return at;
}

function direction(
  gradient: Float64Array,
  past: readonly { step: Float64Array; turn: Float64Array }[],
): Float64Array {
  const last = past.at(-1);
  // A short first step: how long a step is right is not known yet.
  if (last === undefined) {
    const length = Math.sqrt(dot(gradient, gradient)) * 10 || 1;
    return gradient.map((one) => one / length);
  }
  const way = Float64Array.from(gradient);
  const add = (much: number, by: Float64Array): void => {
    for (let k = 0; k < way.length; k += 1) way[k] = (way[k] ?? 0) + much * (by[k] ?? 0);
  };
  const shares: number[] = [];
  for (let k = past.length - 1; k >= 0; k -= 1) {
    const { step, turn } = past[k] as (typeof past)[number];
    shares[k] = dot(step, way) / dot(step, turn);
    add(-(shares[k] ?? 0), turn);
  }
  const scale = dot(last.step, last.turn) / dot(last.turn, last.turn);
  for (let k = 0; k < way.length; k += 1) way[k] = (way[k] ?? 0) * scale;
  past.forEach(({ step, turn }, k) => {
    add((shares[k] ?? 0) - dot(turn, way) / dot(step, turn), step);
  });
  return way;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
