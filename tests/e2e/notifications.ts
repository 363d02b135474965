import type { Jubir } from './harness.ts';

/** What the background asked the browser to show. */
export interface Shown {
  title: string;
  message: string;
  /** Whether the browser took it and gave it an id. */
  taken: boolean;
}

interface Api {
  notifications: { create(options: Shown): Promise<string> };
}

/**
 * Runs in the background: notes every notification beside showing it. Chromium gives back only the ids of what it
 * shows, and headless Firefox takes a notification down at once, so the call itself is what can be read in both.
 */
function note(): void {
  const home = globalThis as unknown as { browser?: Api; chrome?: Api; noted?: Shown[] };
  if (home.noted) return;
  home.noted = [];
  for (const api of new Set([home.browser, home.chrome])) {
    if (!api) continue;
    const create = api.notifications.create.bind(api.notifications);
    api.notifications.create = async (options) => {
      const noted: Shown = { title: options.title, message: options.message, taken: false };
      home.noted?.push(noted);
      const id = await create(options);
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
    const target = jubir.session.browser.targets().find((each) => each.type() === 'service_worker');
    const worker = await target?.worker();
    if (!worker) throw new Error('the worker sleeps');
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
