import type { Angle } from '../../utils/caption/caption.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  angles: Angle[];
  chosen: Angle;
  /** Whether the official's own words stand at an angle; a dot says so. */
  isEdited: (angle: Angle) => boolean;
  onChoose: (angle: Angle) => void;
}

/** What the caption leads with; only angles that the release carries. */
export function AnglePicker({ angles, chosen, isEdited, onChoose }: Props) {
  const texts = useTexts();
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
