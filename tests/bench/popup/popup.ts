import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuild } from '../../browsers/build.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { ensureBrowsers } from '../../browsers/install.ts';
import { poll, type Session } from '../../browsers/session.ts';
import { startPortal } from '../../city/portal.ts';
import { median, table } from '../report.ts';
import { fillArchive } from './archive.ts';
import { benchExtension, writeStaticPage } from './pages.ts';

/** Times each page is opened. */
const rounds = Number(process.env.ROUNDS ?? 20);
/** Releases in the archive. */
const stored = 1000;
/** IndexedDB closes itself some seconds after its last user; every opening then finds it cold. */
const pause = 4000;

const pages = {
  static: 'bench/static.html',
  jubir: 'popup.html',
  plain: 'bench/plain.html',
  thirty: 'bench/plain.html?30',
} as const;

type PageName = keyof typeof pages;

const labels: Record<PageName | 'click', string> = {
  static: 'static page',
  jubir: 'Jubir',
  plain: 'Preact + Dexie',
  thirty: 'Preact + Dexie, 30 rows only',
  click: 'Jubir, a click obeyed',
};

const epoch = () => performance.timeOrigin + performance.now();

/** Opens the real popup with a page in it, after everything of ours has been stopped. */
async function open(session: Session, path: string): Promise<void> {
  await session.inExtension((popup) => {
    const { browser } = globalThis as unknown as {
      browser: { action: { setPopup(details: { popup: string }): Promise<void> } };
    };
    return browser.action.setPopup({ popup });
  }, path);
  await session.killBackground();
  await sleep(pause);
  const extension = [...(await session.browser.extensions()).values()][0];
  const front = (await session.browser.pages()).at(-1);
  if (!extension || !front) throw new Error('the extension is gone');
  await front.bringToFront();
  await extension.triggerAction(front);
}

/**
 * Milliseconds from the opening of the popup's document to the sixth row painted. What the browser does before
 * (its window, about as long as all the rest) is the same for every page and would only blur the ratios.
 */
async function timePaint(session: Session, path: string): Promise<number> {
  await open(session, path);
  const target = await session.browser.waitForTarget((each) => each.url() === `${session.origin}/${path}`);
  // Looking in costs time of its own: first let it be done.
  await sleep(800);
  const page = await target.asPage();
  const painted = await poll('six rows', () =>
    page.evaluate(() => (globalThis as { paintedAfter?: number }).paintedAfter),
  );
  await page.close();
  return painted;
}

/** Milliseconds from the opening of the popup to the composer's tab, the button pressed as soon as it is there. */
async function timeClick(session: Session): Promise<number> {
  const arrived = Promise.withResolvers<number>();
  const seen = (target: { url(): string }) => {
    if (target.url().startsWith('https://wa.me/')) arrived.resolve(epoch());
  };
  session.browser.on('targetcreated', seen);
  session.browser.on('targetchanged', seen);
  await open(session, `${pages.jubir}?click`);
  const at = await Promise.race([arrived.promise, sleep(10_000).then(() => Number.NaN)]);
  session.browser.off('targetcreated', seen);
  session.browser.off('targetchanged', seen);
  const { opened } = await session.inExtension(() => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { session: { get(): Promise<{ opened: number }> } } };
    };
    return browser.storage.session.get();
  });
  await sleep(300);
  await session.closeTabs((url) => url.hostname === 'wa.me');
  return at - opened;
}

/** Opening the popup, beside a static page and plain Preact + Dexie, alternating in one Chromium. */
export async function run(): Promise<boolean> {
  await Promise.all([ensureBrowsers(['chromium']), ensureBuild('chromium')]);
  const portal = await startPortal();
  const extension = await benchExtension();
  const session = await launchChromium({ port: portal.port, extension });
  const times: Record<PageName | 'click', number[]> = {
    static: [],
    jubir: [],
    plain: [],
    thirty: [],
    click: [],
  };
  try {
    const markup = await fillArchive(session, stored);
    writeStaticPage(extension, markup);
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ['static', 'jubir', 'plain', 'thirty'] as const) {
        times[name].push(await timePaint(session, pages[name]));
      }
      times.click.push(await timeClick(session));
      process.stdout.write(`\r  ${round + 1} of ${rounds}`);
    }
  } finally {
    await session.close();
    await portal.close();
  }
  const floor = median(times.static);
  const ratio = (name: PageName | 'click', of: number) => median(times[name]) / of;
  console.log(
    `\nPopup: from opening to the sixth release painted, ${stored} releases stored, IndexedDB closed,`,
  );
  console.log(`${rounds} openings each, alternating. Median (fastest) in ms.\n`);
  console.log(
    table(
      ['page', 'median', 'fastest', 'of static', 'of Preact + Dexie'],
      (Object.keys(times) as (keyof typeof times)[]).map((name) => [
        labels[name],
        median(times[name]).toFixed(0),
        Math.min(...times[name]).toFixed(0),
        ratio(name, floor).toFixed(2),
        ratio(name, median(times.plain)).toFixed(2),
      ]),
    ),
  );
  const bars: [string, number, number][] = [
    ['Jubir / static', ratio('jubir', floor), 1.8],
    ['Jubir / Preact + Dexie', ratio('jubir', median(times.plain)), 0.65],
    ['click obeyed / static', ratio('click', floor), 2],
  ];
  for (const [what, value, bar] of bars) {
    console.log(`${value <= bar ? 'met ' : 'MISSED'} ${what} ${value.toFixed(2)} (bar ${bar})`);
  }
  return bars.every(([, value, bar]) => value <= bar);
}
