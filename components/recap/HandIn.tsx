import { useState } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  /** @param from who it is from, '' where the official does not say */
  onSave: (from: string) => void;
  onClose: () => void;
}

/** "Serahkan rekap": what goes into the file, and whose it is. */
export function HandIn({ onSave, onClose }: Props) {
  const words = useLaterTexts().recap;
  const { app } = useTexts();
  const [from, setFrom] = useState('');
  return (
    <section class="panel recap-panel" aria-labelledby="recap-hand-in">
      <h2 id="recap-hand-in">{words.handIn}</h2>
      <p class="panel-help">{words.handInHelp}</p>
      <TextField id="recap-from" label={words.from} help={words.fromHelp} value={from} onInput={setFrom} />
      <div class="panel-choices">
        <button type="button" class="button button-main" onClick={() => onSave(from)}>
          {words.saveFile}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {app.cancel}
        </button>
      </div>
    </section>
  );
}
