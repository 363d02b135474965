import type { Draft } from './draft.ts';

/** What a reminder can be set to in one tap. */
export type QuickTime = 'afternoon' | 'tomorrow' | 'monday';

/** The times that are offered, by this computer's clock, in milliseconds; each lies ahead, and none is offered twice. */
export function quickTimes(now: number): { name: QuickTime; at: number }[] {
  const today = new Date(now);
  const on = (days: number, hour: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, hour).getTime();
  const toMonday = (8 - today.getDay()) % 7 || 7;
  return [
    { name: 'afternoon' as const, at: on(0, 16) },
    { name: 'tomorrow' as const, at: on(1, 8) },
    { name: 'monday' as const, at: on(toMonday, 8) },
  ].filter(({ name, at }) => at > now && (name !== 'monday' || toMonday > 1));
}

/** A time as a field for date and time has it, by this computer's clock: "2026-11-24T16:00". */
export function fieldTime(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())];
  return `${day.join('-')}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The milliseconds of what stands in such a field, or null where that is no time. */
export function timeInField(value: string): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The first words of a draft, for a line of a notification or a list. */
export function firstWords({ text }: Pick<Draft, 'text'>, most = 90): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, most).replace(/[\s,;:–—-]*\s\S*$/u, '')}…`;
}
