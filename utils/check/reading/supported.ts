import type { ReleaseFacts } from './facts.ts';
import { type Moment, weekdayOf } from './moments.ts';
import type { Quantity } from './quantities.ts';

/** Whether the release says this quantity, in whatever shape, or one that this is an honest rounding of. */
export function saysQuantity(facts: ReleaseFacts, quantity: Quantity, text: string): boolean {
  if (quantity.kind === 'dialled') return saysDigits(facts, text);
  if (isYear(quantity) && facts.moments.some((moment) => moment.year === quantity.values[0])) return true;
  if (quantity.kind === 'count' && quantity.values.some((value) => facts.romans.has(value))) return true;
  if (facts.quantities.some((known) => sameKind(quantity, known) && agrees(quantity, known))) return true;
  return standsThere(facts.raw, text);
}

/** A telephone number as the release has it, with 62 for 0 or the other way round. */
export function saysDigits(facts: ReleaseFacts, text: string): boolean {
  const digits = text.replace(/\D/g, '').replace(/^62/, '0');
  return facts.digits.replaceAll(' 62', ' 0').includes(digits);
}

const isYear = ({ kind, values }: Quantity): boolean => {
  const [value] = values;
  return kind === 'count' && value !== undefined && Number.isInteger(value) && value >= 1900 && value <= 2100;
};

/** Two persons are not two percent; a sum may stand without its "Rp". */
function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind || a.open === b.kind || b.open === a.kind) return true;
  const kinds = new Set([a.kind, b.kind]);
  return kinds.has('money') && kinds.has('count') && a.values.some((value) => value >= 1000);
}

/** Whether two quantities of one kind say the same, or the first rounds the second and says so. */
export function agrees(own: Quantity, known: Quantity): boolean {
  if (own.range !== undefined) {
    const [from, below] = own.range;
    if (known.range !== undefined) return known.range[0] === from && known.range[1] === below;
    return known.values.some((value) => value >= from && value < below);
  }
  return own.values.some((value) =>
    known.values.some((other) => value === other || (!isYear(known) && rounds(own, value, other))),
  );
}

/** The most that a rounded number may differ, as a share of what it rounds. */
const farthest = 0.1;

/** "lebih dari 41 ribu" for 41,870: rounded at its own last digit, in the direction that it says. */
function rounds({ rounded }: Quantity, value: number, known: number): boolean {
  if (rounded === null || value < 10 || !Number.isInteger(value)) return false;
  let step = 1;
  while (value % (step * 10) === 0) step *= 10;
  if (step === 1 || Math.abs(value - known) > farthest * known) return false;
  if (rounded === 'more') return known > value && known < value + step;
  if (rounded === 'less') return known < value && known > value - step;
  // "41 ribuan" is forty-one thousand and something.
  if (rounded === 'some') return known > value - step / 2 && known < value + step;
  return Math.abs(known - value) <= step / 2;
}

/** Whether a piece of text with digits stands in the release as it is, not inside a longer number. */
function standsThere(raw: string, text: string): boolean {
  const piece = text.trim();
  if (piece.length < 3 || !/\d/.test(piece)) return false;
  for (let at = raw.indexOf(piece); at >= 0; at = raw.indexOf(piece, at + 1)) {
    const before = raw.slice(Math.max(0, at - 2), at);
    const after = raw.slice(at + piece.length, at + piece.length + 2);
    if (!/[\p{L}\d]$|\d[.,]$/u.test(before) && !/^\d|^[.,]\d/.test(after)) return true;
  }
  return false;
}

/** Whether the release says this date, day, month or time, or something it follows from. */
export function saysMoment(facts: ReleaseFacts, moment: Moment, text: string, now: number): boolean {
  if (standsThere(facts.raw, text)) return true;
  const dates = facts.moments.filter(({ kind }) => kind === 'date');
  switch (moment.kind) {
    case 'date':
      return (moment.days ?? []).every((day) =>
        dates.some(
          (known) =>
            known.days?.includes(day) && known.month === moment.month && fitsYear(facts, moment, known),
        ),
      );
    case 'month':
      return facts.moments.some(
        (known) =>
          known.month === moment.month &&
          (known.kind === 'date' || known.kind === 'month') &&
          fitsYear(facts, moment, known),
      );
    case 'weekday':
      return facts.moments.some(
        (known) => known.weekday === moment.weekday || fallsOn(facts, known, moment.weekday),
      );
    case 'time':
      return (moment.minutes ?? []).every((end) => saysTime(facts, end));
    case 'countdown':
      return fitsCountdown(dates, moment.until ?? 0, now);
  }
}

function saysTime(facts: ReleaseFacts, end: readonly number[]): boolean {
  const known = facts.moments.flatMap(({ minutes }) => minutes ?? []);
  if (known.some((one) => one.some((minute) => end.includes(minute)))) return true;
  // "buka sampai 20.00": a time that nothing in the release marks as one.
  return end.some((minute) => {
    const hour = String(Math.floor(minute / 60)).padStart(2, '0');
    const rest = String(minute % 60).padStart(2, '0');
    return standsThere(facts.raw, `${hour}.${rest}`) || standsThere(facts.raw, `${hour}:${rest}`);
  });
}

/** A year that one of the two leaves out is the year of publication, or any that the release names. */
function fitsYear(facts: ReleaseFacts, moment: Moment, known: Moment): boolean {
  if (moment.year === undefined || known.year === moment.year) return true;
  if (known.year !== undefined) return false;
  const years = facts.moments.flatMap(({ year }) => year ?? []);
  return years.length === 0 || years.includes(moment.year);
}

function fallsOn(facts: ReleaseFacts, known: Moment, weekday: number | undefined): boolean {
  if (known.kind !== 'date' || weekday === undefined) return false;
  const years = known.year === undefined ? facts.moments.flatMap(({ year }) => year ?? []) : [known.year];
  return (known.days ?? []).some((day) => years.some((year) => weekdayOf(known, day, year) === weekday));
}

/** "H-3" is right three days before a date of the release; with no date to come nobody can tell. */
function fitsCountdown(dates: readonly Moment[], until: number, now: number): boolean {
  const today = new Date(now + 7 * 3_600_000);
  const target = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + until));
  const coming = dates.filter(
    ({ month = 0, days = [], year = today.getUTCFullYear() }) =>
      Date.UTC(year, month - 1, Math.max(...days)) >=
      Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()),
  );
  return (
    coming.length === 0 ||
    coming.some(
      ({ month, days }) => month === target.getUTCMonth() + 1 && days?.includes(target.getUTCDate()),
    )
  );
}
