import { perReading } from './per-reading.ts';
import type { Reading } from './reading.ts';
import { month, weekday } from './words.ts';

/** What a release is about, as a hashtag and, where it can stand in a sentence, as words. */
export interface Topic {
  /** "#PasarMurah" */
  tag: string;
  /** "Pasar Murah", as the release writes it. */
  words: string;
}

/** Programmes, campaigns and fields that readers search for; never a common noun ("kegiatan", "warga"). */
const known: readonly (readonly [words: string, tag: string])[] = [
  ['pasar murah', 'PasarMurah'],
  ['umkm', 'UMKM'],
  ['bulan imunisasi anak nasional', 'BIAN'],
  ['imunisasi', 'Imunisasi'],
  ['stunting', 'Stunting'],
  ['posyandu', 'Posyandu'],
  ['demam berdarah', 'CegahDBD'],
  ['vaksinasi', 'Vaksinasi'],
  ['world cleanup day', 'WorldCleanupDay'],
  ['world walking day', 'WorldWalkingDay'],
  ['hari batik', 'HariBatik'],
  ['hari kesaktian pancasila', 'HariKesaktianPancasila'],
  ['adipura', 'Adipura'],
  ['kebun raya bogor', 'KebunRayaBogor'],
  ['sistem satu arah', 'SistemSatuArah'],
  ['jumat bersih', 'JumatBersih'],
  ['kampung tematik', 'KampungTematik'],
  ['keterbukaan informasi publik', 'KeterbukaanInformasiPublik'],
  ['smart city', 'SmartCity'],
  ['kota sehat', 'KotaSehat'],
  ['kota layak anak', 'KotaLayakAnak'],
  ['upah minimum', 'UMK'],
  ['tp2dd', 'TP2DD'],
  ['digitalisasi', 'Digitalisasi'],
  ['musrenbang', 'Musrenbang'],
  ['naturalisasi ciliwung', 'Ciliwung'],
  ['ciliwung', 'Ciliwung'],
  ['penyandang disabilitas', 'Disabilitas'],
  ['alun-alun kota bogor', 'AlunAlunKotaBogor'],
  ['tanah longsor', 'Longsor'],
  ['inflasi', 'Inflasi'],
  ['ketahanan pangan', 'KetahananPangan'],
  ['pajak bumi', 'PBB'],
  ['ppdb', 'PPDB'],
  ['spmb', 'SPMB'],
  ['bpjs', 'BPJS'],
  ['makan bergizi gratis', 'MakanBergiziGratis'],
  ['koperasi merah putih', 'KoperasiMerahPutih'],
  ['perpustakaan', 'Perpustakaan'],
  ['pariwisata', 'Pariwisata'],
  ['car free day', 'CarFreeDay'],
  ['hari jadi bogor', 'HariJadiBogor'],
  ['immunization', 'Immunization'],
  ['immunisation', 'Immunisation'],
  ['flood', 'FloodResponse'],
];

/** First words of a capitalised run that name an office, a body or a place inside the city rather than a topic. */
const notTopic =
  /^(?:Pemerintah|Pemkot|Pemkab|Pemprov|Wali|Walikota|Wakil|Wawali|Kepala|Ketua|Sekretaris|Sekda|Camat|Lurah|Kota|Kabupaten|Kecamatan|Kelurahan|Provinsi|Propinsi|Jalan|Jl|Kantor|Dinas|Badan|Bagian|Menteri|Kementerian|Gubernur|Bupati|Presiden|Republik|Raja|Ruang|Gedung|Hotel|Undang|Nomor|Tahun|Pada|Dalam|The|City|Mayor|Deputy|Head|Dirut|Direktur|Plt|PT|Ahli|Asisten|Sejumlah|Program)$/;
const calendar = new RegExp(`^(?:${weekday}|${month})$`, 'u');

/**
 * What a release is about, most telling first: listed topics that its title names, then proper names that title and
 * body share (“Bogor Creative Center”), then listed topics that only the body names at least three times.
 */
export const findTopics = perReading((reading): readonly Topic[] => {
  const body = reading.sentences.map((sentence) => sentence.text).join('\n');
  const found: Topic[] = [];
  const add = (tag: string, words: string): void => {
    const lower = tag.toLowerCase();
    const alike = ({ tag: other }: Topic): boolean =>
      lower.includes(other.slice(1).toLowerCase()) || other.toLowerCase().includes(lower);
    if (!found.some(alike)) found.push({ tag: `#${tag}`, words });
  };
  for (const [words, tag] of known) {
    if (places(reading.title, words, 1).length > 0)
      add(tag, places(body, words, 1)[0] ?? places(reading.title, words, 1)[0] ?? '');
  }
  for (const words of properNames(body, reading)) add(words.replace(/[^\p{L}\d]+/gu, ''), words);
  for (const [words, tag] of known) {
    const all = places(body, words, 3);
    if (all.length === 3) add(tag, all[0] ?? '');
  }
  return found;
});

/** The first `most` places of `words` in a text, as whole words whatever their case, as the text writes them. */
function places(text: string, words: string, most: number): string[] {
  const lower = text.toLowerCase();
  const found: string[] = [];
  // Lower case may be longer than the text in a few scripts; then places would not match.
  if (lower.length !== text.length) return found;
  for (
    let at = lower.indexOf(words);
    at >= 0 && found.length < most;
    at = lower.indexOf(words, at + words.length)
  ) {
    const end = at + words.length;
    if (/\p{L}/u.test(lower[at - 1] ?? '') || /\p{L}/u.test(lower[end] ?? '')) continue;
    found.push(text.slice(at, end));
  }
  return found;
}

function properNames(body: string, reading: Reading): string[] {
  const title = reading.title.toLowerCase();
  const names = new Set<string>();
  for (const match of body.matchAll(/(?<![\p{L}\d.-])\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)+/gu)) {
    const words = match[0].split(' ');
    // Behind "PT. " or at the head of a sentence the run is not the whole name, or begins with no name at all.
    if (!/[\p{Ll},] $/u.test(body.slice(0, match.index)) || words.length > 4) continue;
    if (words.includes('Tbk') || (match[0].length > 8 && match[0] === match[0].toUpperCase())) continue;
    const first = words[0] ?? '';
    if (notTopic.test(first) || words.some((word) => calendar.test(word))) continue;
    if (match[0].length > 26 || !title.includes(match[0].toLowerCase())) continue;
    if (words.some((word) => reading.people.byWord(word) !== null)) continue;
    // Only places: "Bogor Barat" is where, not what.
    if (words.every((word) => reading.places.has(word))) continue;
    names.add(match[0]);
  }
  return [...names];
}
