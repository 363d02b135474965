import { useEffect, useState } from 'preact/hooks';
import { type Entry, isOn, type Shelf, shelfOf } from '../../utils/draft/entries.ts';
import { draftAt } from '../../utils/draft/place.ts';

/**
 * Opens the draft that the page's address names (`#/draft/<id>`: a reminder, a copy), on whichever shelf it stands; one
 * that went out goes on as its newest post.
 */
export function useLinkedDraft(
  entries: readonly Entry[],
  open: (entryId: string, shelf: Shelf) => void,
): void {
  const [linked, setLinked] = useState(() => draftAt(location.hash));
  useEffect(() => {
    const hear = () => setLinked(draftAt(location.hash));
    addEventListener('hashchange', hear);
    return () => removeEventListener('hashchange', hear);
  }, []);
  useEffect(() => {
    if (linked === null) return;
    const entry =
      entries.find(({ id }) => id === linked) ??
      entries.find((each) => each.kind === 'post' && each.post.draftId === linked);
    if (!entry) return;
    setLinked(null);
    // The same link works a second time.
    history.replaceState(null, '', location.pathname);
    open(entry.id, isOn('all', entry) ? 'all' : shelfOf(entry));
  }, [linked, entries]);
}
