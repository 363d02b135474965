import { findHashtags, removeHashtag } from '../caption/hashtags.ts';
import { splitSentences } from '../caption/sentences.ts';
import { catalogue } from '../platform/catalogue.ts';
import { room } from '../platform/measure.ts';
import type { Checked, Finding } from './check.ts';

/** Over the platform's limit, by the platform's own count. */
export function tooLong({ text, platform, link }: Checked): Finding[] {
  const { fits, left } = room(platform, text);
  if (fits) return [];
  // Within the count but over the bytes is rare (Bluesky's 3,000): then by one, never by nothing.
  const over = Math.max(1, -left);
  const shorter = refitted(text, link, (candidate) => room(platform, candidate).fits);
  return [
    {
      severity: 'stop',
      reason: { key: 'tooLong', args: [over, catalogue[platform].name] },
      marks: [],
      mends: shorter === null ? [] : [{ key: 'shorten', text: shorter }],
    },
  ];
}

/**
 * The official's own text made to fit: first the hashtags go, from the last, then whole sentences, from the last.
 * The link stays and no sentence is cut. Null where even the first sentence does not fit.
 */
function refitted(text: string, link: string, fits: (text: string) => boolean): string | null {
  let shorter = text.trim();
  for (const { tag } of findHashtags(shorter).reverse()) {
    shorter = removeHashtag(shorter, tag);
    if (fits(shorter)) return shorter;
  }
  const at = shorter.lastIndexOf(link);
  const body = at < 0 ? shorter : shorter.slice(0, at);
  const rest = at < 0 ? '' : shorter.slice(at);
  // Words that lead to the link ("Selengkapnya: ") stay with it.
  const lead = /(?:^|[.!?”\n]\s*)([^.!?”\n]{1,30}:\s*)$/u.exec(body)?.[1] ?? '';
  const told = lead === '' ? body : body.slice(0, -lead.length);
  const gap = /\s*$/u.exec(told)?.[0] ?? '';
  for (let kept = withoutLast(told); kept !== ''; kept = withoutLast(kept)) {
    for (const start of lead === '' ? [''] : [lead, '']) {
      const candidate = `${kept}${rest === '' ? '' : gap || ' '}${start}${rest}`;
      if (fits(candidate)) return candidate;
    }
  }
  return null;
}

/** A text without its last sentence, its line breaks kept; empty where it has only one. */
function withoutLast(text: string): string {
  const trimmed = text.trimEnd();
  const line = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  const last = splitSentences(line).at(-1) ?? line;
  return trimmed.slice(0, trimmed.length - last.length).trimEnd();
}
