/**
 * Whether a release speaks like an advertisement for gambling. Hundreds of go.id sites were broken into for such
 * advertisements, and one click must never carry one out under a mayor's name. But cities also *fight* gambling and
 * say its words when they do, and "slot" is an ordinary word: a post to fill, a time, a place to park.
 *
 * So single words decide nothing. Each part of a text gets points for the words of the trade and of its
 * advertisements; each kind of word that only somebody who warns of it uses makes them count for less.
 */

/** From this many points on a text is held back. */
const THRESHOLD = 3;
/** Characters and paragraphs that are looked at; an injected block stands at an end as often as at the beginning. */
const MAX_PARAGRAPHS = 400;
const MAX_CHARS = 4_000;

type Term = readonly [points: number, pattern: RegExp];

/** Words of the trade. With 3 points: nobody else says so. With less: news says so, too. */
const TRADE: readonly Term[] = [
  [
    3,
    /\b(?:situs|agen|bandar|link|daftar|main|game|permainan|akun|bocoran|login|provider)\s+(?:judi\s+)?slot\b/,
  ],
  [
    3,
    /\bslot\s*(?:\d{2,5}k?|gacor|online|demo|dana|pulsa|qris|deposit|depo|thailand|kamboja|mahjong|terpercaya|terbaru|maxwin|gratis|resmi|server|pragmatic|bet)\b/,
  ],
  [
    3,
    /\bmax\s?win\b|\banti\s?rungka[td]\b|\bscatter\s+hitam\b|\brtp\s+(?:slot|live|tertinggi|gacor)\b|\bpola\s+gacor\b|\bjam\s+gacor\b/,
  ],
  [
    3,
    /\b(?:situs|bandar|agen|link|data|live|prediksi|keluaran|pengeluaran|result)\s+(?:toto|togel)\b|\btoto\s*(?:macau|togel|hk|sgp|sdy|slot|4d|88)\b/,
  ],
  [
    3,
    /\bpragmatic\s+play\b|\bpg\s?soft\b|\bjoker\s?(?:123|gaming)\b|\bspade\s?gaming\b|\bmahjong\s+ways?\b|\bgates\s+of\s+(?:olympus|gatot)|\bsweet\s+bonanza\b|\bstarlight\s+princess\b|\bsugar\s+rush\b/,
  ],
  [
    3,
    /\bsbobet\b|\bbandar\s?qq\b|\bdomino\s?qq\b|\bpkv\s+games?\b|\bidn\s?(?:poker|slot|play)\b|\bmix\s+parlay\b|\btangkasnet\b|\bnova\s?88\b|\bmaxbet\b/,
  ],
  [
    3,
    /\bjudi\s+(?:online|slot|bola|togel)\s+(?:terpercaya|resmi|terbaik|terbesar|terlengkap|gacor|24\s+jam)\b/,
  ],
  [
    3,
    /\b(?:bonus\s+new\s+member|new\s+member\s+\d+)\b|\bdepo(?:sit)?\s+(?:\d+k\b|pulsa\s+tanpa\s+potongan|dana\s+\d)/,
  ],
  [
    3,
    /\bonline\s+(?:casinos?|slots?|gambling\s+sites?|sportsbook)\b|\bcasino\s+(?:bonus|games?|online)\b|\bfree\s?spins?\b|\bslot\s+(?:games?|machines?)\s+online\b/,
  ],
  [
    2,
    /\b(?:poker|casino|kasino|baccarat|roulette|sabung\s+ayam|taruhan|domino|capsa)\s+online\b|\blive\s+casino\b/,
  ],
  [1.5, /\btogel\b|\bgacor\b|\bjudol\b/],
  [
    1,
    /\bjudi\b|\bperjudian\b|\bjackpot\b|\bkasino\b|\bcasino\b|\btaruhan\b|\bparlay\b|\bgambling\b|\bbetting\b/,
  ],
  [1, /\b[a-z]{3,12}(?:77|777|88|888|138|168|303|369|4d)\b/],
];

