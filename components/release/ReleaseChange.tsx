import { useState } from 'preact/hooks';
import { diffWords, type Segment } from '../../utils/release/diff.ts';
import type { Release } from '../../utils/release/release.ts';
import type { ReleaseVersion } from '../../utils/release/versions.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  release: Release;
  /** What it said before; null where nothing of that is kept. */
  before: ReleaseVersion | null;
  /** The sentence that tells it, for instance "Kota mengubah rilis ini pukul 09.40." */
  words: string;
  /** The official has read it; left away where that is of no concern. */
  onUnderstood?: () => void;
}

/** That the city changed a release, and word for word what. */
export function ReleaseChange({ release, before, words, onUnderstood }: Props) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <div class="change">
      <Notice kind="warn" live>
        {words}{' '}
        {before && (
          <button
            type="button"
            class="button button-plain"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? texts.states.hideChange : texts.states.seeChange}
          </button>
        )}
        {onUnderstood && (
          <button type="button" class="button button-plain" onClick={onUnderstood}>
            {texts.states.understood}
          </button>
        )}
      </Notice>
      {open && before && <Difference segments={diffWords(textOf(before), textOf(release))} />}
    </div>
  );
}

function Difference({ segments }: { segments: Segment[] }) {
  const texts = useTexts();
  return (
    <p class="difference">
      {segments.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span class="visually-hidden">
              {kind === 'removed' ? texts.states.removedWord : texts.states.addedWord}{' '}
            </span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}

const textOf = ({ title, paragraphs }: Pick<Release, 'title' | 'paragraphs'>): string =>
  [title, ...paragraphs].join('\n');
