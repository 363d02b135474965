import { ago } from '../../utils/browser/i18n.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { StateMark } from './StateMark.tsx';

interface Props {
  row: Pick<ReleaseRow, 'id' | 'title' | 'sourceName' | 'published' | 'blocked' | 'colour'>;
  /** What it shares with the text that is answered, in words of both. */
  why: readonly string[];
  /** Epoch milliseconds. */
  now: number;
  /** What the button does, in words. */
  action: string;
  onChoose: () => void;
}

/** A release that may answer what the official is reading, with the reason in words. */
export function MatchRow({ row, why, now, action, onChoose }: Props) {
  const texts = useTexts();
  const { news } = useLaterTexts().page;
  return (
    <li class="match" data-release={row.id}>
      <h3 class="match-title">{row.title}</h3>
      <p class="match-from">
        {row.colour && <span class="source-dot" style={{ background: row.colour }} />}
        {row.sourceName} · {ago(texts, row.published, now)}
      </p>
      {why.length > 0 && (
        <p class="match-why">
          <span>{news.why}</span>
          {why.map((words) => (
            <span class="match-word" key={words}>
              {words}
            </span>
          ))}
        </p>
      )}
      <StateMark state={row.blocked} />
      {row.blocked !== 'suspicious' && (
        <button
          type="button"
          class="button button-main"
          aria-label={`${action}: ${row.title}`}
          onClick={onChoose}
        >
          {action}
        </button>
      )}
    </li>
  );
}
