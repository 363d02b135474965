import type { Month } from '../../utils/backup/csv.ts';
import type { RecapReason } from '../../utils/recap/file.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** A file that is not counted, and why. */
export interface LeftOut {
  /** The file's name. */
  name: string;
  why: RecapReason | 'unreadable' | 'too-many' | Month;
}

/** What is told of the files that are open together. */
export interface Joined {
  /** How many are counted. */
  count: number;
  /** Who they are from, by the alphabet; those who said nothing are counted. */
  names: string[];
  nameless: number;
  leftOut: LeftOut[];
  /** Rows that were none. */
  refused: number;
}

interface Props {
  joined: Joined;
  monthName: (month: Month) => string;
  withOwn: boolean;
  onOwn: (withOwn: boolean) => void;
  onClose: () => void;
}

/** Whose months stand together, and what of the files could not be read. */
export function JoinedNotice({ joined, monthName, withOwn, onOwn, onClose }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const number = new Intl.NumberFormat(texts.locale);
  const { count, names, nameless, leftOut, refused } = joined;
  const whose = [...names, ...(nameless > 0 ? [words.nameless(number.format(nameless))] : [])];
  return (
    <section class="recap-joined" aria-labelledby="recap-joined">
      <h2 id="recap-joined">{words.joined(number.format(count))}</h2>
      <p class="recap-whose">{whose.join(', ')}</p>
      <p class="recap-none recap-screen-only">{words.joinedHelp}</p>
      {(leftOut.length > 0 || refused > 0) && (
        <Notice kind="warn" live>
          {leftOut.length > 0 && <p>{words.notRead(number.format(leftOut.length))}</p>}
          <ul class="recap-left-out">
            {leftOut.map(({ name, why }, at) => (
              <li key={`${at} ${name}`}>
                <bdi>{name}</bdi>
                {': '}
                {typeof why === 'string' ? words.reasons[why] : words.otherMonth(monthName(why))}
              </li>
            ))}
          </ul>
          {refused > 0 && <p>{words.refusedRows(number.format(refused))}</p>}
        </Notice>
      )}
      <div class="panel-choices recap-screen-only">
        <label class="recap-own">
          <input type="checkbox" checked={withOwn} onChange={(event) => onOwn(event.currentTarget.checked)} />
          {words.withOwn}
        </label>
        <button type="button" class="button" onClick={onClose}>
          {words.closeJoined}
        </button>
      </div>
    </section>
  );
}
