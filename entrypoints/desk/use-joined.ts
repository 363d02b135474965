import { useState } from 'preact/hooks';
import type { Joined, LeftOut } from '../../components/recap/JoinedNotice.tsx';
import type { Month } from '../../utils/backup/csv.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type HandedIn, mostFiles, RecapError, readRecap } from '../../utils/recap/file.ts';
import { monthKey } from '../../utils/recap/month.ts';

/** Months that were handed in, as they are open together: in memory alone, gone with the page. */
interface Opened {
  month: Month;
  /** The latest last. */
  months: HandedIn[];
  told: Joined;
}

/**
 * Reads files that were handed in, each for itself: one that is none is told by its name, and the others stand. The
 * month is the one that most of them are of.
 * @returns null where none of them is a month
 */
export async function openTogether(files: readonly File[]): Promise<Opened | { leftOut: LeftOut[] }> {
  const leftOut: LeftOut[] = files.slice(mostFiles).map(({ name }) => ({ name, why: 'too-many' }));
  const read: { name: string; handed: HandedIn }[] = [];
  // One after the other: forty at once would all be in memory as text.
  for (const file of files.slice(0, mostFiles)) {
    try {
      read.push({ name: file.name, handed: await readRecap(file) });
    } catch (error) {
      logFailure('open a recap', error);
      leftOut.push({ name: file.name, why: error instanceof RecapError ? error.reason : 'unreadable' });
    }
  }
  const month = commonest(read.map(({ handed }) => handed.month));
  if (!month) return { leftOut };
  const key = monthKey(month);
  for (const { name, handed } of read) {
    if (monthKey(handed.month) !== key) leftOut.push({ name, why: handed.month });
  }
  const months = read
    .map(({ handed }) => handed)
    .filter((handed) => monthKey(handed.month) === key)
    .sort((a, b) => a.createdAt - b.createdAt);
  const names = [...new Set(months.flatMap(({ from }) => from || []))].sort((a, b) =>
    a.localeCompare(b, undefined, { numeric: true }),
  );
  return {
    month,
    months,
    told: {
      count: months.length,
      names,
      nameless: months.filter(({ from }) => from === '').length,
      leftOut,
      refused: months.reduce((sum, { refused }) => sum + refused, 0),
    },
  };
}

/** The month that most are; of equals the latest. */
function commonest(months: readonly Month[]): Month | undefined {
  const counts = new Map<string, { month: Month; count: number }>();
  for (const month of months) {
    const key = monthKey(month);
    counts.set(key, { month, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [best] = [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? 1 : -1));
  return best?.[1].month;
}

/** Files that are open together, and how they are opened and closed. */
export function useJoined() {
  const [opened, setOpened] = useState<Opened | null>(null);
  return {
    opened,
    /** Opens files in place of those that are open. @returns why none could be, else null */
    open: async (files: readonly File[]): Promise<LeftOut[] | null> => {
      const found = await openTogether(files);
      if (!('month' in found)) return found.leftOut;
      setOpened(found);
      return null;
    },
    close: () => setOpened(null),
  };
}
