import { ChevronDown, Copy } from 'lucide';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

interface Props {
  onCopy: () => void;
  onCopyForImage: () => void;
}

/** "Salin" in one click, and beside it the ways to copy. */
export function CopyButton({ onCopy, onCopyForImage }: Props) {
  const texts = useTexts();
  const { detail } = useLaterTexts();
  return (
    <div class="split-button">
      <button type="button" class="button" onClick={onCopy}>
        <Icon icon={Copy} size={16} />
        {texts.desk.copy}
      </button>
      <MenuButton
        class="button"
        label={detail.copyMenu}
        items={[
          { label: detail.copyText, run: onCopy },
          { label: detail.copyForImage, run: onCopyForImage },
        ]}
      >
        <Icon icon={ChevronDown} size={16} />
      </MenuButton>
    </div>
  );
}
