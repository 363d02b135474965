import type { Checked, Finding } from './check.ts';
import { type ReleaseFacts, streamOf } from './reading/facts.ts';

/** A street or a hamlet with a house or a neighbourhood behind it. */
const address =
  /(?<!\p{L})(?:Jl|Jln|Jalan|Gg|Gang|Kp|Kampung|Perum|Perumahan|Komplek|Komp|Villa|Griya)\.? (?:[\p{Lu}\d][\p{L}\d’'.-]*,? ?){1,6}(?:,? ?(?:No|Nomor|Blok|RT|RW|Gang|Gg)\.? ?[\p{Lu}\d][\d/.-]*\p{L}?(?:\/\d+)?,? ?){1,4}/gu;
const house = /(?:No|Nomor)\.? ?\d|Blok \p{Lu}|RT\.? ?\d/u;
/** Words that make a home of an address. */
const home =
  /(?:rumah(?:nya)?|kediaman(?:nya)?|tempat tinggal(?:nya)?|tinggal di|bertempat tinggal|beralamat(?:kan)?|alamat(?:nya)?|domisili|berdomisili|milik|warga|pasien|korban|almarhum(?:ah)?|keluarga|atas nama|a\.n\.|Bapak|Ibu|Pak|Bu|lives at|home of|house of|residence)(?!\p{L})/u;
/** Words that make a place to go to of it. */
const venue =
  /(?:kantor|gedung|aula|balai|posko|puskesmas|posyandu|rumah sakit|RSUD|klinik|sekolah|SDN?|SMPN?|SMAN?|masjid|gereja|hotel|gerai|loket|taman|lapangan|pasar|toko|lokasi acara|tempat acara|office|hall|venue)(?!\p{L})/iu;

/**
 * Somebody's home: a street with its house or neighbourhood, told as where a person lives. A place of the release is
 * fine, unless the release tells it as a home itself; an office is fine.
 */
export function privateAddress({ text, facts }: Checked): Finding[] {
  const marks = [...text.matchAll(address)].filter((match) => {
    const told = trimmed(match[0]);
    if (!house.test(told)) return false;
    const before =
      text
        .slice(Math.max(0, match.index - 60), match.index)
        .split(/[.!?\n](?=\s)/u)
        .at(-1) ?? '';
    const lives = home.test(before) && !venue.test(before);
    if (facts === null) return lives;
    const given = givenAs(told, facts);
    return given === null ? lives : given === 'home';
  });
  if (marks.length === 0) return [];
  const places = marks.map((match) => ({ start: match.index, end: match.index + trimmed(match[0]).length }));
  return [{ severity: 'stop', reason: { key: 'privateAddress', args: [] }, marks: places, mends: [] }];
}

const trimmed = (told: string): string => told.replace(/[\s,.]+$/u, '');

/** How the release gives an address: as somebody's home, as any place, or not at all (null). */
function givenAs(told: string, facts: ReleaseFacts): 'home' | 'place' | null {
  const stream = streamOf(told).trim();
  const found = facts.sources.find(({ text }) => streamOf(text).includes(` ${stream} `));
  if (found === undefined) return null;
  const first = told.split(' ').slice(0, 2).join(' ');
  const before = found.text.slice(
    Math.max(0, found.text.indexOf(first) - 60),
    Math.max(0, found.text.indexOf(first)),
  );
  return home.test(before) && !venue.test(before) ? 'home' : 'place';
}
