import { useState } from 'preact/hooks';
import type { Copied, Copy } from '../../utils/draft/copy.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { DuplicateResult } from './DuplicateResult.tsx';

interface Props {
  /** What the draft becomes on each other platform, in the order they are offered. */
  copies: readonly Copy[];
  /** Makes the copies; rejects where none was made. */
  onCopy: (platforms: PlatformId[]) => Promise<Copied[]>;
  /** Takes them back, but for those that it names. */
  onUndo: (copied: Copied[]) => Promise<PlatformId[]>;
  onClose: () => void;
}

/** "Salin ke kanal lain": several at once, and beforehand what that means for each of them. */
export function DuplicatePanel({ copies, onCopy, onUndo, onClose }: Props) {
  const { detail } = useLaterTexts();
  const [chosen, setChosen] = useState<PlatformId[]>([]);
  const [state, setState] = useState<'choosing' | 'copying' | 'failed'>('choosing');
  const [copied, setCopied] = useState<Copied[] | null>(null);
  if (copied) return <DuplicateResult copied={copied} onUndo={() => onUndo(copied)} onClose={onClose} />;
  const copy = () => {
    setState('copying');
    onCopy(chosen).then(setCopied, () => setState('failed'));
  };
  return (
    <section class="panel" aria-label={detail.duplicate}>
      <p class="panel-help">{detail.duplicateHelp}</p>
      <ul class="copies">
        {copies.map((each) => {
          const { platform } = each;
          const on = chosen.includes(platform);
          return (
            <li key={platform}>
              <label>
                <input
                  type="checkbox"
                  checked={on}
                  onChange={() =>
                    setChosen(on ? chosen.filter((one) => one !== platform) : [...chosen, platform])
                  }
                />
                <PlatformMark platform={platform} size={16} />
                {catalogue[platform].name}
              </label>
              <What {...each} />
            </li>
          );
        })}
      </ul>
      {state === 'failed' && (
        <p class="field-error" role="alert">
          {detail.duplicateFailed}
        </p>
      )}
      <button
        type="button"
        class="button button-main"
        disabled={chosen.length === 0 || state === 'copying'}
        onClick={copy}
      >
        {chosen.length === 0 ? detail.duplicate : detail.duplicateTo(chosen.length)}
      </button>
    </section>
  );
}

/** What a copy means, where that is not plain. */
function What({ there, without, tooLong }: Copy) {
  const { detail } = useLaterTexts();
  const told = [
    there === 'other' && detail.replaces,
    there === 'same' && detail.same,
    tooLong ? detail.tooLong : without !== 'nothing' && detail.without[without],
  ].filter((words) => words !== false);
  return told.length === 0 ? null : <span class="copies-what">{told.join('; ')}</span>;
}
