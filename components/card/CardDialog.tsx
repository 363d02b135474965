import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  children: ComponentChildren;
  onClose: () => void;
}

/** The card's own room, over whatever the official was doing: that stays as it is. */
export function CardDialog({ children, onClose }: Props) {
  const { card } = useLaterTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="card-dialog" ref={dialog} aria-labelledby="card-title" onClose={onClose}>
      <header>
        <h2 id="card-title">{card.title}</h2>
        {/* Closed, not just taken away: only then does the keyboard go back to where it was. */}
        <IconButton label={card.close} onClick={() => dialog.current?.close()}>
          <Icon icon={X} />
        </IconButton>
      </header>
      {children}
    </dialog>
  );
}
