import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { LinkList } from '../../components/platform/LinkList.tsx';
import { isPhone } from '../../utils/browser/phone.ts';
import { db } from '../../utils/db/database.ts';
import type { Addresses } from '../../utils/platform/addresses.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';

interface Props {
  own: Addresses;
  /** Those that the city set. */
  city?: Addresses | undefined;
  onChange: (own: Addresses) => void;
}

/** Looking after the platforms' links. */
export function Links({ own, city = {}, onChange }: Props) {
  const words = useLaterTexts().links;
  const confirmed = useLive(lastConfirmed, []);
  return (
    <section aria-labelledby="links">
      <h2 id="links">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      <LinkList
        own={own}
        city={city}
        phone={isPhone()}
        confirmed={confirmed.state === 'ready' ? confirmed.value : {}}
        onChange={onChange}
      />
    </section>
  );
}

/** Per platform when the official last said that a post which was opened there went out. */
async function lastConfirmed(): Promise<Partial<Record<PlatformId, number>>> {
  const last: Partial<Record<PlatformId, number>> = {};
  await db.posts
    .where('state')
    .equals('posted')
    .each(({ platform, route, changes }) => {
      if (route === 'api' || route === 'share') return;
      const at = changes.findLast(({ state }) => state === 'posted')?.at ?? 0;
      last[platform] = Math.max(last[platform] ?? 0, at);
    });
  return last;
}
