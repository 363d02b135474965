import { useState } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sizeOf } from './size.ts';

/** What a copy holds. */
export interface Saved {
  drafts: number;
  posts: number;
  bytes: number;
}

interface Props {
  /** When the last copy was made, in words; null before the first. */
  last: string | null;
  /** The fewest characters of a passphrase. */
  shortest: number;
  /** @param phrase '' for a copy that anybody can read */
  onSave: (phrase: string, withSecrets: boolean) => Promise<Saved>;
}

type Told = { kind: 'none' | 'saving' | 'failed' | 'short' | 'differs' } | { kind: 'saved'; saved: Saved };

/** "Simpan cadangan", under a passphrase if the official wants one. */
export function SaveBackup({ last, shortest, onSave }: Props) {
  const words = useLaterTexts().backup;
  const [isProtected, setProtected] = useState(false);
  const [phrase, setPhrase] = useState('');
  const [again, setAgain] = useState('');
  const [withSecrets, setWithSecrets] = useState(false);
  const [told, setTold] = useState<Told>({ kind: 'none' });

  const save = () => {
    if (isProtected && phrase.length < shortest) return setTold({ kind: 'short' });
    if (isProtected && phrase !== again) return setTold({ kind: 'differs' });
    setTold({ kind: 'saving' });
    onSave(isProtected ? phrase : '', isProtected && withSecrets).then(
      (saved) => {
        setTold({ kind: 'saved', saved });
        setPhrase('');
        setAgain('');
      },
      () => setTold({ kind: 'failed' }),
    );
  };
  return (
    <form
      class="backup-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (told.kind !== 'saving') save();
      }}
    >
      <p class="field-help">{last === null ? words.lastNever : words.last(last)}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={isProtected}
          onChange={(event) => setProtected(event.currentTarget.checked)}
        />
        {words.withPhrase}
      </label>
      {isProtected && (
        <div class="backup-phrase">
          <TextField
            id="backup-phrase"
            label={words.phrase}
            help={words.phraseHelp(shortest)}
            value={phrase}
            onInput={setPhrase}
            secret
          />
          <TextField
            id="backup-again"
            label={words.repeat}
            help={words.repeatHelp}
            value={again}
            onInput={setAgain}
            secret
          />
          <label class="check">
            <input
              type="checkbox"
              checked={withSecrets}
              aria-describedby="backup-secrets-help"
              onChange={(event) => setWithSecrets(event.currentTarget.checked)}
            />
            {words.withSecrets}
          </label>
          <p class="field-help" id="backup-secrets-help">
            {words.withSecretsHelp}
          </p>
        </div>
      )}
      <div>
        <button type="submit" class="button button-main" aria-disabled={told.kind === 'saving'}>
          {words.save}
        </button>
      </div>
      <div role="status">{told.kind !== 'none' && <Outcome told={told} shortest={shortest} />}</div>
    </form>
  );
}

function Outcome({ told, shortest }: { told: Told; shortest: number }) {
  const texts = useTexts();
  const words = useLaterTexts().backup;
  switch (told.kind) {
    case 'none':
      return null;
    case 'saving':
      return <p class="field-help">{words.saving}</p>;
    case 'saved': {
      const { drafts, posts, bytes } = told.saved;
      return <Notice kind="note">{words.saved(drafts, posts, sizeOf(texts.locale, bytes))}</Notice>;
    }
    case 'failed':
      return <Notice kind="warn">{words.saveFailed}</Notice>;
    case 'short':
      return <p class="field-error">{words.phraseShort(shortest)}</p>;
    case 'differs':
      return <p class="field-error">{words.phraseDiffers}</p>;
  }
}
