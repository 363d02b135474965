/** Words nobody wants to read in a city's hashtag, Indonesian, Sundanese and English. */
const words = (
  'anjing bangsat babi tahi kontol memek ngentot jancok jancuk goblok tolol bego setan mampus mati bodoh gila porno ' +
  'seks judi togel bugil lonte pelacur kafir maling korup bohong busuk hina sange pantat telanjang bajingan brengsek ' +
  'kampret monyet goblog belegug sial sesat neraka bunuh mayat narkoba sabu ganja mesum cabul ' +
  'sex shit fuck porn dead kill hell slut whore rape nazi anus'
).split(' ');
/** Short ones are seen only where no capital parts the words. */
const short = 'tai asu ass cok bom jir'.split(' ');
/** From so many letters on a word is seen across a capital, too. */
const long = 6;

/**
 * The unfortunate word that a hashtag's words make where they meet ("#therapist"), or null. Where a capital shows
 * where each word begins only a long one is seen; where none does and the words cannot be told apart, likewise.
 *
 * @param parts the tag's words, as its capitals part them
 * @param told the same for a tag without capitals, where they can be told apart
 */
export function unfortunate(
  tag: string,
  parts: readonly string[],
  told: readonly string[] | null,
): string | null {
  const letters = tag.replace(/^[#＃]/u, '').toLowerCase();
  const flat = parts.length === 1;
  if (flat && told === null)
    return words.find((word) => word.length >= long && letters !== word && letters.includes(word)) ?? null;
  const borders = new Set<number>();
  let at = 0;
  for (const part of flat ? (told ?? []) : parts) {
    at += part.length;
    borders.add(at);
  }
  const meets = (word: string): boolean => {
    for (let from = letters.indexOf(word); from >= 0; from = letters.indexOf(word, from + 1)) {
      if ([...borders].some((border) => border > from && border < from + word.length)) return true;
    }
    return false;
  };
  return [...words, ...short].find((word) => (flat || word.length >= long) && meets(word)) ?? null;
}
