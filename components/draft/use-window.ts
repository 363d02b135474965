import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Run } from '../../utils/draft/entries.ts';

/** Heights in pixels: of a row, of a day's heading, of what is in view. As the stylesheet has them until measured. */
const assumed = { row: 86, day: 38, view: 900 };
/** Rows drawn beyond each edge, and rows by which the window moves. */
const spare = 5;

/** A day's rows that are to be drawn. */
export interface Stretch {
  run: Run;
  /** Of the heading, in pixels from the list's top; null where it is drawn already or out of view. */
  top: number | null;
  /** Of the rows in the list: from, and up to but without. */
  from: number;
  to: number;
}

/**
 * The part of a long list that is in view. Rows are of one height, so that where each stands follows from its place.
 * @param kept a row that is drawn wherever it stands, because it has the focus
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  runs: readonly Run[],
  count: number,
  kept: number,
): { stretches: Stretch[]; height: number; topOf: (place: number) => number; row: number; view: number } {
  const [{ row, day, view }, setSizes] = useState(assumed);
  const [step, setStep] = useState(0);
  const scrolled = useRef(0);
  useLayoutEffect(() => {
    const scroller = box.current;
    if (!scroller) return;
    const heightOf = (name: string) => scroller.querySelector<HTMLElement>(name)?.offsetHeight || 0;
    const measure = () => {
      // Hidden behind the chosen entry on a narrow page: when it comes back, it is to stand where it stood.
      if (scroller.clientHeight === 0) return;
      if (scroller.scrollTop !== scrolled.current) scroller.scrollTop = scrolled.current;
      setSizes((known) => {
        const found = {
          row: heightOf('.entry-probe') || known.row,
          day: heightOf('.day-probe') || known.day,
          view: scroller.clientHeight,
        };
        return found.row === known.row && found.day === known.day && found.view === known.view
          ? known
          : found;
      });
    };
    const onScroll = () => {
      if (scroller.clientHeight === 0) return;
      scrolled.current = scroller.scrollTop;
      setStep(Math.floor(scroller.scrollTop / (row * spare)));
    };
    const observer = new ResizeObserver(measure);
    for (const seen of [scroller, ...scroller.querySelectorAll('.entry-probe, .day-probe')])
      observer.observe(seen);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [box, row]);

  const runAt = (isBefore: (run: Run, at: number) => boolean): number => {
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const run = runs[middle];
      if (run && isBefore(run, middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const topOfRun = (at: number) => at * day + (runs[at]?.start ?? count) * row;
  const runOf = (place: number) => runAt((run) => run.start <= place);
  const topOf = (place: number) => (runOf(place) + 1) * day + place * row;
  const top = (step - 1) * row * spare;
  const end = top + view + row * spare * 3;
  const stretches: Stretch[] = [];
  for (let at = runAt((_, each) => topOfRun(each) <= top); at < runs.length && topOfRun(at) < end; at += 1) {
    const run = runs[at];
    if (!run) break;
    const first = topOfRun(at) + day;
    const [from, to] = [top, end].map((edge) =>
      Math.min(Math.max(Math.floor((edge - first) / row), 0), run.count),
    ) as [number, number];
    stretches.push({
      run,
      top: topOfRun(at),
      from: run.start + from,
      to: run.start + Math.min(to + 1, run.count),
    });
  }
  const isDrawn = stretches.some(({ from, to }) => kept >= from && kept < to);
  const keptRun = kept >= 0 && !isDrawn ? runs[runOf(kept)] : undefined;
  if (keptRun) stretches.push({ run: keptRun, top: null, from: kept, to: kept + 1 });
  return { stretches, height: topOfRun(runs.length), topOf, row, view };
}
