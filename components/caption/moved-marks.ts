import type { Mark } from '../../utils/check/check.ts';

/** Marks of an earlier text where they are in the present one; those that the hand is changing are left out. */
export function movedMarks(marks: readonly Mark[], before: string, now: string): Mark[] {
  if (before === now) return [...marks];
  const shorter = Math.min(before.length, now.length);
  let same = 0;
  while (same < shorter && before[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const by = now.length - before.length;
  return marks.flatMap(({ start, end }) => {
    if (end <= same) return [{ start, end }];
    return start >= before.length - tail ? [{ start: start + by, end: end + by }] : [];
  });
}
