import { ArrowLeft } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  title: string;
  /** Absent where the list stands beside it. */
  onBack?: () => void;
}

/** The release's title, and the way back to the list. */
export function ComposerHead({ title, onBack }: Props) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to come here is gone: without this the keyboard would start outside of the page.
  useEffect(() => {
    if (onBack) heading.current?.focus();
  }, [onBack !== undefined]);
  return (
    <header class="composer-head">
      {onBack && (
        <IconButton label={texts.app.back} onClick={onBack}>
          <Icon icon={ArrowLeft} />
        </IconButton>
      )}
      <h1 id="composer-title" ref={heading} tabIndex={-1} title={title}>
        {title}
      </h1>
    </header>
  );
}
