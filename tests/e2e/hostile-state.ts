import { isDeepStrictEqual } from 'node:util';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';
import { settle } from './page-button.ts';

/** All that an attack could have changed, by its place. */
type State = Record<string, unknown>;

const tables = ['sources', 'releases', 'drafts', 'posts', 'revisions', 'accounts', 'outbox'] as const;

/** Tables, both stores, and the pages of Jubir that are open. */
async function read(jubir: Jubir): Promise<State> {
  const rows = [];
  for (const table of tables) rows.push([`table ${table}`, await jubir.table(table)] as const);
  const session = await jubir.session.inExtension(() => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { session: { get(): Promise<object> } } };
    };
    return browser.storage.session.get();
  });
  const stored = Object.entries(await jubir.stored<Record<string, unknown>>());
  // Jubir's own small copies follow an alarm, and hold nothing but what the tables and the settings do.
  const local = Object.fromEntries(stored.filter(([key]) => !key.startsWith('copy-')));
  const own = (await jubir.session.tabUrls()).filter((url) => url.startsWith(jubir.session.origin));
  return {
    ...Object.fromEntries(rows),
    ...Object.fromEntries(Object.entries(local).map(([key, value]) => [`storage ${key}`, value])),
    ...Object.fromEntries(Object.entries(session).map(([key, value]) => [`session ${key}`, value])),
    tabs: own.sort(),
  };
}

/** The places where two states differ: each is a privileged action. */
export function changes(before: State, after: State): string[] {
  const places = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...places].filter((place) => !isDeepStrictEqual(before[place], after[place]));
}

/** The state once nothing of Jubir's own work changes it any more. */
export async function settledState(jubir: Jubir): Promise<State> {
  let last = await read(jubir);
  let quiet = 0;
  return poll(
    'Jubir to be at rest',
    async () => {
      const now = await read(jubir);
      quiet = changes(last, now).length === 0 ? quiet + 1 : 0;
      last = now;
      return quiet >= 4 ? now : null;
    },
    30_000,
  );
}

/** What attacks have done to Jubir; all of it is to stay 0. */
export interface Harm {
  actions: number;
  crashes: number;
  /** Where scripts of theirs are looked for. */
  scripts?: number;
}

export const noHarm = () => ({ actions: 0, crashes: 0 });

export const told = ({ actions, scripts, crashes }: Harm): string =>
  [`${actions} privileged actions`, scripts !== undefined && `${scripts} scripts run`, `${crashes} crashes`]
    .filter(Boolean)
    .join(', ');

/** Counts the uncaught errors of Jubir's own pages and worker; the harness fails for them after that. */
export function countCrashes(jubir: Jubir, harm: Harm): void {
  harm.crashes += jubir.session.problems.length;
}

/** Does something hostile, counts what it changed in Jubir and whether the background still answers, and gives the changes. */
export async function attack(jubir: Jubir, harm: Harm, what: () => Promise<void>): Promise<string[]> {
  const before = await settledState(jubir);
  await what();
  await settle();
  const changed = changes(before, await settledState(jubir));
  harm.actions += changed.length;
  const answer = await jubir.send('open-store', { again: false }).catch(() => undefined);
  if (answer === undefined) harm.crashes += 1;
  return changed;
}
