import { useEffect, useRef } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  value: string;
  onInput: (typed: string) => void;
  onOpen: () => void;
}

/** Asks for the passphrase of a chosen file. */
export function PhraseForm({ value, onInput, onOpen }: Props) {
  const words = useLaterTexts().backup;
  const form = useRef<HTMLFormElement>(null);
  // It was asked for by choosing the file: the next thing to do is to type.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="backup-phrase"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onOpen();
      }}
    >
      <TextField
        id="restore-phrase"
        label={words.phrase}
        help={words.failures.sealed}
        value={value}
        onInput={onInput}
        secret
      />
      <div>
        <button type="submit" class="button button-main">
          {words.open}
        </button>
      </div>
    </form>
  );
}
