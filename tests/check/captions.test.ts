import { describe, expect, test } from 'vitest';
import { toThread } from '../../utils/caption/thread.ts';
import { check } from '../../utils/check/check.ts';
import { factsOf } from '../../utils/check/reading/facts.ts';
import { compose } from '../../utils/flow/compose.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { ownCity, ownNames, ownRelease } from '../caption/releases.ts';
import { type Altered, alter, catches, chance, type Sort } from './altered.ts';
import { byHand } from './by-hand.ts';
import {
  bogor,
  draft,
  line,
  link,
  present,
  sharedRelease,
  sharedReleases,
  summaries,
  told,
} from './samples.ts';

const releases = sharedReleases().map((release) => ({ release, facts: factsOf(release, bogor) }));
const seeds = [0, 1, 2, 7, 2026];
/** On the day of the release: its age is another check's. */
const onTheDay = (publishedAt: number | null) => ({ publishedAt, now: (publishedAt ?? 0) + 3_600_000 });

describe('our own captions raise nothing', () => {
  test.skipIf(!present)(
    `of ${releases.length} releases × ${platformIds.length} platforms × ${seeds.length} seeds`,
    () => {
      let count = 0;
      const alarms = new Set<string>();
      for (const { release, facts } of releases) {
        for (const seed of seeds) {
          for (const { text, platform } of compose(release, bogor, platformIds, { seed })) {
            count += 1;
            const found = check(draft(text, { platform, facts, ...onTheDay(release.publishedAt) }));
            for (const one of found) alarms.add(`${line(text, one)} in: ${text}`);
          }
        }
      }
      expect([...alarms]).toEqual([]);
      expect(count).toBeGreaterThan(2000);
      console.log(`${count} captions of our own, no alarm`);
    },
    120_000,
  );
  test.skipIf(!present)(
    'in any house style, with the official’s own lines, and as a thread',
    () => {
      const lines = ['Salam hangat dari Rina Marlina, Kelurahan Anggrek, 0812-3456-7890.'];
      const house = {
        ...{ hashtags: ['AnggrekBersinar2045', 'KotaDepok'], mentions: ['@persib_official'], emoji: true },
        closing: 'Info 24 jam: Call Center Anggrek.',
      };
      const own = [...lines, house.closing, ...house.mentions, ...house.hashtags.map((tag) => `#${tag}`)];
      const alarms = new Set<string>();
      for (const { release, facts } of releases) {
        for (const naming of ['both', 'office', 'name'] as const) {
          for (const { text, platform } of compose(release, bogor, platformIds, {
            house: { ...house, naming },
          })) {
            const whole = text.replace(link, `${lines[0]} ${link}`);
            for (const post of [text, ...(toThread(whole, platform, link) ?? [])]) {
              const found = told(post, { platform, facts, own, ...onTheDay(release.publishedAt) });
              for (const one of found.filter((each) => !/^hashtag/.test(each)))
                alarms.add(`${one} in: ${post}`);
            }
          }
        }
      }
      expect([...alarms]).toEqual([]);
    },
    60_000,
  );
  test('only where they stand whole are they the official’s own', () => {
    const facts = factsOf({ ...ownRelease('market'), publishedAt: null }, ownCity);
    expect(told('Salam dari Rina.', { facts, own: ['Rina'] })).toEqual([]);
    expect(told('Salam dari Rinawati.', { facts, own: ['Rina'] })).toEqual(['unknownName: Rinawati']);
    expect(told('Ada 7 taman. Salam dari Rina.', { facts, own: ['Salam dari Rina.', ''] })).toEqual([
      'unknownNumber: 7',
    ]);
  });
  test.each(ownNames)('of our own release %s', (name) => {
    const release = ownRelease(name);
    const facts = factsOf({ ...release, publishedAt: null }, ownCity);
    for (const { text, platform } of compose(release, ownCity)) {
      expect(told(text, { platform, facts, link: release.url }), text).toEqual([]);
    }
  });
});

describe.skipIf(!present)('captions by hand', () => {
  test.each(byHand)('true ones of “$release” raise nothing', ({ release: title, clean }) => {
    const release = sharedRelease(title);
    const facts = factsOf(release, bogor);
    for (const text of clean) {
      const found = told(`${text} ${link}`, { facts, ...onTheDay(release.publishedAt) });
      expect(found, text).toEqual([]);
    }
  });
});

