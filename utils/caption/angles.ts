import type { Angle } from './caption.ts';
import { shorten, withoutLeadDate } from './compress.ts';
import { leansOn } from './lean.ts';
import { withFullNames } from './names.ts';
import { quoteTellings } from './quoting.ts';
import { overlap, type Ranked, rankSentences } from './rank.ts';
import type { Reading } from './reading.ts';
import { houseStyle } from './style.ts';
import { findTopics } from './topics.ts';

/** What one angle of a release says, before it is fitted to a network. */
export interface Telling {
  angle: Angle;
  /** The words, fullest first; each is whole and true by itself, so the first that fits is taken. */
  bodies: readonly string[];
  /** The first body as it stands before further sentences: a short name that they use still has its bracket. */
  opening?: string;
  /** Further whole sentences behind a body, where a network has the room; in the release's order. */
  extra?: readonly string[];
  /** The lines of a structured text, each fullest first; `bodies` then holds the heading. */
  points?: readonly (readonly string[])[];
}

/** The longest point, in characters: a line or two on a phone. */
const longestPoint = 170;

/**
 * The angles a release carries, in the order they are first offered. A summary is always there; every other one
 * only where the release has the sentence for it.
 */
export function tellAngles(reading: Reading): Telling[] {
  const ranked = rankSentences(reading);
  const lead = leadOf(ranked);
  const summary = tellSummary(reading, ranked, lead);
  const used = [lead?.text ?? ''];
  const tellings: (Telling | null)[] = [
    summary,
    quoteTellings(reading, findTopics(reading)),
    tellOne('figure', ranked, used, figureScore),
    tellOne('achievement', ranked, used, achievementScore),
    tellOne('invitation', ranked, used, invitationScore),
    tellPoints(reading, ranked),
  ];
  return tellings.filter((telling) => telling !== null);
}

/** The sentence that tells the news: the best, if it stands near the start or speaks of what the title names. */
function leadOf(ranked: readonly Ranked[]): Ranked | null {
  const best = ranked[0];
  if (best === undefined) return null;
  return best.sentence.at <= 4 || best.score > 0.75 ? best : null;
}

/** The title as a sentence, or null where it was cut off by its site. */
export function titleSentence(reading: Reading): string | null {
  const title = houseStyle(reading.title).trim();
  if (title === '' || /(?:\.{2,}|…)$/u.test(title)) return null;
  return /[.!?]$|[.!?]”$/u.test(title) ? title : `${title.replace(/[\s,;:–—-]+$/u, '')}.`;
}

function tellSummary(reading: Reading, ranked: readonly Ranked[], lead: Ranked | null): Telling {
  const title = titleSentence(reading);
  const bodies = [...(lead === null ? [] : shorten(lead.text)), ...(title === null ? [] : [title])];
  if (lead === null) return { angle: 'summary', bodies };
  const extra = furtherSentences(reading, ranked, lead);
  const whole = withoutLeadDate(houseStyle(lead.text));
  const glossed = [...whole.matchAll(/\((\p{Lu}[^()]{1,24})\)/gu)].some((match) =>
    extra.some((text) => text.includes(match[1] ?? '')),
  );
  return { angle: 'summary', bodies, extra, ...(glossed ? { opening: whole } : {}) };
}

