import { liveQuery } from 'dexie';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import type { CityMarks } from '../../utils/draft/entries.ts';
import type { Release } from '../../utils/release/release.ts';
import { releaseState } from '../../utils/release/versions.ts';

/** How long the list stands still before the releases of its rows are read, in milliseconds. */
const rest = 60;

/** What the city did with the releases of the rows in view; those of ten thousand rows would be read in vain. */
export function useCities() {
  const [inView, setInView] = useState<string[]>([]);
  const [cities, setCities] = useState<ReadonlyMap<string, CityMarks>>(new Map());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onView = useCallback((releaseIds: string[]) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setInView(releaseIds), rest);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const watch = liveQuery(() => db.releases.bulkGet(inView)).subscribe({
      next: (releases) => setCities((known) => withMarks(known, releases)),
      error: (error) => logFailure('what the city changed', error),
    });
    return () => watch.unsubscribe();
  }, [inView]);
  return { cities, onView };
}

/** What was known, so that a row scrolled away and back keeps its mark, with what is read now. */
function withMarks(known: ReadonlyMap<string, CityMarks>, releases: readonly (Release | undefined)[]) {
  const all = new Map(known);
  for (const release of releases) {
    if (release && releaseState(release)) all.set(release.id, release);
    else if (release) all.delete(release.id);
  }
  return all;
}
