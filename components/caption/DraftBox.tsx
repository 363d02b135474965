import type { Ref } from 'preact';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { Counter } from './Counter.tsx';
import { Rivals } from './Rivals.tsx';
import { SaveMark } from './SaveMark.tsx';
import { TextBox } from './TextBox.tsx';
import type { useComposer } from './use-composer.ts';
import type { useFindings } from './use-findings.ts';

interface Props {
  composer: ReturnType<typeof useComposer>;
  checked: ReturnType<typeof useFindings>;
  lang: string;
  box: Ref<HTMLTextAreaElement>;
}

/** The draft's text, whether it is stored, and what else was written in its place. */
export function DraftBox({ composer, checked, lang, box }: Props) {
  const texts = useTexts();
  const { platform, text, suggestion, draft, failure } = composer;
  const reasons: Readonly<Record<string, string>> = texts.drafts.notSaved;
  return (
    <>
      {draft && <Rivals draft={draft} lang={lang} onChoose={checked.settle} />}
      {failure !== null && (
        <Notice kind="warn" live>
          {reasons[failure] ?? texts.drafts.notSaved.other}
        </Notice>
      )}
      <TextBox
        label={texts.composer.text(catalogue[platform].name)}
        lang={lang}
        value={text}
        marks={checked.marks}
        box={box}
        onType={checked.type}
        {...(composer.canUndo && { onUndo: checked.undo })}
        {...(suggestion !== '' && text !== suggestion && { onReset: () => checked.replace(suggestion) })}
      >
        <SaveMark state={composer.saveState} />
        <Counter platform={platform} text={text} />
      </TextBox>
    </>
  );
}
