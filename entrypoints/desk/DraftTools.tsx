import { AlarmClock, Files } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { ReminderLine } from '../../components/draft/ReminderLine.tsx';
import { ReminderPanel } from '../../components/draft/ReminderPanel.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import type { Entry } from '../../utils/draft/entries.ts';
import { AddToHumas } from './AddToHumas.tsx';
import { Copies } from './Copies.tsx';
import { EntryTools } from './EntryTools.tsx';
import type { DeskActions } from './use-desk-actions.ts';

interface Props {
  draft: Draft;
  settings: Settings;
  actions: DeskActions;
  /** Back to the list, on a narrow page. */
  onBack: () => void;
}

/** What an official does with one draft apart from writing it: besides the rest, other platforms and reminders. */
export function DraftTools({ draft, settings, actions, onBack }: Props) {
  const { detail } = useLaterTexts();
  const [open, setOpen] = useState<'copies' | 'remind' | null>(null);
  const [failed, setFailed] = useState(false);
  const entry = useMemo((): Entry => asEntry(draft), [draft]);
  const remind = (remindAt: number) => {
    setFailed(false);
    send('mark-entries', { draftIds: [draft.id], postIds: [], mark: { remindAt } }).then(
      () => setOpen((now) => (now === 'remind' ? null : now)),
      () => setFailed(true),
    );
  };
  const opens = (panel: 'copies' | 'remind') => ({
    'aria-expanded': open === panel,
    onClick: () => setOpen(open === panel ? null : panel),
  });
  return (
    <>
      <EntryTools
        entry={entry}
        actions={actions}
        onBack={onBack}
        buttons={
          <>
            <button type="button" class="button" {...opens('copies')}>
              <Icon icon={Files} size={16} />
              {detail.duplicate}
            </button>
            <button type="button" class="button" {...opens('remind')}>
              <Icon icon={AlarmClock} size={16} />
              {draft.remindAt > 0 ? detail.remindChange : detail.remind}
            </button>
            {settings.writesHumas && <AddToHumas draft={draft} />}
          </>
        }
      />
      {draft.remindAt > 0 && (
        <ReminderLine key={draft.remindAt} remindAt={draft.remindAt} onDrop={() => remind(0)} />
      )}
      {open === 'remind' && <ReminderPanel remindAt={draft.remindAt} now={Date.now()} onSet={remind} />}
      {failed && (
        <p class="field-error detail-failed" role="alert">
          {detail.remindFailed}
        </p>
      )}
      {open === 'copies' && <Copies draft={draft} settings={settings} onClose={() => setOpen(null)} />}
    </>
  );
}

const asEntry = (draft: Draft): Entry => ({
  kind: 'draft',
  id: draft.id,
  at: draft.updatedAt,
  order: draft.revision,
  hay: '',
  draft,
});
