import { useCallback, useRef, useState } from 'preact/hooks';
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
 * message per input is what loses nothing. A write that fails is repeated until it is stored or replaced by a newer
 * input of the same draft; looking at another draft or leaving the view does not end that.
 */
export function useDraftWriter(write: (input: DraftInput) => Promise<{ revision: number }>) {
  const [states, setStates] = useState<Record<string, SaveState>>({});
  const newest = useRef(new Map<string, DraftInput>());

  const put = useCallback(
    (input: DraftInput) => {
      const isNewest = () => newest.current.get(input.id) === input;
      const tell = (state: SaveState) => setStates((now) => ({ ...now, [input.id]: state }));
      write(input).then(
        (stored) => {
          if (isNewest() && stored.revision >= input.revision) tell('saved');
        },
        () => {
          if (!isNewest()) return;
          tell('failed');
          setTimeout(() => isNewest() && put(input), retryAfter);
        },
      );
    },
    [write],
  );

  const save = useCallback(
    (draft: Omit<DraftInput, 'writer' | 'revision'>): void => {
      const input = stamp(draft);
      newest.current.set(input.id, input);
      setStates((now) => ({ ...now, [input.id]: 'saving' }));
      put(input);
    },
    [put],
  );
  // One that is not stored is told wherever the official looks: closing the page would lose it.
  const failed = Object.values(states).includes('failed');
  const stateOf = (id: string): SaveState => (failed ? 'failed' : (states[id] ?? 'idle'));
  return { stateOf, save };
}
