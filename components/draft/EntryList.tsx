import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { dayHeading } from '../../utils/browser/i18n.ts';
import { type CityMarks, cityOf, type Entry, factsOf, runsByDay } from '../../utils/draft/entries.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { EntryRow } from './EntryRow.tsx';
import { type Command, commandOf } from './list-keys.ts';
import { useRowFocus } from './use-row-focus.ts';
import { type Stretch, useWindow } from './use-window.ts';

/** How a row was clicked: to open it, to select it, or to select all up to it. */
export type Click = 'open' | 'select' | 'extend';

interface Props {
  entries: readonly Entry[];
  /** The one that is open beside the list. */
  chosenId: string | undefined;
  /** The place of the row that the keyboard is at. */
  active: number;
  selected: ReadonlySet<string>;
  /** What the city did with releases, by id. */
  cities: ReadonlyMap<string, CityMarks>;
  /** Epoch milliseconds. */
  now: number;
  /** Counts up each time that the active row is to have the focus. */
  focus: number;
  /** What the list is of: with another, it is looked at from its top. */
  of: unknown;
  onClick: (place: number, click: Click) => void;
  /** @param page how many rows are in view */
  onKey: (command: Command, event: { shiftKey: boolean }, page: number) => void;
  /** Releases of the rows that are drawn. */
  onView: (releaseIds: string[]) => void;
  /** Shown in place of rows where there are none. */
  children?: ComponentChildren;
}

/** Entries under the day they belong to, newest first; only those in view are drawn, however many there are. */
export function EntryList(props: Props) {
  const { entries, chosenId, active, selected, cities, now, onClick, onKey, onView } = props;
  const texts = useTexts();
  const words = useLaterTexts().entries;
  const box = useRef<HTMLDivElement>(null);
  const runs = useMemo(() => runsByDay(entries), [entries]);
  const { stretches, height, topOf, row, view } = useWindow(box, runs, entries.length, active);
  const held = useRowFocus(box, props, topOf, row);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [props.of]);
  const inView = stretches.flatMap(({ from, to }) => entries.slice(from, to).map(releaseOf)).join('\n');
  useEffect(() => onView(inView === '' ? [] : [...new Set(inView.split('\n'))]), [inView, onView]);

  const seen = new Map<string, number>();
  const rowsOf = ({ run, top, from, to }: Stretch) => {
    const heading = dayHeading(texts, run.at, now);
    // A day may come twice where a clock was wrong.
    const nth = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, nth);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
      <div key={`${heading} ${nth}`} role="group" aria-label={heading}>
        {top !== null && (
          <p class="day-heading" aria-hidden="true" style={{ top: `${top}px` }}>
            {heading}
          </p>
        )}
        {entries.slice(from, to).map((entry, at) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            place={from + at}
            count={entries.length}
            top={topOf(from + at)}
            chosen={entry.id === chosenId}
            active={from + at === active}
            selected={selected.has(entry.id)}
            city={cityOf(entry, cities.get(releaseOf(entry)))}
            now={now}
          />
        ))}
      </div>
    );
  };

  return (
    <div class="entries" ref={box} tabIndex={-1}>
      <i class="entry-probe" aria-hidden="true" />
      <i class="day-probe" aria-hidden="true" />
      {entries.length === 0 ? (
        props.children
      ) : (
        <div
          role="listbox"
          tabIndex={-1}
          class={selected.size > 0 ? 'entries-selecting' : ''}
          aria-multiselectable="true"
          aria-label={words.list}
          style={{ height: `${height}px` }}
          {...held}
          onClick={(event) => {
            const { place, click } = clicked(event);
            if (place !== null) onClick(place, click);
          }}
          onKeyDown={(event) => {
            const command = commandOf(event);
            if (!command) return;
            event.preventDefault();
            onKey(command, event, Math.max(1, Math.floor(view / row) - 1));
          }}
        >
          {stretches.map(rowsOf)}
        </div>
      )}
    </div>
  );
}

const releaseOf = (entry: Entry): string => factsOf(entry).releaseId;

function clicked(event: MouseEvent): { place: number | null; click: Click } {
  const target = event.target instanceof Element ? event.target : null;
  const place = target?.closest<HTMLElement>('[data-place]')?.dataset.place;
  const selects = event.ctrlKey || event.metaKey || target?.closest('.entry-check');
  const click = event.shiftKey ? 'extend' : selects ? 'select' : 'open';
  return { place: place === undefined ? null : Number(place), click };
}
