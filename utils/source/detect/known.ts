import { knownAt } from '../cities.ts';
import { read } from '../read.ts';
import type { Source } from '../source.ts';
import type { Finds } from './finds.ts';
import { confidenceOf } from './judge.ts';
import { idOf } from './naming.ts';

/**
 * Where one of `cities.ts` publishes at this host, and still as written there, nothing need be found out.
 * @returns whether it does
 */
export async function tryKnown(
  finds: Finds,
  hostname: string,
  takenIds: readonly string[],
): Promise<boolean> {
  const known = knownAt(hostname);
  const { session } = finds;
  if (!known || !session.hosts.includes(new URL(known.url).hostname)) return false;
  const download = await session.get(known.url, 'known');
  if (!download) return false;
  try {
    const id = takenIds.includes(known.id) ? idOf(known.url, takenIds) : known.id;
    const hosts = [...new Set([...known.hosts, ...session.hosts])];
    const source: Source = { ...known, id, hosts, foundBy: 'known' };
    const reading = read(download, source);
    const confidence = confidenceOf(reading, source.kind, hosts);
    if (confidence < 0.6) {
      session.note(known.url, 'known', 'empty');
      return false;
    }
    const { learnt } = reading;
    finds.put(learnt ? { ...source, learnt } : source, 'known', reading, confidence);
    return true;
  } catch (error) {
    session.noteFailure(known.url, 'known', error);
    return false;
  }
}
