import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Source } from '../../../utils/source/source.ts';

/** A document for the worker to read. */
export interface Question {
  bytes: Uint8Array;
  contentType: string | null;
  source: Source;
  /** Read it as a release page rather than as a listing or a feed. */
  page?: boolean;
}

/** What came of it. */
export interface Answer {
  titles: string[];
  urls: (string | null)[];
  /** A `SourceError`, the only one that readers may throw. */
  unreadable?: boolean;
  /** Another error, or a reading that is out of bounds. */
  fault?: string;
  /** Milliseconds, by the wall's clock or the thread's own, whichever is less. */
  ms: number;
}

/** Megabytes that one reading may take; the worker's heap is kept to it, so that more ends the worker. */
export const MEMORY_MB = 150;
/** Milliseconds that one reading may take, as the best of three. */
export const TIME_MS = 300;
const TRIES = 3;
/** A reading that has not ended by then never will. */
const HANGS_MS = 20_000;

/** Reads documents in a thread of its own, whose heap is limited. */
export class Reader {
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
    // Old and young generation together are the heap.
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB - 32, maxYoungGenerationSizeMb: 32 },
  });

  /**
   * Reads a document, again where it took too long: the machine has neighbours.
   * @throws Error when the reading does not end, or needs more memory than it may
   */
  async read(question: Question): Promise<Answer> {
    let best = await this.ask(question);
    for (let tries = 1; tries < TRIES && best.ms > TIME_MS; tries++) {
      const again = await this.ask(question);
      best = { ...again, ms: Math.min(best.ms, again.ms) };
    }
    return best;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(question: Question): Promise<Answer> {
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(new Error('the reading does not end')), HANGS_MS);
    try {
      this.worker.postMessage(question);
      // An error of the worker, such as ERR_WORKER_OUT_OF_MEMORY, rejects this.
      const [answer] = (await once(this.worker, 'message', { signal: ended.signal })) as [Answer];
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }
}
