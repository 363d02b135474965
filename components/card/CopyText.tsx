import { Copy } from 'lucide';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  id: string;
  label: string;
  /** What the button does, in words. */
  copyLabel: string;
  help?: string;
  text: string;
  lang: string;
  onCopy: () => void;
}

/** A text to take along with the picture. */
export function CopyText({ id, label, copyLabel, help, text, lang, onCopy }: Props) {
  return (
    <div class="field card-text">
      <label for={id}>{label}</label>
      <div class="card-text-box">
        <textarea
          class="input"
          id={id}
          rows={3}
          readOnly
          lang={lang}
          value={text}
          {...(help && { 'aria-describedby': `${id}-help` })}
        />
        <IconButton label={copyLabel} onClick={onCopy}>
          <Icon icon={Copy} size={16} />
        </IconButton>
      </div>
      {help && (
        <p class="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
