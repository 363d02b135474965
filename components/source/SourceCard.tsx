import { Landmark } from 'lucide';
import { clock, failureText } from '../../utils/browser/i18n.ts';
import type { Outcome } from '../../utils/source/source.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  name: string;
  url: string;
  /** How its last refresh went; left away where that is of no concern yet. */
  state?: { outcome: Outcome | null; total: number };
}

/** One source: its name, its address and how it is doing. */
export function SourceCard({ name, url, state }: Props) {
  const texts = useTexts();
  const outcome = state?.outcome ?? null;
  const words =
    outcome === null
      ? texts.options.neverRefreshed
      : outcome.ok
        ? texts.list.refreshed(clock(texts, outcome.at), state?.total ?? 0)
        : failureText(texts, outcome, state?.total ?? 0);
  return (
    <div class="source-card">
      <span class="source-card-mark">
        <Icon icon={Landmark} size={22} />
      </span>
      <div>
        <strong>{name}</strong>
        <p class="field-help">{new URL(url).host}</p>
        {state && (
          <p class={outcome && !outcome.ok ? 'field-error' : 'field-help'} role="status">
            {words}
          </p>
        )}
      </div>
    </div>
  );
}
