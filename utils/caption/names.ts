import { fullName, type People, type Person } from './people.ts';
import { houseStyle } from './style.ts';
import { degreeBehind, nameTitle, officeHead } from './words.ts';

/** As far back as a rule looks for the word before another, in characters; keeps a hostile body linear. */
const nearby = 60;

/** How an office may be set off from a name in a release: "Wali Kota Bogor, Bima Arya". */
const between = /^(?:,)? (?:(?:dr|drg|Drs|Dra|Ir|Prof|DR|Dr|H|Hj)\.? )*/u;

/**
 * A sentence in which the first person named only shortly ("Bima", "Wawali") gets office and full name, so that it
 * can stand alone; and in which office and name stand together without a comma. Null where somebody stays short
 * whom a reader could not know.
 *
 * @param known people whom the caption has named in full before: they stay as the release writes them
 */
export function withFullNames(
  sentence: string,
  people: People,
  known: ReadonlySet<Person> = new Set(),
): string | null {
  // "Sita akrab disapa …": a nickname's own words make no sense behind a full name.
  if (/(?<!\p{L})(?:sapaan|disapa|sapaannya|dipanggil)(?!\p{L})/iu.test(sentence)) return null;
  let text = houseStyle(joined(sentence, people));
  for (const one of people.all) {
    const lower = text.toLowerCase().indexOf(fullName(one).toLowerCase());
    if (lower >= 0) text = text.slice(0, lower) + fullName(one) + text.slice(lower + fullName(one).length);
  }
  const short =
    /(?<![\p{L}“’'.-])(?:[Ww]ali ?[Kk]ota|[Ww]akil [Ww]ali ?[Kk]ota|\p{Lu}[\p{L}’-]{2,})(?![\p{L}’-])/gu;
  const done = new Set<Person>(known);
  for (const one of people.all) if (text.includes(fullName(one))) done.add(one);
  for (let match = short.exec(text); match !== null; match = short.exec(text)) {
    const word = match[0];
    const person = people.byWord(word);
    if (person === null || done.has(person) || inQuote(text, match.index)) continue;
    // A short office in brackets only repeats the one before it.
    if (text[match.index - 1] === '(') continue;
    const before = /(\S+) $/u.exec(text.slice(Math.max(0, match.index - nearby), match.index))?.[1] ?? '';
    const after = /^ (\S+)/u.exec(text.slice(match.index + word.length))?.[1] ?? '';
    if (nameTitle.test(before) || /^(?:Mbak|Kang|Mas|Teh)$/.test(before)) return null;
    const office = /^(?:wali ?kota|wakil wali ?kota|wawali|sekda|bupati|camat|lurah)$/iu.test(word);
    const name = office
      ? /^ (\p{Lu}[\p{L}.’-]*(?: \p{Lu}[\p{L}.’-]*)*)/u.exec(text.slice(match.index + word.length))
      : null;
    if (name !== null && people.byWord(name[1] ?? '') === person) {
      // "Wawali Jenal menjelaskan": short office and short name make one full name.
      text =
        text.slice(0, match.index) +
        fullName(person) +
        text.slice(match.index + word.length + name[0].length);
      short.lastIndex = match.index + fullName(person).length;
      done.add(person);
      continue;
    }
    const whole = named(text, match.index, person);
    if (whole !== null) {
      // The name stands in full; its office is missing.
      if (person.office === '' || ownOffice(before, person)) continue;
      if (!free(before)) return null;
      text = text.slice(0, match.index) + fullName(person) + text.slice(match.index + whole.length);
      short.lastIndex = match.index + fullName(person).length;
      done.add(person);
      continue;
    }
    if (/^\p{Lu}/u.test(after) || !free(before)) {
      // A word of a longer name: a place, a body, somebody else.
      if (/^(?:wali ?kota|wakil wali ?kota|bupati|sekda)$/iu.test(word)) continue;
      continue;
    }
    if (person.office === '') return null;
    text = text.slice(0, match.index) + fullName(person) + text.slice(match.index + word.length);
    short.lastIndex = match.index + fullName(person).length;
    done.add(person);
  }
  return houseStyle(text);
}

/** Office and name side by side: the comma and the titles between them go. */
function joined(sentence: string, people: People): string {
  let text = sentence;
  for (const { name } of people.all) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    const behind = text.slice(at + name.length);
    text = text.slice(0, at + name.length) + behind.replace(degreeBehind, '');
    if (at < 2) continue;
    const head = text.slice(0, at);
    const gap = /(?:,)? (?:(?:dr|drg|Drs|Dra|Ir|Prof|DR|Dr|H|Hj)\.? )*$/u.exec(head)?.[0] ?? '';
    const office = head.slice(0, head.length - gap.length);
    if (gap.trim() === '' || !between.test(gap)) continue;
    const last = /(\S+)$/u.exec(office)?.[1] ?? '';
    if (!/^\(?\p{Lu}|^\d+$/u.test(last) || !officeBefore(office)) continue;
    // A comma behind the name that closed the apposition goes with the one before it.
    const rest = text
      .slice(at + name.length)
      .replace(/^, (?=\p{Ll})(?!dan |serta |yang |di |pada |saat )/u, ' ');
    text = `${office} ${name}${rest}`;
  }
  return text;
}

const officeEnd = new RegExp(
  `(?:${officeHead})(?: [\\p{Lu}(\\d][^\\s,]*| (?:dan|di|bidang|of|and|the))*$`,
  'u',
);

function officeBefore(text: string): boolean {
  return officeEnd.test(text.slice(-160));
}

function ownOffice(before: string, person: Person): boolean {
  const last = person.office.split(' ').at(-1) ?? '';
  return (
    before === last ||
    /^(?:[Ww]ali|[Kk]ota|Walikota|Wawali|Sekda|Bupati|Camat|Lurah|Mayor)$/.test(before) ||
    /\)$/.test(before)
  );
}

/** The full name at this place, or null. */
function named(text: string, at: number, person: Person): string | null {
  return text.startsWith(person.name, at) && person.name.includes(' ') ? person.name : null;
}

/** Whether the word before a short name leaves it standing by itself. */
function free(before: string): boolean {
  return before === '' || /^\p{Ll}/u.test(before) || /[,.:;”)]$/u.test(before);
}

function inQuote(text: string, at: number): boolean {
  const head = text.slice(0, at);
  return head.lastIndexOf('“') > head.lastIndexOf('”');
}
