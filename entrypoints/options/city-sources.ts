import type { Allowed } from '../../components/source/WaitingSources.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { askHosts } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import type { CitySource } from '../../utils/source/city-source.ts';
import { asTheCityHasIt, citySourceRow } from '../../utils/source/city-sources.ts';
import { hostsToAsk } from '../../utils/source/detect/hosts.ts';
import { DetectError, detectSource } from '../../utils/source/detect.ts';
import { downloadText } from '../../utils/source/download.ts';
import type { Source } from '../../utils/source/source.ts';
import { sourceAt } from '../../utils/source/store.ts';

/**
 * Adds a source that the city set, once the official allows its hosts; a policy cannot grant them. Call it straight from
 * the click. How it is read is found out where the city did not say.
 * @param rows the sources there are
 */
export function allowCitySource(wanted: CitySource, rows: readonly Source[]): Promise<Allowed> {
  const taken = rows.map(({ id }) => id);
  const row = citySourceRow(wanted, taken);
  const hosts = row ? [...row.hosts, ...row.imageHosts] : hostsToAsk(wanted.url);
  // First, in the click itself.
  const asked = askHosts(hosts);
  return addWhenAllowed(wanted, row, hosts, taken, asked).catch((error) => {
    if (error instanceof DetectError) return 'notFound';
    logFailure('source of the city', error);
    return 'failed';
  });
}

async function addWhenAllowed(
  wanted: CitySource,
  row: Source | null,
  hosts: string[],
  takenIds: string[],
  asked: Promise<boolean>,
): Promise<Allowed> {
  if (!(await asked)) return 'refused';
  if (row) {
    await send('add-source', row);
    return 'added';
  }
  const { ways } = await detectSource(wanted.url, { downloadText, hosts, takenIds });
  const [best] = ways;
  if (!best) return 'notFound';
  const there = await sourceAt(db, best.source.url);
  if (there) await send('edit-source', { id: there.id, edit: { city: wanted.url } });
  else await send('add-source', asTheCityHasIt(best.source, wanted));
  return 'added';
}
