import { useEffect, useState } from 'preact/hooks';
import type { Texts } from '../../utils/browser/i18n.ts';
import { onSnapshot, type Snapshot } from '../../utils/browser/snapshot.ts';

/** The source's name, or how many there are; kept in step, since a panel stays open while sources come and go. */
export function useSourceLine(texts: Texts, first: Snapshot | null): string {
  const [snapshot, setSnapshot] = useState(first);
  useEffect(
    () =>
      onSnapshot(({ snapshot: next }) => {
        if (next) setSnapshot(next);
      }),
    [],
  );
  if (!snapshot) return '';
  return snapshot.sources > 1 ? texts.sources.count(snapshot.sources) : snapshot.sourceName;
}
