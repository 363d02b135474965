import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Release } from '../../../utils/release/release.ts';
import type { BrowserKind } from '../../browsers/find.ts';
import { poll } from '../../browsers/session.ts';
import { Jubir } from '../../e2e/jubir.ts';
import { closePage, openList, rowAt, setSettings, shareButton, waitForReleases } from '../../e2e/steps.ts';
import { table } from '../report.ts';
import { percentile } from '../search/queries.ts';
import { openBlank } from './floor.ts';
import { allowed, host, openPanel, signIn, waitUntilOut, writeUp } from './mastodon.ts';

const kinds = (process.env.BROWSERS ?? 'chromium,firefox').split(',') as BrowserKind[];
/** Times each click is made. */
const rounds = Number(process.env.ROUNDS ?? 30);
/** Between two clicks, in milliseconds: what the one before set off is over. */
const pause = 300;
const composer = 'x.com';

interface Times {
  floor: number[];
  share: number[];
  publish: number[];
}

/**
 * Milliseconds from a click to the first request for a host that passes, both by this process's clock: from the moment
 * the mouse button is let go, which is the click, to the request's arriving at the portal.
 */
async function timeClick(
  jubir: Jubir,
  page: Page,
  selector: string,
  wanted: { host: string; method: string; path: string },
): Promise<number> {
  await page.waitForSelector(selector);
  // A button that is still moving into its place would be missed.
  await sleep(pause);
  await page.hover(selector);
  await page.mouse.down();
  const before = jubir.portal.requests.length;
  const clicked = Date.now();
  // The popup goes with the click, and with it whoever would answer.
  page.mouse.up().catch(() => {});
  const request = await poll(`${wanted.method} ${wanted.host}${wanted.path}`, async () =>
    jubir.portal.requests
      .slice(before)
      .find(
        (each) =>
          each.host === wanted.host && each.method === wanted.method && each.path.startsWith(wanted.path),
      ),
  );
  return request.at - clicked;
}

async function closeOpened(jubir: Jubir): Promise<void> {
  await jubir.waitForUrl((url) => url.host === composer);
  await jubir.session.closeTabs((url) => url.host === composer);
  await sleep(pause);
}

async function runIn(kind: BrowserKind): Promise<Times> {
  const jubir = new Jubir(kind);
  await jubir.start({ change: allowed });
  const times: Times = { floor: [], share: [], publish: [] };
  const server = await signIn(jubir);
  try {
    const snapshot = await waitForReleases(jubir);
    await setSettings(jubir, { platforms: ['x', 'mastodon'], undoSend: false });
    const release = (await jubir.table<Release>('releases')).find(({ id }) => id === rowAt(snapshot, 0).id);
    if (!release) throw new Error('no release');
    const address = `https://${composer}/intent/tweet?text=${encodeURIComponent(rowAt(snapshot, 0).captions.x?.text ?? '')}`;
    const opened = { host: composer, method: 'GET', path: '/intent/tweet' };
    const panel = await openPanel(jubir, release);
    const blank = await openBlank(jubir, address);
    // The first of each meets a connection that is still to be made, and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      await blank.bringToFront();
      times.floor.push(await timeClick(jubir, blank, 'button', opened));
      await closeOpened(jubir);

      const popup = await openList(jubir);
      times.share.push(await timeClick(jubir, popup, shareButton(rowAt(snapshot, round % 9), 'x'), opened));
      await closeOpened(jubir);
      await closePage(popup);

      const yes = await writeUp(panel, `Terbit dari bangku ukur, yang ke-${round + 1}`);
      const posted = { host, method: 'POST', path: '/api/v1/statuses' };
      times.publish.push(await timeClick(jubir, panel, yes, posted));
      await waitUntilOut(jubir, round + 1);
      await sleep(pause);
      process.stdout.write(`\r  ${kind}: ${round} of ${rounds}`);
    }
    process.stdout.write('\n');
    for (const name of Object.keys(times) as (keyof Times)[]) times[name].shift();
    return times;
  } finally {
    await jubir.stop();
    await server.stop();
  }
}

const labels: Record<keyof Times, string> = {
  floor: 'blank page, window.open → its request',
  share: 'a row’s button in the popup → the composer’s request',
  publish: 'the confirmation’s button → POST /api/v1/statuses',
};

function report(kind: BrowserKind, times: Times): void {
  const rows = (Object.keys(labels) as (keyof Times)[]).map((name) => {
    const at = (share: number) => percentile(times[name], share);
    const ratio = (share: number) => (at(share) / percentile(times.floor, share)).toFixed(2);
    return [
      labels[name],
      ...[String(times[name].length), at(0.5).toFixed(0), at(0.95).toFixed(0)],
      ...[ratio(0.5), ratio(0.95)],
    ];
  });
  console.log(table([`${kind}: click → request`, 'n', 'p50', 'p95', 'p50 / floor', 'p95 / floor'], rows));
}

/** How soon a click leaves the browser: to the composer, and to the network that Jubir posts to itself. */
export async function run(): Promise<boolean> {
  console.log(`
Clicks: from the mouse button let go to the request that it is for reaching the server, by one clock, ${rounds} each,
alternating, the background awake; the composer opens at the same address as the floor, and a post goes without
a picture and without the seconds in which it can be taken back. Milliseconds.
`);
  for (const kind of kinds) report(kind, await runIn(kind));
  return true;
}
