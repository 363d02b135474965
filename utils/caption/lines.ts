import { catalogue } from '../platform/catalogue.ts';
import type { PlatformId } from '../platform/platform.ts';

/** Whether one of the official's own lines stands in a text. */
export function hasLine(text: string, line: string): boolean {
  return text.includes(line);
}

/** The text with one of the official's own lines before it: on the same line where texts are short, else above it. */
export function withLine(text: string, line: string, platform: PlatformId): string {
  if (hasLine(text, line)) return text;
  const rest = text.trimStart();
  if (rest === '') return line;
  return `${line}${catalogue[platform].limit <= 500 ? ' ' : '\n\n'}${rest}`;
}

/** The text without that line, wherever it stands, and without the gap it leaves. */
export function withoutLine(text: string, line: string): string {
  const at = text.indexOf(line);
  if (at < 0 || line === '') return text;
  const before = text.slice(0, at);
  const after = text.slice(at + line.length);
  if (before.trim() === '') return after.trimStart();
  if (after.trim() === '') return before.trimEnd();
  const gap = /^\s*/u.exec(after)?.[0] ?? '';
  return before.trimEnd() + (gap === '' ? (/\s*$/u.exec(before)?.[0] ?? '') : gap) + after.trimStart();
}
