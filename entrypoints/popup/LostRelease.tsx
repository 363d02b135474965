import { ExternalLink } from 'lucide';
import { useTexts } from '../../components/hooks/texts.ts';
import { PlainLinkNotice } from '../../components/release/PlainLink.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import type { Draft } from '../../utils/draft/draft.ts';
import { isPlainLink } from '../../utils/draft/plain-link.ts';
import type { Release } from '../../utils/release/release.ts';

/** What a draft still knows of its release, where the archive has it no more: the draft goes on being written. */
export const lostRelease = ({ releaseId, releaseTitle, releaseUrl, sourceId }: Draft): Release => ({
  id: releaseId,
  sourceId,
  url: releaseUrl,
  title: releaseTitle,
  paragraphs: [],
  body: 'missing',
  published: null,
  image: null,
  categories: [],
  language: 'id',
  order: 0,
  firstSeenAt: 0,
  unread: 0,
});

/** Says that the release is gone and the draft is not, and where the release may still be read. */
export function LostNotice({ draft }: { draft: Draft }) {
  const texts = useTexts();
  if (isPlainLink(draft)) return <PlainLinkNotice url={draft.releaseUrl} />;
  return (
    <Notice kind="warn" live>
      {texts.drafts.releaseGone}{' '}
      <a href={draft.releaseUrl} target="_blank" rel="noreferrer">
        {texts.composer.openRelease} <Icon icon={ExternalLink} size={14} />
      </a>
    </Notice>
  );
}
