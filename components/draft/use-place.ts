import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where in a list an entry stands; once it is gone, where it stood. -1 in an empty list.
 * @param of what the list is of: in another, nothing stood anywhere yet
 */
export function usePlace(list: readonly { id: string }[], id: string | null, of: unknown): number {
  const last = useRef(0);
  const known = useRef(of);
  if (known.current !== of) {
    known.current = of;
    last.current = 0;
  }
  const found = id === null ? -1 : list.findIndex((entry) => entry.id === id);
  const place = found >= 0 ? found : Math.min(id === null ? 0 : last.current, list.length - 1);
  useLayoutEffect(() => {
    last.current = Math.max(place, 0);
  });
  return place;
}
