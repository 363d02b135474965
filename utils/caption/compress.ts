import { dayPattern } from './dates.ts';
import { capital, houseStyle } from './style.ts';
import { hedge } from './words.ts';

const leadDate = new RegExp(`^(?:(?:Pada|On) )?(?:the )?${dayPattern},? (?=\\p{L})`, 'u');
/** ", Senin (25/3/2024) malam" and " pada Selasa (5/11)" at the end or before a comma. */
const tailDate = new RegExp(`(?:,? (?:pada|on) |, )${dayPattern}(?=[.,]?$|,? (?:di|bertempat|at|in) )`, 'u');
const middleDate = new RegExp(`, ${dayPattern}, `, 'u');

/**
 * The same sentence, shorter and shorter: first as it is, then with more and more left out. Nothing is ever added.
 *
 * What may go: a date at its head and short names in brackets that are not used again (both always), dates, the
 * larger places behind a smaller one, and subordinate tails after a comma. What may not: anything with a hedge or a
 * negation, a condition, who said it, a quotation or a part of one. Every step leaves a whole sentence.
 */
export function shorten(sentence: string): string[] {
  // With its date, "kemarin" is true only on the day after.
  const dated = houseStyle(sentence).replace(
    /(\(\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\)) (?:kemarin|lalu)(?!\p{L})/gu,
    '$1',
  );
  const full = withoutGlosses(withoutLeadDate(dated));
  const steps = [full];
  const push = (next: string): void => {
    const tidy = ended(next);
    if (tidy !== steps.at(-1) && tidy.split(' ').length >= 5) steps.push(tidy);
  };
  const last = (): string => steps.at(-1) ?? full;
  push(withoutDates(last()));
  for (let turn = 0; turn < 4; turn += 1) push(withoutLargerPlace(last()));
  for (let turn = 0; turn < 4; turn += 1) {
    const next = withoutTail(last());
    if (next === last()) break;
    push(next);
  }
  return steps.map(ended);
}

/** Takes away the day a sentence opens with; a sentence about the day itself keeps it. */
export function withoutLeadDate(sentence: string): string {
  const match = leadDate.exec(sentence);
  if (match === null) return sentence;
  const rest = sentence.slice(match[0].length);
  if (
    /^(?:adalah|merupakan|menjadi|akan|jadi|telah|sudah|dan|atau|sampai|hingga|is|was|will|marks|and)\b/u.test(
      rest,
    )
  )
    return sentence;
  return capital(rest);
}

/** "Ruang Terbuka Hijau (RTH)": the bracket goes, unless its short name is used further on. */
function withoutGlosses(sentence: string): string {
  return sentence.replace(
    / \((\p{Lu}[\p{L}\d.&-]{1,20}(?: \p{Lu}[\p{L}-]{0,12})?)\)/gu,
    (whole, short: string, at: number) => {
      // A short name used further on still needs its bracket; behind a short name the bracket says what it means.
      const needed = sentence.includes(short, at + whole.length) || inQuote(sentence, at);
      return needed || /(?<![\p{L}])\p{Lu}{2,}$/u.test(sentence.slice(0, at)) ? whole : '';
    },
  );
}

function withoutDates(sentence: string): string {
  if (inQuotes(sentence, tailDate) || future.test(sentence)) return sentence;
  return sentence.replace(middleDate, ' ').replace(tailDate, '');
}

/** A coming event is told with its day. */
const future =
  /(?<!\p{L})(?:akan|mendatang|mulai|hingga|sampai|dijadwalkan|direncanakan|will|starting|until|from)(?!\p{L})/iu;

const largerPlace =
  /, (?:(?:Kota|Kabupaten|Kecamatan|Provinsi|Propinsi|Jawa|DKI) ?)(?:[\p{Lu}\d][\p{L}\d/-]* ?){1,3}(?=$|\.$|, (?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|pada ))/u;
const smallerPlace = /(?:(?:di|ke|dari|at|in) (?:(?!(?:di|ke|dari) )[^,]){3,60}(?:, [^,]{3,40})*)$/u;

/** "…, Kelurahan Curug, Kecamatan Bogor Barat, Kota Bogor": the last place goes while a smaller one stands before. */
function withoutLargerPlace(sentence: string): string {
  const match = largerPlace.exec(sentence);
  if (match === null || inQuote(sentence, match.index)) return sentence;
  if (!smallerPlace.test(sentence.slice(0, match.index))) return sentence;
  return sentence.slice(0, match.index) + sentence.slice(match.index + match[0].length);
}

const tail =
  /, (?:sehingga|karena|di mana|dimana|terutama|khususnya|termasuk|seperti|sekaligus|terlebih|mengingat|guna|agar|supaya|serta|sebagai|dengan|untuk|yang|yaitu|yakni|memberikan|beserta|didampingi|diikuti|including|especially|so that|in order to|as well as|which|where|accompanied by|together with) /gu;

/** Drops the last subordinate clause behind a comma, unless it qualifies what was said. */
function withoutTail(sentence: string): string {
  const starts = [...sentence.matchAll(tail)].map((match) => match.index);
  const at = starts.at(-1);
  if (at === undefined || at < 40) return sentence;
  const gone = sentence.slice(at);
  if (hedge.test(gone) || /[“”]/u.test(gone) || inQuote(sentence, at)) return sentence;
  // "yakni A, B dan C" is a list the sentence promised ("6 skala prioritas, yakni …"): with a number it stays.
  const kept = sentence.slice(0, at);
  if (/^, (?:yaitu|yakni|seperti)/u.test(gone) && /(?:yaitu|yakni|berikut|antara lain|:)$/u.test(kept))
    return sentence;
  if (/(?<!\p{L})(?:yang|dan|atau|dengan|untuk|bahwa|oleh|di|ke|dari|antara|baik)$/iu.test(kept))
    return sentence;
  // "menyampaikan, … " has its main clause behind the comma.
  if (!/\p{L}{4,}/u.test(kept) || reporting.test(kept)) return sentence;
  return kept;
}

const reporting =
  /(?:mengatakan|menyampaikan|menjelaskan|menegaskan|mengungkapkan|menuturkan|menambahkan|menyebutkan|said|added|explained)$/iu;

function ended(sentence: string): string {
  const bare = sentence
    .replace(/[\s,;:]+$/u, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[.!?]$|[.!?]”$/u.test(bare) ? bare : `${bare}.`;
}

function inQuote(text: string, at: number): boolean {
  const head = text.slice(0, at);
  return head.lastIndexOf('“') > head.lastIndexOf('”');
}

function inQuotes(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(text);
  return match !== null && inQuote(text, match.index);
}
