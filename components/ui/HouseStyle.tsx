import { useState } from 'preact/hooks';
import { type House, hashtagsIn, mentionsIn, readHouse, readLines } from '../../utils/caption/house.ts';
import { useTexts } from '../hooks/texts.ts';
import { TextField } from './TextField.tsx';

interface Props {
  house: House;
  lines: string[];
  /** What to say of each part that the city set. */
  locked?: Partial<Record<'hashtags' | 'mentions' | 'closing', string | undefined>>;
  onHouse: (house: House) => void;
  onLines: (lines: string[]) => void;
}

const namings: readonly House['naming'][] = ['both', 'office', 'name'];

/** How captions are to look, and the official's own lines; each stored as the field is left. */
export function HouseStyle({ house, lines, locked = {}, onHouse, onLines }: Props) {
  const texts = useTexts().captions;
  const put = (change: Partial<House>) => onHouse(readHouse({ ...house, ...change }));
  return (
    <section aria-labelledby="house">
      <h2 id="house">{texts.title}</h2>
      <p class="sheet-help">{texts.help}</p>
      <Line
        id="house-hashtags"
        label={texts.hashtags}
        help={texts.hashtagsHelp}
        locked={locked.hashtags}
        value={house.hashtags.map((tag) => `#${tag}`).join(' ')}
        onLeave={(typed) => put({ hashtags: hashtagsIn(typed) })}
      />
      <Line
        id="house-mentions"
        label={texts.mentions}
        help={texts.mentionsHelp}
        locked={locked.mentions}
        value={house.mentions.join(' ')}
        onLeave={(typed) => put({ mentions: mentionsIn(typed) })}
      />
      <Line
        id="house-closing"
        label={texts.closing}
        help={texts.closingHelp}
        locked={locked.closing}
        value={house.closing}
        onLeave={(closing) => put({ closing })}
      />
      <fieldset class="languages">
        <legend>{texts.naming}</legend>
        {namings.map((naming) => (
          <label class="chip" key={naming}>
            <input
              type="radio"
              name="naming"
              checked={house.naming === naming}
              onChange={() => put({ naming })}
            />
            {texts.namings[naming]}
          </label>
        ))}
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={house.emoji}
          onChange={(event) => put({ emoji: event.currentTarget.checked })}
        />
        {texts.emoji}
      </label>
      <div class="field">
        <label for="house-lines">{texts.ownLines}</label>
        <textarea
          class="input"
          id="house-lines"
          rows={4}
          defaultValue={lines.join('\n')}
          aria-describedby="house-lines-help"
          onChange={(event) => onLines(readLines(event.currentTarget.value))}
        />
        <p class="field-help" id="house-lines-help">
          {texts.ownLinesHelp}
        </p>
      </div>
    </section>
  );
}

interface LineProps {
  id: string;
  label: string;
  help: string;
  value: string;
  locked: string | undefined;
  onLeave: (typed: string) => void;
}

/** A field that shows what was understood once it is left. */
function Line({ value, onLeave, ...field }: LineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...field}
      value={typed ?? value}
      onInput={setTyped}
      onLeave={(left) => {
        onLeave(left);
        setTyped(null);
      }}
    />
  );
}
