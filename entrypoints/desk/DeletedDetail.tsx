import { ArrowLeft, Undo2 } from 'lucide';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { type Entry, factsOf } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';

interface Props {
  entry: Entry;
  onRestore: () => void;
  /** Back to the list, on a narrow page. */
  onBack: () => void;
}

/** A deleted draft or post, to be read and restored. */
export function DeletedDetail({ entry, onRestore, onBack }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().entries;
  const { text, platform, releaseTitle } = factsOf(entry);
  return (
    <>
      <div class="detail-tools">
        <button type="button" class="button detail-back" onClick={onBack}>
          <Icon icon={ArrowLeft} size={16} />
          {texts.app.back}
        </button>
        <button type="button" class="button" onClick={onRestore}>
          <Icon icon={Undo2} size={16} />
          {words.restore}
        </button>
      </div>
      <article class="post">
        <header>
          <h2>{releaseTitle}</h2>
          <p class="post-meta">{catalogue[platform].name}</p>
        </header>
        <Notice kind="note">{words.deletedHelp}</Notice>
        <p class="post-text">{text}</p>
      </article>
    </>
  );
}
