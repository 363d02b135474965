import type { Angle } from '../../utils/caption/caption.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  angles: readonly Angle[];
  chosen: Angle;
  /** Whether the official's own words stand at an angle; a dot says so. */
  isEdited: (angle: Angle) => boolean;
  /** Whether the suggestion at an angle is the Humas office's; a mark says so. */
  isFromHumas: (angle: Angle) => boolean;
  onChoose: (angle: Angle) => void;
}

/** What the caption leads with; only angles that the release carries. */
export function AnglePicker({ angles, chosen, isEdited, isFromHumas, onChoose }: Props) {
  const texts = useTexts();
  const { humas } = useLaterTexts();
  // Nothing to choose from: a plain link has one text only.
  if (angles.length < 2) return null;
  return (
    <fieldset class="angles">
      <legend class="visually-hidden">{texts.composer.angles}</legend>
      {angles.map((angle) => {
        const edited = isEdited(angle);
        return (
          <button
            type="button"
            key={angle}
            class="chip"
            data-angle={angle}
            aria-pressed={angle === chosen}
            onClick={() => onChoose(angle)}
          >
            {texts.angles[angle]}
            {isFromHumas(angle) && <span class="chip-humas">{humas.from}</span>}
            {edited && (
              <span class="chip-dot" title={texts.composer.edited}>
                <span class="visually-hidden">({texts.composer.edited})</span>
              </span>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}
