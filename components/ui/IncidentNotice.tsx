import type { Incident } from '../../utils/backup/recover.ts';
import { moment } from '../../utils/browser/i18n.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from './Notice.tsx';

interface Props {
  incident: Incident;
  /** Epoch milliseconds. */
  now: number;
  onUnderstood: () => void;
}

/** What became of a damaged store: what is there again, from when, and by name what is not. */
export function IncidentNotice({ incident, now, onUnderstood }: Props) {
  const texts = useTexts();
  const { store } = useLaterTexts();
  const { from, drafts, posts, lost, more, secrets } = incident;
  return (
    <Notice kind="warn" live>
      <h2 class="store-title">{store.restored}</h2>
      <p>
        {from === null
          ? store.restoredNone(drafts, posts)
          : store.restoredFrom(drafts, posts, moment(texts, from, now))}{' '}
        {store.restoredRest}
      </p>
      {lost.length === 0 ? (
        <p>{store.lostNone}</p>
      ) : (
        <>
          <p>{store.lost}</p>
          <ul class="store-lost">
            {lost.map(({ title, platform }, at) => (
              <li key={at}>
                {store.lostEntry(title || store.untitled, catalogue[platform]?.name ?? platform)}
              </li>
            ))}
            {more > 0 && <li>{store.lostMore(more)}</li>}
          </ul>
        </>
      )}
      {secrets && <p>{store.secretsGone}</p>}
      <div class="store-actions">
        <button type="button" class="button" onClick={onUnderstood}>
          {store.understood}
        </button>
      </div>
    </Notice>
  );
}
