import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** Newest first. */
  texts: string[];
  onUse: (text: string) => void;
}

/** What another window's input replaced: kept, readable, and one tap from being the text again. */
export function EarlierTexts({ texts: earlier, onUse }: Props) {
  const texts = useTexts();
  if (earlier.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{texts.composer.earlier(earlier.length)}</summary>
      <ul>
        {earlier.map((text, at) => (
          <li key={`${at} ${text}`}>
            <p>{text}</p>
            <button type="button" class="button" onClick={() => onUse(text)}>
              {texts.composer.useEarlier}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
