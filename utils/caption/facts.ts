import { againPattern, dayPattern, timePattern } from './dates.ts';
import type { People } from './people.ts';
import type { Sentence } from './reading.ts';
import { weekday } from './words.ts';

/** What a reader who wants to come has to know. */
export type FactKind = 'when' | 'where' | 'register' | 'contact';

/** One fact of an event, in the release's own words, with the sentence it came from. */
export interface Fact {
  kind: FactKind;
  /** A span of that sentence, without what stands around it: "Kamis (29/9/2022)", "Taman Kencana". */
  text: string;
  /** Place of the sentence among all, from 0. */
  at: number;
}

const moment = `(?:${againPattern}|${dayPattern}|${timePattern})`;
/** Days, times and repeats that stand side by side are one fact: "setiap Sabtu pukul 07.00 WIB". */
const when = new RegExp(
  `(?<![\\p{L}\\d/.,-])${moment}(?:(?:,? (?:pada |mulai |on |at )?| (?:hingga|sampai|until|to) )${moment})*(?![\\p{L}\\d/-])`,
  'gu',
);

const place = "[\\p{Lu}\\d][\\p{L}\\d’'./-]*";
const site =
  '(?:halaman|lapangan|aula|ruang|gedung|kantor|taman|balai|alun-alun|kawasan|area|depan|seputar|sekitar|pelataran|tepi|bantaran|jalur|seluruh|semua|setiap)';
/** "di Taman Kencana", "di halaman kantor kecamatan", "bertempat di Hotel Wisata"; larger places behind a comma belong to it. */
const where = new RegExp(
  `(?<![\\p{L}])(?:(?:bertempat )?di|in|at) ((?:(?:${site}) ){0,3}(?:(?:the )?${place}(?: (?:dan|of|the|I{1,3}|${place})){0,6}|(?<=${site} )\\p{Ll}{4,})(?:, (?:(?:[Kk]ota|[Kk]abupaten|[Kk]ecamatan|[Kk]elurahan|[Dd]esa|Provinsi|Jalan|Jl\\.|RT|RW|Kampung) )?${place}(?: ${place}){0,4}){0,5})`,
  'gu',
);
/** A run of capitals behind "di" that is a body, an office or a time rather than a place. */
const noPlace =
  /^(?:Indonesia$|Tahun|Bulan|Hari|Ramadan|Jakarta$|(?:Pemerintah|Pemkot|Pemkab|Pemprov|Wali|Bupati|Kementerian|Komisi)(?!\p{L})|Kelurahan$|Kecamatan$|One$|\p{Lu}{2,5}$|\d)/u;

const registering =
  /(?<!\p{L})(?:pendaftaran|mendaftar|daftar (?:melalui|lewat|di)|registrasi|formulir|tanpa dipungut|tanpa biaya|tidak dipungut|gratis|terbuka untuk umum|syarat(?:nya)?|membawa (?:ktp|kk|fotokopi)|register|registration|sign up|free of charge|free entry|open to everyone)(?!\p{L})/iu;
const reaching =
  /(?<!\p{L})(?:hubungi|menghubungi|kontak|narahubung|call ?cent(?:er|re)|hotline|whats ?app|telepon|contact|phone|email|e-mail|laman|website|situs|aplikasi)(?!\p{L})/iu;
/** A number to ring, an address to write to or a site to open. */
const address =
  /(?:\+?\d[\d -]{6,}\d|(?<!\p{L})\d{3}(?!\d|[.,]\d)|[\w.+-]+@[\w-]+\.\p{L}+|(?:https?:\/\/|www\.)\S+|(?<![\p{L}@])[\w-]+(?:\.[\w-]+)*\.(?:go\.id|id|com|org|net)(?![\p{L}]))/u;

/**
 * When and where, how to take part and whom to ask, as a release says it, in its order. Only sentences that are
 * nobody's quoted words; a span never reaches over a sentence's end.
 */
export function findFacts(
  sentences: readonly Pick<Sentence, 'text' | 'at' | 'quoting'>[],
  people: Pick<People, 'byWord'>,
): Fact[] {
  const facts: Fact[] = [];
  for (const { text, at, quoting } of sentences) {
    if (quoting) continue;
    for (const match of text.matchAll(when)) {
      const found = match[0].trim();
      // A bare day is part of a name ("Jumat Bersih") or says nothing by itself.
      if (!bareDay.test(found)) facts.push({ kind: 'when', text: found, at });
    }
    for (const match of text.matchAll(where)) {
      const found = bare(match[1] ?? '', people);
      if (found !== '' && !noPlace.test(found) && !dayFirst.test(found))
        facts.push({ kind: 'where', text: found, at });
    }
    if (registering.test(text)) facts.push({ kind: 'register', text, at });
    if (reaching.test(text) && address.test(text)) facts.push({ kind: 'contact', text, at });
  }
  return facts;
}

const bareDay = new RegExp(`^${weekday}$`, 'u');
const dayFirst = new RegExp(`^${weekday}(?!\\p{L})`, 'u');
const day = new RegExp(
  `(?:,? (?:pada )?${dayPattern}| ${weekday} (?:[Pp]agi|[Ss]iang|[Ss]ore|[Mm]alam))$`,
  'u',
);

/** A place without the day, the person, the dot or the comma behind it. */
function bare(text: string, people: Pick<People, 'byWord'>): string {
  const place = text
    .replace(day, '')
    .replace(/[.,;:]+$/u, '')
    .replace(/ (?:dan|of|the)$/u, '')
    .trim();
  const parts = place.split(', ');
  const last = parts.at(-1)?.split(' ')[0] ?? '';
  return parts.length > 1 && people.byWord(last) !== null ? parts.slice(0, -1).join(', ') : place;
}
