import type { Stamp } from '../draft/draft.ts';
import type { JubirDatabase } from './database.ts';

/** This browser profile among all that the official writes on: its name, and its count of writes. */
export interface Machine {
  id: 'machine';
  /** Drawn once. */
  name: string;
  /** The newest count; greater than every count that this machine has seen, its own or another's. */
  n: number;
}

/** The next write's stamp, counted in the transaction under way, which has to hold `db.machine` for writing. */
export async function nextStamp(db: JubirDatabase): Promise<Stamp> {
  const { name, n } = await machineOf(db);
  await db.machine.put({ id: 'machine', name, n: n + 1 });
  return { n: n + 1, by: name };
}

/**
 * Writes that nobody makes in a lifetime. Who counts further ahead, in a file made to do harm, is not followed there, or
 * counts would soon no longer be exact.
 */
const lifetime = 1e9;

/** Lets this machine's next write come after a count that it saw elsewhere. */
export async function countFrom(db: JubirDatabase, seen: number): Promise<void> {
  const known = await machineOf(db);
  if (seen > known.n) await db.machine.put({ ...known, n: Math.min(seen, known.n + lifetime) });
}

/** This machine, drawn where there is none yet. */
export async function machineOf(db: JubirDatabase): Promise<Machine> {
  return (await db.machine.get('machine')) ?? { id: 'machine', name: crypto.randomUUID(), n: 0 };
}

/** Sees to it that this machine keeps the name that it is told elsewhere by. */
export function drawMachine(db: JubirDatabase): Promise<void> {
  return db.transaction('rw', db.machine, async () => void (await db.machine.put(await machineOf(db))));
}
