import type { Settings } from '../browser/settings.ts';

/** What of the settings a copy carries. */
export type CarriedSettings = Omit<Settings, 'seed' | 'welcomed' | 'model'> &
  Partial<Pick<Settings, 'model'>>;

/**
 * Settings for a copy. The seed stays: it sees to it that no two officials post the same, and a copy may be set up on
 * another's machine. Where the language model is goes with its key alone: who could name an address in a file could
 * have releases sent there.
 */
export function carriedSettings(settings: Settings, withModel: boolean): CarriedSettings {
  const { seed: _, welcomed: __, model, ...carried } = settings;
  return withModel ? { ...carried, model } : carried;
}

/**
 * What another copy's settings change here: what the official never set on this machine is taken, lines are added,
 * counts of hashtags are raised; everything else stays. So the same copy again changes nothing.
 * @param theirs sound, from `readSettings`
 * @param defaults what holds where nothing was set
 */
export function joinSettings(mine: Settings, theirs: Settings, defaults: Settings): Partial<Settings> {
  const change: Partial<Settings> = {};
  for (const name of Object.keys(defaults) as (keyof Settings)[]) {
    if (name === 'seed' || name === 'welcomed' || name === 'lines' || name === 'taken') continue;
    if (isSame(mine[name], defaults[name]) && !isSame(theirs[name], defaults[name])) {
      Object.assign(change, { [name]: theirs[name] });
    }
  }
  const known = new Set(mine.lines.map((line) => line.toLowerCase()));
  const lines = theirs.lines.filter((line) => !known.has(line.toLowerCase()));
  if (lines.length > 0) change.lines = [...mine.lines, ...lines];
  const taken = Object.entries(theirs.taken).filter(([tag, count]) => count > (mine.taken[tag] ?? 0));
  if (taken.length > 0) change.taken = { ...mine.taken, ...Object.fromEntries(taken) };
  return change;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