/**
 * The hardest measure of false alarms: what people who know nothing of us made of articles, in their own words. Some
 * of it says what the article does not, or mistypes a name; so this is a floor, not a wish.
 */
test.skipIf(!present)(
  'summaries by human hands raise nothing, nearly all of them',
  () => {
    const all = summaries();
    const silent = all.filter(({ paragraphs, summary }) => {
      const release = { title: '', paragraphs, language: 'id' as const, publishedAt: null };
      return told(summary, { facts: factsOf(release, bogor) }).length === 0;
    });
    const share = silent.length / all.length;
    console.log(
      `${silent.length} of ${all.length} human summaries raise nothing (${(100 * share).toFixed(1)} %)`,
    );
    expect(share).toBeGreaterThanOrEqual(0.86);
  },
  60_000,
);

interface Result {
  sort: Sort;
  caught: boolean;
  shown: string;
}

/** Whether one of the findings is of the sort, and about the altered place where it was altered by rule. */
function resultOf(one: Altered, facts: ReturnType<typeof factsOf>, publishedAt: number | null): Result {
  const found = check(draft(one.text, { facts, ...onTheDay(publishedAt) }));
  const whole =
    one.sort === 'negation' || one.sort === 'hedge' || one.sort === 'quote' || one.sort === 'opposite';
  const caught = found.some(
    ({ reason, marks }) =>
      catches[one.sort].includes(reason.key) &&
      (whole || marks.some(({ start, end }) => start < one.end && end > one.start)),
  );
  const shown = `${one.sort}: ${one.text.slice(Math.max(0, one.start - 40), one.end + 40)}`;
  return { sort: one.sort, caught, shown };
}

describe.skipIf(!present)('altered captions', () => {
  /** The least share caught, as reached; numbers and names by the issue's own bar. */
  const least: Readonly<Record<Sort, number>> = {
    ...{ number: 0.98, name: 0.98, date: 0.98, negation: 0.97, hedge: 0.95, quote: 0.99, opposite: 1 },
  };

  function tally(what: string, results: readonly Result[], floors: Partial<Record<Sort, number>>): void {
    const missed = results.filter(({ caught }) => !caught).map(({ shown }) => shown);
    for (const sort of Object.keys(catches) as Sort[]) {
      const all = results.filter((one) => one.sort === sort);
      if (all.length === 0) continue;
      const caught = all.filter((one) => one.caught).length;
      console.log(
        `${what}, ${sort}: ${caught} of ${all.length} caught (${((100 * caught) / all.length).toFixed(1)} %)`,
      );
      expect(caught / all.length, missed.join('\n')).toBeGreaterThanOrEqual(floors[sort] ?? least[sort]);
    }
  }

  test('by rule', () => {
    const next = chance(2026);
    const results: Result[] = [];
    for (const { release, facts } of releases) {
      const texts = new Set(compose(release, bogor, ['x', 'whatsapp', 'facebook']).map(({ text }) => text));
      for (const text of texts) {
        for (const one of alter(
          text,
          facts.people.all.map(({ name }) => name),
          next,
        )) {
          if (one.text !== text) results.push(resultOf(one, facts, release.publishedAt));
        }
      }
    }
    expect(results.length).toBeGreaterThanOrEqual(200);
    tally('by rule', results, {});
  }, 120_000);

  test('by hand', () => {
    const results = byHand.flatMap(({ release: title, wrong }) => {
      const release = sharedRelease(title);
      const facts = factsOf(release, bogor);
      return wrong.map(([sort, text]) =>
        resultOf({ sort, text: `${text} ${link}`, start: 0, end: text.length }, facts, release.publishedAt),
      );
    });
    expect(results.length).toBeGreaterThanOrEqual(80);
    tally('by hand', results, { number: 1, name: 1, date: 1, negation: 1, hedge: 1, quote: 1 });
  });
});

test.skipIf(!present)('fast enough for every keystroke', () => {
  const times: number[] = [];
  for (const { release, facts } of releases) {
    for (const { text } of compose(release, bogor, ['x', 'facebook'])) {
      for (let end = text.length; end > 20; end -= 40) {
        const started = performance.now();
        check(draft(text.slice(0, end), { facts, ...onTheDay(release.publishedAt) }));
        times.push(performance.now() - started);
      }
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  console.log(`${times.length} checks: median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms`);
  expect(at(0.5)).toBeLessThan(5);
});
