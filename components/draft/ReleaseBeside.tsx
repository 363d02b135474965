import { ExternalLink } from 'lucide';
import { useState } from 'preact/hooks';
import { longDate, moment } from '../../utils/browser/i18n.ts';
import type { Release } from '../../utils/release/release.ts';
import type { ReleaseVersion } from '../../utils/release/versions.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Difference } from '../release/ReleaseChange.tsx';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  release: Release;
  sourceName: string;
  /** What it said when the draft was last written; null where it says the same today, or there is no draft. */
  before: ReleaseVersion | null;
}

/** The release to read while one writes, with what the city changed in it since the draft was written. */
export function ReleaseBeside({ release, sourceName, before }: Props) {
  const texts = useTexts();
  const { detail } = useLaterTexts();
  const [marked, setMarked] = useState(true);
  const date = release.published ? longDate(texts, release.published.at) : texts.time.unknown;
  return (
    <section class="release-beside" aria-labelledby="release-beside">
      <h2 id="release-beside">{detail.release}</h2>
      <p class="release-beside-from">
        {sourceName} · {date}{' '}
        <a href={release.url} target="_blank" rel="noreferrer">
          {texts.composer.openRelease} <Icon icon={ExternalLink} size={14} />
        </a>
      </p>
      {before && (
        <div class="release-beside-changed">
          <p>{detail.changedSince(moment(texts, before.until, Date.now()))}</p>
          <label class="check">
            <input type="checkbox" checked={marked} onChange={() => setMarked(!marked)} />
            {detail.showChange}
          </label>
        </div>
      )}
      {release.paragraphs.length === 0 && <p>{texts.composer.noBody}</p>}
      <article lang={release.language}>
        {before && marked ? (
          <Difference before={before} after={release} />
        ) : (
          <>
            <h3>{release.title}</h3>
            {release.paragraphs.map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </>
        )}
      </article>
    </section>
  );
}
