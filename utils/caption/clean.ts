/** One paragraph of a release, ready to be read. */
export interface Block {
  text: string;
  /** `heading`: a line between paragraphs, or a list's bare line. `item`: a bullet. Neither is read as a sentence. */
  kind: 'prose' | 'heading' | 'item';
  /** Its quotation marks do not pair: speech that runs on into the next paragraph. No part of it may be quoted. */
  broken: boolean;
}

export interface CleanRelease {
  title: string;
  blocks: Block[];
}

/** As much of a body as captions read, in UTF-16 units; a release longer than this says its news before. */
const mostRead = 40_000;

/**
 * A release without what is not its text: bylines, datelines, "Baca juga", the site's own links, hidden characters.
 * Quotation marks come out as “ and ”. Nothing is added but missing spaces after punctuation.
 */
export function cleanRelease(title: string, paragraphs: readonly string[]): CleanRelease {
  const blocks: Block[] = [];
  let read = 0;
  for (const paragraph of paragraphs) {
    if (read >= mostRead) break;
    const raw = paragraph.slice(0, mostRead - read);
    read += raw.length;
    // A paragraph cut by the bound keeps its whole sentences only.
    const whole = raw.length < paragraph.length ? raw.slice(0, raw.lastIndexOf('. ') + 1) : raw;
    const block = cleanBlock(whole, blocks.length);
    if (block !== null) blocks.push(block);
  }
  return { title: cleanTitle(title), blocks };
}

function cleanTitle(title: string): string {
  const { text } = pairQuotes(tidy(title.slice(0, 1000)));
  // Some sites put the section before the headline: "(Detail Berita) …".
  return text.replace(/^\([^()]{1,40}\)\s*(?=\S)/, '').trim();
}

function cleanBlock(paragraph: string, index: number): Block | null {
  let text = tidy(paragraph);
  if (text === '' || boilerplate.test(text)) return null;
  text = text.replace(/(?<=^|[.!?”"])\s*(?:baca|simak|lihat) juga\s*:.*$/iu, '');
  if (index <= 2) text = withoutDateline(text);
  text = withoutByline(text);
  if (text === '' || isOnlyDate(text)) return null;
  const item = /^[•\-*·▪–]\s+/u.exec(text);
  if (item) text = text.slice(item[0].length);
  const paired = pairQuotes(spaced(text));
  const ends = /[.!?:…”)]$/u.test(paired.text);
  const short = paired.text.split(' ').length <= 12;
  return {
    text: paired.text,
    kind: item ? 'item' : !ends && short ? 'heading' : 'prose',
    broken: paired.broken,
  };
}

/** One line of visible characters: no controls, no direction marks, no zero-width ones but joiners, single spaces. */
function tidy(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF\uFFF9-\uFFFB]/g, '')
    .replace(/[\s\p{Cc}\u2800]+/gu, ' ')
    .replace(/ +(?=[,;]|[.:!?](?:\s|$))/g, '')
    .replace(/\( +/g, '(')
    .replace(/ +\)/g, ')')
    .trim();
}

/** Puts the space back that typing forgot: "Padabeunghar,Kelurahan", "Serang.Tahun", "Drs.Nanang". */
function spaced(text: string): string {
  return text
    .replace(/(?<=\p{L}),(?=[\p{Lu}(])|(?<=\p{L}{2}),(?=\p{L}{2})/gu, ', ')
    .replace(/\b(Drs|Dra|Ir|Prof|H|Hj|KH)\.(?=\p{Lu}\p{Ll}{2})/gu, '$1. ')
    .replace(/(?<=\p{Ll}{3}|\d{4}|\))\.(?=\p{Lu}\p{Ll}+(?:[ ,]|$))/gu, '. ');
}

