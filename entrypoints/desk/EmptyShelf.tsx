import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import type { Shelf } from '../../utils/draft/entries.ts';

interface Props {
  shelf: Shelf;
  /** Nothing was ever written. */
  first: boolean;
  /** A search or filter lets nothing through. */
  narrowed: boolean;
  onClear: () => void;
}

/** Why nothing stands here, and what to do. */
export function EmptyShelf({ shelf, first, narrowed, onClear }: Props) {
  const { desk } = useTexts();
  const { entries } = useLaterTexts();
  const isFirst = first && shelf !== 'deleted' && shelf !== 'away';
  const title = narrowed ? desk.nothingFound : isFirst ? desk.emptyTitle : entries.emptyShelf[shelf];
  const help = narrowed ? desk.nothingFoundHelp : isFirst ? desk.emptyHelp : entries.emptyShelfHelp[shelf];
  return (
    <div class="empty-state">
      <h2>{title}</h2>
      <p>{help}</p>
      {narrowed && (
        <button type="button" class="button" onClick={onClear}>
          {desk.clearFilters}
        </button>
      )}
    </div>
  );
}
