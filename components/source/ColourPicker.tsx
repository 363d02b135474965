import { useTexts } from '../hooks/texts.ts';

/** The marks a source can have: apart from each other, and seen on a light and on a dark ground. */
export const sourceColours = {
  green: '#1a8a6c',
  blue: '#2f7fd0',
  purple: '#8a63d2',
  red: '#d0504a',
  orange: '#c9761a',
  grey: '#7c8883',
} as const;

type Colour = keyof typeof sourceColours;

interface Props {
  /** "#rrggbb" as stored, or nothing. */
  chosen: string | undefined;
  /** Whose colour it is. */
  label: string;
  onChoose: (colour: string) => void;
}

/** A source's mark in the lists, chosen among six; each has a name for those who do not see it. */
export function ColourPicker({ chosen, label, onChoose }: Props) {
  const texts = useTexts();
  return (
    <fieldset class="colours">
      <legend class="visually-hidden">
        {texts.sources.colour}: {label}
      </legend>
      {(Object.keys(sourceColours) as Colour[]).map((name) => (
        <button
          type="button"
          key={name}
          class="colour"
          aria-label={texts.sources.colours[name]}
          title={texts.sources.colours[name]}
          aria-pressed={(chosen ?? sourceColours.green) === sourceColours[name]}
          onClick={() => onChoose(sourceColours[name])}
        >
          <span style={{ background: sourceColours[name] }} />
        </button>
      ))}
    </fieldset>
  );
}
