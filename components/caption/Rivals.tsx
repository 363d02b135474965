import { GitFork } from 'lucide';
import { moment } from '../../utils/browser/i18n.ts';
import type { Draft, Wording } from '../../utils/draft/draft.ts';
import { wordingOf } from '../../utils/draft/writing.ts';
import { diffWords } from '../../utils/release/diff.ts';
import { useTexts } from '../hooks/texts.ts';
import { writer } from '../hooks/use-draft-writer.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  draft: Draft;
  lang: string;
  onChoose: (wording: Wording) => void;
}

/** Texts that were written at the same time in two places: all of them are stored, and the official chooses one. */
export function Rivals({ draft, lang, onChoose }: Props) {
  const texts = useTexts();
  if (draft.rivals.length === 0) return null;
  const stored = wordingOf(draft);
  return (
    <section class="rivals" aria-labelledby="rivals-title">
      <h2 id="rivals-title">
        <Icon icon={GitFork} size={16} />
        {texts.drafts.rivals}
      </h2>
      <p>{texts.drafts.rivalsHelp}</p>
      <ul>
        {[stored, ...draft.rivals].map((wording) => (
          <li key={`${wording.by} ${wording.n}`}>
            <strong>
              {wording.writer === writer ? texts.drafts.here : texts.drafts.elsewhere} ·{' '}
              {moment(texts, wording.at, Date.now())}
            </strong>
            <p class="rival-text" lang={lang}>
              {different(wording === stored ? (draft.rivals[0] ?? stored) : stored, wording).map(
                ({ kind, text }, at) =>
                  kind === 'added' ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
              )}
            </p>
            <button type="button" class="button" onClick={() => onChoose(wording)}>
              {texts.drafts.choose}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A text in pieces; `added` is what the other one does not say. */
const different = (other: Wording, { text }: Wording) =>
  diffWords(other.text, text).filter(({ kind }) => kind !== 'removed');
