import { useRef, useState } from 'preact/hooks';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { ShareVia } from './ShareVia.tsx';

interface Props {
  platform: PlatformId;
  disabled: boolean;
  /** Rejects when nothing was opened. */
  onOpen: () => Promise<void>;
  /** Offers the text to the system's share sheet; absent where there is none. */
  onShare?: (() => Promise<void>) | undefined;
}

/** The one button of the composer view; it names what it does. What came of it is told beside it. */
export function OpenBar({ platform, disabled, onOpen, onShare }: Props) {
  const texts = useTexts();
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const { name, route } = catalogue[platform];
  const opening = useRef(false);
  const open = async () => {
    // A double click is one wish.
    if (opening.current) return;
    opening.current = true;
    setSaid(null);
    try {
      await onOpen();
      setSaid(route === 'copy' ? { text: texts.composer.copied, failed: false } : null);
    } catch (error) {
      const notCopied = error instanceof DOMException;
      setSaid({ text: notCopied ? texts.desk.copyFailed : texts.composer.openFailed(name), failed: true });
    } finally {
      opening.current = false;
    }
  };
  return (
    <footer class="open-bar">
      <p class={said?.failed ? 'open-bar-failed' : ''} role="status">
        {said?.text ?? texts.composer.opensAs(name)}
      </p>
      {onShare && (
        <ShareVia
          disabled={disabled}
          onShare={onShare}
          tell={(text) => setSaid(text === null ? null : { text, failed: true })}
        />
      )}
      <button
        type="button"
        class="button button-main button-large"
        disabled={disabled}
        onClick={() => void open()}
      >
        <PlatformMark platform={platform} size={20} />
        {route === 'copy' ? texts.composer.copyAndOpen(name) : texts.composer.open(name)}
      </button>
    </footer>
  );
}
