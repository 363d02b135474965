import { CityMark } from './CityMark.tsx';

interface Props {
  id: string;
  label: string;
  help?: string;
  value: string;
  /** Shows dots for letters. */
  secret?: boolean;
  /** The city set it: said below, and nothing can be typed. */
  locked?: string | undefined;
  onInput: (value: string) => void;
  /** The field is left, or Enter pressed, with another value. */
  onLeave?: (value: string) => void;
}

/** One line to fill in, with its name above and what it is for below. */
export function TextField({ id, label, help, value, secret = false, locked, onInput, onLeave }: Props) {
  const described = [help && `${id}-help`, locked && `${id}-city`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        {...(secret && { type: 'password' as const })}
        autocomplete="off"
        value={value}
        {...(described && { 'aria-describedby': described })}
        readOnly={locked !== undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...(onLeave && {
          onChange: (event: { currentTarget: HTMLInputElement }) => onLeave(event.currentTarget.value),
        })}
      />
      {help && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {locked && <CityMark id={`${id}-city`} words={locked} />}
    </div>
  );
}
