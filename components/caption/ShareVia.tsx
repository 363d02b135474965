import { Share2 } from 'lucide';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  disabled: boolean;
  /** Rejects with a DOMException where no sheet came, with another error where it is not recorded. */
  onShare: () => Promise<void>;
  /** What went wrong, in words; null while nothing did. */
  tell: (failed: string | null) => void;
}

/** "Bagikan lewat…": the system's sheet of apps, beside the platform's own button. */
export function ShareVia({ disabled, onShare, tell }: Props) {
  const { share, shareFailed, shareNotKept } = useTexts().composer;
  const start = () => {
    tell(null);
    // Called in the click itself: without it no sheet comes.
    onShare().catch((error) => tell(error instanceof DOMException ? shareFailed : shareNotKept));
  };
  return (
    <button type="button" class="button button-large share-via" disabled={disabled} onClick={start}>
      <Icon icon={Share2} size={18} />
      {share}
    </button>
  );
}
