import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DraftInput } from '../../utils/draft/history.ts';

/** Where a text stands: only `saved` means that the database has it. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

/** This page's name as a writer; its revisions count up from here. */
const writer = crypto.randomUUID();
let revision = 0;

/** Stamps a draft with this page's next revision, so that a later stamp always wins over an earlier one. */
export const stamp = (draft: Omit<DraftInput, 'writer' | 'revision'>): DraftInput => {
  revision += 1;
  return { ...draft, writer, revision };
};

/** How soon a failed write is tried again, in milliseconds. */
const retryAfter = 1000;

/**
 * Sends every input at once and says when it is stored. No debounce: a popup may vanish at any moment, and a
 * message per input is what loses nothing. A write that fails is repeated until it is stored or replaced.
 */
export function useDraftWriter(write: (input: DraftInput) => Promise<{ revision: number }>) {
  const [state, setState] = useState<SaveState>('idle');
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const put = useCallback(
    (input: DraftInput) => {
      write(input).then(
        (stored) => {
          if (input.revision === latest.current && stored.revision >= input.revision) setState('saved');
        },
        () => {
          if (input.revision !== latest.current) return;
          setState('failed');
          timer.current = setTimeout(put, retryAfter, input);
        },
      );
    },
    [write],
  );

  useEffect(() => () => clearTimeout(timer.current), []);

  const save = useCallback(
    (draft: Omit<DraftInput, 'writer' | 'revision'>): DraftInput => {
      const input = stamp(draft);
      clearTimeout(timer.current);
      latest.current = input.revision;
      setState('saving');
      put(input);
      return input;
    },
    [put],
  );
  return { state, save, forget: useCallback(() => setState('idle'), []) };
}
