import { describe, expect, test } from 'vitest';
import { carriedSettings, joinSettings } from '../../utils/backup/carried-settings.ts';
import { isCopyDue, laterFor, readLastCopy } from '../../utils/backup/reminder.ts';
import { defaultSettings, readSettings, type Settings } from '../../utils/browser/settings.ts';

const settings = (change: Partial<Settings> = {}): Settings => ({ ...defaultSettings, ...change });
const join = (mine: Settings, theirs: Settings) => joinSettings(mine, theirs, defaultSettings);

const rich = settings({
  language: 'en',
  platforms: ['telegram', 'x'],
  quietFrom: 20,
  seed: 77,
  lines: ['Info: 0251'],
  taken: { kotabogor: 4 },
  welcomed: true,
  model: { kind: 'address', address: 'https://model.example/v1', name: 'qwen3' },
});

describe('settings in a copy', () => {
  test('are whole, but for what belongs to the machine, and the model only with its key', () => {
    const carried = carriedSettings(rich, false);
    expect(Object.keys(carried)).not.toEqual(expect.arrayContaining(['seed']));
    expect(JSON.stringify(carried)).not.toContain('model.example');
    for (const left of ['seed', 'welcomed', 'model']) expect(left in carried, left).toBe(false);
    expect(carriedSettings(rich, true).model).toEqual(rich.model);
    const missing = Object.keys(defaultSettings).filter((name) => !(name in carriedSettings(rich, true)));
    expect(missing.sort()).toEqual(['seed', 'welcomed']);
  });

  test('fill what was never set here, and a second time nothing', () => {
    const theirs = readSettings(carriedSettings(rich, false));
    const mine = settings({ seed: 5 });
    const change = join(mine, theirs);
    expect(change).toEqual({
      ...{ language: 'en', platforms: ['telegram', 'x'], quietFrom: 20 },
      ...{ lines: ['Info: 0251'], taken: { kotabogor: 4 } },
    });
    expect(join({ ...mine, ...change }, theirs)).toEqual({});
  });

  test('leave what was set here', () => {
    const mine = settings({
      platforms: ['line'],
      quietFrom: 19,
      lines: ['info: 0251', 'Lain'],
      taken: { kotabogor: 9, b: 1 },
    });
    expect(join(mine, readSettings(carriedSettings(rich, false)))).toEqual({ language: 'en' });
  });
});

describe('the reminder', () => {
  const now = Date.UTC(2026, 10, 24);
  const day = 86_400_000;
  const never = readLastCopy(undefined);
  const due = (last: Partial<typeof never>, what: Partial<{ drafts: number; n: number }> = {}) =>
    isCopyDue({ ...never, ...last }, { drafts: 10, n: 50, now, ...what });

  test.each([
    ['the tenth draft', {}, {}, true],
    ['the ninth', {}, { drafts: 9 }, false],
    ['a copy a month ago', { at: now - 30 * day, n: 20 }, {}, true],
    ['a copy 29 days ago', { at: now - 29 * day, n: 20 }, {}, false],
    ['nothing written since', { at: now - 90 * day, n: 50 }, {}, false],
    ['"Nanti", six days ago', { later: now - 6 * day + laterFor }, {}, false],
    ['"Nanti", a week ago', { later: now }, {}, true],
    ['a clock that was set back by a year after a copy', { at: now + 365 * day, n: 20 }, {}, true],
    ['a clock that was set back by a year after "Nanti"', { later: now + 365 * day }, {}, true],
  ])('after %s', (_, last, what, wanted) => {
    expect(due(last, what)).toBe(wanted);
  });

  test('reads what storage may hold', () => {
    for (const value of [null, 7, 'x', { at: 'x', n: -1, later: Number.NaN }, []]) {
      expect(readLastCopy(value)).toEqual({ at: 0, n: 0, later: 0 });
    }
  });
});
