import { RotateCcw, Undo2 } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Mark } from '../../utils/check/check.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  label: string;
  lang: string;
  value: string;
  onType: (text: string) => void;
  /** Places that a check is about, in order. */
  marks: readonly Mark[];
  box: Ref<HTMLTextAreaElement>;
  /** Absent where there is nothing to undo. */
  onUndo?: () => void;
  /** Absent where the text is the suggestion. */
  onReset?: () => void;
  /** What stands at the right of the foot. */
  children: ComponentChildren;
}

/** The box one writes in; what a check is about is underlined in it. */
export function TextBox({ label, lang, value, onType, marks, box, onUndo, onReset, children }: Props) {
  const texts = useTexts();
  const mirror = useRef<HTMLDivElement>(null);
  const follow = (top: number) => mirror.current?.scrollTo({ top });
  useEffect(() => {
    const area = mirror.current?.nextElementSibling;
    if (area) follow(area.scrollTop);
  }, [value, marks]);
  useEffect(() => {
    // A phone's keyboard takes half the page as it opens: what is written in stays in view.
    const keepInView = () => {
      const area = mirror.current?.nextElementSibling;
      if (area === document.activeElement) area?.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('resize', keepInView);
    return () => removeEventListener('resize', keepInView);
  }, []);
  return (
    <div class="box">
      <div class="box-text">
        <div class="box-marks" ref={mirror} aria-hidden="true">
          {pieces(value, marks).map(({ words, marked }, at) =>
            marked ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
          )}
          {/* A last line break shows only with something behind it, as it does in the box. */}
          {'\u200B'}
        </div>
        <textarea
          ref={box}
          aria-label={label}
          value={value}
          rows={7}
          lang={lang}
          onInput={(event) => onType(event.currentTarget.value)}
          onScroll={(event) => follow(event.currentTarget.scrollTop)}
        />
      </div>
      <div class="box-foot">
        <IconButton label={texts.app.undo} disabled={!onUndo} onClick={() => onUndo?.()}>
          <Icon icon={Undo2} size={16} />
        </IconButton>
        {onReset && (
          <IconButton label={texts.composer.reset} onClick={onReset}>
            <Icon icon={RotateCcw} size={16} />
          </IconButton>
        )}
        <span class="box-state">{children}</span>
      </div>
    </div>
  );
}

/** The text cut at the marks. */
function pieces(text: string, marks: readonly Mark[]): { words: string; marked: boolean }[] {
  const cut: { words: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || start >= end) continue;
    cut.push(
      { words: text.slice(at, start), marked: false },
      { words: text.slice(start, end), marked: true },
    );
    at = end;
  }
  cut.push({ words: text.slice(at), marked: false });
  return cut.filter(({ words }) => words !== '');
}
