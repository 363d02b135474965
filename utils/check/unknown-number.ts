import type { Checked, Finding, Mark } from './check.ts';
import type { DraftReading, DraftSentence } from './reading/draft.ts';
import type { ReleaseFacts } from './reading/facts.ts';
import { findQuantities, type Quantity } from './reading/quantities.ts';
import { agrees, saysQuantity } from './reading/supported.ts';
import { inSources, overlapping, swaps } from './reading/swapped.ts';

/** A number, an amount or a share that the release does not have, or has elsewhere. */
export function unknownNumber({ facts }: Checked, { plain, sentences }: DraftReading): Finding[] {
  if (facts === null) return [];
  const quantities = findQuantities(plain);
  const told = (quantity: Quantity): string => plain.slice(quantity.start, quantity.end);
  const unknown = quantities.filter(
    (quantity) => !isFree(quantity, plain) && !saysQuantity(facts, quantity, told(quantity)),
  );
  const known = quantities.filter((quantity) => !unknown.includes(quantity));
  const swapped = sentences.flatMap((sentence) => swappedIn(sentence, known, facts));
  return [finding('unknownNumber', unknown), finding('swappedNumber', swapped)].flat();
}

function finding(key: 'unknownNumber' | 'swappedNumber', marks: readonly Mark[]): Finding[] {
  if (marks.length === 0) return [];
  const places = marks.map(({ start, end }) => ({ start, end }));
  return [{ severity: 'warn', reason: { key, args: [] }, marks: places, mends: [] }];
}

/** Numbers everybody may dial. */
const emergency = new Set([110, 112, 113, 115, 117, 118, 119, 129]);

/** What says no number of the release's: "satu" as an article, "kedua pihak", an emergency number to call. */
function isFree({ kind, values, start, end }: Quantity, plain: string): boolean {
  const said = plain.slice(start, end).toLowerCase();
  if (said === 'satu' || /^kedua(?:nya)?$/.test(said)) {
    return said === 'satu' || !/^ (?:kali|untuk)/.test(plain.slice(end));
  }
  const [value = 0] = values;
  const before = plain.slice(Math.max(0, start - 25), start);
  return (
    kind === 'count' &&
    emergency.has(value) &&
    /(?:hubungi|telepon|telp|call ?cent(?:er|re)|darurat|layanan|nomor|ke|siaga)\.?:? ?$/iu.test(before)
  );
}

/** Numbers that the release has, but not where the draft puts them: "1.350 ojek" for "1.000 ojek". */
function swappedIn(sentence: DraftSentence, known: readonly Quantity[], facts: ReleaseFacts): Mark[] {
  return swaps(sentence).flatMap(({ own, slot, exact, source }) => {
    const theirs = overlapping(findQuantities(source.source.text), slot.instead);
    if (theirs.length === 0) return [];
    return overlapping(known, own).filter((quantity) => {
      if (theirs.some((other) => agrees(quantity, other) || agrees({ ...quantity, rounded: 'about' }, other)))
        return false;
      // A sum rounded for the reader keeps its own words; a year or an ordinal may be told in another way.
      const key = own.find(({ start, end }) => start < quantity.end && end > quantity.start)?.key ?? '';
      return exact || (!inSources(sentence, key) && facts.words.has(key));
    });
  });
}
