import type { Checked, Finding } from './check.ts';

/** The source is always linked; without it nobody can see that the city said so. */
export function noLink({ text, link }: Checked): Finding | null {
  return text.includes(link) ? null : { kind: 'no-link', mended: `${text.trimEnd()} ${link}`.trimStart() };
}
