import { coming } from '../../utils/browser/i18n.ts';
import type { FeedRow } from '../../utils/humas/store.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** How the last reading went. */
export function FeedState({ row }: { row: FeedRow | undefined }) {
  const texts = useTexts();
  const words = useLaterTexts().humas.feed;
  if (!row?.outcome) return <p class="field-help">{words.waiting}</p>;
  const { outcome } = row;
  const number = new Intl.NumberFormat(texts.locale);
  const name = row.title || row.city || new URL(row.url).host;
  if (!outcome.ok)
    return (
      <Notice kind="warn" live>
        <strong>{name}</strong>: {words.reasons[outcome.reason]}
        {outcome.status !== undefined && ` (${outcome.status})`}.{row.issued > 0 && <p>{words.kept}</p>}
      </Notice>
    );
  return (
    <p role="status">
      {words.read(name, number.format(outcome.count), coming(texts, outcome.at, Date.now()))}
      {outcome.leftOut > 0 && ` ${words.leftOut(number.format(outcome.leftOut))}`}
    </p>
  );
}
