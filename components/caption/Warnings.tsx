import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding, Mark, Reason } from '../../utils/check/check.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  /** What the checks found in `text`, most serious first. */
  findings: readonly Finding[];
  text: string;
  /** Does one tap's mend: of this finding, the one at this place. */
  onMend: (finding: Finding, mend: number) => void;
  /** Shows a marked place in the box. */
  onSelect: (mark: Mark) => void;
}

/** So many places of one finding are named; the others follow when these are mended. */
const mostShown = 6;
/** A longer place is named by its beginning. */
const longestShown = 48;

/** What to look at before it goes out: the reason, the places it is about, and a mend where one tap is enough. */
export function Warnings({ findings, text, onMend, onSelect }: Props) {
  const texts = useTexts();
  const said = findings.map(({ reason }) => sayReason(reason, texts.checks.reasons));
  return (
    <>
      <ul class="warnings" aria-label={texts.checks.title}>
        {findings.map((finding, i) => (
          <li key={`${finding.reason.key} ${said[i]}`}>
            <Notice kind="warn">
              {finding.severity === 'stop' && <strong class="warning-stop">{texts.checks.stop}</strong>}{' '}
              {said[i]} <Places finding={finding} text={text} onSelect={onSelect} />
              {finding.mends.map(({ key, word }, at) => (
                <button
                  // Not by the mended text, which changes with each letter: a button must not be made anew under a click.
                  key={`${key} ${word ?? at}`}
                  type="button"
                  class="button button-plain"
                  onClick={() => onMend(finding, at)}
                >
                  {word === undefined ? texts.checks.mends[key] : texts.checks.useWord(word)}
                </button>
              ))}
            </Notice>
          </li>
        ))}
      </ul>
      <Announcer said={said} />
    </>
  );
}

/** The words a finding is about, each a button that selects them in the box. */
function Places({ finding, text, onSelect }: Pick<Props, 'text' | 'onSelect'> & { finding: Finding }) {
  const texts = useTexts();
  // What nobody sees cannot be shown.
  if (finding.reason.key === 'hiddenCharacters') return null;
  return (
    <>
      {finding.marks.slice(0, mostShown).map((mark) => {
        const words = text.slice(mark.start, mark.end);
        const shown = words.length > longestShown ? `${words.slice(0, longestShown).trimEnd()}…` : words;
        return (
          <button
            key={mark.start}
            type="button"
            class="warning-place"
            aria-label={texts.checks.select(shown)}
            onClick={() => onSelect(mark)}
          >
            {shown}
          </button>
        );
      })}
    </>
  );
}

/** Reads out what is new, once, and only when the eyes may be elsewhere: the list itself is silent. */
function Announcer({ said }: { said: readonly string[] }) {
  const before = useRef<readonly string[]>(said);
  const [news, setNews] = useState('');
  const all = said.join('\n');
  useEffect(() => {
    const added = said.filter((one) => !before.current.includes(one));
    before.current = said;
    setNews(added.join(' '));
  }, [all]);
  return (
    <p class="visually-hidden" role="status">
      {news}
    </p>
  );
}

type Said = { [Key in Reason['key']]: (...args: never[]) => string };

/** The text of a reason, filled with what it is about. */
function sayReason({ key, args }: Reason, reasons: Said): string {
  return (reasons[key] as (...args: readonly (string | number)[]) => string)(...args);
}
