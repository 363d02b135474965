/** Sentences that cannot stand alone: they point at something said before them. */

const openers = new RegExp(
  `^(?:${[
    // Pronouns
    'Ia',
    'Dia',
    'Beliau',
    'Mereka',
    'Keduanya',
    'Ketiganya',
    'Dirinya',
    'Pihaknya',
    'Menurutnya',
    'Baginya',
    'Menurut (?:dia|beliau)',
    // Connectives
    'Selain',
    'Selai itu',
    'Sebagaimana',
    'Semua (?:ter|ber|me|di)\\p{L}*',
    'Menurut \\S+ \\S+, \\S+ \\S+ yang',
    'Sementara',
    'Ke ?depan',
    'Di (?:tempat|lokasi|kesempatan|sisi|lain)',
    'Dilokasi',
    'Ditempat',
    'Tak hanya',
    'Tidak (?:hanya|cukup)',
    'Lebih dari',
    'Lebih (?:lanjut|jauh)',
    'Lanjut',
    'Selanjutnya',
    'Kemudian',
    'Lalu',
    'Setelah itu',
    'Usai',
    'Seusai',
    'Selepas',
    'Saat tiba',
    'Namun',
    'Tetapi',
    'Akan tetapi',
    'Tapi',
    'Meski',
    'Walau',
    'Kendati',
    'Padahal',
    'Bahkan',
    'Apalagi',
    'Terlebih',
    'Sehingga',
    'Karena',
    'Oleh',
    'Maka',
    'Jadi',
    'Dengan (?:demikian|begitu|ini|itu)',
    'Untuk (?:itu|acara|hal)',
    'Adapun',
    'Sedangkan',
    'Serta',
    'Juga',
    'Dan',
    'Atau',
    'Begitu',
    'Demikian',
    'Hal (?:ini|itu|tersebut|senada|serupa|yang sama)',
    'Senada',
    'Masih (?:menurut|berkaitan|kata|dalam|di)',
    'Terkait',
    'Mengenai',
    'Menanggapi',
    'Berkenaan',
    'Berdasarkan hal',
    'Sebagai tindak lanjut',
    'Salah sat(?:u|unya)',
    'Salahsat',
    'Pertama',
    'Kedua',
    'Ketiga',
    'Terakhir',
    'Pada (?:kesempatan|acara|momen|kegiatan)',
    'Dalam (?:kesempatan|kegiatan|acara|sambutan|amanat|paparan|pelaksanaan|membuka)\\p{L}*(?! nasional)',
    'Dalam (?:sidak|rapat|pertemuan|kunjungan)',
    'Saat (?:itu|tiba)',
    'Di ?mana',
    'Dimana',
    'Di antaranya',
    'Diantaranya',
    'Secara (?:simbolis|rinci)',
    'Bersama(?:an)?',
    'Menggunakan',
    'Ditemui',
    'Alhasil',
    'Hasilnya',
    'Akibatnya',
    'Hasil dari',
    'Berikut',
    'Ini',
    'Itu',
    'Tersebut',
    'Tujuan(?:nya)?',
    'Selaku',
    'Sebagai (?:ketua|penutup|manusia|peserta|contoh)',
    'Dikatakan(?:nya)?,',
    'Dijelaskan(?:nya)?,',
    // English
    'He',
    'She',
    'It',
    'They',
    'His',
    'Her',
    'Its',
    'Their',
    'This',
    'That',
    'These',
    'Those',
    'Such',
    'However',
    'Meanwhile',
    'Moreover',
    'Furthermore',
    'In addition',
    'Additionally',
    'Also',
    'But',
    'And',
    'So',
    'Therefore',
    'Thus',
    'Then',
    'Afterwards?',
    'Later',
    'Earlier',
    'Besides',
    'As a result',
    'For this',
    'According to (?:him|her|them)',
    'At the same (?:time|event|place|occasion)',
    'On (?:this|that) occasion',
    'The (?:event|activity|programme|program|latter|former|two|same) ',
    'Both',
  ].join('|')})(?![\\p{L}-])`,
  'iu',
);

