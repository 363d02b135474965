import { useTexts } from '../hooks/texts.ts';

interface Props {
  onSave: () => void;
  onLater: () => void;
}

/** One calm line: what is written is on this computer only. */
export function CopyReminder({ onSave, onLater }: Props) {
  const words = useTexts().copy;
  return (
    <section class="copy-reminder" aria-label={words.title}>
      <p>{words.remind}</p>
      <button type="button" class="button button-plain" onClick={onSave}>
        {words.save}
      </button>
      <button type="button" class="button button-plain" onClick={onLater}>
        {words.later}
      </button>
    </section>
  );
}
