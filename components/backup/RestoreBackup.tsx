import { useRef, useState } from 'preact/hooks';
import type { Taken } from '../../utils/backup/contents.ts';
import type { BackupReason } from '../../utils/backup/errors.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { PhraseForm } from './PhraseForm.tsx';
import { type Preview, PreviewList } from './PreviewList.tsx';

interface Props {
  /** Reads a file to its end without changing anything; resolves to the reason where it cannot be read. */
  onLook: (file: File, phrase: string) => Promise<Preview | BackupReason | 'unreadable'>;
  /**
   * Takes the file in. Called straight from the click: a permission may be needed.
   * @param onProgress told how much of the file is in, 0 to 1
   */
  onRestore: (
    file: File,
    phrase: string,
    preview: Preview,
    onProgress: (share: number) => void,
  ) => Promise<Taken>;
  now: number;
}

type Step =
  | { kind: 'none' | 'reading' | 'stopped' }
  | { kind: 'refused'; reason: BackupReason | 'unreadable' }
  | { kind: 'preview'; preview: Preview }
  | { kind: 'restoring'; share: number }
  | { kind: 'done'; taken: Taken };

const needsPhrase = (step: Step): boolean =>
  step.kind === 'refused' && (step.reason === 'sealed' || step.reason === 'wrong-passphrase');

/** "Pulihkan": a file is chosen, looked at, and taken in once the official has seen what that does. */
export function RestoreBackup({ onLook, onRestore, now }: Props) {
  const words = useLaterTexts().backup;
  const cancel = useTexts().app.cancel;
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [phrase, setPhrase] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'none' });

  const look = (chosen: File, typed: string) => {
    setStep({ kind: 'reading' });
    onLook(chosen, typed).then(
      (found) =>
        setStep(
          typeof found === 'string'
            ? { kind: 'refused', reason: found }
            : { kind: 'preview', preview: found },
        ),
      () => setStep({ kind: 'refused', reason: 'unreadable' }),
    );
  };
  const restore = (preview: Preview) => {
    if (!file) return;
    const taking = onRestore(file, phrase, preview, (share) => setStep({ kind: 'restoring', share }));
    setStep({ kind: 'restoring', share: 0 });
    taking.then(
      (taken) => setStep({ kind: 'done', taken }),
      () => setStep({ kind: 'stopped' }),
    );
  };
  const isBusy = step.kind === 'reading' || step.kind === 'restoring';
  return (
    <div class="backup-form">
      <p class="field-help">{words.restoreHelp}</p>
      <div>
        <button
          type="button"
          class="button"
          aria-disabled={isBusy}
          onClick={() => !isBusy && input.current?.click()}
        >
          {words.restore}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={words.restore}
          accept=".json,application/json"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (!chosen) return;
            setFile(chosen);
            setPhrase('');
            look(chosen, '');
          }}
        />
      </div>
      {needsPhrase(step) && file && (
        <PhraseForm value={phrase} onInput={setPhrase} onOpen={() => look(file, phrase)} />
      )}
      {step.kind === 'preview' && (
        <section class="backup-preview" aria-labelledby="backup-preview">
          <h3 id="backup-preview">{words.preview}</h3>
          <PreviewList preview={step.preview} now={now} />
          <div class="sheet-actions">
            <button type="button" class="button" onClick={() => setStep({ kind: 'none' })}>
              {cancel}
            </button>
            <button type="button" class="button button-main" onClick={() => restore(step.preview)}>
              {words.confirm}
            </button>
          </div>
        </section>
      )}
      <div role="status">
        <Outcome step={step} />
      </div>
    </div>
  );
}

function Outcome({ step }: { step: Step }) {
  const words = useLaterTexts().backup;
  if (step.kind === 'reading') return <p class="field-help">{words.reading}</p>;
  if (step.kind === 'restoring') {
    return <p class="field-help">{words.restoring(Math.floor(step.share * 100))}</p>;
  }
  if (step.kind === 'stopped') return <Notice kind="warn">{words.restoreStopped}</Notice>;
  // What is to be typed is said below its field.
  if (step.kind === 'refused' && step.reason === 'sealed') return null;
  if (step.kind === 'refused') return <Notice kind="warn">{words.failures[step.reason]}</Notice>;
  if (step.kind !== 'done') return null;
  const { added, changed, sources } = step.taken;
  return (
    <Notice kind="note">
      <p>{words.restored(added, changed)}</p>
      {sources > 0 && <p>{words.restoredSources(sources)}</p>}
    </Notice>
  );
}
