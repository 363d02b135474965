import type { FolderError } from '../../utils/backup/folder-error.ts';
import { answerPost, markEntries, recordOpened } from '../../utils/draft/history.ts';
import { input } from '../draft/samples.ts';
import { Random } from '../source/fuzz/random.ts';
import type { DavFault } from './dav.ts';
import { draftIdOf, type Machine } from './machines.ts';

/** What happened in the runs. */
export interface Convergence {
  runs: number;
  machines: number;
  writes: number;
  meetings: number;
  /** Meetings that broke off, and requests that did. */
  brokenOff: number;
  /** Runs in which the machines do not hold the same in the end. */
  apart: number;
  /** Texts that were acknowledged and are nowhere in the end. */
  lost: number;
  /** Drafts that hold two texts or more in the end. */
  withRivals: number;
}

export const noRuns: Convergence = {
  ...{ runs: 0, machines: 0, writes: 0, meetings: 0 },
  ...{ brokenOff: 0, apart: 0, lost: 0, withRivals: 0 },
};

/** Where the machines meet, and how it fails. */
export interface Meeting {
  /** A machine that meets the others there, with nothing in it. */
  machine: () => Promise<Machine>;
  /** From now on requests break off, each in one of so many, or none. */
  breaks: (fault: (() => DavFault | null) | null) => void;
}

const drafts = 3;

/**
 * One run: two or three machines write, choose, mark, answer and meet in random order, over a connection that breaks
 * off at random; in the end each meets until nothing is new.
 */
export async function converge(seed: number, { machine, breaks }: Meeting, sum: Convergence): Promise<void> {
  const random = new Random(seed);
  const roll = (sides: number) => random.below(sides);
  const machines = await Promise.all(Array.from({ length: 2 + roll(2) }, machine));
  const any = (): Machine => machines[roll(machines.length)] as Machine;
  const written = new Set<string>();
  const posts: string[] = [];
  const ids = () => ({
    draftIds: [draftIdOf(roll(drafts))],
    postIds: posts.length > 0 ? [posts[roll(posts.length)] ?? ''] : [],
  });
  const meet = async (each: Machine): Promise<void> => {
    sum.meetings += 1;
    if (isError(await each.tryToMeet())) sum.brokenOff += 1;
  };
  for (let step = 0; step < 36; step += 1) {
    const each = any();
    const what = roll(16);
    if (what < 6) {
      const text = `run ${seed} step ${step}`;
      await each.write(text, { id: draftIdOf(roll(drafts)), seen: roll(4) > 0 });
      written.add(text);
      sum.writes += 1;
    } else if (what === 6) await markEntries(each.db, ids(), { note: `catatan ${step}` });
    else if (what === 7)
      await markEntries(
        each.db,
        ids(),
        roll(2) ? { deletedAt: roll(2) * step } : { starredAt: roll(2) * step },
      );
    else if (what === 8) await markEntries(each.db, ids(), { remindAt: roll(2) * step });
    else if (what === 9) await open(each, `p${seed}-${step}`, posts, roll);
    else if (what === 10) await answer(each, posts, roll, step);
    else if (what === 11) await choose(each, draftIdOf(roll(drafts)));
    else {
      breaks(() =>
        roll(5) === 0 ? ((['cut-before', 'cut-after', 'cut-amid'] as const)[roll(3)] ?? null) : null,
      );
      await meet(each);
      breaks(null);
    }
  }
  for (let round = 0; round < 3; round += 1) for (const each of machines) await meet(each);
  const histories = await Promise.all(machines.map((each) => each.history()));
  const [first, ...others] = histories.map((history) => JSON.stringify(sorted(history)));
  if (others.some((other) => other !== first)) sum.apart += 1;
  for (const each of machines) {
    const texts = await each.texts();
    sum.lost += [...written].filter((text) => !texts.has(text)).length;
  }
  sum.withRivals += histories[0]?.drafts.filter(({ rivals }) => rivals.length > 0).length ?? 0;
  sum.runs += 1;
  sum.machines += machines.length;
  await Promise.all(machines.map(({ db }) => db.delete()));
}

const isError = (outcome: object): outcome is FolderError => outcome instanceof Error;

async function open(
  { db }: Machine,
  id: string,
  posts: string[],
  roll: (n: number) => number,
): Promise<void> {
  const draft = await db.drafts.get(draftIdOf(roll(drafts)));
  if (!draft) return;
  const { releaseId, platform, angle, text, writer, revision, inputs } = draft;
  const as = { releaseId, platform, angle, text, writer, base: revision, count: inputs[writer] ?? 1 };
  await recordOpened(db, input(as), { id, route: 'composer' }, 1);
  posts.push(id);
}

async function answer(
  { db }: Machine,
  posts: readonly string[],
  roll: (n: number) => number,
  step: number,
): Promise<void> {
  const id = posts[roll(posts.length)];
  const state = roll(2) === 0 ? 'posted' : 'not-posted';
  if (id) await answerPost(db, id, state, roll(2) === 0 ? `https://x.com/a/${step}` : null, step);
}

/** The official sees two texts and takes one of them. */
async function choose(machine: Machine, id: string): Promise<void> {
  const draft = await machine.db.drafts.get(id);
  const [rival] = draft?.rivals ?? [];
  if (rival) await machine.write(rival.text, { id, settles: true });
}

/** The same with keys in one order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** What happened, in a line. */
export const told = ({
  runs,
  machines,
  writes,
  meetings,
  brokenOff,
  withRivals,
  apart,
  lost,
}: Convergence): string =>
  `${runs} runs, ${machines} machines, ${writes} writes, ${meetings} meetings (${brokenOff} broken off), ${withRivals} drafts with two texts; not the same in the end: ${apart}, texts lost: ${lost}`;
