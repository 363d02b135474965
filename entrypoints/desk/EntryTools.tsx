import { ArrowLeft, NotebookPen, Star, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CopyButton } from '../../components/draft/CopyButton.tsx';
import { NoteField } from '../../components/draft/NoteField.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { longDate } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { imageText } from '../../utils/caption/image-text.ts';
import { db } from '../../utils/db/database.ts';
import { type Entry, factsOf } from '../../utils/draft/entries.ts';
import type { DeskActions } from './use-desk-actions.ts';

interface Props {
  entry: Entry;
  actions: DeskActions;
  /** Back to the list, on a narrow page. */
  onBack: () => void;
  /** Further buttons. */
  buttons?: ComponentChildren;
}

/** What can be done with any draft or post: copy it, star what went out, note something, delete it. */
export function EntryTools({ entry, actions, onBack, buttons }: Props) {
  const texts = useTexts();
  const { detail, recap } = useLaterTexts();
  const { text, note, releaseId, releaseTitle, sourceId } = factsOf(entry);
  const [noting, setNoting] = useState(false);
  const ids =
    entry.kind === 'draft' ? { draftIds: [entry.id], postIds: [] } : { draftIds: [], postIds: [entry.id] };
  const wordsForImage = async () => {
    const [release, source] = await Promise.all([db.releases.get(releaseId), db.sources.get(sourceId)]);
    const date = release?.published ? longDate(texts, release.published.at) : '';
    return imageText(text, { title: releaseTitle, date, city: source?.name ?? '' });
  };
  const isStarred = (factsOf(entry).starredAt ?? 0) > 0;
  const hasNote = note !== '' || noting;
  return (
    <>
      <div class="detail-tools">
        <button type="button" class="button detail-back" onClick={onBack}>
          <Icon icon={ArrowLeft} size={16} />
          {texts.app.back}
        </button>
        <CopyButton
          onCopy={() => actions.copy(entry)}
          onCopyForImage={() => actions.copyWords(wordsForImage(), detail.copiedForImage)}
        />
        {buttons}
        {entry.kind === 'post' && (
          <button
            type="button"
            class={`button ${isStarred ? 'button-starred' : ''}`}
            onClick={() => actions.star(entry.id, !isStarred)}
          >
            <Icon icon={Star} size={16} />
            {isStarred ? recap.unstar : recap.star}
          </button>
        )}
        {!hasNote && (
          <button type="button" class="button" onClick={() => setNoting(true)}>
            <Icon icon={NotebookPen} size={16} />
            {detail.noteShort}
          </button>
        )}
        <button type="button" class="button" onClick={() => actions.remove(entry)}>
          <Icon icon={Trash2} size={16} />
          {texts.desk.delete}
        </button>
      </div>
      {hasNote && (
        <NoteField
          note={note}
          begin={noting}
          onWrite={(words) => {
            // Emptied it stays, to be written into again.
            setNoting(true);
            return send('mark-entries', { ...ids, mark: { note: words } });
          }}
        />
      )}
    </>
  );
}
