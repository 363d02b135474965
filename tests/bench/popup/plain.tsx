import { Dexie } from 'dexie';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ReleaseRow } from '../../../components/release/ReleaseRow.tsx';
import type { ReleaseRow as Row } from '../../../utils/browser/snapshot.ts';
import { platformIds } from '../../../utils/platform/platform.ts';
import type { Release } from '../../../utils/release/release.ts';

/**
 * The peer: what one would write first. Preact lists what Dexie holds, in the very same rows: all of them, or, with
 * "?30", just the thirty that our popup shows.
 */
const most = location.search === '?30' ? 30 : Number.POSITIVE_INFINITY;
const db = new Dexie('jubir');

interface Shown {
  row: Row;
  picture: string | undefined;
}

async function newest(): Promise<Shown[]> {
  await db.open();
  const [releases, sources] = await Promise.all([
    db.table<Release>('releases').orderBy('order').reverse().limit(most).toArray(),
    db.table('sources').toArray(),
  ]);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const pictures = await db.table('pictures').bulkGet(releases.map(({ id }) => id));
  return releases.map(({ id, title, url, sourceId, published, unread }, at) => ({
    row: {
      id,
      title,
      url,
      published,
      sourceId,
      sourceName: names.get(sourceId) ?? '',
      unread: unread === 1,
      captions: {},
      shared: {},
    },
    picture: pictures[at]?.data ?? undefined,
  }));
}

function List() {
  const [rows, setRows] = useState<Shown[]>([]);
  useEffect(() => void newest().then(setRows), []);
  const platforms = [...platformIds];
  return (
    <ul class="releases">
      {rows.map(({ row, picture }) => (
        <ReleaseRow
          key={row.id}
          row={row}
          picture={picture}
          platforms={platforms}
          now={Date.now()}
          onOpen={() => {}}
          onShare={() => {}}
        />
      ))}
    </ul>
  );
}

const root = document.getElementById('app');
if (root) render(<List />, root);
