import { useState } from 'preact/hooks';
import { defaultCampaignWords, type Election } from '../../utils/check/campaign-words.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  election: Election;
  onChange: (election: Election) => void;
}

/** When and about which words the checks remind a civil servant of neutrality. */
export function ElectionPeriod({ election, onChange }: Props) {
  const texts = useTexts();
  const [words, setWords] = useState(election.words.join('\n'));
  const backwards = election.from !== null && election.to !== null && election.to < election.from;
  const keep = (text: string) => {
    setWords(text);
    onChange({
      ...election,
      words: [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean),
    });
  };
  return (
    <section aria-labelledby="election">
      <h2 id="election">{texts.election.title}</h2>
      <p class="sheet-help">{texts.election.help}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={election.on}
          onChange={(event) => onChange({ ...election, on: event.currentTarget.checked })}
        />
        {texts.election.on}
      </label>
      {election.on && (
        <>
          <div class="hours">
            <Day
              label={texts.election.from}
              day={election.from}
              invalid={backwards}
              onChange={(from) => onChange({ ...election, from })}
            />
            <Day
              label={texts.election.to}
              day={election.to}
              invalid={backwards}
              onChange={(to) => onChange({ ...election, to })}
            />
          </div>
          <p class="field-help">{texts.election.always}</p>
          {backwards && (
            <p class="field-error" id="election-backwards" role="alert">
              {texts.election.backwards}
            </p>
          )}
          <div class="field">
            <label for="election-words">{texts.election.words}</label>
            <textarea
              class="input"
              id="election-words"
              rows={6}
              value={words}
              onChange={(event) => keep(event.currentTarget.value)}
            />
          </div>
          <button type="button" class="button" onClick={() => keep(defaultCampaignWords.join('\n'))}>
            {texts.election.reset}
          </button>
        </>
      )}
    </section>
  );
}

interface DayProps {
  label: string;
  day: string | null;
  invalid: boolean;
  onChange: (day: string | null) => void;
}

function Day({ label, day, invalid, onChange }: DayProps) {
  return (
    <label class="hour">
      {label}
      <input
        class="input"
        type="date"
        value={day ?? ''}
        aria-invalid={invalid}
        {...(invalid && { 'aria-describedby': 'election-backwards' })}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </label>
  );
}
