import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** What is to be pointed at now. */
export type PointStep = 'title' | 'date' | 'body';

interface Props {
  step: PointStep;
  /** The page's own lines of text, in their order. Text only: nothing of the page is ever shown as a page. */
  lines: string[];
  /** Why the last choice did not do, if it did not. */
  trouble: string | null;
  onPick: (line: string) => void;
  /** For a listing without dates. */
  onNone: () => void;
  onCancel: () => void;
}

/** The city's page as lines of text: the official points at a title, a date and a body. */
export function PointRecipe({ step, lines, trouble, onPick, onNone, onCancel }: Props) {
  const texts = useTexts();
  return (
    <div class="point">
      <p>
        <strong>{texts.point[step]}</strong>
      </p>
      {trouble && (
        <Notice kind="warn" live>
          {trouble}
        </Notice>
      )}
      <ol class="point-lines" aria-label={texts.point[step]}>
        {lines.map((line, at) => (
          <li key={`${at} ${line}`}>
            <button type="button" onClick={() => onPick(line)}>
              {line}
            </button>
          </li>
        ))}
      </ol>
      <div class="sheet-actions">
        {step === 'date' && (
          <button type="button" class="button" onClick={onNone}>
            {texts.point.noDate}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {texts.app.cancel}
        </button>
      </div>
    </div>
  );
}
