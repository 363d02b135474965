import browser from 'webextension-polyfill';

/** One kind of failure, as the problem report tells it: never a message, which may hold a text, a name or an address. */
export interface Failure {
  /** What Jubir was doing: "refresh". */
  where: string;
  /** The name of the error's class: "FetchError". */
  name: string;
  /** What our own errors tell of themselves by a fixed word: "timeout". */
  reason?: string;
  count: number;
  /** When it happened last, epoch milliseconds. */
  at: number;
}

/** Key in `storage.local`. */
export const failuresKey = 'failures';
/** How many kinds are kept; the one that is longest ago goes. */
const most = 20;

const isWords = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z -]{0,39}$/.test(value);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Za-z]{2,39}$/.test(value);
const isReason = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z-]{1,23}$/.test(value);

/** What storage gave, newest first; what is no such row is left out. */
export function readFailures(stored: unknown): Failure[] {
  if (!Array.isArray(stored)) return [];
  const rows = (stored as Partial<Failure>[]).flatMap((row) => {
    const { where, name, reason, count, at } = row ?? {};
    if (!isWords(where) || !isName(name) || !Number.isSafeInteger(count) || !Number.isSafeInteger(at))
      return [];
    return [{ where, name, count: count ?? 0, at: at ?? 0, ...(isReason(reason) && { reason }) }];
  });
  return rows.sort((a, b) => b.at - a.at).slice(0, most);
}

/** The failures that were kept. */
export async function loadFailures(): Promise<Failure[]> {
  return readFailures((await browser.storage.local.get(failuresKey))[failuresKey]);
}

/** One after the other; of two contexts that write in the same breath one may count too little. */
let writing: Promise<unknown> = Promise.resolve();

/**
 * Keeps that something failed: where, by what class of error, how often, when last. Nothing is kept before anything else
 * is stored: at the first start, and after everything was erased.
 */
export function keepFailure(where: string, error: unknown): Promise<void> {
  const kept = writing.then(async () => {
    const stored = await browser.storage.local.get([failuresKey, 'settings']);
    if (!stored.settings) return;
    const failures = readFailures(stored[failuresKey]);
    const next = failureOf(where, error, Date.now());
    const same = (one: Failure): boolean =>
      one.where === next.where && one.name === next.name && one.reason === next.reason;
    const count = (failures.find(same)?.count ?? 0) + 1;
    const rest = failures.filter((one) => !same(one));
    await browser.storage.local.set({ [failuresKey]: [{ ...next, count }, ...rest].slice(0, most) });
  });
  writing = kept.catch(() => {});
  return kept;
}

function failureOf(where: string, error: unknown, at: number): Failure {
  // The number of a tab tells nothing afterwards.
  const plain = where.replace(/ ?\d+$/, '');
  // Of what failed in the background a page knows the class by `failure`.
  const { name, reason, failure } = (error ?? {}) as { name?: unknown; reason?: unknown; failure?: unknown };
  const called = isName(failure) ? failure : name;
  return {
    where: isWords(plain) ? plain : 'elsewhere',
    name: isName(called) ? called : 'Error',
    count: 1,
    at,
    ...(isReason(reason) && { reason }),
  };
}
