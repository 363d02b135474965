import type { downloadPicture, downloadText } from './download.ts';
import { FetchError, ReadError } from './errors.ts';
import { limits } from './limits.ts';

/** What reading a city's site needs from outside; the downloads are there for tests and stand-ins. */
export interface Reach {
  /** The time, in epoch milliseconds. */
  now: () => number;
  /** Called after each commit: something that a list shows may have changed. */
  onProgress: () => void;
  downloadText?: typeof downloadText;
  downloadPicture?: typeof downloadPicture;
}

/** How many more of a source's pages may be asked for in one refresh; shared by all that ask. */
export class Budget {
  left: number;
  /** For how many milliseconds the server asked to be left alone; null while it did not. */
  holdMs: number | null = null;

  constructor(pages: number) {
    this.left = pages;
  }

  /** Takes one page; false where none is left, or the server asked for peace. */
  take(): boolean {
    if (this.left <= 0 || this.holdMs !== null) return false;
    this.left--;
    return true;
  }

  /** Heeds what a failed request says; a server that is asked to slow down once is not asked again. */
  heed(error: unknown): void {
    if (!(error instanceof FetchError) || !isOverload(error)) return;
    this.holdMs = Math.max(this.holdMs ?? 0, error.retryAfterMs ?? 0);
  }
}

/** The server has too much to do: 429, or 503 with a time to come back. */
function isOverload(error: FetchError): boolean {
  return error.status === 429 || (error.status === 503 && error.retryAfterMs !== null);
}

/** No answer at all: nothing is known of the page, so nothing is held against it. */
export function isSilence(error: unknown): boolean {
  if (!(error instanceof FetchError)) return false;
  return ['offline', 'no-answer', 'timeout'].includes(error.reason) || isOverload(error);
}

/** The site says that the page is not there (404, 410). What is not the site's doing is thrown on. */
export function isGone(error: unknown): boolean {
  if (error instanceof FetchError) return error.reason === 'not-found';
  if (error instanceof ReadError) return false;
  throw error;
}

/** Works through a list in order, two at a time, and leaves off when the site has fallen silent. */
export async function eachUntilSilent<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<'answered' | 'silent'>,
): Promise<void> {
  const queue = [...items];
  let silences = 0;
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && silences < limits.silences; item = queue.shift()) {
      silences = (await work(item)) === 'silent' ? silences + 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: limits.atATime }, worker));
}
