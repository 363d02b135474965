import { useEffect, useRef } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';

/** The keys that the list obeys. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { entries } = useLaterTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { key } = entries;
  const rows: [keys: string[], words: string][] = [
    [['↑', '↓', 'K', 'J'], key.move],
    [['Home', 'End'], key.ends],
    [['Enter'], key.open],
    [['Esc'], key.back],
    [['X', '␣'], key.select],
    [['Shift + ↑', 'Shift + ↓'], key.extend],
    [['Ctrl + A'], key.selectAll],
    [['/'], key.search],
    [['E'], key.away],
    [['Del', '#'], key.delete],
    [['U', 'Ctrl + Z'], key.undo],
    [['?'], key.help],
  ];
  return (
    <dialog class="dialog keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{entries.keysTitle}</h2>
      <p>{entries.keysHelp}</p>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-actions">
        <button type="button" class="button button-main" autofocus onClick={() => dialog.current?.close()}>
          {entries.close}
        </button>
      </div>
    </dialog>
  );
}
