import { ExternalLink } from 'lucide';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';

interface OfferProps {
  /** A page of the city's own site that is no release. */
  own: boolean;
  failed: boolean;
  onShare: () => void;
}

/** Offers a page that is not the city's, or no release, as what it is: a link. */
export function PlainLinkOffer({ own, failed, onShare }: OfferProps) {
  const { link } = useLaterTexts().page;
  return (
    <section class="plain-link" aria-labelledby="plain-link">
      <h3 id="plain-link">{own ? link.ownTitle : link.title}</h3>
      <p>{link.help}</p>
      {failed && <p role="alert">{link.failed}</p>}
      <button type="button" class="button" onClick={onShare}>
        {link.share}
      </button>
    </section>
  );
}

/** Says over a draft that its page is not the city's. */
export function PlainLinkNotice({ url }: { url: string }) {
  const { link } = useLaterTexts().page;
  return (
    <Notice kind="warn" live>
      {link.notice(new URL(url).hostname)}{' '}
      <a href={url} target="_blank" rel="noreferrer">
        {link.read} <Icon icon={ExternalLink} size={14} />
      </a>
    </Notice>
  );
}
