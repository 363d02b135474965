/** House style: the city's own spelling, the same in every caption. */

/** Short forms that officials write in place of "Long (Short)". */
const shortForms: readonly (readonly [long: string, short: string])[] = [
  ['Pemerintah Kota', 'Pemkot'],
  ['Pemerintah Kabupaten', 'Pemkab'],
  ['Pemerintah Provinsi', 'Pemprov'],
  ['Pemerintah Daerah', 'Pemda'],
  ['Sekretaris Daerah', 'Sekda'],
  ['Dinas Kesehatan', 'Dinkes'],
  ['Dinas Pendidikan', 'Disdik'],
  ['Dinas Perhubungan', 'Dishub'],
  ['Dinas Sosial', 'Dinsos'],
  ['Dinas Tenaga Kerja', 'Disnaker'],
  ['Kejaksaan Negeri', 'Kejari'],
  ['Badan Pendapatan Daerah', 'Bapenda'],
  ['Satuan Polisi Pamong Praja', 'Satpol PP'],
];

const doubled = new RegExp(
  `(${shortForms.map(([long]) => long).join('|')}) \\((${shortForms.map(([, short]) => short).join('|')})\\)`,
  'gu',
);

/**
 * One spelling for what releases spell in several ways: "Wali Kota", never "Walikota"; "Pemkot Bogor" for
 * "Pemerintah Kota (Pemkot) Bogor"; no spelled-out number behind a number ("4 (empat)").
 */
export function houseStyle(text: string): string {
  return text
    .replace(/\bWalikota\b/g, 'Wali Kota')
    .replace(/\bwalikota\b/g, 'wali kota')
    .replace(/\bWALIKOTA\b/g, 'WALI KOTA')
    .replace(/\b(Wakil Wali Kota) \(Wawali\)/g, '$1')
    .replace(doubled, (whole, long: string, short: string) =>
      shortForms.some(([l, s]) => l === long && s === short) ? short : whole,
    )
    .replace(
      /(?<=\d) \((?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\p{Ll}+ (?:belas|puluh)(?: \p{Ll}+)?)\)/giu,
      '',
    )
    .replace(
      /(?<=\b[Ss]etiap |\b[Hh]ari )(?:senin|selasa|rabu|kamis|jumat|sabtu)\b/g,
      (day) => day.charAt(0).toUpperCase() + day.slice(1),
    )
    .replace(/ {2,}/g, ' ');
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.replace(
    /^([“(‘']*)(\p{Ll})/u,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );
}
