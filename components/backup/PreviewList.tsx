import type { Taken } from '../../utils/backup/contents.ts';
import type { Ending, Head } from '../../utils/backup/file.ts';
import { moment } from '../../utils/browser/i18n.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** What a copy holds, and what taking it in would change here. */
export interface Preview {
  head: Head;
  /** This very machine made it. */
  isHere: boolean;
  taken: Taken;
  ending: Ending;
  /** The permission that a language model in it needs, as a match pattern. */
  modelOrigin?: string;
}

/** A copy in words, before anything is taken from it. */
export function PreviewList({ preview, now }: { preview: Preview; now: number }) {
  const texts = useTexts();
  const words = useLaterTexts().backup;
  const { head, isHere, taken, ending } = preview;
  const when = moment(texts, head.createdAt, now);
  const damaged = ending.damaged + taken.refused;
  return (
    <>
      <ul class="backup-facts">
        <li>{isHere ? words.fromHere(when) : words.from(when, head.machine.label)}</li>
        <li>{words.holds(head.counts.drafts, head.counts.posts)}</li>
        {taken.added > 0 && <li>{words.fresh(taken.added)}</li>}
        {taken.changed > 0 && <li>{words.changed(taken.changed)}</li>}
        {taken.rivals > 0 && <li>{words.rivals(taken.rivals)}</li>}
        {taken.added + taken.changed === 0 && <li>{words.nothingNew}</li>}
        {damaged > 0 && <li>{words.damaged(damaged)}</li>}
      </ul>
      {!ending.whole && <Notice kind="warn">{words.notWhole}</Notice>}
      <p class="field-help">{words.merges}</p>
    </>
  );
}
