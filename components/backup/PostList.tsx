import { useState } from 'preact/hooks';
import type { Month } from '../../utils/backup/csv.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** The months in which posts went out, newest first. */
  months: Month[];
  /** @param month null for all */
  onSave: (month: Month | null) => void;
}

/** "Simpan daftar unggahan (CSV)", of a month or of all. */
export function PostList({ months, onSave }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().backup;
  const [chosen, setChosen] = useState(-1);
  const name = new Intl.DateTimeFormat(texts.locale, { month: 'long', year: 'numeric' });
  return (
    <div class="backup-form">
      <p class="field-help">{words.listHelp}</p>
      <label class="hour">
        {words.month}
        <select
          class="input backup-month"
          value={chosen}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          <option value={-1}>{words.allMonths}</option>
          {months.map(({ year, month }, at) => (
            <option key={`${year} ${month}`} value={at}>
              {name.format(new Date(year, month))}
            </option>
          ))}
        </select>
      </label>
      <div>
        <button type="button" class="button" onClick={() => onSave(months[chosen] ?? null)}>
          {words.saveList}
        </button>
      </div>
    </div>
  );
}
