import { Star } from 'lucide';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PostFact } from '../../utils/recap/facts.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

/** A post of the month as its text may be chosen. */
export interface Choice extends Pick<PostFact, 'id' | 'platform'> {
  text: string;
  starred: boolean;
}

interface Props {
  lines: readonly PostFact[];
  /** Posts of the month, newest first; none where several computers' months stand together. */
  choices: readonly Choice[] | null;
  onStar: (id: string, starred: boolean) => void;
}

/** Lines on the page, and posts to choose them from; the desk has all. */
const most = { lines: 60, choices: 100, printed: 4 };

/** The best lines of the month, and the posts to choose them from. */
export function Lines({ lines, choices, onStar }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const number = new Intl.NumberFormat(texts.locale);
  const shown = lines.slice(0, most.lines);
  return (
    <section class="recap-card recap-lines">
      <h2>
        {words.lines}
        <span class="recap-count">{number.format(lines.length)}</span>
      </h2>
      {lines.length === 0 && <p class="recap-none">{choices ? words.linesEmpty : words.linesEmptyAll}</p>}
      <ul class="recap-quotes">
        {shown.map(({ id, line = '', title = '', platform }) => (
          <li key={id} class="recap-quote">
            <blockquote>{line}</blockquote>
            <p class="recap-item-foot">
              <span class="recap-quote-source">
                {catalogue[platform].name} · {title}
              </span>
              {choices && <StarButton starred onClick={() => onStar(id, false)} />}
            </p>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <p class="recap-none recap-screen-only">
          {words.andMore(number.format(lines.length - shown.length))}
        </p>
      )}
      {lines.length > most.printed && (
        <p class="recap-none recap-print-only">{words.andMore(number.format(lines.length - most.printed))}</p>
      )}
      {choices && choices.length > 0 && (
        <details class="recap-choose">
          <summary>{words.choose}</summary>
          <ul>
            {choices.slice(0, most.choices).map(({ id, text, platform, starred }) => (
              <li key={id}>
                <StarButton starred={starred} onClick={() => onStar(id, !starred)} />
                <PlatformMark platform={platform} size={15} />
                <span class="visually-hidden">{catalogue[platform].name}</span>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function StarButton({ starred, onClick }: { starred: boolean; onClick: () => void }) {
  const words = useLaterTexts().recap;
  return (
    <IconButton
      label={starred ? words.unstar : words.star}
      class={`recap-star ${starred ? 'recap-starred' : ''}`}
      onClick={onClick}
    >
      <Icon icon={Star} />
    </IconButton>
  );
}
