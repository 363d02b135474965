import { findPeople, type Person } from '../caption/people.ts';
import type { Checked, Finding, Mark } from './check.ts';
import type { DraftReading, DraftSentence } from './reading/draft.ts';
import type { ReleaseFacts } from './reading/facts.ts';
import { shortForms } from './reading/known.ts';
import { keyOf } from './reading/tokens.ts';

/** Somebody of the release under an office that it does not give them: "Wali Kota" for "Wakil Wali Kota". */
export function wrongOffice({ facts }: Checked, { plain, sentences }: DraftReading): Finding[] {
  if (facts === null || facts.people.all.length === 0) return [];
  const found: Finding[] = [];
  for (const { start, end } of sentences) {
    const sentence = plain
      .slice(start, end)
      .replace(/\bWalkot\b/gu, 'Wali Kota')
      .replace(/\bWawalkot\b/gu, 'Wawali');
    for (const told of findPeople([sentence], facts.places).all) {
      const person = facts.people.all.find(({ name }) => isSame(name, told.name));
      if (person === undefined || person.office === '' || told.office === '') continue;
      if (offices(facts, person).has(headOf(told.office)) && !isOthers(told.office, person, facts)) continue;
      const last = told.name.split(' ').at(-1) ?? told.name;
      const at = plain.indexOf(last, start);
      if (at < 0 || at > end) continue;
      const from = Math.max(start, plain.lastIndexOf(told.office.split(' ')[0] ?? '', at));
      found.push(finding(person.name, person.office, { start: from, end: at + last.length }));
    }
  }
  return [...found, ...sentences.flatMap(withoutDeputy)];
}

const deputy = /^(?:wakil|plt|plh|pj|pjs|mantan|eks|calon|bakal|deputy|acting|former|vice)$/;
const leading =
  /^(?:wali|walikota|bupati|gubernur|presiden|menteri|ketua|kepala|sekda|camat|lurah|direktur|mayor|governor|minister|head)$/;

/** "Wali Kota" where the sentence it comes from has "Wakil Wali Kota", and the other way round; no name needed. */
function withoutDeputy({ tokens, sources: [best] }: DraftSentence): Finding[] {
  if (best === undefined || best.share < 0.6) return [];
  const { source, at } = best;
  return tokens.flatMap((token, i) => {
    const there = at[i] ?? -1;
    if (there < 0 || !leading.test(token.key)) return [];
    const [own, theirs] = [tokens[i - 1]?.key ?? '', source.tokens[there - 1]?.key ?? ''];
    if (own === theirs || (!deputy.test(own) && !deputy.test(theirs))) return [];
    const full = source.tokens
      .slice(deputy.test(theirs) ? there - 1 : there, there + 2)
      .map(({ text }) => text);
    const start = deputy.test(own) ? (tokens[i - 1]?.start ?? token.start) : token.start;
    return [finding('', full.join(' '), { start, end: token.end })];
  });
}

function finding(name: string, office: string, mark: Mark): Finding {
  const reason =
    name === ''
      ? { key: 'otherOffice' as const, args: [office] as [string] }
      : { key: 'wrongOffice' as const, args: [name, office] as [string, string] };
  return { severity: 'warn', reason, marks: [mark], mends: [] };
}

/** Whether an office is one that the release gives to somebody else, and not to this person. */
function isOthers(office: string, person: Person, facts: ReleaseFacts): boolean {
  const words = new Set(office.split(' ').map(keyOf));
  const has = (other: string): boolean => {
    const all = other.split(' ').map(keyOf);
    return all.length >= 3 && all.every((word) => words.has(word));
  };
  return !has(person.office) && facts.people.all.some((one) => one !== person && has(one.office));
}

/** Whether a name as told is the release's: each of its longer words is one of it. */
function isSame(name: string, told: string): boolean {
  const words = name.split(' ').map(keyOf);
  const own = told
    .split(' ')
    .map(keyOf)
    .filter((word) => word.length > 2);
  return own.length > 0 && own.every((word) => words.includes(word));
}

/** The heads of the offices that the release puts before somebody's name or a part of it. */
function offices(facts: ReleaseFacts, person: Person): Set<string> {
  const found = new Set([headOf(person.office)]);
  for (const part of person.name.split(' ').filter((word) => word.length > 2)) {
    for (let at = facts.raw.indexOf(part); at >= 0; at = facts.raw.indexOf(part, at + 1)) {
      const before =
        facts.raw
          .slice(Math.max(0, at - 120), at)
          .split(/[.!?\n”"“]/u)
          .at(-1) ?? '';
      for (const match of before.matchAll(heads)) found.add(headOf(match[0]));
    }
  }
  return found;
}

const heads =
  /(?<!\p{L})(?:(?:Plt|Plh|Pj|Pjs)\.? ?)?(?:wakil |deputy )?(?:wali ?kota|bupati|gubernur|presiden|menteri|ketua|kepala|camat|lurah|sekda|sekretaris|direktur|dirut|wawali|asisten|komandan|rektor|dekan|mayor|governor|minister|head|director|chair|kadis\p{L}*|kadin\p{L}*|kabag|kabid)(?!\p{L})/giu;

/** An office by its head, in one spelling: "wakil walikota" for "Wawali", "plt walikota" apart from "walikota". */
function headOf(office: string): string {
  const acting = /^(plt|plh|pjs?)\.? /i.exec(office)?.[1]?.toLowerCase() ?? '';
  let head = (office.slice(acting === '' ? 0 : acting.length).match(heads)?.[0] ?? office.split(' ')[0] ?? '')
    .toLowerCase()
    .replace(/^\.? ?/, '')
    .replace('wali kota', 'walikota');
  const long = shortForms.get(head)?.[0]?.join(' ').replace('wali kota', 'walikota');
  if (long !== undefined) head = /^(?:wakil |deputy )?\p{L}+/u.exec(long)?.[0] ?? long;
  return acting === '' ? head : `${acting} ${head}`;
}
