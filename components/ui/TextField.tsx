interface Props {
  id: string;
  label: string;
  help?: string;
  value: string;
  /** Shows dots for letters. */
  secret?: boolean;
  onInput: (value: string) => void;
  /** The field is left, or Enter pressed, with another value. */
  onLeave?: (value: string) => void;
}

/** One line to fill in, with its name above and what it is for below. */
export function TextField({ id, label, help, value, secret = false, onInput, onLeave }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        {...(secret && { type: 'password' as const })}
        autocomplete="off"
        value={value}
        {...(help && { 'aria-describedby': `${id}-help` })}
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
    </div>
  );
}
