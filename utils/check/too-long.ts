import { room } from '../platform/measure.ts';
import type { Checked, Finding } from './check.ts';

/** Over the platform's limit, by the platform's own count. */
export function tooLong({ text, platform }: Checked): Finding | null {
  const { fits, left } = room(platform, text);
  // Within the count but over the bytes is rare (Bluesky's 3,000): then by one, never by nothing.
  return fits ? null : { kind: 'too-long', over: Math.max(1, -left) };
}
