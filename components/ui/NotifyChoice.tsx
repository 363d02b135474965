import type { Settings } from '../../utils/browser/settings.ts';
import { useTexts } from '../hooks/texts.ts';
import { CityMark } from './CityMark.tsx';

interface Props {
  checked: boolean;
  /** The quiet hours that hold, which the help names. */
  quiet: Pick<Settings, 'quietFrom' | 'quietTo'>;
  /** The city set it: said below, and nothing can be chosen. */
  locked?: string | undefined;
  onChange: (wanted: boolean) => void;
}

/** A full hour as Indonesian clocks write it: "05.00". */
export const fullHour = (hour: number): string => `${`${hour}`.padStart(2, '0')}.00`;

/** Whether the official wants to be told of new releases; says how seldom, and when never. */
export function NotifyChoice({ checked, quiet, locked, onChange }: Props) {
  const { notify } = useTexts();
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={checked}
          disabled={locked !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {notify.on}
      </label>
      <p class="field-help">
        {quiet.quietFrom === quiet.quietTo
          ? notify.helpAlways
          : notify.help(fullHour(quiet.quietFrom), fullHour(quiet.quietTo))}
      </p>
      {locked && <CityMark words={locked} />}
    </>
  );
}
