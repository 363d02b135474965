import type { JubirDatabase } from '../db/database.ts';
import type { Release } from './release.ts';
import { inOrder } from './window.ts';

/** Places of one day, one millisecond each; more than any city has releases on a day. */
const PLACES = 60_000;

/**
 * Keeps the city's order among releases that are dated to the day. They stand by their place on the listing; those
 * that left it, or stand on its next page, have a place from an earlier time and must stay below its last one.
 * In a transaction with `releases`, after the listing was stored.
 */
export async function pushBelow(
  db: JubirDatabase,
  sourceId: string,
  listed: readonly Release[],
): Promise<void> {
  const last = inOrder(listed).at(-1);
  if (last?.published?.precision !== 'day') return;
  const { at } = last.published;
  const place = (await db.releases.get(last.id))?.order ?? last.order;
  const ids = new Set(listed.map((release) => release.id));
  const rows = await db.releases
    .where('[sourceId+order]')
    .between([sourceId, at - PLACES], [sourceId, at], true, true)
    .reverse()
    .filter((row) => row.published?.at === at && row.published.precision === 'day' && !ids.has(row.id))
    .toArray();
  // Those that are pushed push those below them in their turn.
  let free = place - 1;
  const pushed: Release[] = [];
  for (const row of rows) {
    if (row.order > free) pushed.push({ ...row, order: free });
    free = Math.min(row.order, free) - 1;
  }
  await db.releases.bulkPut(pushed);
}
