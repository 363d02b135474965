import type { Reading } from './reading.ts';

const district = /(?<!\p{L})(?:[Kk]ecamatan|Kec\.) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu;
const village = /(?<!\p{L})(?:[Kk]elurahan|Kel\.) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu;
/** An office with the short name in brackets that the city itself uses: "Badan Pendapatan Daerah (Bapenda)". */
const office =
  /(?<!\p{L})(?:Dinas|Badan|Bagian|Satuan|Perumda|Rumah Sakit|Pusat|Tim|Department|Agency)(?: (?:\p{Lu}[\p{L}-]*|dan|and|of|the),?){1,8} \((\p{Lu}[\p{L}]{2,11}(?: PP)?)\)/gu;

/**
 * Hashtags of a release's own places and offices: its districts ("#BogorSelatan"), villages ("#KelurahanGenteng") and
 * the offices it names with their short name ("#Bapenda"; one of capitals alone says whose it is: "#DLHKotaBogor").
 */
export function localTags(reading: Reading, city: string): string[] {
  const body = [reading.title, ...reading.sentences.map(({ text }) => text)].join('\n');
  const lastWord = city.trim().split(/\s+/).at(-1) ?? '';
  const tags: string[] = [];
  for (const [, name = ''] of body.matchAll(district))
    tags.push(lastWord !== '' && name.includes(lastWord) ? tag(name) : tag(`Kecamatan ${name}`));
  for (const [, name = ''] of body.matchAll(office)) {
    const capitals = /^\p{Lu}+$/u.test(name);
    if (!capitals) tags.push(tag(name));
    else if (/^(?:Kota|Kabupaten|Provinsi) \p{Lu}/u.test(city)) tags.push(tag(`${name} ${city}`));
  }
  for (const [, name = ''] of body.matchAll(village)) tags.push(tag(`Kelurahan ${name}`));
  return [...new Set(tags)];
}

function tag(words: string): string {
  return `#${words.replace(/[^\p{L}\d]+/gu, '')}`;
}
