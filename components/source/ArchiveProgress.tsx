import { longDate } from '../../utils/browser/i18n.ts';
import type { Source } from '../../utils/source/source.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  source: Source;
  onFetch: () => void;
  onStop: () => void;
}

/** "Ambil arsip": how far it has come, and a way to stop it. */
export function ArchiveProgress({ source, onFetch, onStop }: Props) {
  const texts = useTexts();
  const { archive } = source;
  const running = archive?.state === 'running';
  const words = (() => {
    if (!archive) return null;
    const { found, reached, state, reason } = archive;
    if (state === 'running') {
      return reached === null
        ? texts.archive.fetchingFirst
        : texts.archive.fetching(found, longDate(texts, reached));
    }
    if (state === 'stopped') return texts.archive.stopped(found);
    if (state === 'failed') return texts.archive.failed(found);
    return reason ? texts.archive.endOfSite(found) : texts.archive.done(found);
  })();
  return (
    <div class="archive-progress">
      <span class="source-dot" style={{ background: source.colour ?? 'var(--brand)' }} />
      <span class="archive-source">{source.name}</span>
      {words && (
        <span class="field-help" role="status">
          {words}
        </span>
      )}
      {running && <progress aria-label={texts.archive.fetchingFirst} {...progressOf(archive)} />}
      <button type="button" class="button button-plain" onClick={running ? onStop : onFetch}>
        {running ? texts.archive.stop : texts.archive.fetch}
      </button>
    </div>
  );
}

/** How much of the way back lies behind it. */
function progressOf(archive: NonNullable<Source['archive']>): { value?: number; max: number } {
  const { startedAt, until, reached } = archive;
  return reached === null ? { max: 1 } : { value: (startedAt - reached) / (startedAt - until), max: 1 };
}
