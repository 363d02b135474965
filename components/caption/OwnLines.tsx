import { hasLine, withLine, withoutLine } from '../../utils/caption/lines.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** The official's own lines, as kept in the settings. */
  lines: readonly string[];
  text: string;
  platform: PlatformId;
  onChange: (text: string) => void;
}

/** The official's own kept lines, each put into the text and taken out again in one tap. */
export function OwnLines({ lines, text, platform, onChange }: Props) {
  const texts = useTexts();
  if (lines.length === 0) return null;
  return (
    <fieldset class="hashtags own-lines">
      <legend>{texts.captions.lines}</legend>
      {lines.map((line) => {
        const on = hasLine(text, line);
        return (
          <button
            type="button"
            key={line}
            class="chip chip-soft"
            aria-pressed={on}
            onClick={() => onChange(on ? withoutLine(text, line) : withLine(text, line, platform))}
          >
            {line}
          </button>
        );
      })}
    </fieldset>
  );
}
