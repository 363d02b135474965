import { type CardFormat, type CardStyle, formats, styles } from '../../utils/card/card.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';

interface Props {
  format: CardFormat;
  style: CardStyle;
  qr: boolean;
  /** Whether the link is short enough for a code. */
  canQr: boolean;
  onFormat: (format: CardFormat) => void;
  onStyle: (style: CardStyle) => void;
  onQr: (qr: boolean) => void;
}

/** How the card is to look. */
export function CardChoices({ format, style, qr, canQr, onFormat, onStyle, onQr }: Props) {
  const { card } = useLaterTexts();
  return (
    <div class="card-choices">
      <Choice
        name="card-style"
        legend={card.style}
        all={styles}
        words={card.styles}
        chosen={style}
        onChoose={onStyle}
      />
      <Choice
        name="card-format"
        legend={card.format}
        all={formats}
        words={card.formats}
        chosen={format}
        onChoose={onFormat}
      />
      <label class="card-check">
        <input
          type="checkbox"
          checked={qr && canQr}
          disabled={!canQr}
          onChange={(event) => onQr(event.currentTarget.checked)}
        />
        {canQr ? card.code : card.codeNone}
      </label>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  legend: string;
  all: readonly Value[];
  words: Record<Value, string>;
  chosen: Value;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ name, legend, all, words, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {all.map((value) => (
        <label class="chip" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {words[value]}
        </label>
      ))}
    </fieldset>
  );
}
