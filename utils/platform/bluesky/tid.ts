const digits = '234567abcdefghijklmnopqrstuvwxyz';

/** The last one that was drawn, so that no two of one worker are alike. */
let last = 0n;

/**
 * A new TID, the record key of posts (https://atproto.com/specs/tid): 53 bits of microseconds, 10 of chance, so that two
 * machines that draw at once do not draw the same.
 * @param now epoch milliseconds
 */
export function drawTid(now: number): string {
  const micros = BigInt(Math.max(0, Math.trunc(now))) * 1_000n;
  last = micros > last ? micros : last + 1n;
  const [chance = 0] = crypto.getRandomValues(new Uint16Array(1));
  let rest = ((last & ((1n << 53n) - 1n)) << 10n) | BigInt(chance & 0x3ff);
  let tid = '';
  for (let at = 0; at < 13; at += 1) {
    tid = `${digits[Number(rest & 31n)] ?? ''}${tid}`;
    rest >>= 5n;
  }
  return tid;
}

/** Whether this is a TID by its syntax. */
export const isTid = (text: string): boolean => /^[234567abcdefghij][234567a-z]{12}$/.test(text);
