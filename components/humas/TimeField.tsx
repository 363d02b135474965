import { fromLocal, toLocal } from './local-time.ts';

interface Props {
  id: string;
  label: string;
  /** Epoch milliseconds. */
  at: number | undefined;
  onAt: (at: number | undefined) => void;
}

/** A moment by the official's own clock; emptied it is none. */
export function TimeField({ id, label, at, onAt }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="datetime-local"
        value={at === undefined ? '' : toLocal(at)}
        onChange={(event) => onAt(fromLocal(event.currentTarget.value))}
      />
    </div>
  );
}
