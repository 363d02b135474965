import { scaleBand, scaleLinear } from 'd3-scale';
import { type Split, sumOf } from '../../utils/recap/recap.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** By day of the month, from the first. */
  days: readonly Split[];
  /** A day's name, "1 November". */
  nameOf: (day: number) => string;
}

/** The drawing's own units; it grows and shrinks with the page. */
const box = { width: 920, height: 200, left: 40, right: 6, top: 18, bottom: 24 };

/** Posts by day as columns, solid where confirmed and hatched where waiting; the same as a table for listeners. */
export function DayChart({ days, nameOf }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const number = new Intl.NumberFormat(texts.locale);
  const most = Math.max(1, ...days.map(sumOf));
  const x = scaleBand<number>()
    .domain(days.map((_, at) => at + 1))
    .range([box.left, box.width - box.right])
    .padding(0.28);
  const y = scaleLinear()
    .domain([0, most])
    .nice(3)
    .range([box.height - box.bottom, box.top]);
  const ticks = y.ticks(3).filter(Number.isInteger);
  // Of several equals none stands out.
  const busiest = days.filter((day) => sumOf(day) === most).length === 1;
  return (
    <section class="recap-card">
      <div class="recap-chart-head">
        <h2>{words.perDay}</h2>
        <ul class="recap-legend" aria-hidden="true">
          <li>
            <Swatch kind="recap-solid" />
            {words.posted}
          </li>
          <li>
            <Swatch kind="recap-hatched" />
            {words.waiting}
          </li>
        </ul>
      </div>
      <svg class="recap-days" viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="recap-grid" x1={box.left} x2={box.width - box.right} y1={y(tick)} y2={y(tick)} />
            <text class="recap-axis" x={box.left - 8} y={y(tick)} dy="0.35em" text-anchor="end">
              {number.format(tick)}
            </text>
          </g>
        ))}
        {days.map((of, at) => {
          const [left, width] = [x(at + 1) ?? 0, x.bandwidth()];
          return (
            <g key={left}>
              <title>
                {words.dayTold(nameOf(at + 1), number.format(of.posted), number.format(of.waiting))}
              </title>
              <rect class="recap-hit" x={left} width={width} y={box.top} height={box.height - box.top} />
              <rect
                class="recap-solid"
                x={left}
                width={width}
                y={y(of.posted)}
                height={y(0) - y(of.posted)}
              />
              {of.waiting > 0 && (
                <rect
                  class="recap-hatched"
                  x={left}
                  width={width}
                  y={y(sumOf(of))}
                  height={y(of.posted) - y(sumOf(of))}
                />
              )}
              <text
                class={`recap-axis ${at % 5 === 4 || at === 0 ? '' : 'recap-axis-minor'}`}
                x={left + width / 2}
                y={box.height - 6}
                text-anchor="middle"
              >
                {number.format(at + 1)}
              </text>
              {busiest && sumOf(of) === most && (
                <text class="recap-peak" x={left + width / 2} y={y(sumOf(of)) - 5} text-anchor="middle">
                  {number.format(sumOf(of))}
                </text>
              )}
            </g>
          );
        })}
        <line class="recap-base" x1={box.left} x2={box.width - box.right} y1={y(0)} y2={y(0)} />
      </svg>
      <table class="visually-hidden">
        <caption>{words.perDay}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.posted}</th>
            <th scope="col">{words.waiting}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((of, at) => (
            <tr key={nameOf(at + 1)}>
              <th scope="row">{nameOf(at + 1)}</th>
              <td>{number.format(of.posted)}</td>
              <td>{number.format(of.waiting)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Swatch({ kind }: { kind: 'recap-solid' | 'recap-hatched' }) {
  return (
    <svg width="14" height="10" aria-hidden="true">
      <rect class={kind} x="0.5" y="0.5" width="13" height="9" />
    </svg>
  );
}
