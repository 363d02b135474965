import { draftId } from '../../utils/draft/draft.ts';
import { poll } from '../browsers/session.ts';
import type { Jubir } from '../e2e/jubir.ts';
import { closePage, closePlatformTabs, waitForReleases } from '../e2e/steps.ts';
import { emptyTally, type InnerFault, type Tally } from './fault.ts';
import { rowsOf } from './rows.ts';

/** The computer's clock jumps two days ahead and back while drafts are written and posts are opened. */
export const clockMoved: InnerFault = {
  name: 'clock',
  what: 'clock moved by ±2 days',
  count: { chromium: 20, firefox: 20 },
  within: moveClock,
};

const twoDays = 2 * 24 * 60 * 60 * 1000;
const prefix = 'jam-';

async function moveClock(jubir: Jubir, count: number): Promise<Tally> {
  const tally = emptyTally();
  await waitForReleases(jubir);
  const shifts: number[] = [];
  for (let run = 0; run < count; run += 1) {
    const shift = [twoDays, -twoDays, 0][run % 3] ?? 0;
    shifts.push(shift);
    await jubir.session.moveClock(shift);
    // One draft more, one text more of one that is there from the first run, one post more.
    await jubir.send('write-draft', input(`baru-${run}`, run));
    await jubir.send('write-draft', { ...input('lama', run), step: true });
    await jubir.send('open-platform', {
      draft: input(`klik-${run}`, run),
      postId: `${prefix}${run}`,
      from: 'page',
    });
    tally.runs += 1;
  }
  await jubir.session.moveClock(0);
  const { drafts, posts, revisions } = await rowsOf(jubir, prefix);
  const written = Array.from({ length: count }, (_, run) => run);
  const fresh = drafts.filter(({ id }) => id.startsWith(`${prefix}baru-`));
  const old = drafts.filter(({ id }) => id === idOf('lama'));
  const orders: Record<string, number[]> = {
    drafts: [...fresh].sort((a, b) => a.revision - b.revision).map(runOf),
    posts: [...posts].sort((a, b) => a.order - b.order).map(runOf),
    'earlier texts': [
      ...revisions.filter((each) => each.draftId === idOf('lama')).sort((a, b) => a.n - b.n),
      ...old,
    ].map(runOf),
  };
  for (const [what, order] of Object.entries(orders)) {
    tally.checked += order.length;
    if (order.join() !== written.join()) tally.wrong.push(`${what} in the order ${order.join()}`);
  }
  // A clock that did not move proves nothing.
  const moved = fresh.filter(
    (draft) => Math.abs(draft.updatedAt - Date.now() - (shifts[runOf(draft)] ?? 0)) < twoDays / 4,
  );
  if (moved.length !== count) tally.wrong.push(`the clock moved for ${moved.length} of ${count}`);
  await compareDesk(jubir, count, tally);
  await closePlatformTabs(jubir);
  return tally;
}

/** The desk shows what was written last first: the rows in view are the newest ones. */
async function compareDesk(jubir: Jubir, count: number, tally: Tally): Promise<void> {
  const desk = await jubir.openPage('desk.html');
  const shown = await poll('the desk', async () => {
    const rows = await desk.$$eval('[role="option"]', (all) =>
      all.map(({ textContent }) => textContent ?? ''),
    );
    return rows.length >= Math.min(count, 5) && rows;
  });
  // Of a run: the post is newer than the old draft, which only the last run wrote last, and than the new one.
  const order = shown.flatMap((row) => {
    const run = /jam ke-(\d+)\./.exec(row)?.[1];
    return run === undefined ? [] : [Number(run)];
  });
  tally.checked += order.length;
  if (order.length < Math.min(count, 5) || order.some((run, at) => at > 0 && run > (order[at - 1] ?? run))) {
    tally.wrong.push(`the desk in the order ${order.join()}`);
  }
  await closePage(desk);
}

const runOf = ({ text }: { text: string }): number => Number(/jam ke-(\d+)\./.exec(text)?.[1]);

const idOf = (name: string): string => draftId(`${prefix}${name}`, 'x', 'summary');

const input = (name: string, run: number) => ({
  id: idOf(name),
  releaseId: `${prefix}${name}`,
  releaseTitle: 'Pasar murah',
  releaseUrl: 'https://kotabogor.go.id/berita-detail/1',
  sourceId: 'kota-bogor',
  platform: 'x',
  angle: 'summary',
  text: `jam ke-${run}.`,
  writer: `jam ${name}`,
  count: run + 1,
  base: 0,
});
