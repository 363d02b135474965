import type { Checked, Finding, Mark } from './check.ts';

/** The provinces' numbers, which open an identity number. */
const provinces = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'.split(
    ' ',
  ),
);

/**
 * An identity number (NIK) or a family's (KK): sixteen digits that open with a province and hold a date. Nobody's may
 * go out (Law 27/2022 on personal data), whether the release has it or not.
 */
export function privateNumber({ text }: Checked): Finding[] {
  const marks: Mark[] = [...text.matchAll(/(?<!\d)\d(?:[ .-]?\d){15}(?![ .-]?\d)/gu)].flatMap((match) =>
    isNational(match[0].replace(/\D/g, ''))
      ? [{ start: match.index, end: match.index + match[0].length }]
      : [],
  );
  if (marks.length === 0) return [];
  let without = text;
  for (const { start, end } of [...marks].reverse()) without = without.slice(0, start) + without.slice(end);
  return [
    {
      severity: 'stop',
      reason: { key: 'nationalId', args: [] },
      marks,
      mends: [{ key: 'remove', text: without.replace(/[^\S\n]{2,}/gu, ' ').trim() }],
    },
  ];
}

/** PPKKCC DDMMYY NNNN; women's days count from 41. */
function isNational(digits: string): boolean {
  const day = Number(digits.slice(6, 8));
  const month = Number(digits.slice(8, 10));
  const born = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
  return (
    provinces.has(digits.slice(0, 2)) && born && month >= 1 && month <= 12 && digits.slice(12) !== '0000'
  );
}
