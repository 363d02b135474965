import type { ContactedHost, OpenedHost } from '../../utils/browser/hosts.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';

interface Props {
  /** Null while it cannot be told. */
  contacted: readonly ContactedHost[] | null;
  opened: readonly OpenedHost[];
}

/** Whom Jubir contacts as things stand, with when and why; apart from it, what a click opens in a tab. */
export function HostList({ contacted, opened }: Props) {
  const words = useLaterTexts().hosts;
  return (
    <section aria-labelledby="hosts">
      <h2 id="hosts">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      <h3>{words.own}</h3>
      {contacted === null ? (
        <p>{words.none}</p>
      ) : (
        <ul class="host-list">
          {contacted.map(({ origin, uses }) => (
            <li key={origin} data-host={origin}>
              <strong>{origin.replace('https://', '')}</strong>
              {uses.map(({ use, of }) => (
                <span key={use + of}>{words.uses[use](of)}</span>
              ))}
            </li>
          ))}
        </ul>
      )}
      <h3>{words.opened}</h3>
      <p class="field-help">{words.openedHelp}</p>
      <ul class="opened-list">
        {opened.map(({ host, platform }) => (
          <li key={platform}>
            <PlatformMark platform={platform} size={16} />
            <span>
              {catalogue[platform].name}
              <small>{host}</small>
            </span>
          </li>
        ))}
      </ul>
      <p class="field-help">{words.more}</p>
    </section>
  );
}
