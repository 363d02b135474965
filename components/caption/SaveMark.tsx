import { Check, TriangleAlert } from 'lucide';
import { useTexts } from '../hooks/texts.ts';
import type { SaveState } from '../hooks/use-draft-writer.ts';
import { Icon } from '../ui/Icon.tsx';

/** Whether the text is stored; "tersimpan" only when the database has it. */
export function SaveMark({ state }: { state: SaveState }) {
  const texts = useTexts();
  const words = {
    idle: texts.composer.unsaved,
    saving: texts.composer.saving,
    saved: texts.composer.saved,
    failed: texts.composer.notSaved,
  };
  return (
    <span
      class={`save-mark ${state === 'failed' ? 'save-mark-failed' : ''}`}
      data-state={state}
      role="status"
    >
      {words[state]}
      {state === 'saved' && <Icon icon={Check} size={14} />}
      {state === 'failed' && (
        <>
          <Icon icon={TriangleAlert} size={14} />
          <span class="visually-hidden">{texts.composer.notSavedHelp}</span>
        </>
      )}
    </span>
  );
}
