import { Sparkles } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Angle } from '../../utils/caption/caption.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  text: string;
  /** Which draft the text is: another one lets go of an answer. */
  platform: PlatformId;
  angle: Angle;
  language: string;
  /** Whether a model wrote the text. */
  byModel: boolean;
  /** Asks the model that the official set up; rejects with an error whose message is the reason. */
  rewrite: (text: string, platform: PlatformId) => Promise<string>;
  onUse: (text: string) => void;
}

type Asked =
  | { state: 'none' }
  | { state: 'asked' }
  | { state: 'answered'; text: string }
  | { state: 'failed'; reason: string };

/** A rewrite by the model that the official set up: marked as such, beside the text, and never in its place unasked. */
export function Rewrite({ text, platform, angle, language, byModel, rewrite, onUse }: Props) {
  const { model } = useTexts();
  // Another failure than a model's, such as a background that is gone, is no answer either.
  const failures: Readonly<Record<string, string>> = model.failures;
  const [asked, setAsked] = useState<Asked>({ state: 'none' });
  const draft = `${platform} ${angle}`;
  const current = useRef(draft);
  current.current = draft;
  useEffect(() => setAsked({ state: 'none' }), [draft]);

  const ask = () => {
    setAsked({ state: 'asked' });
    rewrite(text, platform).then(
      (answer) => current.current === draft && setAsked({ state: 'answered', text: answer }),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : '';
        if (current.current === draft) setAsked({ state: 'failed', reason });
      },
    );
  };
  return (
    <div class="rewrite">
      {byModel && <p class="rewrite-mark">{model.inBox}</p>}
      <button
        type="button"
        class="button button-plain"
        disabled={asked.state === 'asked' || text.trim() === ''}
        onClick={ask}
      >
        <Icon icon={Sparkles} size={16} />
        {asked.state === 'asked' ? model.asking : model.rewrite}
      </button>
      <div role="status">
        {asked.state === 'failed' && (
          <Notice kind="warn">{failures[asked.reason] ?? model.failures['no-answer']}</Notice>
        )}
        {asked.state === 'answered' && (
          <section class="rewrite-answer" aria-label={model.answer}>
            <strong>{model.answer}</strong>
            <p class="rewrite-text" lang={language}>
              {asked.text}
            </p>
            <div class="sheet-actions">
              <button type="button" class="button" onClick={() => setAsked({ state: 'none' })}>
                {model.leave}
              </button>
              <button
                type="button"
                class="button button-main"
                onClick={() => {
                  onUse(asked.text);
                  setAsked({ state: 'none' });
                }}
              >
                {model.use}
              </button>
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
