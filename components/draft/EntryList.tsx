import { dayHeading } from '../../utils/browser/i18n.ts';
import type { Entry } from '../../utils/draft/entries.ts';
import { useTexts } from '../hooks/texts.ts';
import { EntryRow } from './EntryRow.tsx';

interface Props {
  entries: Entry[];
  chosenId: string | undefined;
  /** Epoch milliseconds. */
  now: number;
  onChoose: (entry: Entry) => void;
}

/** Entries under the day they belong to, newest first. */
export function EntryList({ entries, chosenId, now, onChoose }: Props) {
  const texts = useTexts();
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const heading = dayHeading(texts, entry.at, now);
    days.set(heading, [...(days.get(heading) ?? []), entry]);
  }
  return (
    <>
      {[...days].map(([heading, list]) => (
        <section key={heading} class="day">
          <h2>{heading}</h2>
          <ul>
            {list.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                chosen={entry.id === chosenId}
                onChoose={() => onChoose(entry)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
