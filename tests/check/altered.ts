import type { Reasons } from '../../utils/check/check.ts';

/** What was done to a caption. */
export type Sort = 'number' | 'name' | 'date' | 'negation' | 'hedge' | 'quote' | 'opposite';

/** A caption that says what its release does not. */
export interface Altered {
  sort: Sort;
  text: string;
  /** Where it was altered. */
  start: number;
  end: number;
}

/** The reasons that catch each sort. */
export const catches: Readonly<Record<Sort, readonly (keyof Reasons)[]>> = {
  // A year in a hashtag is told as a part of it.
  number: ['unknownNumber', 'swappedNumber', 'unknownDate', 'unknownName', 'quoteChanged'],
  name: ['unknownName', 'swappedName', 'wrongOffice', 'otherOffice', 'speakerSwapped', 'quoteChanged'],
  date: ['unknownDate', 'swappedDate', 'unknownNumber', 'swappedNumber'],
  negation: ['negationDropped', 'negationAdded', 'quoteChanged'],
  hedge: ['hedgeDropped', 'quoteChanged'],
  quote: ['quoteChanged', 'notQuoted', 'speakerSwapped'],
  opposite: ['opposite', 'quoteChanged'],
};

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)] as T;

/** People and places that are in none of the releases. */
const people =
  'Surya Atmaja,Dewi Lestari,Rudi Hartono,Yanti Kusmana,Hendro Wibisono,Fitri Anggraeni,Tono Suratman'.split(
    ',',
  );
const places = 'Cibeureum,Sukaresmi,Padalarang,Garut,Wonosobo,Cirebon,Malang,Palembang'.split(',');
const weekdays = 'Senin,Selasa,Rabu,Kamis,Jumat,Sabtu,Minggu'.split(',');
const months = 'Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember'.split(
  ',',
);

const month = months.join('|');
const dateLike = new RegExp(
  `\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}(?:[-–]\\d{1,2}| hingga \\d{1,2})? (?:${month})(?: \\d{4})?|\\d{2}\\.\\d{2} WIB`,
  'gu',
);

/** A caption with its release's link and everything behind it cut off: nothing there is altered. */
function bodyOf(text: string): string {
  const at = text.search(/https?:|(?:Selengkapnya|Rilis lengkap|Info|Details): |#/);
  return at < 0 ? text : text.slice(0, at);
}

interface Place {
  start: number;
  end: number;
  word: string;
}

const find = (text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0],
  }));

const put = (sort: Sort, text: string, { start, end }: Place, word: string): Altered => ({
  sort,
  text: text.slice(0, start) + word + text.slice(end),
  start,
  end: start + word.length,
});

/** Every way of altering a caption, one place each. */
export function alter(text: string, names: readonly string[], next: () => number): Altered[] {
  const body = bodyOf(text);
  return [
    ...numbers(text, body, next),
    ...namesIn(text, body, names, next),
    ...dates(text, body, next),
    ...negations(text, body),
    ...hedges(text, body),
    ...quotes(text, body, next),
  ];
}

function numbers(text: string, body: string, next: () => number): Altered[] {
  const dated = find(body, dateLike);
  return find(body, /(?<![\p{L}\d.,/])\d[\d.,]*\d|(?<![\p{L}\d.,/])\d(?![\d\p{L}])/gu)
    .filter(({ start, end }) => !dated.some((one) => start < one.end && end > one.start))
    .flatMap((place) => {
      const digits = place.word;
      const at = Math.floor(next() * digits.replace(/[.,]/g, '').length);
      const changed = digitChanged(digits, at, 1 + Math.floor(next() * 8));
      const more = /\./.test(digits) ? `${digits}.000` : /,/.test(digits) ? `1${digits}` : `${digits}0`;
      return [put('number', text, place, changed), put('number', text, place, more)];
    });
}

/** The digit at a place, separators aside, raised by `by`; a first digit does not become 0. */
function digitChanged(digits: string, at: number, by: number): string {
  let seen = -1;
  return digits.replace(/\d/g, (digit) => {
    seen += 1;
    if (seen !== at) return digit;
    const raised = (Number(digit) + by) % 10;
    return String(seen === 0 && raised === 0 ? (Number(digit) % 9) + 1 : raised);
  });
}

function namesIn(text: string, body: string, names: readonly string[], next: () => number): Altered[] {
  const found: Altered[] = [];
  for (const name of names) {
    const start = body.indexOf(name);
    if (start < 0) continue;
    const place = { start, end: start + name.length, word: name };
    found.push(put('name', text, place, pick(people, next)));
    const words = name.split(' ').filter((word) => word.length > 3);
    const word = pick(words.length > 0 ? words : [name], next);
    const from = start + name.indexOf(word);
    const one = { start: from, end: from + word.length, word };
    found.push(put('name', text, one, pick(people, next).split(' ')[0] ?? 'Surya'));
    found.push(put('name', text, one, misspelt(word, next)));
    const other = names.find((each) => each !== name && !each.includes(name) && !name.includes(each));
    if (other !== undefined) found.push(put('name', text, place, other));
  }
  for (const place of find(
    body,
    /(?<=(?:Kelurahan|Kecamatan|Kota|Kabupaten|Hotel|Jalan|Pemkot) )\p{Lu}\p{Ll}{3,}/gu,
  )) {
    found.push(put('name', text, place, pick(places, next)));
  }
  for (const place of find(
    body,
    /(?<=\p{L} \p{Lu}\p{Ll}+ )(?:Barat|Timur|Utara|Selatan|Tengah)(?!\p{L})/gu,
  )) {
    found.push(put('name', text, place, place.word === 'Timur' ? 'Utara' : 'Timur'));
  }
  for (const place of find(body, /(?<![\p{L}.] )Wakil Wali Kota(?= \p{Lu})/gu)) {
    found.push(put('name', text, place, 'Wali Kota'));
  }
  return found;
}

