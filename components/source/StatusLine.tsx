import { Check, RefreshCw, TriangleAlert } from 'lucide';
import { clock, failureText } from '../../utils/browser/i18n.ts';
import type { Outcome } from '../../utils/source/source.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  /** How the last refresh went; null before the first. */
  outcome: Outcome | null;
  /** Whose outcome it is, where there are several sources. */
  sourceName?: string;
  /** Releases stored, and how many of them are unread. */
  total: number;
  unread: number;
  refreshing: boolean;
  onRefresh: () => void;
  onMarkAllRead: () => void;
}

/** One line on how fresh the list is; a failure is told as plainly as a success. */
export function StatusLine({
  outcome,
  sourceName,
  total,
  unread,
  refreshing,
  onRefresh,
  onMarkAllRead,
}: Props) {
  const texts = useTexts();
  const waits = refreshing || outcome === null;
  const failed = outcome && !outcome.ok && !refreshing;
  const text = refreshing
    ? texts.list.refreshing
    : outcome === null
      ? texts.app.loading
      : outcome.ok
        ? texts.list.refreshed(clock(texts, outcome.at), total)
        : sourceName
          ? `${sourceName}: ${failureText(texts, outcome, total)}`
          : failureText(texts, outcome, total);
  return (
    <div class={`status ${failed ? 'status-bad' : ''}`}>
      {!waits && <Icon icon={failed ? TriangleAlert : Check} size={16} />}
      <p class="status-text">
        <span role="status" {...(failed ? { title: texts.failures.next } : {})}>
          {text}
        </span>
        {unread > 0 && (
          <button
            type="button"
            class="button button-plain"
            title={texts.list.markAllRead}
            aria-label={`${texts.list.unread(unread)}. ${texts.list.markAllRead}`}
            onClick={onMarkAllRead}
          >
            {texts.list.unread(unread)}
          </button>
        )}
      </p>
      <IconButton label={texts.list.refreshNow} disabled={refreshing} onClick={onRefresh}>
        <Icon icon={RefreshCw} size={15} class={waits ? 'spin' : ''} />
      </IconButton>
    </div>
  );
}
