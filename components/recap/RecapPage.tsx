import { useState } from 'preact/hooks';
import type { Month } from '../../utils/backup/csv.ts';
import { moment } from '../../utils/browser/i18n.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { type Recap, sumOf } from '../../utils/recap/recap.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Bars } from './Bars.tsx';
import { DayChart } from './DayChart.tsx';
import { FollowUps } from './FollowUps.tsx';
import { HandIn } from './HandIn.tsx';
import { Hatch } from './Hatch.tsx';
import { type Joined, JoinedNotice } from './JoinedNotice.tsx';
import { type Choice, Lines } from './Lines.tsx';
import { RecapHead } from './RecapHead.tsx';
import { Tiles } from './Tiles.tsx';
import './recap.css';
import './print.css';

interface Props {
  recap: Recap;
  /** Months that can be chosen, newest first. */
  months: readonly Month[];
  /** Posts of the month, for choosing the best lines. */
  choices: readonly Choice[];
  /** Several computers' months together; null for this computer's own. */
  joined: Joined | null;
  withOwn: boolean;
  /** Epoch milliseconds. */
  now: number;
  onMonth: (month: Month) => void;
  onPrint: () => void;
  onCsv: () => void;
  onHandIn: (from: string) => void;
  onFiles: (files: File[]) => void;
  onOwn: (withOwn: boolean) => void;
  onCloseJoined: () => void;
  onStar: (id: string, starred: boolean) => void;
  onPost: (id: string) => void;
  onRelease: (id: string) => void;
}

/** A month to look back on: this computer's, or several computers' together; on paper, one page. */
export function RecapPage(props: Props) {
  const { recap, joined, now } = props;
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const [handing, setHanding] = useState(false);
  const isJoined = joined !== null;
  const { year, month } = recap.month;
  const monthName = (of: Month) =>
    new Intl.DateTimeFormat(texts.locale, { month: 'long', year: 'numeric' }).format(
      new Date(of.year, of.month),
    );
  const dayName = new Intl.DateTimeFormat(texts.locale, { day: 'numeric', month: 'long' });
  const shortDay = new Intl.DateTimeFormat(texts.locale, { day: 'numeric', month: 'short' });
  const when = moment(texts, now, now);
  return (
    <article class="recap">
      <Hatch />
      <RecapHead
        month={recap.month}
        months={isJoined ? null : props.months}
        nameOf={monthName}
        onMonth={props.onMonth}
        onPrint={props.onPrint}
        onCsv={props.onCsv}
        onHandIn={isJoined ? undefined : () => setHanding(!handing)}
        onFiles={props.onFiles}
      />
      {handing && !isJoined && (
        <HandIn
          onSave={(from) => {
            setHanding(false);
            props.onHandIn(from);
          }}
          onClose={() => setHanding(false)}
        />
      )}
      {joined && (
        <JoinedNotice
          joined={joined}
          monthName={monthName}
          withOwn={props.withOwn}
          onOwn={props.onOwn}
          onClose={props.onCloseJoined}
        />
      )}
      <Tiles recap={recap} isJoined={isJoined} />
      {sumOf(recap) === 0 ? (
        <div class="empty-state recap-empty">
          <h2>{words.emptyTitle(monthName(recap.month))}</h2>
          <p>{words.emptyHelp}</p>
        </div>
      ) : (
        <>
          <DayChart days={recap.days} nameOf={(day) => dayName.format(new Date(year, month, day))} />
          <div class="recap-columns">
            <Bars
              title={words.perPlatform}
              of={words.platform}
              shares={recap.platforms}
              nameOf={(id) => catalogue[id].name}
            />
            <Bars
              title={words.perSource}
              of={words.source}
              shares={recap.sources}
              nameOf={(name) => name || words.noSource}
            />
            <Bars
              title={words.perAngle}
              of={words.angle}
              shares={recap.angles}
              nameOf={(angle) => texts.angles[angle]}
              asShare
            />
          </div>
          <Lines lines={recap.lines} choices={isJoined ? null : props.choices} onStar={props.onStar} />
        </>
      )}
      <FollowUps
        recap={recap}
        isJoined={isJoined}
        nameOf={(day) => shortDay.format(new Date(year, month, day))}
        onPost={props.onPost}
        onRelease={props.onRelease}
      />
      <footer class="recap-foot">{isJoined ? words.footAll(when) : words.footHere(when)}</footer>
    </article>
  );
}