const boilerplate =
  /^(?:(?:editor|penulis|reporter|pewarta|oleh|foto|fotografer|sumber|source|photo|author|by|tags?|kategori|share|bagikan|views?|published on|diterbitkan)\s*:|(?:baca|simak|lihat) juga\b|baca selengkapnya|selengkapnya\b|read (?:also|more)\b|\(?ends\)?$|[-=*_#\s]+$)/iu;

const day =
  "(?:senin|selasa|rabu|kamis|jum[’']?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
const date = `(?:${day},?\\s*)?\\(?\\d{1,2}[ /.-](?:\\p{L}+|\\d{1,2})[ /.,-]+\\d{2,4}\\)?`;
const bareDate = new RegExp(`^${date}\\.?$`, 'iu');

/** "Bogor, 17 Mei 2022": a date with its place, and nothing else; "Pasar dibuka Jumat, 17 Mei 2022." is a sentence. */
function isOnlyDate(text: string): boolean {
  return (
    bareDate.test(text.replace(/^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}\s*[,–—-]\s*/u, '')) ||
    bareDate.test(text)
  );
}

/** Who wrote it, behind the last sentence: "(Prokompim)", "(gus/rahmat)", "[] Admin", "#Nama", "= Slogan =". */
function withoutByline(text: string): string {
  let kept = text;
  for (let turn = 0; turn < 3; turn += 1) {
    const next = kept
      .replace(/\s*(?:\[\s*\]|\(\s*\*+\s*\))\s*[\p{L}./ ]{0,30}$/u, '')
      .replace(/\s*=+\s[^=]{1,40}\s=+$/u, '')
      .replace(/(?<=[.!?”"])\s*#\p{L}[\p{L}\d]{1,30}$/u, '')
      .replace(/(?<=[.!?”"])\s*[([][\p{L}\d.,/&*\- ]{1,40}[)\]]\.?$/u, '')
      .replace(
        /\s*\((?:humas|hms|prokompim|prokopim|protokol|kominfo|diskominfo|admin|adm|red|redaksi|mc|tim|adv)(?:[ /.,&-][^()]{0,40})?\)\.?$/iu,
        '',
      )
      .replace(/\s*\(\p{Ll}{1,15}(?:\/\p{L}{1,15})+\)\.?$/u, '')
      .trim();
    if (next === kept) break;
    kept = next;
  }
  return kept;
}

/** "BOGOR –", "Bogor, 17 Mei 2022 –", "Situs.com, BOGOR –" before the first words. */
function withoutDateline(text: string): string {
  const match = /^(.{2,70}?)(?:\s*[–—]+\s*|\s+-{1,2}\s+)(?=[\p{L}“"'\d])/u.exec(text);
  const head = match?.[1];
  if (match === null || head === undefined) return text;
  const rest = text.slice(match[0].length);
  const words = head.replace(/[,()]/g, ' ').trim().split(/\s+/);
  const capitalised = words.every((word) => /^[\p{Lu}\d]/u.test(word) || /\.(?:com|id|net|co)$/i.test(word));
  if (!capitalised || words.length > 7) return text;
  const shouted = words.some((word) => /^\p{Lu}{3,}/u.test(word)) && words.length <= 4;
  const site = words.some((word) => /\p{L}\.(?:com|id|net|co|org)(?:\.id)?$/iu.test(word));
  const dated = new RegExp(date, 'iu').test(head);
  const place = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:, [\p{L} ]+)?$/u.test(head) && words.length <= 4;
  // Two names joined by a dash ("Astra – Daihatsu membentuk …") are no dateline: those start a new sentence.
  if (!(shouted || site || dated || (place && /^[\p{Lu}“"]/u.test(rest)))) return text;
  return rest;
}

/**
 * All double quotation marks as “ and ”, opened and closed in turn, with the space around them that typing forgot.
 * `broken` where their number is odd; then they stay as they are.
 */
function pairQuotes(text: string): { text: string; broken: boolean } {
  const marks = text.match(/[“”„‟"″]/gu)?.length ?? 0;
  if (marks % 2 === 1) return { text, broken: true };
  let open = false;
  const paired = text.replace(/(\s*)[“”„‟"″](\s*)/gu, (_, before: string, after: string, at: number) => {
    open = !open;
    if (open) return `${at === 0 || /[([]$/.test(text.slice(0, at)) ? '' : ' '}“`;
    void before;
    return `”${after}`;
  });
  return {
    text: paired
      .replace(/”(?=[\p{L}\d“])/gu, '” ')
      .replace(/ {2,}/g, ' ')
      .trim(),
    broken: false,
  };
}
