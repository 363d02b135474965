import { useEffect, useState } from 'preact/hooks';
import { logFailure } from '../../utils/browser/log.ts';

type Shelf = typeof import('./HumasShelf.tsx').HumasShelf;

/** The Humas officer's room, loaded when it is first wanted: most officials never do. Null until then. */
export function useHumasShelf(isWanted: boolean): Shelf | null {
  const [shelf, setShelf] = useState<{ Shelf: Shelf } | null>(null);
  useEffect(() => {
    if (!isWanted || shelf) return;
    import('./HumasShelf.tsx').then(
      ({ HumasShelf }) => setShelf({ Shelf: HumasShelf }),
      (error) => logFailure('humas', error),
    );
  }, [isWanted]);
  return shelf?.Shelf ?? null;
}
