/**
 * Words whose dot ends no sentence, in lower case; initials, degrees and dotted words are known by their form.
 * Those that often stand last ("Tbk.", "dll.") end one where a capital follows.
 */
const abbreviations = new Set(
  (
    'dr drg drs dra ir prof h hj k.h kh tb r rd rr ust letkol kol akbp kombes kompol akp irjen brigjen mayjen capt ' +
    'sp ny tn sdr sdri bpk yth plt plh pj pjs pjs. a.n u.b d.a jl jln gg kec kel kab kp ds prov rt rw blok lt gd no ' +
    'nomor ps hal hlm tgl pkl rp tsb yg dgn dlm s.d s/d a.l pt cv ud tel telp fax km tk st ' +
    'mr mrs ms messrs jr sr vs dept est fig gen col lt sgt hon rev cllr approx e.g i.e'
  ).split(' '),
);

/** Words that begin a sentence even behind a degree or an abbreviation. */
const openers =
  /^(?:Ia|Dia|Beliau|Kegiatan|Acara|Dalam|Selain|Sementara|Menurut|Hal|Namun|Untuk|Pada|Adapun|Dengan|Sebagai|Turut|Hadir|The|He|She|It|They|This|In|On)\b/;

/**
 * The sentences of one paragraph, in Indonesian or English, trimmed, in order; joined they are the paragraph.
 *
 * A dot ends none in abbreviations, initials ("Dedie A. Rachim"), degrees ("S.Kom, M.Si"), amounts
 * ("Rp 613.677.930") and times ("09.00 WIB"). A quotation stays whole however many sentences it holds, together
 * with the words that say who spoke.
 *
 * @param whole false where quotation marks do not pair and so cannot be trusted
 */
export function splitSentences(text: string, whole = true): string[] {
  const sentences: string[] = [];
  let start = 0;
  let quoted = false;
  let parens = 0;
  const trusted = (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(' && trusted) parens += 1;
    else if (char === ')' && trusted) parens -= 1;
    else if (whole && char === '“') quoted = true;
    else if (whole && char === '”') {
      quoted = false;
      if (parens > 0) continue;
      // “… selesai.” Berikutnya: the mark stands behind the dot. With a dot behind the mark, that one decides.
      if (/[.!?…]/.test(text[at - 1] ?? '') && startsAfter(text, at + 1))
        start = cut(sentences, text, start, at + 1);
    } else if (/[.!?…]/.test(char ?? '') && !quoted && parens <= 0) {
      let end = at + 1;
      while (/[.!?…]/.test(text[end] ?? '')) end += 1;
      while (/[’')\]]/.test(text[end] ?? '')) end += 1;
      const afterQuote = text[at - 1] === '”' && /^\s/.test(text.slice(end, end + 1));
      const stops =
        afterQuote ||
        (startsAfter(text, end) && !(char === '.' && end === at + 1 && goesOn(text, start, at)));
      at = end - 1;
      if (stops) start = cut(sentences, text, start, end);
    }
  }
  cut(sentences, text, start, text.length);
  return sentences;
}

function cut(sentences: string[], text: string, start: number, end: number): number {
  const sentence = text.slice(start, end).trim();
  if (sentence !== '') sentences.push(sentence);
  return end;
}

/** Whether a new sentence could start behind `end`. */
function startsAfter(text: string, end: number): boolean {
  return /^\s+[\p{Lu}\d“‘'("•[]/u.test(text.slice(end, end + 4));
}

/** No abbreviation is longer, in characters; a hostile body stays linear. */
const longestWord = 40;

/** Whether the dot at `at` belongs to its word. */
function goesOn(text: string, start: number, at: number): boolean {
  const word =
    /\S*$/u.exec(text.slice(Math.max(start, at - longestWord), at))?.[0].replace(/^[(“"'‘]+/u, '') ?? '';
  const next = text.slice(at + 1, at + 30).trim();
  if (/^\d{1,2}$/.test(word) && at - start < 8 && text.slice(start, at).trim() === word) return true;
  if (/^\p{Lu}$/u.test(word)) return true;
  const known = abbreviations.has(word.toLowerCase()) || /^\p{L}{1,4}\.\p{L}{1,5}$/u.test(word);
  return known && !openers.test(next);
}
