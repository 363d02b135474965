import type { Checked, Finding, Mark } from './check.ts';
import { type DraftReading, isOwn } from './reading/draft.ts';
import { saysDigits } from './reading/supported.ts';

const phone =
  /(?<![\p{L}\p{N}.,/])(?:\+?62[\s-]?|\(?0)(?:8\d{1,2}|\d{2,3}\)?)(?:[\s.-]?\d){5,10}(?![\d]|[.,/]\d)/gu;
const mail = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
/** Where people have letter boxes of their own. */
const ownBoxes = /^(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|proton|protonmail|mail)\./i;

/**
 * A telephone number that the release does not give, and a person's own e-mail address: somebody's private ones,
 * unless the official knows better. A call centre stands in the release.
 */
export function privateContact({ text, facts }: Checked, reading: DraftReading): Finding[] {
  const phones = [...text.matchAll(phone)].filter((match) => {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < 9 || digits.length > 14) return false;
    return facts === null || !saysDigits(facts, match[0]);
  });
  const mails = [...text.matchAll(mail)].filter(
    (match) => ownBoxes.test(match[1] ?? '') && !facts?.raw.toLowerCase().includes(match[0].toLowerCase()),
  );
  const strange = (match: RegExpMatchArray): boolean =>
    !isOwn(reading, { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });
  return [
    finding('privatePhone', phones.filter(strange)),
    finding('privateMail', mails.filter(strange)),
  ].flat();
}

function finding(key: 'privatePhone' | 'privateMail', matches: readonly RegExpMatchArray[]): Finding[] {
  if (matches.length === 0) return [];
  const marks: Mark[] = matches.map((match) => ({
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  }));
  return [{ severity: 'warn', reason: { key, args: [] }, marks, mends: [] }];
}
