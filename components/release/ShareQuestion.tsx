import { useEffect, useRef } from 'preact/hooks';
import type { ReleaseState } from '../../utils/release/versions.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  title: string;
  state: ReleaseState;
  /** When the city changed it, in words. */
  when: string;
  onRead: () => void;
  /** Absent where it is not to be opened at all from here. */
  onOpen?: () => void;
  onClose: () => void;
}

/** The plain question that stops a single click on a release that the city changed or took back. */
export function ShareQuestion({ title, state, when, onRead, onOpen, onClose }: Props) {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  // Closed, not just taken away: only then does the keyboard go back to where it was.
  const close = () => dialog.current?.close();
  const words = state === 'changed' ? texts.states.ask.changed(when) : texts.states.ask[state];
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="share-question" onClose={onClose}>
      <h2 id="share-question">{words}</h2>
      <p>{title}</p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={close}>
          {texts.app.cancel}
        </button>
        {onOpen && (
          <button type="button" class="button" onClick={onOpen}>
            {texts.states.openAnyway}
          </button>
        )}
        {/* Enter reads; what cannot be taken back is never the default. */}
        <button type="button" class="button button-main" autofocus onClick={onRead}>
          {texts.states.read}
        </button>
      </div>
    </dialog>
  );
}
