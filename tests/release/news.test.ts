import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { newsSince, notificationTime } from '../../utils/release/news.ts';
import { source } from '../source/samples.ts';
import { release } from './samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`news-${Math.random()}`);
});
afterEach(() => db.delete());

test('what came since, unread, and nothing of a first import; nothing that is better not spread', async () => {
  await db.sources.bulkPut([
    source({ importedAt: 100 }),
    source({ id: 'baru', importedAt: 500 }),
    source({ id: 'belum' }),
  ]);
  await db.releases.bulkPut([
    release('pertama', { firstSeenAt: 100 }),
    release('sudah', { firstSeenAt: 200 }),
    release('dibaca', { firstSeenAt: 400, unread: 0 }),
    release('ditarik', { firstSeenAt: 400, withdrawnAt: 450 }),
    release('judi', { firstSeenAt: 400, suspicious: true }),
    release('diralat', { firstSeenAt: 400, changedAt: 450 }),
    release('kabar', { firstSeenAt: 401 }),
    release('impor', { firstSeenAt: 500, sourceId: 'baru' }),
    release('tanpa', { firstSeenAt: 500, sourceId: 'belum' }),
    release('yatim', { firstSeenAt: 500, sourceId: 'hilang' }),
  ]);
  const ids = async (since: number) => (await newsSince(db, since)).map(({ id }) => id).sort();
  expect(await ids(300)).toEqual(['diralat', 'kabar']);
  expect(await ids(0)).toEqual(['diralat', 'kabar', 'sudah']);
  expect(await ids(401)).toEqual([]);
});

describe('when a notification may be shown', () => {
  const zone = 7 * 60;
  const at = (hours: number, day = 12) => Date.UTC(2026, 4, day) + (hours - 7) * 3_600_000;
  const time = (now: number, lastAt = 0, quietFrom = 21, quietTo = 5) =>
    notificationTime({ now, zone, lastAt, quietFrom, quietTo });

  test.each<[string, number, number]>([
    ['at once by day', time(at(10)), at(10)],
    ['an hour after the last', time(at(10), at(9.5)), at(10.5)],
    ['at once when the last is long ago', time(at(10), at(3)), at(10)],
    ['in the morning', time(at(22)), at(5, 13)],
    ['after midnight, the same morning', time(at(2)), at(5)],
    ['in the morning when the hour ends in the night', time(at(20.5), at(20.2)), at(5, 13)],
    ['at the first minute after the quiet', time(at(5)), at(5)],
    ['not at the first minute of it', time(at(21)), at(5, 13)],
    ['by the official’s own hours', time(at(13), 0, 12, 14), at(14)],
    ['always, without quiet hours', time(at(23), 0, 0, 0), at(23)],
    ['although a clock was set back', time(at(10), at(10, 20)), at(10)],
  ])('%s', (_, told, expected) => {
    expect(told).toBe(expected);
  });

  test('over a week of a release every ten minutes: at most one an hour, none in quiet hours', () => {
    let [lastAt, pending] = [0, Number.NaN];
    const shown: number[] = [];
    for (let now = at(0); now < at(0, 19); now += 600_000) {
      if (pending <= now || Number.isNaN(pending)) {
        const when = time(now, lastAt);
        if (when <= now) {
          shown.push(now);
          lastAt = now;
          pending = Number.NaN;
        } else pending = when;
      }
    }
    expect(shown.every((when, index) => index === 0 || when - (shown[index - 1] ?? 0) >= 3_600_000)).toBe(
      true,
    );
    const hours = shown.map((when) => new Date(when + 7 * 3_600_000).getUTCHours());
    expect(hours.filter((hour) => hour >= 21 || hour < 5)).toEqual([]);
    expect(shown.length).toBe(7 * 16);
  });
});