/** "kegiatan ini", "acara tersebut": a thing named elsewhere; not "hari ini", "saat ini", "kali ini". */
const pointing =
  /(?<!\p{L})(?!(?:hari|saat|kali|bulan|tahun|minggu|pekan|malam|pagi|siang|sore|selama|sejauh|sampai|hingga|masa|era|dewasa|dini|sejak) )(\p{L}+) (ini|itu|tersebut)(?!\p{L})/giu;

const pronoun =
  /(?<!\p{L})(?:ia|dia|beliau|mereka|pihaknya|dirinya|keduanya|nya|he|she|they|him|her|them)(?!\p{L})/iu;

/** "Targetnya", "Kendalanya": a thing of something else; not words that merely end so. */
const possessed =
  /^(?!(?:khusus|umum|biasa|semesti|sebenar|seharus|selama|tentu|akhir|pada)nya)\p{L}{3,}nya(?!\p{L})/iu;

/** "Bima juga …", "Syafrudin pun …": one more, after others. */
const oneMore = /^(?:\S+ ){1,6}(?:juga|pun|also|too|kembali)(?!\p{L})/iu;

const connective =
  /^(?:Sementara itu|Selain itu|Di ?(?:tempat|lokasi|kesempatan) (?:yang (?:sama|berbeda)|terpisah|lain)|(?:Pada|Dalam) kesempatan (?:itu|ini|tersebut|yang sama)|Lebih lanjut|Tak hanya itu|Adapun|Meanwhile|In addition|Additionally|On (?:this|that) occasion),? (?=\p{Lu})/u;

/**
 * A sentence without the connective that ties it to the one before ("Sementara itu, Kepala Dinas …"), where a name
 * or an office follows. Words that turn the sense ("namun") or set the time ("ke depan") stay.
 */
export function withoutConnective(sentence: string): string {
  return sentence.replace(connective, '');
}

/**
 * Whether a sentence leans on one before it.
 *
 * @param named words that stand for a person in this release; with one of them before it a pronoun has its noun
 */
export function leans(sentence: string, named: (word: string) => boolean = () => false): boolean {
  const text = sentence.replace(/^[“"'‘(]+/u, '');
  if (/^\p{Ll}/u.test(text) || openers.test(text) || possessed.test(text)) return true;
  if (/(?<!\p{L})hal (?:ini|itu|tersebut)(?!\p{L})/iu.test(text)) return true;
  // ", ini terutama …", "saat ini progresnya …": the subject stands elsewhere.
  if (
    /(?:, (?:ini|itu) |(?:, |saat ini )(?!khusus|umum|akhir|biasa)\p{L}{3,}nya (?:sudah|telah|masih|akan|adalah))/iu.test(
      text,
    )
  )
    return true;
  if (oneMore.test(text) && !/^(?:\S+ ){1,6}kembali(?!\p{L})/iu.test(text)) return true;
  for (const match of text.matchAll(pointing)) {
    const noun = (match[1] ?? '').toLowerCase();
    const before = text.slice(0, match.index).toLowerCase();
    if (!before.includes(noun)) return true;
  }
  const found = pronoun.exec(text);
  return (
    found !== null &&
    !text
      .slice(0, found.index)
      .split(/[^\p{L}.]+/u)
      .some(named)
  );
}

/**
 * Whether a sentence leans only by naming a thing again ("Foodcourt ini …") that the sentence before it names:
 * then the two may stand together.
 */
export function leansOn(sentence: string, previous: string): boolean {
  const match = /^(\p{L}{4,}) (?:ini|itu|tersebut)(?!\p{L})/iu.exec(sentence);
  const noun = match?.[1]?.toLowerCase();
  if (noun === undefined || /^(?:hal|kegiatan|acara|event)$/.test(noun)) return false;
  if (!new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'iu').test(previous)) return false;
  return !leans(sentence.slice(match?.[0].length).replace(/^\W*\p{L}/u, (start) => start.toUpperCase()));
}
