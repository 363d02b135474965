import { bounds } from './bounds.ts';

/** White space of every kind, no-break and ideographic included. */
const SPACES = /[\s\u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Controls, zero-width characters and direction overrides: invisible, and a way to disguise text. Joiners stay: emoji need them. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** One line of text: white space folded, invisible characters gone, composed (NFC). */
export function foldText(text: string): string {
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').trim().normalize('NFC');
}

/** Cuts a line to a title's length, at a word where there is one. */
export function cutLine(line: string): string {
  if (line.length <= bounds.titleChars) return line;
  const head = line.slice(0, bounds.titleChars - 1);
  const space = head.lastIndexOf(' ');
  return `${foldText(head.slice(0, space > bounds.titleChars / 2 ? space : undefined))}…`;
}

/** Text that is declared to be plain, as paragraphs: blank lines break; without any, every line is one. */
export function plainToParagraphs(text: string): string[] {
  const lines = text.slice(0, bounds.contentChars).split(/\r\n?|\n/);
  const hasBlank = lines.some((line, index) => line.trim() === '' && index > 0 && index < lines.length - 1);
  const blocks = hasBlank ? lines.join('\n').split(/\n\s*\n/) : lines;
  return blocks.map(foldText).filter(Boolean).slice(0, bounds.paragraphs);
}
