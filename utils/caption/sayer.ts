import type { People, Person } from './people.ts';
import { fullName } from './people.ts';
import { phrasesFor } from './phrases.ts';
import { personIn } from './quotes.ts';

/** "Hal itu dikatakan …", "Harapan tersebut disampaikan …", "The statement was made by …": who said what stands before. */
const told =
  /^(?:(?:Hal|Harapan|Penegasan|Pernyataan|Permintaan|Ungkapan|Pesan|Ajakan|Imbauan|Himbauan|Penjelasan|Informasi|Keterangan|Apresiasi|Pandangan)(?: \p{Lu}\p{L}+)? (?:itu|tersebut|ini) (?:di(?:kata|sampai|ungkap|jelas|tegas|tutur|papar|utara|lontar|nyata|terang|sebut)kan(?:nya)?)|(?:This|That|The (?:statement|remarks?|message|call)) (?:was|were) (?:made|conveyed|delivered|said|stated|expressed) by)(?!\p{L})/u;
const speech =
  /(?<!\p{L})(?:kata|ujar|ungkap|jelas|tutur|(?:me|ber)(?:ng|n|m|ny)?(?:atakan|ampaikan|ungkapkan|jelaskan|uturkan|apresiasi|inta|egaskan|harap|ajak)|said|says|added|asked|urged)(?!\p{L})/iu;

/**
 * Who said the sentences before this one, where it tells: a person, null where it tells of somebody whom the
 * release does not name fully, undefined where it tells of nobody.
 */
export function sayerToldBy(sentence: string, people: People): Person | null | undefined {
  if (!told.test(sentence)) return undefined;
  const person = personIn(sentence, people, false);
  return person === null || person.office === '' ? null : person;
}

/** Whether a sentence says itself whose words it gives. */
export function saysWho(sentence: string, person: Person | null): boolean {
  if (speech.test(sentence)) return true;
  return person !== null && sentence.includes(person.name);
}

/** A sentence with who said it behind it, where the release tells that only in the next one. */
export function withSayer(sentence: string, sayer: Person | null | undefined, language: 'id' | 'en'): string {
  if (!sayer) return sentence;
  return `${sentence.replace(/\.$/u, '')}, ${phrasesFor(language).said} ${fullName(sayer)}.`;
}
