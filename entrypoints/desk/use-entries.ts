import { useEffect, useState } from 'preact/hooks';
import type { Live } from '../../components/hooks/use-live.ts';
import { db } from '../../utils/db/database.ts';
import { type Seen, watchEntries } from '../../utils/draft/watch-entries.ts';

/** All drafts and posts, newest first, and what is written to them in any window. */
export function useEntries(): Live<Seen> {
  const [live, setLive] = useState<Live<Seen>>({ state: 'loading' });
  useEffect(
    () =>
      watchEntries(db, {
        next: (value) => setLive({ state: 'ready', value }),
        failed: (error) => setLive({ state: 'failed', error }),
      }),
    [],
  );
  return live;
}
