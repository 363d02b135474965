import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { CityMark } from '../../components/ui/CityMark.tsx';
import { fullHour, NotifyChoice } from '../../components/ui/NotifyChoice.tsx';
import type { Settings } from '../../utils/browser/settings.ts';

interface Props {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether new releases are told of, and when never. */
export function Notifications({ settings, onChange }: Props) {
  const texts = useTexts();
  const { setByCity } = useLaterTexts().city;
  const { city } = settings;
  const quietIsSet = city?.quietHours !== undefined;
  const Hour = ({ name, label }: { name: 'quietFrom' | 'quietTo'; label: string }) => (
    <label class="hour">
      {label}
      <select
        class="input"
        value={settings[name]}
        onChange={(event) => onChange({ [name]: Number(event.currentTarget.value) })}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {fullHour(hour)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="notifications">
      <h2 id="notifications">{texts.notify.title}</h2>
      <NotifyChoice
        checked={settings.notifications}
        quiet={settings}
        locked={city?.notifications === undefined ? undefined : setByCity}
        onChange={(notifications) => onChange({ notifications })}
      />
      <fieldset class="hours" disabled={!settings.notifications || quietIsSet}>
        <legend>{texts.notify.quiet}</legend>
        <Hour name="quietFrom" label={texts.notify.from} />
        <Hour name="quietTo" label={texts.notify.to} />
      </fieldset>
      {quietIsSet && <CityMark words={setByCity} />}
    </section>
  );
}
