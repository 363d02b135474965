import { describe, expect, test } from 'vitest';
import {
  earliest,
  isAskable,
  isBusy,
  isNight,
  isWithinHours,
  nextHour,
  nextPoll,
  type Occasion,
  planAfter,
  retryAfter,
  withRhythm,
} from '../../utils/source/schedule.ts';
import { source } from './samples.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Jakarta. */
const zone = 7 * 60;
/** A Tuesday; the hour is the official's. */
const at = (hours: number, days = 0) => Date.UTC(2026, 4, 12 + days) + (hours - 7) * hour;

const occasion = (changes: Partial<Occasion> = {}): Occasion => ({
  now: at(10),
  zone,
  rhythm: [],
  failures: 0,
  dice: 0.999,
  ...changes,
});
const minutes = (changes: Partial<Occasion> = {}) => {
  const given = occasion(changes);
  return (nextPoll(given) - given.now) / minute;
};

describe('how long until the next time', () => {
  test('by day a quarter of an hour at most, whatever the dice', () => {
    for (let dice = 0; dice < 1; dice += 0.01) {
      for (let hours = 5; hours < 21; hours += 0.25) {
        const wait = minutes({ now: at(hours), dice });
        expect(wait).toBeLessThanOrEqual(15);
        expect(wait).toBeGreaterThanOrEqual(12);
      }
    }
  });

  test('more often while it publishes, and at its usual hours', () => {
    expect(minutes({ rhythm: [at(9.5)] })).toBeLessThanOrEqual(8);
    expect(minutes({ rhythm: [at(10, -1), at(9.5, -2), at(10.5, -5)] })).toBeLessThanOrEqual(8);
    expect(minutes({ rhythm: [at(10, -1), at(9.5, -2)] })).toBeGreaterThan(8);
    expect(minutes({ rhythm: [at(15, -1), at(15, -2), at(15, -3)] })).toBeGreaterThan(8);
    expect(minutes({ rhythm: [at(10, -20), at(10, -21), at(10, -22)] })).toBeGreaterThan(8);
  });

  test('a release dated ahead is no sign of anything', () => {
    expect(isBusy(at(10), zone, [at(10, 1), at(10, 2), at(10, 3)])).toBe(false);
  });

  test('the hours around midnight are one stretch', () => {
    expect(isBusy(at(0.2), zone, [at(23.5, -1), at(23.7, -2), at(0.5, -3)])).toBe(true);
  });

  test('at night once an hour, but the first look of the day is not late', () => {
    expect(minutes({ now: at(22) })).toBeGreaterThan(45);
    expect(minutes({ now: at(22) })).toBeLessThanOrEqual(60);
    expect(nextPoll(occasion({ now: at(4.9) }))).toBeLessThanOrEqual(at(5) + 5 * minute);
    expect(minutes({ now: at(3), rhythm: [at(2.9)] })).toBeGreaterThan(45);
  });

  test('two sources are not asked at the same moment', () => {
    const times = new Set(Array.from({ length: 50 }, (_, index) => nextPoll(occasion({ dice: index / 50 }))));
    expect(times.size).toBe(50);
  });

  test('ever longer while it fails, up to six hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 40].map((failures) => minutes({ failures }));
    expect(waits.map(Math.round)).toEqual([15, 30, 60, 120, 240, 360, 360, 360]);
    expect(minutes({ failures: 1, rhythm: [at(9.9)] })).toBeGreaterThan(10);
    expect(minutes({ failures: 1, now: at(22) })).toBeGreaterThan(45);
  });

  test('without a network soon, as nobody is asked', () => {
    expect(minutes({ offline: true, failures: 6 })).toBeLessThanOrEqual(5);
  });

  test('never before the server’s own word, and not at that very second', () => {
    expect(nextPoll(occasion({ holdUntil: at(12), dice: 0.5 }))).toBe(at(12) + 7.5 * minute);
    expect(nextPoll(occasion({ holdUntil: at(12), dice: 0 }))).toBe(at(12));
    expect(nextPoll(occasion({ holdUntil: at(10) + minute }))).toBeGreaterThan(at(10) + 12 * minute);
    expect(nextPoll(occasion({ holdUntil: at(12), offline: true }))).toBeGreaterThanOrEqual(at(12));
  });
});

describe('a day of one source', () => {
  test('is some 60 to 110 requests, most of them when it publishes', () => {
    const rhythm = Array.from({ length: 40 }, (_, index) => at(9 + (index % 4), -1 - Math.floor(index / 4)));
    const times: number[] = [];
    let dice = 0;
    for (let now = at(0); now < at(24); ) {
      dice = (dice + 0.37) % 1;
      now = nextPoll(occasion({ now, rhythm, dice }));
      times.push(now);
    }
    const within = (from: number, to: number) =>
      times.filter((time) => time >= at(from) && time < at(to)).length;
    expect(times.length).toBeGreaterThan(60);
    expect(times.length).toBeLessThan(110);
    expect(within(21, 24) + within(0, 5)).toBeLessThanOrEqual(12);
    expect(within(9, 13)).toBeGreaterThan(within(14, 18) * 1.5);
  });
});

