import type { Settings } from '../../utils/browser/settings.ts';
import { languageChoices, languages } from '../../utils/browser/texts/languages.ts';
import { useTexts } from '../hooks/texts.ts';
import { CityMark } from './CityMark.tsx';

interface Props {
  language: Settings['language'];
  /** The city set it: said below, and nothing can be chosen. */
  locked?: string | undefined;
  onChange: (language: Settings['language']) => void;
}

/** The language of the UI; captions follow the release, not this. */
export function LanguagePicker({ language, locked, onChange }: Props) {
  const texts = useTexts();
  const own: Record<string, string> = texts.options.languages;
  return (
    <>
      <fieldset class="languages" disabled={locked !== undefined}>
        <legend class="visually-hidden">{texts.options.language}</legend>
        {languageChoices().map((each) => (
          <label key={each} class="chip">
            <input
              type="radio"
              name="language"
              value={each}
              checked={language === each}
              onChange={() => onChange(each)}
            />
            {own[each] ?? languages.get(each)?.name}
          </label>
        ))}
      </fieldset>
      {locked && <CityMark words={locked} />}
    </>
  );
}
