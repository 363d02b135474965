import { mdiLinkedin } from '@mdi/js';
import {
  siBluesky,
  siFacebook,
  siInstagram,
  siLine,
  siMastodon,
  siTelegram,
  siThreads,
  siTiktok,
  siWhatsapp,
  siX,
} from 'simple-icons';
import type { PlatformId } from '../../utils/platform/platform.ts';

/** simple-icons (CC0) has every mark but LinkedIn's, which comes from Material Design Icons (Apache 2.0). */
const marks: Record<PlatformId, string> = {
  x: siX.path,
  whatsapp: siWhatsapp.path,
  threads: siThreads.path,
  facebook: siFacebook.path,
  instagram: siInstagram.path,
  telegram: siTelegram.path,
  linkedin: mdiLinkedin,
  bluesky: siBluesky.path,
  mastodon: siMastodon.path,
  line: siLine.path,
  tiktok: siTiktok.path,
};

/** A network's mark, in the text's colour; decorative, the control around it says its name. */
export function PlatformMark({ platform, size = 18 }: { platform: PlatformId; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      // Material's mark keeps a margin that simple-icons' do not have.
      viewBox={platform === 'linkedin' ? '2.5 2.5 19 19' : '0 0 24 24'}
      fill="currentColor"
      aria-hidden="true"
    >
      <path d={marks[platform]} />
    </svg>
  );
}
