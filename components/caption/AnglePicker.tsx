import type { Angle, Caption } from '../../utils/caption/caption.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  captions: readonly Pick<Caption, 'angle' | 'preferred'>[];
  chosen: Angle;
  /** Whether the official's own words stand at an angle; a dot says so. */
  isEdited: (angle: Angle) => boolean;
  onChoose: (angle: Angle) => void;
}

/** What the caption leads with; only angles that the release carries. */
export function AnglePicker({ captions, chosen, isEdited, onChoose }: Props) {
  const texts = useTexts();
  const { humas } = useLaterTexts();
  return (
    <fieldset class="angles">
      <legend class="visually-hidden">{texts.composer.angles}</legend>
      {captions.map(({ angle, preferred }) => {
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
            {preferred && <span class="chip-humas">{humas.from}</span>}
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
