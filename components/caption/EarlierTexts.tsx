import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../utils/browser/i18n.ts';
import type { Draft, Revision } from '../../utils/draft/draft.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  draft: Draft;
  lang: string;
  /** Reads the draft's earlier texts, newest first. */
  read: (draftId: string) => Promise<Revision[]>;
  onUse: (revision: Revision) => void;
}

/** What the draft said before: kept, readable, and one tap from being the text again. */
export function EarlierTexts({ draft, lang, read, onUse }: Props) {
  const texts = useTexts();
  const [earlier, setEarlier] = useState<Revision[] | 'failed'>([]);
  useEffect(() => {
    let current = true;
    read(draft.id).then(
      (revisions) => current && setEarlier(revisions),
      () => current && setEarlier('failed'),
    );
    return () => {
      current = false;
    };
  }, [draft.id, draft.revision, read]);
  if (earlier === 'failed') return <p role="status">{texts.drafts.earlierFailed}</p>;
  const others = earlier.filter(({ text }) => text !== draft.text);
  if (others.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{texts.drafts.earlier(others.length)}</summary>
      <ul>
        {others.map((revision) => (
          <li key={revision.id}>
            <span class="earlier-when">{moment(texts, revision.at, Date.now())}</span>
            <p lang={lang}>{revision.text}</p>
            <button type="button" class="button" onClick={() => onUse(revision)}>
              {texts.drafts.useEarlier}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
