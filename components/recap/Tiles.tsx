import type { Texts } from '../../utils/browser/i18n.ts';
import type { later } from '../../utils/browser/texts/later.ts';
import type { Recap } from '../../utils/recap/recap.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  recap: Recap;
  /** Several computers' months together. */
  isJoined: boolean;
}

/** The month in four numbers. */
export function Tiles({ recap, isJoined }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const number = new Intl.NumberFormat(texts.locale);
  const percent = new Intl.NumberFormat(texts.locale, { style: 'percent' });
  const { published, taken, posted, waiting, pace } = recap;
  const tiles: [label: string, value: string, help: string][] = [
    [words.posts, number.format(posted), isJoined ? words.postsOfAll : words.postsHelp],
    published === 0
      ? [words.taken, '–', words.noReleases]
      : [
          words.taken,
          words.takenOf(number.format(taken), number.format(published)),
          words.takenShare(percent.format(taken / published)),
        ],
    pace
      ? [words.pace, lengthOf(pace.minutes, texts, words), words.paceHelp(number.format(pace.posts))]
      : [words.pace, '–', posted === 0 ? words.noPosts : words.noPace],
    [words.waits, number.format(waiting), words.waitsHelp],
  ];
  return (
    <dl class="recap-tiles">
      {tiles.map(([label, value, help]) => (
        <div class="recap-tile" key={label}>
          <dt>{label}</dt>
          <dd class="recap-value">{value}</dd>
          <dd class="recap-tile-help">{help}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A length of time in its two largest units. */
function lengthOf(minutes: number, { locale }: Texts, words: typeof later.id.recap): string {
  const number = new Intl.NumberFormat(locale);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return words.minutes(number.format(minutes));
  if (hours < 24) return words.hours(number.format(hours), number.format(minutes % 60));
  return words.days(number.format(Math.floor(hours / 24)), number.format(hours % 24));
}
