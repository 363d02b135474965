import { useEffect, useRef, useState } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** How much would be erased. */
export interface Stored {
  drafts: number;
  posts: number;
  releases: number;
  sources: number;
}

interface Props {
  stored: Stored;
  /** Leads to "Simpan cadangan". */
  onBackup: () => void;
  /** The second yes. Resolves never where the page is left. */
  onErase: () => Promise<void>;
}

/** "Hapus semua data" for shared computers: asks, and asks again with a tick, before anything goes. */
export function EraseData({ stored, onBackup, onErase }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().backup;
  const [step, setStep] = useState<'closed' | 'asked' | 'erasing' | 'failed'>('closed');
  const [isSure, setSure] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const close = () => {
    setStep('closed');
    setSure(false);
    first.current?.focus();
  };
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">{words.erase}</h2>
      <p class="sheet-help">{words.eraseHelp}</p>
      <div>
        <button
          ref={first}
          type="button"
          class="button"
          aria-expanded={step !== 'closed'}
          onClick={() => (step === 'closed' ? setStep('asked') : close())}
        >
          {words.erase}
        </button>
      </div>
      {step !== 'closed' && (
        <div class="erase-ask">
          <Heading />
          <ul class="backup-facts">
            <li>{words.eraseEntries(stored.drafts, stored.posts)}</li>
            <li>{words.eraseReleases(stored.releases, stored.sources)}</li>
            <li>{words.eraseRest}</li>
          </ul>
          <p>
            {words.eraseBackup}{' '}
            <button type="button" class="button button-plain" onClick={onBackup}>
              {words.save}
            </button>
          </p>
          <label class="check">
            <input
              type="checkbox"
              checked={isSure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            {words.eraseSure}
          </label>
          <div class="sheet-actions">
            <button type="button" class="button" disabled={step === 'erasing'} onClick={close}>
              {texts.app.cancel}
            </button>
            <button
              type="button"
              class="button button-main"
              disabled={!isSure || step === 'erasing'}
              onClick={() => {
                setStep('erasing');
                onErase().catch(() => setStep('failed'));
              }}
            >
              {words.eraseNow}
            </button>
          </div>
        </div>
      )}
      <div role="status">
        {step === 'erasing' && <p class="field-help">{words.erasing}</p>}
        {step === 'failed' && <Notice kind="warn">{words.eraseFailed}</Notice>}
      </div>
    </section>
  );
}

function Heading() {
  const words = useLaterTexts().backup;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1}>
      {words.eraseAsk}
    </h3>
  );
}
