import type { Reading } from './reading.ts';

// "Kecamatan Sehat" is a programme, "Kecamatan Kota Serang" a level.
const district =
  /(?<!\p{L})(?:[Kk]ecamatan|Kec\.) (?!Kota|Sehat|Layak|Cerdas)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu;
const village =
  /(?<!\p{L})(?:[Kk]elurahan|Kel\.) (?!Kota|Sehat|Layak|Siaga)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu;
/** An office with the short name in brackets that the city itself uses: "Badan Pendapatan Daerah (Bapenda)", and whose it is. */
const office =
  /(?<!\p{L})(?:Dinas|Badan|Bagian|Satuan|Perumda|Rumah Sakit|Department|Agency)(?: (?:\p{Lu}[\p{L}-]*|dan|and|of|the),?){1,8} \((\p{Lu}[\p{L}]{2,11}(?: PP)?)\)((?: \p{Lu}\p{L}+){0,3})/gu;

/**
 * Hashtags of a release's own places and offices: its districts ("#BogorSelatan"), the offices it names with their
 * short name ("#Bapenda"; one of capitals alone only where the city follows, which says whose it is:
 * "#DLHKotaBogor") and villages ("#KelurahanGenteng").
 */
export function localTags(reading: Reading, city: string): string[] {
  const body = [reading.title, ...reading.sentences.map(({ text }) => text)].join('\n');
  const lastWord = city.trim().split(/\s+/).at(-1) ?? '';
  const tags: string[] = [];
  const add = (words: string): void => {
    const next = tag(words);
    if (!tags.some((one) => sameSpelling(one, next))) tags.push(next);
  };
  for (const [, name = ''] of body.matchAll(district))
    add(lastWord !== '' && name.includes(lastWord) ? name : `Kecamatan ${name}`);
  for (const [, name = '', whose = ''] of body.matchAll(office)) {
    if (!/^\p{Lu}+$/u.test(name)) add(name);
    else if (city !== '' && whose.trim().startsWith(city)) add(`${name} ${city}`);
  }
  for (const [, name = ''] of body.matchAll(village)) add(`Kelurahan ${name}`);
  return tags;
}

/** Whether a tag may stand in a caption by itself; the others are only offered. */
export function isPlainTag(tag: string): boolean {
  return !/^#(?:Kecamatan|Kelurahan|\p{Lu}{3,}(?:Kota|Kabupaten)\p{Lu})/u.test(tag);
}

/** "TanahSareal" and "TanahSereal": one place, written in two ways. */
function sameSpelling(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let other = 0;
  for (let at = 0; at < a.length && other < 2; at += 1) if (a[at] !== b[at]) other += 1;
  return other < 2;
}

function tag(words: string): string {
  return `#${words.replace(/[^\p{L}\d]+/gu, '')}`;
}
