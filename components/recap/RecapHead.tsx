import { ChevronLeft, ChevronRight, FileDown, Files, Printer, Send } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Month } from '../../utils/backup/csv.ts';
import { monthKey, readMonthKey } from '../../utils/recap/month.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  month: Month;
  /** Months that can be chosen, newest first; null where the files say which month it is. */
  months: readonly Month[] | null;
  nameOf: (month: Month) => string;
  onMonth: (month: Month) => void;
  onPrint: () => void;
  onCsv: () => void;
  /** Shows what is handed in; absent where it is others' months. */
  onHandIn?: (() => void) | undefined;
  onFiles: (files: File[]) => void;
}

/** The month in view, another one, and what can be done with it. */
export function RecapHead({ month, months, nameOf, onMonth, onPrint, onCsv, onHandIn, onFiles }: Props) {
  const words = useLaterTexts().recap;
  const input = useRef<HTMLInputElement>(null);
  const place = months?.findIndex((each) => monthKey(each) === monthKey(month)) ?? -1;
  const [before, after] = [months?.[place + 1], place > 0 ? months?.[place - 1] : undefined];
  return (
    <header class="recap-head">
      <h1>{words.heading(nameOf(month))}</h1>
      {months && (
        <div class="recap-month">
          <IconButton label={words.before} disabled={!before} onClick={() => before && onMonth(before)}>
            <Icon icon={ChevronLeft} />
          </IconButton>
          <select
            class="input"
            aria-label={words.month}
            value={monthKey(month)}
            onChange={(event) => {
              const chosen = readMonthKey(event.currentTarget.value);
              if (chosen) onMonth(chosen);
            }}
          >
            {months.map((each) => (
              <option key={monthKey(each)} value={monthKey(each)}>
                {nameOf(each)}
              </option>
            ))}
          </select>
          <IconButton label={words.after} disabled={!after} onClick={() => after && onMonth(after)}>
            <Icon icon={ChevronRight} />
          </IconButton>
        </div>
      )}
      <div class="recap-actions">
        <button type="button" class="button button-main" onClick={onPrint}>
          <Icon icon={Printer} size={16} />
          {words.print}
        </button>
        <button type="button" class="button" onClick={onCsv}>
          <Icon icon={FileDown} size={16} />
          {words.csv}
        </button>
        {onHandIn && (
          <button type="button" class="button" onClick={onHandIn}>
            <Icon icon={Send} size={16} />
            {words.handIn}
          </button>
        )}
        <button type="button" class="button" onClick={() => input.current?.click()}>
          <Icon icon={Files} size={16} />
          {words.openFiles}
        </button>
        <input
          ref={input}
          type="file"
          class="recap-files"
          aria-label={words.openFiles}
          tabIndex={-1}
          multiple
          hidden
          accept=".json,application/json"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same files can be chosen again.
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </div>
    </header>
  );
}