/** Words of an advertisement; they count only beside words of the trade. */
const OFFER: readonly RegExp[] = [
  /\bgampang\s+menang\b|\bmudah\s+(?:menang|jp|jackpot)\b|\bcuan\b|\bpasti\s+(?:menang|bayar)\b/,
  /\blink\s+alternatif\b|\blink\s+(?:login|resmi|daftar)\b/,
  /\b(?:daftar|login|gabung|klik|mainkan|join)\b/,
  /\bbonus\b|\bpromo\b|\bcashback\b/,
  /\bdepo(?:sit)?\b|\bwithdraw\b|\bminimal\s+(?:depo|bet)/,
  /\bter(?:percaya|gacor|lengkap|besar)\b|\bnomor\s+(?:1|satu)\b/,
  /\bhari\s+ini\b|\bmalam\s+ini\b|\b24\s+jam\b/,
];

/** Words of somebody who warns of it, forbids it or prosecutes it. */
const AGAINST: readonly RegExp[] = [
  /\b(?:mem)?berantas|\bpemberantasan\b|\bperangi\b|\bmemerangi\b|\b(?:me)?lawan\b|\bperang\s+(?:melawan|terhadap)\b/,
  /\b(?:men)?cegah|\bpencegahan\b|\b(?:meng)?antisipasi|\btangkal|\bmenangkal\b|\bpenanganan\b|\bpenanggulangan\b/,
  /\b(?:di|me)?larang|\blarangan\b|\b(?:me)?nolak\b|\btolak\b|\bhentikan\b|\bjauhi\b|\bhindari\b|\bstop\b|\banti[\s-]?(?:judi|judol|perjudian)\b/,
  /\b(?:di|mem)?blokir|\bpemblokiran\b|\b(?:di|me)?nutup\b|\b(?:di)?tutup\b|\bpenutupan\b|\b(?:di|meng)hapus\b|\b(?:di|mem)?bersihkan\b|\bdibekukan\b|\btakedown\b|\bdiretas\b|\bperetasan\b|\bdisusupi\b|\bpenyusupan\b/,
  /\bbahaya|\bdampak\b|(?<!tanpa )\brisiko\b|\bkecanduan\b|\badiksi\b|\bharam\b|\btergiur\b|\bmenguras\b|\b(?:meng)?hancur|\brusak\b|\bkorban\b|\bmerugikan\b|\brugikan\b|\bmerusak\b|\bterjerat\b|\bpinjol\b|\bpinjaman\s+online\b/,
  /\bpolisi\b|\b(?:ka)?polres|\bpolda\b|\bpolsek\b|\bkepolisian\b|\bditangkap\b|\bmenangkap\b|\btersangka\b|\bpelaku\b|\brazia\b|\bsatgas\b|\bsatpol\b|\bpenggerebekan\b|\b(?:di)?gerebek\b|\bdiringkus\b|\bdibekuk\b|\bdiamankan\b|\b(?:di)?bongkar\b|\b(?:meng|ter)?ungkap\b|\bsindikat\b|\bbarang\s+bukti\b|\bmodus|\bdisita\b|\bmenyita\b|\bpenindakan\b/,
  /\bterdakwa\b|\bpengadilan\b|\bhakim\b|\bjaksa\b|\bkejaksaan\b|\bkejari\b|\b(?:di)?vonis\b|\bpenjara\b|\bpidana\b|\bsanksi\b|\bhukum(?:an)?\b|\bundang-undang\b|\buu\s+ite\b|\bsurat\s+edaran\b|\bpakta\s+integritas\b|\bpelanggaran\b|\bilegal\b/,
  /\bsosialisasi|\bedukasi\b|\bliterasi\b|\bpenyuluhan\b|\b(?:meng|di)?imbau|\bpelajar\b|\bsiswa\b|\bsantri\b|\bremaja\b|\b(?:meng|di)?ingatkan|\bwaspada|\bmewaspadai\b|\blapor|\bmelaporkan\b|\bpenyakit\s+masyarakat\b/,
  // An advertisement does not call itself one.
  /\biklan\b|\bmempromosikan\b|\bkata\s+kunci\b|\bkonten\b/,
  /\bcrackdown\b|\bban(?:s|ned)?\b|\bprohibit|\bwarn(?:s|ed|ing)?\b|\barrest|\bpolice\b|\billegal\b|\bblock(?:s|ed|ing)?\b/,
];

