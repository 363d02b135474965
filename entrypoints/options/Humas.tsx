import { useEffect, useState } from 'preact/hooks';
import { useLive } from '../../components/hooks/use-live.ts';
import { FeedSection, type Saved } from '../../components/humas/FeedSection.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { askOrigins, hasOrigins, onHostsChanged } from '../../utils/browser/permissions.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { feedId } from '../../utils/humas/store.ts';
import { feedOrigin, type WantedFeed } from '../../utils/humas/wanted.ts';

interface Props {
  settings: Settings;
  onChange: (change: Partial<Settings>) => Promise<void>;
}

/** The Humas office's captions: where they are, whether they may be read, and how that goes. */
export function Humas({ settings, onChange }: Props) {
  const { captionFeed: feed, city, writesHumas } = settings;
  const live = useLive(() => db.captionFeeds.get(feedId), []);
  const allowed = useAllowed(feed?.url);
  const again = () => void read().catch((error) => logFailure('caption feed', error));
  return (
    <FeedSection
      feed={feed}
      row={live.state === 'ready' ? live.value : undefined}
      allowed={allowed}
      byCity={city?.captionFeed !== undefined}
      writes={writesHumas}
      onSave={(wanted) => whenAllowed(wanted, () => onChange({ captionFeed: wanted }))}
      onAllow={() => whenAllowed(feed, async () => {})}
      onAgain={again}
      onWrites={(writes) => void onChange({ writesHumas: writes })}
    />
  );
}

const read = () => send('read-humas', null);

/** The permission first, in the click itself; then what it is for, and the first reading. */
async function whenAllowed(feed: WantedFeed | null, then: () => Promise<void>): Promise<Saved> {
  const asked = feed ? askOrigins([feedOrigin(feed.url)]) : Promise.resolve(true);
  try {
    if (!(await asked)) return 'refused';
    await then();
    await read();
    return 'saved';
  } catch (error) {
    logFailure('caption feed', error);
    return 'failed';
  }
}

/** Whether the feed may be read, asked again whenever the official allows or takes back a host. */
function useAllowed(url: string | undefined): boolean | null {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    if (url === undefined) return;
    let over = false;
    const ask = () => {
      hasOrigins([feedOrigin(url)]).then(
        (given) => !over && setAllowed(given),
        (error) => logFailure('permissions', error),
      );
    };
    ask();
    const stop = onHostsChanged(ask);
    return () => {
      over = true;
      stop();
    };
  }, [url]);
  return allowed;
}
