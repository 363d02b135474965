import type { Telling } from './angles.ts';
import { newsBehind } from './forms.ts';
import { leans } from './lean.ts';
import { fullName } from './people.ts';
import { phrasesFor } from './phrases.ts';
import type { Quote } from './quotes.ts';
import { contentWords, overlap, type Ranked } from './rank.ts';
import type { Reading } from './reading.ts';
import { houseStyle } from './style.ts';
import type { Topic } from './topics.ts';
import type { Vary } from './vary.ts';

/** A quotation of more words than this is a speech, not a caption. */
const mostWords = 75;

/** One quotation that a caption can lead with. */
export interface Quotable {
  quote: Quote;
  /** Its whole parts with the speaker, longest first. */
  bodies: string[];
  score: number;
}

/** As good as the best within this much: then the seed may choose. */
const alike = 0.45;

/** The quotations that can stand alone, with their speaker's office and full name; the one that says most first. */
export function quotables(reading: Reading, topics: readonly Topic[], vary: Vary): Quotable[] {
  const title = new Set(contentWords(reading.title));
  const before = vary.one('speaker', [false, true]);
  const found: Quotable[] = [];
  for (const quote of reading.quotes) {
    if (quote.speaker.office === '' && !quote.speaker.name.includes(' ')) continue;
    const parts = wholeParts(quote.sentences);
    const first = parts[0];
    if (first === undefined) continue;
    const bodies = parts.map((part) =>
      before ? introduced(part, quote) : attributed(part, quote, reading, topics),
    );
    found.push({ quote, bodies, score: worth(quote, first, title) });
  }
  return found.sort((a, b) => b.score - a.score);
}

/**
 * The quote angle: a quotation with its speaker, only whole sentences of it, and of those only ones that follow each
 * other. Null where nobody is quoted with a name.
 */
export function tellQuote(
  all: readonly Quotable[],
  reading: Reading,
  lead: Ranked | null,
  vary: Vary,
): Telling | null {
  const best = all[0];
  if (best === undefined) return null;
  const near = all.filter(({ score }) => score >= best.score - alike).slice(0, 3);
  const chosen = vary.one('which', near);
  // A network too short for the chosen quotation may have room for another.
  const others = all.filter((one) => one !== chosen).slice(0, 2);
  // A shorter part of the same quotation serves as well, and leaves room.
  const from = vary.one(
    'part',
    chosen.bodies.slice(0, 2).map((_, i) => i),
  );
  const bodies = [chosen.bodies.slice(from), ...others.map((one) => one.bodies)].flat();
  const first = bodies[0] ?? '';
  if (lead === null || overlap(lead.text, first) > 0.65) return { angle: 'quote', bodies };
  return { angle: 'quote', bodies, extra: newsBehind(reading, lead, first, vary) };
}

/** A sentence that takes back, limits or leaves open what was said before it. */
const limits =
  /(?<!\p{L})(?:tapi|tetapi|namun|kecuali|asal(?:kan)?|syaratnya|(?:masih )?dalam kajian|masih dikaji|belum (?:bisa|dapat|pasti|tentu|final|selesai|diputuskan|ditetapkan|diumumkan)|but|however|unless|except|under review|not yet)(?!\p{L})/iu;

/** Runs of whole sentences that can stand alone, longest first. */
function wholeParts(sentences: readonly string[]): string[] {
  const parts: string[] = [];
  for (let length = sentences.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= sentences.length; from += 1) {
      const run = sentences.slice(from, from + length);
      const part = run.join(' ');
      const words = part.split(' ').length;
      if (words < 6 || words > mostWords || quoteLeans(run[0] ?? '')) continue;
      // What the next sentence takes back or leaves open may not stand without it.
      if (limits.test(sentences[from + length] ?? '')) continue;
      // From the midst of a speech, only what points at nothing said before.
      if (from > 0 && leans(part)) continue;
      parts.push(part);
    }
  }
  return parts;
}

const opener =
  /^(?:jadi|ini|itu|hal|karena|sehingga|bahkan|terutama|khususnya|makanya|tetapi|tapi|namun|selain|dan|atau|dengan (?:demikian|begitu|ini|itu)|oleh|yang|saat ini|sekarang|hari ini|besok|kemarin|tadi|today|tomorrow|yesterday|di (?:sana|sini|situ|acara|tempat)|sistemnya|lalu|kemudian|sementara|setelah|ke depan|untuk itu|begitu|seperti|semua (?:upaya|ini|itu)|it|this|that|these|those|he|she|they|so|but|and|because|also|there|here)(?!\p{L})/iu;

