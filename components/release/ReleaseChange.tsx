import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { fullDate, type Texts } from '../../utils/browser/i18n.ts';
import { isOtherDate } from '../../utils/release/compare.ts';
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
        {(before || onUnderstood) && (
          <div class="notice-actions">
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
          </div>
        )}
      </Notice>
      {open && before && <Difference before={before} after={release} />}
    </div>
  );
}

type Text = Pick<Release, 'title' | 'paragraphs' | 'published'>;

/** A release as it is, with what came and what went marked word for word. */
export function Difference({ before, after }: { before: Text; after: Text }) {
  const texts = useTexts();
  const segments = differences(texts, before, after);
  // The city changed it and changed it back.
  if (segments.every(({ kind }) => kind === 'same'))
    return <p class="difference">{texts.states.sameAgain}</p>;
  return (
    <p class="difference">
      {segments.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        const words = text.trimEnd();
        // What came stands beside what went, even where a paragraph ended there.
        const replaced = kind === 'removed' && segments[at + 1]?.kind === 'added';
        return (
          <Fragment key={at}>
            <Mark>
              <span class="visually-hidden">
                {kind === 'removed' ? texts.states.removedWord : texts.states.addedWord}{' '}
              </span>
              {words}
            </Mark>
            {replaced ? ' ' : text.slice(words.length)}
          </Fragment>
        );
      })}
    </p>
  );
}

/** Word for word; the date stands below the title only where the city gave another one. */
function differences(texts: Texts, before: Text, after: Text): Segment[] {
  const redated = isOtherDate(before.published, after.published);
  const whole = ({ title, published, paragraphs }: Text): string =>
    [title, ...(redated && published ? [fullDate(texts, published)] : []), ...paragraphs].join('\n\n');
  return diffWords(whole(before), whole(after));
}
