import { ChevronDown, ExternalLink, Image } from 'lucide';
import { useContext } from 'preact/hooks';
import { longDate } from '../../utils/browser/i18n.ts';
import { isPlainLink } from '../../utils/draft/plain-link.ts';
import type { Release } from '../../utils/release/release.ts';
import { OpenCardContext } from '../card/open-card.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  release: Release;
  sourceName: string;
  open: boolean;
  onToggle: () => void;
}

/** The release itself, to read beside the caption: text only, as it is stored. */
export function ReleaseText({ release, sourceName, open, onToggle }: Props) {
  const texts = useTexts();
  const { card } = useLaterTexts();
  const openCard = useContext(OpenCardContext);
  if (isPlainLink({ releaseId: release.id })) return null;
  const date = release.published ? longDate(texts, release.published.at) : texts.time.unknown;
  return (
    <div class="release-text">
      <div class="release-text-head">
        <button
          type="button"
          class="button button-plain release-read"
          aria-expanded={open}
          onClick={onToggle}
        >
          <Icon icon={ChevronDown} size={16} class={open ? 'turned' : ''} />
          {open ? texts.composer.hideRelease : texts.composer.readRelease}
        </button>
        {openCard && (
          <button type="button" class="button button-plain release-card" onClick={openCard}>
            <Icon icon={Image} size={16} />
            {card.make}
          </button>
        )}
        <span class="release-text-when">
          {sourceName} · {date}
        </span>
      </div>
      {open && (
        <article lang={release.language}>
          <h2>{release.title}</h2>
          {release.paragraphs.length === 0 && <p>{texts.composer.noBody}</p>}
          {release.paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
          <a href={release.url} target="_blank" rel="noreferrer">
            {texts.composer.openRelease} <Icon icon={ExternalLink} size={14} />
          </a>
        </article>
      )}
    </div>
  );
}
