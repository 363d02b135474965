import { Archive, ArchiveRestore, CircleCheck, type IconNode, Trash2, Undo2, X } from 'lucide';
import type { Shelf } from '../../utils/draft/entries.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** What can be done with several at once. */
export type Deed = 'confirm' | 'away' | 'back' | 'delete' | 'restore';

interface Props {
  shelf: Shelf;
  /** How many are selected, how many of them wait for a yes, and how many are shown. */
  count: number;
  opened: number;
  shown: number;
  onDo: (deed: Deed) => void;
  onAll: () => void;
  onClear: () => void;
}

/** What can be done with those that are selected. */
export function SelectionBar({ shelf, count, opened, shown, onDo, onAll, onClear }: Props) {
  const texts = useTexts();
  const number = new Intl.NumberFormat(texts.locale);
  const { entries } = useLaterTexts();
  const deeds: [Deed, string, IconNode][] = [];
  if (opened > 0 && shelf !== 'deleted') {
    const words = opened === count ? entries.confirm : entries.confirmSome(number.format(opened));
    deeds.push(['confirm', words, CircleCheck]);
  }
  if (shelf === 'deleted') deeds.push(['restore', entries.restore, Undo2]);
  else if (shelf === 'away') deeds.push(['back', entries.bringBack, ArchiveRestore]);
  else deeds.push(['away', entries.putAway, Archive]);
  if (shelf !== 'deleted') deeds.push(['delete', texts.desk.delete, Trash2]);
  return (
    <section class="selection" aria-label={entries.selected(number.format(count))}>
      <div class="selection-head">
        <strong>{entries.selected(number.format(count))}</strong>
        {count < shown && (
          <button type="button" class="button button-plain" onClick={onAll}>
            {entries.selectAll(number.format(shown))}
          </button>
        )}
        <IconButton label={entries.clear} onClick={onClear}>
          <Icon icon={X} size={18} />
        </IconButton>
      </div>
      <div class="selection-deeds">
        {deeds.map(([deed, words, icon]) => (
          <button type="button" class="button" key={deed} data-deed={deed} onClick={() => onDo(deed)}>
            <Icon icon={icon} size={16} />
            {words}
          </button>
        ))}
      </div>
    </section>
  );
}
