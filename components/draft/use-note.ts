import { useEffect, useRef, useState } from 'preact/hooks';
import type { SaveState } from '../hooks/use-draft-writer.ts';

/** How soon a failed write is tried again, in milliseconds. */
const retryAfter = 1000;

/**
 * A note that is being typed: as safe as a draft. Every input is sent at once, "tersimpan" means that the database has
 * it, and what failed is tried again until it is stored or replaced, also after the view is left.
 * @param stored the note as the database has it
 */
export function useNote(stored: string, write: (note: string) => Promise<unknown>) {
  const [local, setLocal] = useState<string | null>(null);
  const [state, setState] = useState<SaveState>('idle');
  const newest = useRef(0);

  // Once it is stored, the stored note leads: what another window writes then shows here too.
  useEffect(() => {
    if (state === 'saved') setLocal((now) => (now === stored ? null : now));
  }, [state, stored]);

  const put = (note: string, count: number) => {
    const isNewest = () => newest.current === count;
    write(note).then(
      () => isNewest() && setState('saved'),
      () => {
        if (!isNewest()) return;
        setState('failed');
        setTimeout(() => isNewest() && put(note, count), retryAfter);
      },
    );
  };
  return {
    text: local ?? stored,
    state,
    type: (note: string) => {
      newest.current += 1;
      setLocal(note);
      setState('saving');
      put(note, newest.current);
    },
  };
}
