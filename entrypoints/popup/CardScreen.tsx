import '../../components/card/card.css';
import { CardDialog } from '../../components/card/CardDialog.tsx';
import { CardMaker } from '../../components/card/CardMaker.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { Notice } from '../../components/ui/Notice.tsx';
import { moment, type Texts } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { askHosts } from '../../utils/browser/permissions.ts';
import type { CardFormat } from '../../utils/card/card.ts';
import { coloursOf } from '../../utils/card/colour.ts';
import { db } from '../../utils/db/database.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { blockedReason } from '../../utils/release/versions.ts';
import type { Source } from '../../utils/source/source.ts';
import { useCardPictures } from './card-pictures.ts';
import type { CardGoing } from './use-card-screen.ts';

interface Props extends CardGoing {
  releaseId: string;
  /** The browser's prompt for a host can close a popup. */
  place: 'popup' | 'panel';
  onClose: () => void;
}

/** What suits where the official is going; WhatsApp's status is as tall as a story. */
const formatFor: Partial<Record<PlatformId, CardFormat>> = {
  instagram: 'portrait',
  whatsapp: 'story',
  tiktok: 'story',
};

/** A release's card over the database, read live. */
export function CardScreen({ releaseId, platform, text, place, onClose }: Props) {
  const texts = useTexts();
  const { card } = useLaterTexts();
  const live = useLive(() => read(releaseId), [releaseId]);
  const { release, source } = live.state === 'ready' ? live.value : {};
  const { pictures, photo, again } = useCardPictures(release, source);
  if (live.state === 'loading') return null;
  const refused =
    live.state === 'failed' ? card.damaged : !release || !source ? card.missing : suspicion(texts, release);
  if (!release || !source || refused) {
    return (
      <CardDialog onClose={onClose}>
        <Notice kind="warn">{refused}</Notice>
      </CardDialog>
    );
  }
  const warning = warningOf(texts, release);
  return (
    <CardDialog onClose={onClose}>
      {warning && <Notice kind="warn">{warning}</Notice>}
      <CardMaker
        release={release}
        city={source.name}
        colours={coloursOf(source)}
        pictures={pictures}
        photo={photo}
        {...(place === 'panel' &&
          photo.state === 'refused' && {
            onAllow: () =>
              void askHosts([photo.host]).then(
                (given) => given && again(),
                (error) => logFailure('permission', error),
              ),
          })}
        format={formatFor[platform] ?? 'square'}
        caption={text}
      />
    </CardDialog>
  );
}

/** A text that a stranger may have put there goes onto no card of the city's. */
const suspicion = (texts: Texts, release: Release): string | null =>
  release.suspicious ? texts.states.suspiciousHelp : null;

function warningOf(texts: Texts, release: Release): string | null {
  switch (blockedReason(release)) {
    case 'withdrawn':
      return texts.states.withdrawnHelp;
    case 'changed':
      return texts.states.changedHelp(moment(texts, release.changedAt ?? 0, Date.now()));
    default:
      return null;
  }
}

async function read(releaseId: string): Promise<{ release?: Release; source?: Source }> {
  const release = await db.releases.get(releaseId);
  const source = release && (await db.sources.get(release.sourceId));
  return release && source ? { release, source } : {};
}
