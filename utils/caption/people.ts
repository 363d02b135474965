import { houseStyle } from './style.ts';
import { degree, nameTitle, notName, officeHead, topOffice } from './words.ts';

/** Someone the release names, with the office it gives them. */
export interface Person {
  /** "Wali Kota Bogor"; empty where the release gives none. */
  office: string;
  /** "Bima Arya", without titles and degrees. */
  name: string;
}

/** Who a release speaks of, and how later mentions find them. */
export interface People {
  all: readonly Person[];
  /** The one person a word stands for ("Bima", "Sita", "Sekda", "Wawali"), or null. */
  byWord(word: string): Person | null;
}

/** "Wali Kota Bogor Bima Arya": how a caption names somebody. */
export function fullName(person: Person): string {
  return person.office === '' ? person.name : `${person.office} ${person.name}`;
}

/** Whether an office is the head of a city, its deputy or its secretary: known by the office alone. */
export function isHead(office: string): boolean {
  const first =
    /^(?:(?:Plt|Plh|Pj|Pjs)\.? )?(?:Wakil )?(?:Wali Kota|Sekretaris Daerah|Deputy Mayor|\p{L}+)/u.exec(
      office,
    );
  return topOffice.test(first?.[0] ?? '');
}

const head = new RegExp(`(?<![\\p{L}“])(${officeHead})(?![\\p{L}])`, 'gu');
const nextWord =
  /^ (\([\p{Lu}][^()]{1,25}\)|\d{1,3}(?= )|\d{1,3}(?=,)|\p{Lu}[\p{L}\d’'-]*\.?(?:[\p{L}.]*)?|dr\.|drg\.)/u;
const joined = /^ (?:di|dan|bidang|pada|of|for|and|the) (?=\p{Lu})/u;

/**
 * The people in a release's sentences, each once, with the fullest office given.
 *
 * @param places words that are parts of place names, so that "Wali Kota Bogor Bima Arya" splits behind "Bogor"
 */
export function findPeople(sentences: readonly string[], places: ReadonlySet<string>): People {
  const found: Person[] = [];
  for (const sentence of sentences) {
    // The last office before a name wins: "Presiden Republik Indonesia Menteri Dalam Negeri Tjahjo Kumolo".
    // One in brackets only repeats the office: "Sekretaris Daerah (Sekda) Kota Bogor".
    const heads = [...sentence.matchAll(head)].filter((match) => sentence[match.index - 1] !== '(');
    heads.forEach((match, i) => {
      const until = heads[i + 1]?.index ?? sentence.length;
      const person = personAt(sentence.slice(match.index, until), match[0].length, places);
      if (person !== null) add(found, person);
    });
  }
  return { all: found, byWord: lookup(found) };
}

function personAt(text: string, headLength: number, places: ReadonlySet<string>): Person | null {
  const office = text.slice(0, headLength);
  const top = topOffice.test(office);
  for (const across of [false, true]) {
    const run = words(text, headLength, across);
    const named = /^, ?/.test(text.slice(run.end)) ? words(text, run.end + 1, false) : null;
    const split = splitName(run.words, places, top);
    const behind = named !== null && isName(named.words, places) ? named.words : null;
    // "wali kota Semarang, Hevearita …": one word and then a name is the place.
    const place = top && run.words.length === 1 && behind !== null && behind.length > 1;
    // Across "di" or "of" a name without a comma needs a place before it: "Mayor of Bogor Bima Arya".
    const sure = !across || (split.office.length > 1 && places.has(split.office.at(-1) ?? ''));
    if (split.name.length > 0 && sure && !place) return person(office, split.office, split.name);
    if (behind !== null) return person(office, run.words, behind);
  }
  return null;
}

/** Capitalised words and bracketed short names from `at` on, each with the white space before it. */
function words(text: string, at: number, across: boolean): { words: string[]; end: number } {
  const found: string[] = [];
  let end = at;
  while (found.length < 14) {
    const rest = text.slice(end);
    const link = across ? joined.exec(rest) : null;
    const match = nextWord.exec(link === null ? rest : rest.slice(link[0].length - 1));
    const word = match?.[1];
    if (match === null || word === undefined) break;
    if (/\.$/.test(word) && !/^\p{Lu}\.$/u.test(word) && !nameTitle.test(word) && !degree.test(word)) {
      // A word with the sentence's own dot is the last one.
      found.push(word.slice(0, -1));
      end += match[0].length - 1 + (link === null ? 0 : link[0].length - 1);
      break;
    }
    if (link !== null) found.push(link[0].trim());
    found.push(word);
    end += match[0].length + (link === null ? 0 : link[0].length - 1);
  }
  return { words: found, end };
}

/** Where the office ends and the name begins, in "Camat Bogor Tengah Lili Sutarwili" without a comma. */
function splitName(
  all: string[],
  places: ReadonlySet<string>,
  top: boolean,
): { office: string[]; name: string[] } {
  let boundary = 0;
  let marked = top;
  all.forEach((word, i) => {
    const title = nameTitle.test(word) && i > 0;
    if (
      title ||
      /^\(/.test(word) ||
      places.has(word) ||
      // "Menteri Dalam Negeri Tjahjo Kumolo"
      word === 'Negeri' ||
      (/^[\p{Lu}\d]{2,}$|^\d+$/u.test(word) && !nameTitle.test(word))
    ) {
      boundary = title ? i : i + 1;
      marked = true;
    }
  });
  const name = all.slice(boundary).filter((word) => !nameTitle.test(word) && !degree.test(word));
  const enough = name.length >= (top || boundary > 0 ? 1 : 2);
  if (!marked || !enough || name.length > 5 || !isName(name, places)) return { office: all, name: [] };
  return { office: all.slice(0, boundary), name };
}

function isName(all: readonly string[], places: ReadonlySet<string>): boolean {
  const name = all.filter((word) => !nameTitle.test(word) && !degree.test(word));
  return (
    name.length > 0 &&
    name.length <= 5 &&
    name.every((word) => !notName.has(word) && !/^[(\d]/.test(word)) &&
    name.some((word) => word.length > 2 && !places.has(word) && !/^\p{Lu}+$/u.test(word)) &&
    !new RegExp(`^${officeHead}$`, 'u').test(name[0] ?? '')
  );
}

function person(headWord: string, office: readonly string[], name: readonly string[]): Person {
  const shown = office.filter((word) => !nameTitle.test(word)).join(' ');
  // "Sekretaris Daerah (Sekda) Kota Bogor" is "Sekda Kota Bogor" in house style; other brackets only go.
  const short = houseStyle(capitalised(`${headWord} ${shown}`.trim())).replace(/ \([^()]*\)/gu, '');
  return {
    office: short,
    name: name.filter((word) => !nameTitle.test(word) && !degree.test(word)).join(' '),
  };
}

function capitalised(office: string): string {
  return office.replace(/^wali ?kota|^wakil wali ?kota|^bupati|^wakil bupati/u, (lower) =>
    lower.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  );
}

/** One entry per name; a longer name or office of the same person replaces the shorter. */
function add(found: Person[], next: Person): void {
  const known = found.find((one) => sameName(one.name, next.name));
  if (known === undefined) {
    found.push(next);
    return;
  }
  if (next.name.length > known.name.length) known.name = next.name;
  // A second office ("Ketua TPID") does not replace the first; a fuller form of the same one does.
  const fuller =
    next.office.startsWith(known.office) || /^(?:Wawali|Wali Kota|Wakil Wali Kota|Sekda)$/.test(known.office);
  if (next.office.length > known.office.length && fuller) known.office = next.office;
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.toLowerCase().replaceAll('.', '').split(' ')) as [
    string[],
    string[],
  ];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short[0] === long[0] && short.every((word) => long.includes(word));
}

const shortOffice: Record<string, RegExp> = {
  wawali: /^Wakil Wali ?Kota|^Wawali/,
  'sekretaris daerah': /^(?:Pj\.? )?(?:Sekretaris Daerah|Sekda)/,
  sekda: /^(?:Pj\.? )?(?:Sekretaris Daerah|Sekda)/,
  walikota: /^(?:(?:Plt|Plh|Pj|Pjs)\.? )?Wali ?Kota/,
  bupati: /^(?:(?:Plt|Plh|Pj|Pjs)\.? )?Bupati/,
  mayor: /^Mayor/,
};

function lookup(found: readonly Person[]): (word: string) => Person | null {
  const words = new Map<string, Person | null>();
  for (const one of found) {
    for (const word of one.name.split(' ')) {
      const key = word.toLowerCase();
      if (key.replace('.', '').length < 3) continue;
      words.set(key, words.has(key) && words.get(key) !== one ? null : one);
    }
  }
  return (word) => {
    const key = word.toLowerCase().replace(/^wali kota$/, 'walikota');
    const office = shortOffice[key];
    if (office !== undefined) return single(found.filter((one) => office.test(one.office)));
    const exact = words.get(key);
    if (exact !== undefined) return exact;
    // A short form of a first name: "Sita" for "Sitawati".
    if (key.length < 4) return null;
    return single(found.filter((one) => one.name.toLowerCase().startsWith(key) && one.name.includes(' ')));
  };
}

function single<T>(all: readonly T[]): T | null {
  return all.length === 1 ? (all[0] as T) : null;
}
