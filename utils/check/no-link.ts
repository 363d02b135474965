import type { Checked, Finding } from './check.ts';

/** What may stand behind an address without being part of it. */
const goesOn = /^[\p{L}\p{N}/?#&=%_~+@-]/u;

/** The source is always linked; without it nobody can see that the city said so. */
export function noLink({ text, link }: Checked): Finding[] {
  for (let at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + 1)) {
    // "…/berita/12" is not the link "…/berita/1".
    if (!goesOn.test(text.slice(at + link.length))) return [];
  }
  const mended = `${text.trimEnd()} ${link}`.trimStart();
  return [
    {
      severity: 'warn',
      reason: { key: 'noLink', args: [] },
      marks: [],
      mends: [{ key: 'addLink', text: mended }],
    },
  ];
}
