import { scaleLinear } from 'd3-scale';
import { folded, type Share, type Split, sumOf } from '../../utils/recap/recap.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props<Name extends string> {
  title: string;
  /** What the names are: a column's heading. */
  of: string;
  shares: readonly Share<Name>[];
  nameOf: (name: Name) => string;
  /** Shows what part of all each is, instead of what is confirmed and what waits. */
  asShare?: boolean;
}

/** As many rows as a third of a printed page holds. */
const mostRows = 7;

/**
 * Posts by name as bars in a table: what a screen reader hears is what the eye sees. Confirmed is solid, waiting is
 * hatched, so that no colour is needed.
 */
export function Bars<Name extends string>({ title, of, shares, nameOf, asShare = false }: Props<Name>) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const { shown, rest } = folded(shares, mostRows);
  const number = new Intl.NumberFormat(texts.locale);
  const percent = new Intl.NumberFormat(texts.locale, { style: 'percent' });
  const all = shares.reduce((sum, share) => sum + sumOf(share), 0);
  const rows = [
    ...shown.map((share) => ({ key: share.name as string, name: nameOf(share.name), of: share as Split })),
    ...(rest ? [{ key: 'rest', name: words.others(number.format(rest.count)), of: rest as Split }] : []),
  ];
  const length = scaleLinear()
    .domain([0, Math.max(1, ...rows.map((row) => sumOf(row.of)))])
    .range([0, 100]);
  const cells = (split: Split): string[] =>
    asShare
      ? [number.format(sumOf(split)), percent.format(all === 0 ? 0 : sumOf(split) / all)]
      : [number.format(split.posted), number.format(split.waiting)];
  const heads = asShare ? [words.count, words.share] : [words.posted, words.waiting];
  return (
    <section class="recap-card">
      <table class="recap-bars">
        <caption>
          <h2>{title}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span title={row.name}>{row.name}</span>
                <svg class="recap-bar" width="100%" height="6" aria-hidden="true">
                  <rect class="recap-solid" height="6" width={`${length(row.of.posted)}%`} />
                  {row.of.waiting > 0 && (
                    <rect
                      class="recap-hatched"
                      x={`${length(row.of.posted)}%`}
                      height="6"
                      width={`${length(row.of.waiting)}%`}
                    />
                  )}
                </svg>
              </th>
              {cells(row.of).map((cell, at) => (
                <td key={heads[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="recap-none">{words.none}</p>}
    </section>
  );
}
