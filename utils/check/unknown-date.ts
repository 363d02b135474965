import type { Checked, Finding, Mark } from './check.ts';
import type { DraftReading, DraftSentence } from './reading/draft.ts';
import { findMoments, type Moment } from './reading/moments.ts';
import { saysMoment } from './reading/supported.ts';
import { overlapping, swaps } from './reading/swapped.ts';

/** A date, a day of the week, a month or a time that the release does not have, or has elsewhere. */
export function unknownDate({ facts, now }: Checked, { plain, sentences }: DraftReading): Finding[] {
  if (facts === null) return [];
  const moments = findMoments(plain);
  const unknown = moments.filter(
    (moment) => !saysMoment(facts, moment, plain.slice(moment.start, moment.end), now),
  );
  const swapped = sentences.flatMap((sentence) =>
    swappedIn(
      sentence,
      moments.filter((moment) => !unknown.includes(moment)),
    ),
  );
  return [finding('unknownDate', unknown), finding('swappedDate', swapped)].flat();
}

function finding(key: 'unknownDate' | 'swappedDate', marks: readonly Mark[]): Finding[] {
  if (marks.length === 0) return [];
  const places = marks.map(({ start, end }) => ({ start, end }));
  return [{ severity: 'warn', reason: { key, args: [] }, marks: places, mends: [] }];
}

/** Moments of the release in the place of others: the opening day for the closing day. */
function swappedIn(sentence: DraftSentence, known: readonly Moment[]): Mark[] {
  return swaps(sentence).flatMap(({ own, slot, source }) => {
    const theirs = overlapping(findMoments(source.source.text), slot.instead);
    return overlapping(known, own).filter((moment) => {
      const alike = theirs.filter(({ kind }) => kind === moment.kind);
      return alike.length > 0 && !alike.some((other) => same(moment, other));
    });
  });
}

function same(a: Moment, b: Moment): boolean {
  if (a.kind === 'weekday') return a.weekday === b.weekday;
  if (a.kind === 'time')
    return (a.minutes ?? []).flat().some((one) => (b.minutes ?? []).flat().includes(one));
  const year = a.year === undefined || b.year === undefined || a.year === b.year;
  if (a.month !== b.month || !year || a.days === undefined || b.days === undefined)
    return a.month === b.month && year;
  // Of "2-5 Juli" a draft may tell one end; two ends are the same two.
  return a.days.length > 1 ? a.days.join() === b.days.join() : b.days.includes(a.days[0] ?? 0);
}
