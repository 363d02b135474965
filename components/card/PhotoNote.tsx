import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** How far the card's photo is. `absent`: the release has none. */
export type PhotoState =
  | { state: 'loading' | 'ready' | 'absent' | 'failed' | 'unfit' }
  | { state: 'refused'; host: string };

interface Props {
  photo: PhotoState;
  /** Asks for the photo's host, first thing in the click; absent where the browser's prompt would close the page. */
  onAllow?: () => void;
}

/** Why a card has no photo, where that is not plain. */
export function PhotoNote({ photo, onAllow }: Props) {
  const texts = useTexts();
  const { photo: words } = useLaterTexts().card;
  if (photo.state === 'ready' || photo.state === 'absent') return null;
  if (photo.state === 'loading') {
    return (
      <p class="field-help" role="status">
        {words.loading}
      </p>
    );
  }
  return (
    <Notice kind="warn" live>
      {photo.state === 'refused' ? words.refused(photo.host) : words[photo.state]}
      {photo.state === 'refused' && onAllow && (
        <button type="button" class="button button-plain" onClick={onAllow}>
          {texts.sources.allow}
        </button>
      )}
    </Notice>
  );
}
