import { useEffect, useState } from 'preact/hooks';
import { logFailure } from '../../utils/browser/log.ts';

type Shelf = typeof import('./RecapShelf.tsx').RecapShelf;

/** The recap's room, loaded when it is first wanted: once a month. Null until then. */
export function useRecapShelf(isWanted: boolean): Shelf | null {
  const [shelf, setShelf] = useState<{ Shelf: Shelf } | null>(null);
  useEffect(() => {
    if (!isWanted || shelf) return;
    import('./RecapShelf.tsx').then(
      ({ RecapShelf }) => setShelf({ Shelf: RecapShelf }),
      (error) => logFailure('recap', error),
    );
  }, [isWanted]);
  return shelf?.Shelf ?? null;
}
