import { liveQuery } from 'dexie';
import { type Inputs, useEffect, useState } from 'preact/hooks';

/** What a live query knows so far: nothing yet, a value, or that the database cannot be read. */
export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: Error };

/** Runs a Dexie query and runs it again whenever what it read changes, in whichever window or worker. */
export function useLive<T>(query: () => Promise<T>, inputs: Inputs): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    const watch = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error: unknown) =>
        setLive({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) }),
    });
    return () => watch.unsubscribe();
  }, inputs);
  return live;
}
