import 'fake-indexeddb/auto';
import { JubirDatabase } from '../../../utils/db/database.ts';
import { type RefreshDeps, refreshSource } from '../../../utils/flow/refresh.ts';
import { downloadPicture, downloadText } from '../../../utils/source/download.ts';
import { FetchError } from '../../../utils/source/errors.ts';
import type { Source } from '../../../utils/source/source.ts';
import { looks } from './habits.ts';
import { askedFor, type OnRequest, official, type Scenario, troubleAt } from './model.ts';
import type { Nginx } from './nginx.ts';
import { installed, kindOf } from './site.ts';

/** A sampled official: Jubir's own refresh, an archive of its own, and a server that answers. */
interface Sampled {
  number: number;
  db: JubirDatabase;
  dice: ReadonlyMap<string, () => number>;
  steps: Generator<{ at: number; source: Source }>;
  next: { at: number; source: Source } | null;
}

/** Told of every request of a sampled official. */
export type OnSampled = (number: number, ...request: Parameters<OnRequest>) => void;

/**
 * Lets some officials live through a day with Jubir's own refresh against nginx, in the order of their clocks: the
 * site's files change, and nginx stops and comes back, as the hours say. The machine's time zone has to be the city's.
 */
export async function liveThrough(
  numbers: readonly number[],
  scenario: Scenario,
  nginx: Nginx,
  tell: OnSampled,
): Promise<void> {
  const all = numbers.map((number): Sampled => {
    const { habits, rows, dice } = official(number, scenario);
    const steps = looks(habits, rows);
    const db = new JubirDatabase(`reach-${scenario.trouble?.how ?? 'usual'}-${number}`);
    return { number, db, dice, steps, next: steps.next().value ?? null };
  });
  let now = installed;
  nginx.put(now, 0);
  await nginx.start();
  try {
    for (let each = earliestOf(all); each?.next; each = earliestOf(all)) {
      const { at, source } = each.next;
      await turnTo(nginx, scenario, now, at);
      now = at;
      await look(each, source, at, scenario, nginx, tell);
      each.next = each.steps.next().value ?? null;
    }
  } finally {
    await nginx.stop();
    for (const { db } of all) await db.delete();
  }
}

function earliestOf(all: readonly Sampled[]): Sampled | undefined {
  const waiting = all.filter(({ next }) => next !== null);
  return waiting.reduce<Sampled | undefined>(
    (first, each) => (!first || (each.next?.at ?? 0) < (first.next?.at ?? 0) ? each : first),
    undefined,
  );
}

/** The site as it is at that hour; and its server, if that changes on the way there. */
async function turnTo(nginx: Nginx, scenario: Scenario, from: number, to: number): Promise<void> {
  nginx.put(to, from);
  const [before, after] = [troubleAt(scenario, from), troubleAt(scenario, to)];
  if (before === after) return;
  if (before?.how !== 'gone') await nginx.stop();
  if (after?.how !== 'gone') await nginx.start(after ? after.to : null);
}

async function look(
  { number, db, dice }: Sampled,
  source: Source,
  at: number,
  scenario: Scenario,
  nginx: Nginx,
  tell: OnSampled,
): Promise<void> {
  if ((await db.sources.get(source.id)) === undefined) await db.sources.put({ ...source });
  const deps = depsFor(at, scenario, nginx, (kind, status) => tell(number, at, kind, status));
  await refreshSource(db, source, { ...deps, dice: dice.get(source.id) ?? Math.random });
  Object.assign(source, await db.sources.get(source.id));
}

/** The real downloads, from this machine instead of the city's, at the simulated hour. */
function depsFor(
  at: number,
  scenario: Scenario,
  nginx: Nginx,
  note: (kind: ReturnType<typeof kindOf>, status: number) => void,
): RefreshDeps {
  const here = (url: string) => nginx.address + new URL(url).pathname;
  const ask = async <Answer>(url: string, download: () => Promise<Answer>): Promise<Answer> => {
    const { pathname } = new URL(url);
    try {
      const answer = await download();
      note(kindOf(pathname), answer === 'not-modified' ? 304 : 200);
      return answer;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      const { reason } = error;
      const status = error.status ?? 0;
      note(kindOf(pathname), status);
      const trouble = troubleAt(scenario, at);
      // nginx says by the machine's clock what hour it is; the hour that it names is the simulated one's.
      const retryAfterMs = trouble && status === 503 ? askedFor(trouble, at) : null;
      throw new FetchError(reason, url, { ...(status > 0 && { status }), retryAfterMs, cause: error });
    }
  };
  const hosts = ['127.0.0.1'];
  return {
    now: () => at,
    onProgress: () => {},
    downloadText: async (url, options) => {
      const answer = await ask(url, () => downloadText(here(url), { ...options, hosts }));
      return answer === 'not-modified' ? answer : { ...answer, url, receivedAt: at };
    },
    downloadPicture: (url, options) => ask(url, () => downloadPicture(here(url), { ...options, hosts })),
    scalePicture: async () => 'data:image/webp;base64,',
  };
}
