import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';
import { inFirefox } from './source-steps.ts';

/** What the background asked the browser to show. */
export interface Shown {
  /** Its own name, where it has one: one of a name takes the place of the last. */
  id: string | null;
  title: string;
  message: string;
  /** Whether the browser took it and gave it an id. */
  taken: boolean;
}

interface Api {
  notifications: { create(...given: [Shown] | [string, Shown]): Promise<string> };
}

/**
 * Runs in the background: notes every notification beside showing it. Chromium gives back only the ids of what it
 * shows, and headless Firefox takes a notification down at once, so the call itself is what can be read in both.
 */
function note(): void {
  const home = globalThis as unknown as { browser?: Api; chrome?: Api; noted?: Shown[] };
  if (home.noted) return;
  home.noted = [];
  // Two names may be one: what is noted twice would be counted twice.
  for (const notifications of new Set([home.browser?.notifications, home.chrome?.notifications])) {
    if (!notifications) continue;
    const create = notifications.create.bind(notifications);
    notifications.create = async (...given) => {
      const [name, options] = given.length === 1 ? [null, given[0]] : given;
      const noted: Shown = { id: name, title: options.title, message: options.message, taken: false };
      home.noted?.push(noted);
      const id = await create(...given);
      noted.taken = typeof id === 'string' && id !== '';
      return id;
    };
  }
}

/** What `note` noted, or null where the background is another one than it ran in. */
function noted(): Shown[] | null {
  return (globalThis as unknown as { noted?: Shown[] }).noted ?? null;
}

async function inBackground<Result>(jubir: Jubir, run: () => Result): Promise<Result> {
  if (jubir.kind === 'chromium') {
    // One that was just started is told of a little later.
    const worker = await poll('the worker', async () => {
      const target = jubir.session.browser.targets().find((each) => each.type() === 'service_worker');
      return target?.worker();
    });
    return (await worker.evaluate(run)) as Result;
  }
  return jubir.session.inExtension((source) => {
    const { browser } = globalThis as unknown as {
      browser: { extension: { getBackgroundPage(): (Window & { eval(code: string): Result }) | null } };
    };
    const background = browser.extension.getBackgroundPage();
    if (!background) throw new Error('the event page sleeps');
    return background.eval(source);
  }, `(${run})()`);
}

/** Begins to note what the background shows; wakes it first. */
export async function noteNotifications(jubir: Jubir): Promise<void> {
  await jubir.send('refresh-if-stale', null);
  await inBackground(jubir, note);
}

/** What was shown since. */
export async function notedNotifications(jubir: Jubir): Promise<Shown[]> {
  return (await inBackground(jubir, noted)) ?? [];
}

/** How many notifications of Jubir stand on the screen now, as the browser tells. */
export async function standingNotifications(jubir: Jubir): Promise<number> {
  return jubir.session.inExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: { notifications: { getAll(): Promise<object> } };
    };
    return Object.keys(await browser.notifications.getAll()).length;
  });
}

/**
 * A click on a notification of Jubir, as the browser tells the background of one. No automation reaches what the system
 * draws, and headless browsers draw none: the event begins where the browser's own does.
 */
export async function clickNotification(jubir: Jubir, id: string): Promise<void> {
  if (jubir.kind === 'firefox') {
    await inFirefox(
      jubir,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByHostname('${new URL(jubir.session.origin).host}');
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const api = await ExtensionParent.apiManager.asyncGetAPI('notifications', extension, 'addon_parent');
        api.notificationsMap.emit('clicked', ${JSON.stringify(id)});
      })()`,
    );
    return;
  }
  const target = jubir.session.browser.targets().find((each) => each.type() === 'service_worker');
  const worker = await target?.worker();
  if (!worker) throw new Error('the worker sleeps');
  await worker.evaluate((clicked) => {
    const { chrome } = globalThis as unknown as {
      chrome: { notifications: { onClicked: { dispatch(id: string): void } } };
    };
    chrome.notifications.onClicked.dispatch(clicked);
  }, id);
}
