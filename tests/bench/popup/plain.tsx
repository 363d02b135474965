import { Dexie, type Table } from 'dexie';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The peer: what one would write first. Preact lists what Dexie holds. */
class Plain extends Dexie {
  declare releases: Table<{ id: string; title: string; order: number }>;
  declare pictures: Table<{ releaseId: string; data: string | null }>;

  constructor() {
    super('jubir');
  }
}

interface Row {
  id: string;
  title: string;
  picture: string | null | undefined;
}

const db = new Plain();

async function newest(): Promise<Row[]> {
  await db.open();
  const releases = await db.table('releases').orderBy('order').reverse().limit(30).toArray();
  const pictures = await db.table('pictures').bulkGet(releases.map((release) => release.id));
  return releases.map(({ id, title }, at) => ({ id, title, picture: pictures[at]?.data }));
}

function List() {
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => void newest().then(setRows), []);
  return (
    <ul class="releases">
      {rows.map((row) => (
        <li key={row.id} class="release release-unread">
          <span class="release-picture">
            {row.picture && <img src={row.picture} alt="" width="64" height="64" />}
          </span>
          <button type="button" class="release-title">
            {row.title}
          </button>
          <div class="release-foot">
            <span class="release-when" />
            {['X', 'WhatsApp', 'Threads', 'Facebook'].map((name) => (
              <button type="button" key={name} class="icon-button share-button">
                {name.slice(0, 1)}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

const root = document.getElementById('app');
if (root) render(<List />, root);
