import { Plus } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { AddSource } from '../../components/source/AddSource.tsx';
import { sourceColours } from '../../components/source/ColourPicker.tsx';
import { OpmlButtons } from '../../components/source/OpmlButtons.tsx';
import { SourceRow } from '../../components/source/SourceRow.tsx';
import { WaitingSources } from '../../components/source/WaitingSources.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { send } from '../../utils/browser/messages.ts';
import { askHosts, hasHosts, onHostsChanged } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { countOf } from '../../utils/release/archive.ts';
import { knownSources, presets } from '../../utils/source/cities.ts';
import type { CitySource } from '../../utils/source/city-source.ts';
import { waitingSources } from '../../utils/source/city-sources.ts';
import { sourcesFromOpml, sourcesToOpml } from '../../utils/source/opml.ts';
import type { Source } from '../../utils/source/source.ts';
import { Correct } from './Correct.tsx';
import { allowCitySource } from './city-sources.ts';
import { look } from './look.ts';

interface Props {
  /** Those that the city set. */
  city?: CitySource[] | undefined;
  /** Tells an outcome in the page's toast. */
  tell: (text: string) => void;
}

const cities = [...presets, ...knownSources];

async function readSources() {
  const sources = await db.sources.toArray();
  return Promise.all(sources.map(async (source) => ({ source, total: await countOf(db, source.id) })));
}

/** The sources: how each is doing, what can be changed, and new ones. */
export function Sources({ city, tell }: Props) {
  const texts = useTexts();
  const live = useLive(readSources, []);
  const rows = live.state === 'ready' ? live.value : [];
  const allowed = useAllowed(rows.map(({ source }) => source));
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<string[]>([]);
  const [correcting, setCorrecting] = useState<string | null>(null);
  const [adding, setAdding] = useState(location.hash === '#tambah');
  const failed = () => tell(texts.desk.failed);

  const refresh = () => {
    setBusy(true);
    send('refresh-now', null)
      .catch(failed)
      .finally(() => setBusy(false));
  };
  const add = (source: Source) => {
    // First, in the click itself; without its pictures a source is still a source.
    const asked = source.imageHosts.length > 0 ? askHosts(source.imageHosts) : Promise.resolve(true);
    const marked = { colour: freeColour(rows.map((row) => row.source)), ...source };
    return asked
      .then(() => send('add-source', marked))
      .then(() => {
        setAdding(false);
        tell(texts.sources.added(source.name));
      }, failed);
  };

  const importFile = async (text: string) => {
    const { sources, addresses } = sourcesFromOpml(
      text,
      rows.map(({ source }) => source),
    );
    let added = 0;
    for (const source of sources) if ((await send('add-source', source)).added) added += 1;
    setWaiting(addresses.map(({ address }) => address));
    if (addresses.length > 0) setAdding(true);
    tell(texts.sources.imported(added, sources.length - added));
  };

  const corrected = rows.find(({ source }) => source.id === correcting)?.source;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{texts.sources.title}</h2>
      <p class="sheet-help">{texts.options.sourceHelp}</p>
      {live.state === 'ready' && (
        <WaitingSources
          waiting={waitingSources(
            city,
            rows.map(({ source }) => source),
          )}
          wanted={location.hash === '#sumber-kota'}
          onAllow={(wanted) =>
            allowCitySource(
              wanted,
              rows.map(({ source }) => source),
            )
          }
        />
      )}
      <ul class="source-list">
        {rows.map(({ source, total }) => (
          <SourceRow
            key={source.id}
            source={source}
            total={total}
            allowed={allowed[source.id] ?? true}
            busy={busy}
            onChange={(edit) => void send('edit-source', { id: source.id, edit }).catch(failed)}
            onRefresh={refresh}
            onAllow={() =>
              void askHosts([...source.hosts, ...source.imageHosts]).then(
                (given) => given && refresh(),
                failed,
              )
            }
            {...(source.kind === 'page' &&
              !source.cityRecipe && { onCorrect: () => setCorrecting(source.id) })}
            onRemove={() =>
              void send('remove-source', { id: source.id }).then(
                () => tell(texts.sources.removed(source.name)),
                failed,
              )
            }
          />
        ))}
      </ul>
      {corrected && (
        <Correct
          key={corrected.id}
          source={corrected}
          onCancel={() => setCorrecting(null)}
          onDone={(recipe) => {
            setCorrecting(null);
            send('edit-source', { id: corrected.id, edit: { recipe } }).then(refresh, failed);
          }}
        />
      )}
      {adding ? (
        <>
          <h3>{texts.sources.addTitle}</h3>
          <AddSource presets={cities} look={look} waiting={waiting} onAdd={(source) => void add(source)} />
        </>
      ) : (
        <div class="source-tools">
          <button type="button" class="button button-main" onClick={() => setAdding(true)}>
            <Icon icon={Plus} size={16} />
            {texts.sources.add}
          </button>
          <OpmlButtons
            read={() => sourcesToOpml(rows.map(({ source }) => source))}
            onImport={(text) => importFile(text).catch(() => tell(texts.sources.importFailed))}
            onRefused={(why) =>
              tell(why === 'too-large' ? texts.sources.importTooLarge : texts.sources.importFailed)
            }
          />
        </div>
      )}
    </section>
  );
}

/** A mark that no other source has, while there are any. */
function freeColour(sources: Source[]): string {
  const taken = new Set(sources.map(({ colour }) => colour ?? sourceColours.green));
  return Object.values(sourceColours).find((colour) => !taken.has(colour)) ?? sourceColours.grey;
}

/** Which sources may be read, asked again whenever the official allows or takes back a host. */
function useAllowed(sources: Source[]): Record<string, boolean> {
  const [allowed, setAllowed] = useState<Record<string, boolean>>({});
  const key = sources.map(({ id, hosts }) => `${id} ${hosts.join()}`).join('\n');
  useEffect(() => {
    let over = false;
    const ask = async () => {
      const answers = await Promise.all(
        sources.map(async ({ id, hosts }) => [id, await hasHosts(hosts)] as const),
      );
      if (!over) setAllowed(Object.fromEntries(answers));
    };
    void ask();
    const stop = onHostsChanged(() => void ask());
    return () => {
      over = true;
      stop();
    };
  }, [key]);
  return allowed;
}
