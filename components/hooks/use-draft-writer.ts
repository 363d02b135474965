import { useCallback, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../utils/draft/draft.ts';
import type { DraftInput, Written } from '../../utils/draft/writing.ts';

/** Where a text stands: only `saved` means that the database has it. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

/** An input before this page put its name and count on it. */
export type Unstamped = Omit<DraftInput, 'writer' | 'count'>;

/** This page's name as a writer; its inputs count up from here. */
export const writer = crypto.randomUUID();
let count = 0;

/** Stamps a draft with this page's next count, so that a later stamp always wins over an earlier one. */
export const stamp = (draft: Unstamped): DraftInput => {
  count += 1;
  return { ...draft, writer, count };
};

/** How soon a failed write is tried again, in milliseconds. */
const retryAfter = 1000;

/** Why a write failed: the name of the error's class where the background told it. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'failure' in error ? String(error.failure) : '';

/**
 * Sends every input at once and says when it is stored. No debounce: a popup may vanish at any moment, and a
 * message per input is what loses nothing. A write that fails is repeated until it is stored or replaced by a newer
 * input of the same draft; looking at another draft or leaving the view does not end that.
 */
export function useDraftWriter(write: (input: DraftInput) => Promise<Written>) {
  const [states, setStates] = useState<Record<string, SaveState>>({});
  const [reason, setReason] = useState('');
  const newest = useRef(new Map<string, DraftInput>());
  const bases = useRef(new Map<string, number>());

  const put = useCallback(
    (input: DraftInput) => {
      const isNewest = () => newest.current.get(input.id) === input;
      const tell = (state: SaveState) => setStates((now) => ({ ...now, [input.id]: state }));
      write(input).then(
        (stored) => {
          if (!stored.rival) bases.current.set(input.id, stored.revision);
          if (isNewest() && stored.count >= input.count) tell('saved');
        },
        (error: unknown) => {
          if (!isNewest()) return;
          setReason(reasonOf(error));
          tell('failed');
          setTimeout(() => isNewest() && put(input), retryAfter);
        },
      );
    },
    [write],
  );

  const save = useCallback(
    (draft: Unstamped): void => {
      const input = stamp(draft);
      newest.current.set(input.id, input);
      setStates((now) => ({ ...now, [input.id]: 'saving' }));
      put(input);
    },
    [put],
  );
  // One that is not stored is told wherever the official looks: closing the page would lose it.
  const failed = Object.values(states).includes('failed');
  const holds = ({ id, inputs }: Draft): boolean =>
    (inputs[writer] ?? 0) >= (newest.current.get(id)?.count ?? 0);
  const stateOf = (id: string): SaveState => (failed ? 'failed' : (states[id] ?? 'idle'));
  return {
    stateOf,
    save,
    /** Why the last write failed, while one is not stored: the name of an error's class, '' where it is not known. */
    failure: failed ? reason : null,
    /** Whether a stored draft holds the newest input of this page, and not as a rival. */
    isIn: (draft: Draft): boolean => holds(draft) && draft.rivals.every((rival) => rival.writer !== writer),
    /** As `isIn`, a rival too: what is the draft's own whichever text is chosen. */
    holds,
    /** The newest revision of a draft that this page's own writing made; 0 before the first. */
    baseOf: (id: string): number => bases.current.get(id) ?? 0,
  };
}
