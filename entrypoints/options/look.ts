import type { Look } from '../../components/source/LookTrouble.tsx';
import { askHosts } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { hostsToAsk, normaliseAddress } from '../../utils/source/detect/hosts.ts';
import { DetectError, detectSource } from '../../utils/source/detect.ts';
import { downloadText } from '../../utils/source/download.ts';
import { sourceAt } from '../../utils/source/store.ts';

/** Looks at an address: the permission first, in the click itself, then every way of reading the site. */
export function look(typed: string): Promise<Look> {
  const hosts = hostsToAsk(typed);
  const [host] = hosts;
  if (!host) return Promise.resolve({ state: 'bad-address' });
  return find(typed, host, hosts, askHosts(hosts));
}

async function find(typed: string, host: string, hosts: string[], asked: Promise<boolean>): Promise<Look> {
  if (!(await asked)) return { state: 'refused', host };
  const address = normaliseAddress(typed);
  const known = address && (await sourceAt(db, address));
  if (known) return { state: 'known', name: known.name };
  const takenIds = (await db.sources.toCollection().primaryKeys()) as string[];
  try {
    const { ways, otherHosts } = await detectSource(typed, { downloadText, hosts, takenIds });
    const [best] = ways;
    const there = best && (await sourceAt(db, best.url));
    return there ? { state: 'known', name: there.name } : { state: 'found', host, ways, otherHosts };
  } catch (error) {
    if (!(error instanceof DetectError)) throw error;
    return { state: 'failed', host, tried: error.tried, otherHosts: error.otherHosts };
  }
}