/** Speech may say "acara ini" in its midst, but not open with what only those who were there can see. */
function quoteLeans(sentence: string): boolean {
  const text = sentence.trim();
  if (/^\p{Ll}/u.test(text) || opener.test(text)) return true;
  if (
    /^(?:\p{L}+ ){1,2}(?:ini|itu|tersebut)(?!\p{L})/iu.test(text) &&
    !/^(?:hari|saat|kali|tahun|bulan|malam|pagi) ini/iu.test(text)
  )
    return true;
  if (/^(?:saya|kami|kita|we|i) (?:juga|also)/iu.test(text)) return true;
  return /^(?!(?:khusus|umum|biasa|semesti|sebenar|seharus)nya)\p{L}{4,}nya(?!\p{L})/iu.test(text);
}

const ranks: readonly RegExp[] = [
  /^(?:(?:Plt|Plh|Pj|Pjs)\.? )?(?:Wali ?[Kk]ota|Mayor|Bupati|Gubernur|Governor)/i,
  /^(?:Wakil (?:Wali|Bupati|Gubernur)|Wawali|Deputy)/i,
  /^(?:Pj\.? )?(?:Sekda|Sekretaris Daerah|Regional Secretary)/i,
  /^(?:Kepala|Kadis|Kadin|Dirut|Direktur|Head|Director)/i,
];

function worth(quote: Quote, part: string, title: ReadonlySet<string>): number {
  const words = part.split(' ').length;
  const rank = ranks.findIndex((office) => office.test(quote.speaker.office));
  const shared = new Set(contentWords(part).filter((word) => title.has(word))).size;
  const length = words < 9 ? -0.5 : words <= 30 ? 0.4 : words <= 40 ? 0.2 : words <= 55 ? 0 : -0.4;
  const cut = part.split(' ').length < quote.sentences.join(' ').split(' ').length ? -0.15 : 0;
  const pointing =
    /(?<!\p{L})(?<!(?:saat|kali|tahun|bulan) )(?:ini|itu|tersebut|di sini|di sana|hari ini|besok|kemarin|today|tomorrow)(?!\p{L})/iu.test(
      part,
    )
      ? -0.3
      : 0;
  // True on the day alone.
  const fleeting =
    /(?<!\p{L})(?:saat ini|sekarang|hari ini|besok|tadi|kemarin|today|now|tomorrow)(?!\p{L})/iu.test(part)
      ? -0.5
      : 0;
  return (
    length +
    cut +
    fleeting +
    pointing +
    Math.min(0.8, shared * 0.25) +
    (rank < 0 ? 0 : 0.8 - rank * 0.2) -
    quote.block * 0.01
  );
}

/** `“…,” kata Wali Kota Bogor Bima Arya tentang Pasar Murah.` */
function attributed(part: string, quote: Quote, reading: Reading, topics: readonly Topic[]): string {
  const said = houseStyle(part.trim());
  const bare = said.replace(/[,.]$/u, '');
  const mark = /[!?]$/u.test(bare) ? '' : ',';
  const about = topicOf(part, quote, reading, topics);
  const topic = about === null ? '' : ` ${phrasesFor(reading.language).about} ${about}`;
  return `“${bare}${mark}” ${quote.verb} ${houseStyle(fullName(quote.speaker))}${topic}.`;
}

/** `Wali Kota Bogor Bima Arya: “….”` */
function introduced(part: string, quote: Quote): string {
  const bare = houseStyle(part.trim()).replace(/,$/u, '');
  return `${houseStyle(fullName(quote.speaker))}: “${/[.!?]$/u.test(bare) ? bare : `${bare}.`}”`;
}

/** A topic that the speaker names right before the quoted part, which itself does not. */
function topicOf(part: string, quote: Quote, reading: Reading, topics: readonly Topic[]): string | null {
  if (!/^(?:kata|ujar|ungkap|tutur|said)$/.test(quote.verb)) return null;
  const whole = quote.sentences.join(' ');
  const before = whole.slice(0, Math.max(0, whole.indexOf(part)));
  for (const { words } of topics) {
    if (!/^\p{Lu}/u.test(words) || part.toLowerCase().includes(words.toLowerCase())) continue;
    if (before.includes(words) && reading.title.toLowerCase().includes(words.toLowerCase())) return words;
  }
  return null;
}
