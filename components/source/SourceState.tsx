import { clock, failureText } from '../../utils/browser/i18n.ts';
import { repairKinds } from '../../utils/source/repairs.ts';
import type { Source } from '../../utils/source/source.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  source: Source;
  /** Releases of it in the archive. */
  total: number;
  /** Whether its hosts may be read. */
  allowed: boolean;
  /** First thing in the click: the browser shows its prompt only then. */
  onAllow: () => void;
}

/** How a source is doing, in one line. */
export function SourceState({ source, total, allowed, onAllow }: Props) {
  const texts = useTexts();
  if (!allowed) {
    return (
      <Notice kind="warn">
        {texts.sources.notAllowed}
        <button type="button" class="button button-plain" onClick={onAllow}>
          {texts.sources.allow}
        </button>
      </Notice>
    );
  }
  if (source.paused) return <p class="field-help">{texts.sources.paused}</p>;
  const { outcome } = source;
  if (!outcome) return <p class="field-help">{texts.options.neverRefreshed}</p>;
  if (!outcome.ok) {
    return (
      <p class="field-error" role="status">
        {failureText(texts, outcome, total)}
      </p>
    );
  }
  // A redesign has a sentence of its own.
  const kinds = repairKinds(source.repairs ?? []).filter((kind) => kind !== 'redesign');
  return (
    <p class="field-help" role="status">
      {texts.list.refreshed(clock(texts, outcome.at), total)}
      {source.learnt && <span class="source-note">{texts.sources.repaired}</span>}
      {kinds.length > 0 && (
        <span class="source-mended">
          {texts.sources.mended} {kinds.map((kind) => texts.sources.repairs[kind]).join('; ')}.
        </span>
      )}
    </p>
  );
}