/** What may follow the lead: the sentence that names its subject again, then the best of the rest, in order. */
function furtherSentences(reading: Reading, ranked: readonly Ranked[], lead: Ranked): string[] {
  const next = reading.sentences[lead.sentence.at + 1];
  const told = [lead.text];
  const further: { at: number; text: string }[] = [];
  if (next?.follows && !next.quoting && leansOn(next.text, lead.text)) {
    const text = withFullNames(next.text, reading.people);
    if (text !== null) further.push({ at: next.at, text: shorten(text)[0] ?? text });
  }
  for (const { sentence, text } of ranked) {
    if (further.length >= 2) break;
    if (sentence.at <= lead.sentence.at || told.some((one) => overlap(one, text) > 0.65)) continue;
    if (text.length > 320) continue;
    told.push(text);
    further.push({ at: sentence.at, text: shorten(text)[0] ?? text });
  }
  return further.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

/** An angle of one sentence: the best by its own mark, other than those already told. */
function tellOne(
  angle: Angle,
  ranked: readonly Ranked[],
  used: string[],
  mark: (text: string) => number,
): Telling | null {
  let best: { ranked: Ranked; score: number } | null = null;
  for (const one of ranked) {
    const marked = mark(one.text);
    if (marked <= 0 || used.includes(one.text)) continue;
    const score = marked + one.score / 2;
    if (best === null || score > best.score) best = { ranked: one, score };
  }
  if (best === null) return null;
  used.push(best.ranked.text);
  // What makes the angle may not be what a shorter form leaves out.
  return { angle, bodies: shorten(best.ranked.text).filter((body) => mark(body) > 0) };
}

const money = /Rp\.? ?\d[\d.,]*(?: (?:ribu|juta|miliar|milyar|triliun))?/u;
const percent = /\d[\d.,]*(?: ?%| persen| percent)/u;
const counted =
  /(?<![\d./:-]|(?:Nomor|nomor|No\.?|tahun|Tahun|pukul|tanggal|RT|RW|ke|HUT|usia|Pasal|Zona|Tingkat) )\d{1,3}(?:[.,]\d{3})*(?:-an)? (?!tahun|bulan|hari|jam|malam|pagi|siang|sore|menit|lalu|persen|WIB|tentang|dan|hingga|sampai)\p{Ll}{3,}/u;

/** How much a sentence is a figure: an amount, a share, a number of something. */
function figureScore(text: string): number {
  if (money.test(text)) return 3;
  if (percent.test(text)) return 2.5;
  return counted.test(text) ? 2 : 0;
}

const achieved =
  /(?<!\p{L})(?:meraih|raih|diraih|juara|menjuarai|terbaik|penghargaan|anugerah|predikat|piala|opini WTP|lolos|memenangkan|dinobatkan|award(?:ed)?|wins?|won|first prize)(?!\p{L})/iu;

function achievementScore(text: string): number {
  return achieved.test(text) && !/(?<!\p{L})(?:belum|gagal|tidak|not|failed)(?!\p{L})/iu.test(text) ? 2 : 0;
}

const toCome =
  /(?<!\p{L})(?:akan (?:di|ber|meng?|mem|men)\p{L}+|dapat (?:men|mem|meng|ber|di)\p{L}+|silakan|terbuka untuk|gratis|pendaftaran (?:di|ber)\p{L}+|diperpanjang|dibuka (?:untuk|mulai|hingga|setiap)|will be (?:held|open)|is open|registration)(?!\p{L})/iu;
const atTime =
  /(?<!\p{L})(?:setiap (?:hari|pekan|minggu|bulan|senin|selasa|rabu|kamis|jumat|sabtu)|pukul \d|hingga \d|mulai (?:\d|tanggal|pukul|senin|selasa|rabu|kamis|jumat|sabtu|minggu)|pada tanggal \d|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),? \(?\d|every (?:day|week|\p{Lu}\p{Ll}+day)|on (?:\p{Lu}\p{Ll}+day|\d)|until)/iu;

/** Something still to come, with its time: nothing else invites anybody. */
function invitationScore(text: string): number {
  return toCome.test(text) && atTime.test(text) ? 2 : 0;
}

/** A heading and two to four facts, in the release's order. */
function tellPoints(reading: Reading, ranked: readonly Ranked[]): Telling | null {
  const title = titleSentence(reading)?.replace(/\.$/u, '');
  if (title === undefined || title.length > 200) return null;
  const chosen: { at: number; lines: string[] }[] = [];
  const told: string[] = [];
  for (const { sentence, text } of ranked) {
    if (chosen.length === 4) break;
    const lines = shorten(text).filter((line) => line.length <= longestPoint);
    const first = lines[0];
    if (first === undefined || told.some((one) => overlap(one, first) > 0.6) || overlap(title, first) > 0.95)
      continue;
    told.push(first);
    chosen.push({ at: sentence.at, lines: lines.map((line) => line.replace(/\.$/u, '')) });
  }
  if (chosen.length < 2) return null;
  return {
    angle: 'points',
    bodies: [title],
    points: chosen.sort((a, b) => a.at - b.at).map(({ lines }) => lines),
  };
}
