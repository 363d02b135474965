/** What makes a sentence more than news: a figure, an achievement, something to come. */

const money = /Rp\.? ?\d[\d.,]*(?: (?:ribu|juta|miliar|milyar|triliun))?/u;
const percent = /\d[\d.,]*(?: ?%| persen| percent)/u;
const counted =
  /(?<![\d./:–-]|(?:Nomor|nomor|No\.?|tahun|Tahun|pukul|tanggal|RT|RW|ke|HUT|usia|Pasal|Zona|Tingkat|page|Law) )\d{1,3}(?:[.,]\d{3})*(?:-an)? (?!tahun|bulan|hari|jam|malam|pagi|siang|sore|menit|lalu|persen|WIB|tentang|dan|hingga|sampai|years?|months?|days?|hours?|minutes?|and|to)\p{Ll}{3,}/u;

/** How much a sentence is a figure with what it counts: an amount, a share, a number of something; 0 for none. */
export function figureMark(text: string): number {
  if (money.test(text)) return 3;
  if (percent.test(text)) return 2.5;
  return counted.test(text) ? 2 : 0;
}

const achieved =
  /(?<!\p{L})(?:meraih|raih|diraih|juara|menjuarai|terbaik|penghargaan|anugerah|predikat|piala|opini WTP|lolos|memenangkan|dinobatkan|award(?:ed)?|wins?|won|first prize)(?!\p{L})/iu;
const denied = /(?<!\p{L})(?:belum|gagal|tidak|tak|bukan|not|failed|without)(?!\p{L})/iu;

/** Whether a sentence tells of something won or recognised, and denies nothing; 0 or 2. */
export function achievementMark(text: string): number {
  return achieved.test(text) && !denied.test(text) ? 2 : 0;
}

const toCome =
  /(?<!\p{L})(?:akan (?:di|ber|meng?|mem|men)\p{L}+|dapat (?:men|mem|meng|ber|di)\p{L}+|silakan|terbuka untuk|gratis|pendaftaran (?:di|ber)\p{L}+|diperpanjang|dibuka (?:untuk|mulai|hingga|setiap)|will be (?:held|open)|is open|are open|registration)(?!\p{L})/iu;
const atTime =
  /(?<!\p{L})(?:setiap (?:hari|pekan|minggu|bulan|senin|selasa|rabu|kamis|jumat|sabtu)|pukul \d|hingga \d|mulai (?:\d|tanggal|pukul|senin|selasa|rabu|kamis|jumat|sabtu|minggu)|pada tanggal \d|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),? \(?\d|every (?:day|week|\p{Lu}\p{Ll}+day)|on (?:\p{Lu}\p{Ll}+day|\d)|until)/iu;

/** Whether a sentence tells of something to come together with its time: nothing else invites anybody; 0 or 2. */
export function invitationMark(text: string): number {
  return toCome.test(text) && atTime.test(text) ? 2 : 0;
}

const corrected =
  /(?<!\p{L})(?:tidak benar|bukanlah|membantah|menepis|meluruskan|klarifikasi|mengklarifikasi|hoaks|hoax|melainkan|is not true|denied|denies|clarifie[sd]|false report)(?!\p{L})/iu;
const differs =
  /(?<!\p{L})(?:bukan|is not|are not)(?!\p{L})(?! (?:hanya|sekadar|sekedar|sebatas|cuma|saja|only|just))/iu;
const assured =
  /(?<!\p{L})(?:menegaskan|memastikan|menjamin|stressed|confirmed|assured)(?!\p{L})(?! (?:pentingnya|perlunya|kembali|komitmen))/iu;

/** How much a sentence answers what others say: it corrects, tells apart, or an official affirms; 0 for not at all. */
export function counterMark(text: string): number {
  if (corrected.test(text)) return 3;
  if (differs.test(text)) return 2.5;
  return assured.test(text) ? 2 : 0;
}
