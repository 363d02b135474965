import type { Ref } from 'preact';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { Release } from '../../utils/release/release.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { Counter } from './Counter.tsx';
import { HumasNotice } from './HumasNotice.tsx';
import { PictureBox } from './PictureBox.tsx';
import { Rivals } from './Rivals.tsx';
import { SaveMark } from './SaveMark.tsx';
import { TextBox } from './TextBox.tsx';
import type { useComposer } from './use-composer.ts';
import type { useDraftPicture } from './use-draft-picture.ts';
import type { useFindings } from './use-findings.ts';

interface Props {
  composer: ReturnType<typeof useComposer>;
  checked: ReturnType<typeof useFindings>;
  release: Pick<Release, 'title' | 'language'>;
  box: Ref<HTMLTextAreaElement>;
  picture: ReturnType<typeof useDraftPicture>;
  /** Whether an account of the official's own posts here, and with it the picture. */
  posts: boolean;
}

/** The draft's text, whether it is stored, what else was written in its place, and its picture. */
export function DraftBox({ composer, checked, release, box, picture, posts }: Props) {
  const texts = useTexts();
  const { refused } = useSendingTexts().picture;
  const { title, language: lang } = release;
  const { platform, text, suggestion, draft, failure } = composer;
  const reasons: Readonly<Record<string, string>> = texts.drafts.notSaved;
  return (
    <>
      <HumasNotice composer={composer} lang={lang} />
      {draft && <Rivals draft={draft} lang={lang} onChoose={checked.settle} />}
      {failure !== null && (
        <Notice kind="warn" live>
          {reasons[failure] ?? texts.drafts.notSaved.other}
        </Notice>
      )}
      {picture.refused && (
        <Notice kind="warn" live>
          {refused}
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
      <PictureBox {...{ picture, title, lang }} byHand={posts ? null : catalogue[platform].name} />
    </>
  );
}
