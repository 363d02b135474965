import { ago } from '../../utils/browser/i18n.ts';
import type { ReleaseRow as Row } from '../../utils/browser/snapshot.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Highlighter } from '../../utils/release/search/highlight.ts';
import { useTexts } from '../hooks/texts.ts';
import { ShareButtons } from '../platform/ShareButtons.tsx';
import { Marked } from './Marked.tsx';
import { StateMark } from './StateMark.tsx';

/** A release of the archive: a row, and the text that a search looks into. */
export interface ArchiveEntry extends Row {
  paragraphs: string[];
}

interface Props {
  entry: ArchiveEntry;
  /** Marks what was searched for. */
  marks: Highlighter;
  platforms: PlatformId[];
  /** Epoch milliseconds. */
  now: number;
  chosen?: boolean;
  onOpen: () => void;
  onShare: (platform: PlatformId) => void;
}

/** How much of a body is shown under a title, in characters. */
const snippetLength = 150;

/** One release in the archive's list, with what answers the search marked. */
export function ArchiveRow({ entry, marks, platforms, now, chosen = false, onOpen, onShare }: Props) {
  const texts = useTexts();
  const snippet = marks.snippet(entry.paragraphs, snippetLength);
  return (
    <li class={`found ${chosen ? 'found-chosen' : ''}`} data-release={entry.id}>
      <button
        type="button"
        class="release-title"
        aria-current={chosen ? 'true' : undefined}
        onClick={onOpen}
        title={entry.title}
      >
        <Marked text={entry.title} ranges={marks.ranges(entry.title)} />
      </button>
      {snippet && (
        <p class="found-snippet">
          <Marked text={snippet.text} ranges={snippet.ranges} />
        </p>
      )}
      <StateMark state={entry.blocked} />
      <div class="release-foot">
        <span class="release-when">
          {entry.colour && <span class="source-dot" style={{ background: entry.colour }} />}
          <span class="release-source">{entry.sourceName}</span> · {ago(texts, entry.published, now)}
        </span>
        {entry.blocked !== 'suspicious' && (
          <ShareButtons title={entry.title} platforms={platforms} shared={entry.shared} onShare={onShare} />
        )}
      </div>
    </li>
  );
}