/** A letter doubled, dropped or exchanged with its neighbour. */
function misspelt(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 2));
  const ways = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    `${word.slice(0, at)}u${word.slice(at + 1)}`,
  ].filter((way) => way !== word);
  return pick(ways.length > 0 ? ways : [`${word}n`], next);
}

function dates(text: string, body: string, next: () => number): Altered[] {
  const found: Altered[] = [];
  for (const place of find(body, dateLike)) {
    if (/WIB/.test(place.word)) {
      found.push(
        put(
          'date',
          text,
          place,
          place.word.replace(/^\d\d/, (hour) => String((Number(hour) + 3) % 24).padStart(2, '0')),
        ),
      );
      continue;
    }
    const later = (day: string): string => String((Number(day) % 28) + 1);
    found.push(put('date', text, place, place.word.replace(/^\d{1,2}/, later)));
    const inMonth = place.word.replace(
      new RegExp(month, 'u'),
      (name) => months[(months.indexOf(name) + 2) % 12] ?? '',
    );
    if (inMonth !== place.word) found.push(put('date', text, place, inMonth));
    const year = place.word.replace(/\d{4}$/, (four) => String(Number(four) + 1));
    if (year !== place.word) found.push(put('date', text, place, year));
  }
  for (const place of find(
    body,
    /(?<!\p{L})(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)(?!\p{L}| Bersih)/gu,
  )) {
    found.push(
      put(
        'date',
        text,
        place,
        pick(
          weekdays.filter((day) => day !== place.word),
          next,
        ),
      ),
    );
  }
  return found;
}

function negations(text: string, body: string): Altered[] {
  const dropped = find(body, /(?<!\p{L})(?:tidak|belum|bukan|tak|jangan) (?!hanya|terlepas)/giu);
  const verbs = find(
    body,
    /(?<=\p{Ll} )(?:me[mn]\p{Ll}{4,}|di(?:gelar|buka|buat|hadiri|laksanakan|beri\p{Ll}*)|ber\p{Ll}{4,})(?= \p{L})/gu,
  )
    .filter(
      ({ start }) => !/(?:tidak|belum|bukan|tak|jangan|untuk|yang|dengan|dan) $/iu.test(body.slice(0, start)),
    )
    .slice(0, 1);
  return [
    ...dropped.map((place) => put('negation', text, place, '')),
    ...verbs.map((place) => put('negation', text, place, `tidak ${place.word}`)),
  ];
}

function hedges(text: string, body: string): Altered[] {
  return find(
    body,
    /(?<!\p{L})(?:akan|diharapkan(?: dapat)?|rencananya|direncanakan|dapat|bisa|diperkirakan|sekitar|mudah-mudahan|semoga|,? (?:tapi )?masih dalam kajian) ?(?!\p{Lu})/giu,
  ).map((place) => put('hedge', text, place, ''));
}

/** Ordinary words and what an officer may put in their place. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})kami(?!\p{L})/u, 'kita'],
  [/(?<!\p{L})warga(?!\p{L})/u, 'masyarakat'],
  [/(?<!\p{L})masyarakat(?!\p{L})/u, 'warga'],
  [/(?<!\p{L})sangat(?!\p{L})/u, 'amat sangat'],
  [/(?<!\p{L})juga (?=\p{L})/u, ''],
  [/(?<!\p{L})harus(?!\p{L})/u, 'wajib'],
  [/(?<!\p{L})ini(?!\p{L})/u, 'tersebut'],
  [/(?<!\p{L})untuk(?!\p{L})/u, 'demi'],
  [/(?<!\p{L})dan(?!\p{L})/u, 'serta'],
];

function quotes(text: string, body: string, next: () => number): Altered[] {
  return find(body, /(?<=“)[^“”]+(?=”)/gu).flatMap((place) => {
    const words = place.word.split(' ');
    if (words.length < 5) return [];
    const found: Altered[] = [];
    const [pattern, word] = synonyms.find(([one]) => one.test(place.word)) ?? [];
    if (pattern !== undefined && word !== undefined) {
      found.push(put('quote', text, place, place.word.replace(pattern, word)));
    }
    const at = 1 + Math.floor(next() * (words.length - 3));
    found.push(put('quote', text, place, words.filter((_, i) => i !== at).join(' ')));
    found.push(put('quote', text, place, [...words.slice(0, at), 'memang', ...words.slice(at)].join(' ')));
    found.push(
      put(
        'quote',
        text,
        place,
        [...words.slice(0, at), words[at + 1], words[at], ...words.slice(at + 2)].join(' '),
      ),
    );
    return found;
  });
}