/** That a heading is about it. */
const TOPIC = /\bjudi\b|\bjudol\b|\bperjudian\b|\bgambling\b|\bslot\b|\btogel\b/;
/** What it is called by those who tell of it. */
const PLAIN_NAME = /\bjudi\b|\bjudol\b|\bperjudian\b|\bgambling\b/;

/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    ԁ: 'd',
    т: 't',
    к: 'k',
    м: 'm',
  },
  ...{ ο: 'o', α: 'a', ι: 'i', τ: 't', ν: 'v', κ: 'k' },
};
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

/** Whether a release must not be offered for one click, by its title and its text. */
export function isSuspicious(title: string, paragraphs: readonly string[]): boolean {
  const heading = plain(title);
  if (points(heading, 0) >= THRESHOLD) return true;
  const texts = looked(paragraphs).map(plain);
  const credit = creditOf(heading, texts);
  return texts.some((text) => points(text, credit) >= THRESHOLD);
}

/** A release that fights gambling may list the words of the trade; it does not advertise. */
function creditOf(heading: string, texts: readonly string[]): number {
  if (TOPIC.test(heading) && count(AGAINST, heading) > 0) return 2;
  const tells = texts.some((text) => PLAIN_NAME.test(text) && count(AGAINST, text) > 0);
  return tells || PLAIN_NAME.test(heading) ? 1 : 0;
}

function points(text: string, credit: number): number {
  let trade = 0;
  for (const [worth, pattern] of TRADE) if (pattern.test(text)) trade += worth;
  if (trade === 0) return 0;
  const offers = trade >= 2 ? count(OFFER, text) : 0;
  return (trade + Math.min(offers, 3)) / (1 + 2 * (count(AGAINST, text) + credit));
}

function count(patterns: readonly RegExp[], text: string): number {
  return patterns.reduce((sum, pattern) => sum + (pattern.test(text) ? 1 : 0), 0);
}

function looked(paragraphs: readonly string[]): string[] {
  const half = MAX_PARAGRAPHS / 2;
  const chosen =
    paragraphs.length > MAX_PARAGRAPHS
      ? [...paragraphs.slice(0, half), ...paragraphs.slice(-half)]
      : paragraphs;
  return chosen.map((paragraph) =>
    paragraph.length > MAX_CHARS
      ? `${paragraph.slice(0, MAX_CHARS / 2)} ${paragraph.slice(-MAX_CHARS / 2)}`
      : paragraph,
  );
}

/** Lower case, and read as a person reads it: bold letters, look-alikes, digits for letters, letters set apart. */
function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u0370-\u03ff\u0400-\u052f]/g, (letter) => LOOKALIKES[letter] ?? letter)
      .replace(/[\u200b-\u200f\u2060]/g, '')
      // "s l o t", "g.a.c.o.r"
      .replace(/(?<![\p{L}\p{N}])(?:\p{L}[ .·_*-]){3,}\p{L}(?![\p{L}\p{N}])/gu, (word) =>
        word.replace(/[ .·_*-]/g, ''),
      )
      // "sl0t", "g4cor": a digit between letters, not the number behind a name
      .replace(/(?<=\p{L})[01345@$](?=\p{L})/gu, (digit) => LEET[digit] ?? digit)
      .replace(/[^\p{L}\p{N}-]+/gu, ' ')
  );
}
