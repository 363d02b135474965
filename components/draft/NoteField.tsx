import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { SaveMark } from '../caption/SaveMark.tsx';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useNote } from './use-note.ts';

interface Props {
  /** The note as stored. */
  note: string;
  /** The official asked for it: the keyboard goes there. */
  begin?: boolean;
  /** Stores it; rejects where it could not be. */
  onWrite: (note: string) => Promise<unknown>;
}

/** "Catatan untuk diri sendiri": what the official wants to remember of a draft or post. */
export function NoteField({ note, begin = false, onWrite }: Props) {
  const { detail } = useLaterTexts();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // Before the first letter can come.
  useLayoutEffect(() => {
    if (begin) box.current?.focus();
  }, []);
  const { text, state, type } = useNote(note, onWrite);
  return (
    <div class="note">
      <div class="note-head">
        <label for={id}>{detail.note}</label>
        {state !== 'idle' && <SaveMark state={state} />}
      </div>
      <textarea
        id={id}
        ref={box}
        class="input"
        rows={1}
        value={text}
        placeholder={detail.notePlaceholder}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {state === 'failed' && (
        <p class="field-error" role="alert">
          {detail.noteFailed}
        </p>
      )}
    </div>
  );
}