describe('a city’s officials together', () => {
  const count = 3_000;
  /** Looks a minute from 10 to 14, by what the host does; failures in a row are counted as a source does. */
  const crowd = (isDown: (now: number) => boolean, holdUntil?: number): number[] => {
    const minutes = Array.from({ length: 4 * 60 }, () => 0);
    let state = 1;
    const dice = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 2 ** 32;
    };
    for (let each = 0; each < count; each++) {
      let failures = 0;
      for (let now = at(10) + dice() * 15 * minute; now < at(14); ) {
        const place = Math.floor((now - at(10)) / minute);
        minutes[place] = (minutes[place] ?? 0) + 1;
        failures = isDown(now) ? failures + 1 : 0;
        const held = failures > 0 && holdUntil !== undefined && { holdUntil };
        now = nextPoll(occasion({ now, dice: dice(), failures, ...held }));
      }
    }
    return minutes;
  };
  const usual = crowd(() => false);
  const worst = Math.max(...usual);

  test('come evenly on a usual day', () => {
    expect(worst).toBeLessThan((count / 13.5) * 1.5);
  });

  test('do not come all at once when a server names the hour at which it is back', () => {
    const held = crowd((now) => now < at(11), at(11));
    expect(Math.max(...held.slice(60))).toBeLessThan(worst * 1.5);
    expect(held.slice(20, 60).every((looks) => looks === 0)).toBe(true);
  });

  test('do not come all at once after an hour without an answer', () => {
    const down = crowd((now) => now < at(11));
    expect(Math.max(...down.slice(60))).toBeLessThan(worst * 1.5);
  });
});

describe('the clock', () => {
  test.each([
    [4.99, true],
    [5, false],
    [20.99, false],
    [21, true],
    [0, true],
  ])('at %s it is night: %s', (hours, expected) => {
    expect(isNight(at(hours), zone)).toBe(expected);
  });

  test('hours over midnight, within a day, and none at all; zones west of Greenwich', () => {
    expect(isWithinHours(at(23), zone, 22, 6)).toBe(true);
    expect(isWithinHours(at(6), zone, 22, 6)).toBe(false);
    expect(isWithinHours(at(13), zone, 12, 14)).toBe(true);
    expect(isWithinHours(at(13), zone, 13, 13)).toBe(false);
    expect(isWithinHours(Date.UTC(2026, 4, 12, 3), -5 * 60, 22, 23)).toBe(true);
  });

  test('the next full hour is never now', () => {
    expect(nextHour(at(22), zone, 5)).toBe(at(5, 1));
    expect(nextHour(at(4), zone, 5)).toBe(at(5));
    expect(nextHour(at(5), zone, 5)).toBe(at(5, 1));
    expect(nextHour(at(23.5), zone, 0)).toBe(at(24));
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 4, 12, 3);
  test.each<[string, string | null, string | null, number | null]>([
    ['seconds', '120', null, 120_000],
    ['white space', ' 5 ', null, 5_000],
    ['zero', '0', null, 0],
    ['a date', 'Tue, 12 May 2026 03:10:00 GMT', null, 10 * minute],
    [
      'a date by the server’s own clock',
      'Tue, 12 May 2026 09:10:00 GMT',
      'Tue, 12 May 2026 09:00:00 GMT',
      10 * minute,
    ],
    ['a date that is over', 'Tue, 12 May 2026 02:00:00 GMT', null, 0],
    ['a month', '2592000', null, day],
    ['far ahead', 'Tue, 12 May 2126 03:10:00 GMT', null, day],
    ['nothing', null, null, null],
    ['nonsense', 'nanti', null, null],
    ['a number that is none', '1e9', null, null],
    ['less than nothing', '-5', null, null],
    ['digits without end', '9'.repeat(400), null, null],
    ['a date that is none', 'Tue, 99 Foo 2026', null, null],
  ])('%s', (_, header, date, expected) => {
    expect(retryAfter(header, date, now)).toBe(expected);
  });
});

describe('the plan of a source', () => {
  const clock = { dice: 0.5, zone };
  const good = { ok: true as const, at: at(10), count: 5, fresh: 0 };
  const bad = { ok: false as const, at: at(10), reason: 'status' as const, status: 503 };

  test('a failure counts, a good one forgets, a missing network does not count', () => {
    expect(planAfter(source({ failures: 2 }), bad, clock)).toMatchObject({ failures: 3, holdUntil: 0 });
    expect(planAfter(source({ failures: 2 }), good, clock)).toMatchObject({ failures: 0 });
    expect(planAfter(source({ failures: 2 }), { ...bad, reason: 'offline' }, clock)).toMatchObject({
      failures: 2,
    });
  });

  test('what the server asked for is kept', () => {
    const plan = planAfter(source(), bad, clock, { holdMs: 2 * hour });
    expect(plan.holdUntil).toBe(at(12));
    expect(plan.nextAt).toBeGreaterThan(at(12));
    expect(isAskable({ holdUntil: plan.holdUntil }, at(11))).toBe(false);
    expect(isAskable({ holdUntil: plan.holdUntil }, at(12))).toBe(true);
    expect(isAskable({ paused: true }, at(12))).toBe(false);
  });

  test('its rhythm is kept in order, the latest fifty', () => {
    const rhythm = withRhythm(
      Array.from({ length: 50 }, (_, index) => index + 10),
      [3, 100],
    );
    expect(rhythm).toHaveLength(50);
    expect(rhythm.at(-1)).toBe(100);
    expect(rhythm[0]).toBe(11);
    expect(planAfter(source({ rhythm: [1] }), good, clock, { published: [at(9)] }).rhythm).toEqual([
      1,
      at(9),
    ]);
  });

  test('the alarm is for the first, not for one that is paused', () => {
    const sources = [
      source({ nextAt: 50 }),
      source({ nextAt: 10, paused: true }),
      source({ nextAt: 20, holdUntil: 90 }),
    ];
    expect(earliest(sources)).toBe(50);
    expect(earliest([source()])).toBe(0);
    expect(earliest([])).toBeNull();
  });
});
