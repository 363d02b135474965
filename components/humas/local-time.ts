/** A moment as a field of this computer's own time writes it, to the minute: "2026-11-24T09:30". */
export function toLocal(at: number): string {
  const zone = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - zone).toISOString().slice(0, 16);
}

/** The moment that such a field names, epoch milliseconds; undefined where it is empty. */
export function fromLocal(value: string): number | undefined {
  // Without a zone it is this computer's own time (ECMA-262, Date Time String Format).
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
