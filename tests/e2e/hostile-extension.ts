import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Jubir } from './jubir.ts';

/** What came of messages that were sent by one way. */
export interface Sent {
  sent: number;
  answered: number;
}

/** What the second extension did, and what it got for it. */
export interface Attack {
  /** Its own background answers it: without that, silence of Jubir's would prove nothing. */
  alive: boolean;
  routes: Record<string, Sent>;
  /** Files of Jubir's that it could read, and pages into which it could put a script. */
  read: number;
  injected: number;
}

/** Runs in the second extension, in its background and in its content script alike. */
function sending(api: Api, target: string) {
  const make = ({ json, trick }: { json: string; trick?: string }): unknown => {
    const made = JSON.parse(json) as Record<string, unknown>;
    if (trick === 'huge') return { ...made, payload: 'x'.repeat(5_000_000) };
    if (trick !== 'getters') return made;
    const names = Object.keys(made);
    for (const name of names) {
      const value = made[name];
      Object.defineProperty(made, name, { enumerable: true, get: () => value });
    }
    return made;
  };
  const within = (answer: Promise<unknown>): Promise<boolean> =>
    Promise.race([
      answer.then(
        (value) => value !== undefined && value !== null,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000)),
    ]);
  const messages = async (spoofs: { json: string; trick?: string }[]): Promise<Sent> => {
    const answers = await Promise.all(
      spoofs.map((each) =>
        within(Promise.resolve().then(() => api.runtime.sendMessage(target, make(each), {}))),
      ),
    );
    return { sent: answers.length, answered: answers.filter(Boolean).length };
  };
  const ports = async (spoofs: { json: string; trick?: string }[]): Promise<Sent> => {
    let [sent, answered] = [0, 0];
    for (const each of spoofs) {
      try {
        const port = api.runtime.connect(target, { name: 'jubir' });
        port.onMessage.addListener(() => {
          answered += 1;
        });
        // Before the browser has told that nobody listens.
        port.postMessage(make(each));
      } catch {
        // Refused at once, which is an answer too.
      }
      sent += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { sent, answered };
  };
  return { messages, ports };
}

interface Api {
  runtime: {
    sendMessage(target: unknown, message?: unknown, options?: object): Promise<unknown>;
    connect(
      target: string,
      info: object,
    ): { postMessage(message: unknown): void; onMessage: { addListener(heard: () => void): void } };
    onMessage: {
      addListener(heard: (message: never, sender: unknown, answer: (value: unknown) => void) => true): void;
    };
  };
  scripting: { executeScript(what: object): Promise<unknown> };
  tabs: {
    query(what: object): Promise<{ id: number; url?: string }[]>;
    create(what: object): Promise<{ id: number }>;
    remove(id: number): Promise<void>;
    sendMessage(id: number, message: unknown): Promise<unknown>;
  };
}

/** Its background: sends as another extension, reads Jubir's files, and puts scripts into its pages. */
function background(): void {
  const api = ((globalThis as { browser?: unknown }).browser ??
    (globalThis as { chrome?: unknown }).chrome) as Api;
  const attack = async (order: { target: string; origin: string; spoofs: never[] }): Promise<unknown> => {
    const { messages, ports } = sending(api, order.target);
    const routes = { 'another extension': await messages(order.spoofs), port: await ports(order.spoofs) };
    let [read, injected] = [0, 0];
    for (const file of ['popup.html', 'manifest.json', 'desk.html', 'reader.js']) {
      read += await fetch(`${order.origin}/${file}`).then(
        ({ ok }) => Number(ok),
        () => 0,
      );
    }
    for (const { id } of await api.tabs.query({})) {
      const func = (): boolean => location.protocol.endsWith('extension:');
      const got = (await api.scripting.executeScript({ target: { tabId: id }, func }).catch(() => [])) as {
        result?: unknown;
      }[];
      injected += got.filter(({ result }) => result === true).length;
      for (const each of order.spoofs as { json: string }[])
        await api.tabs.sendMessage(id, JSON.parse(each.json)).catch(() => {});
    }
    return { routes, read, injected };
  };
  api.runtime.onMessage.addListener((order, _sender, answer) => {
    attack(order).then(answer, (error) => answer({ failed: String(error) }));
    return true;
  });
}

/** Its content script on the city's pages and the news: does as the test says by an event, and tells by an attribute. */
function contentScript(): void {
  const api = ((globalThis as { browser?: unknown }).browser ??
    (globalThis as { chrome?: unknown }).chrome) as Api;
  addEventListener('serang', (event) => {
    const order = JSON.parse((event as CustomEvent<string>).detail) as {
      target: string;
      origin: string;
      spoofs: never[];
      whole: boolean;
    };
    const { messages, ports } = sending(api, order.target);
    const run = async (): Promise<void> => {
      const where = window === top ? 'content script' : 'content script in a frame';
      const routes: Record<string, unknown> = {
        [where]: await messages(order.spoofs),
        [`port of a ${where}`]: await ports(order.spoofs),
      };
      const own = order.whole
        ? ((await api.runtime.sendMessage(order)) as { routes?: object; read?: number; injected?: number })
        : { routes: {}, read: 0, injected: 0 };
      document.documentElement.dataset.serangan = JSON.stringify({
        ...own,
        alive: own?.routes !== undefined,
        routes: { ...routes, ...own?.routes },
      });
    };
    run().catch((error) => {
      document.documentElement.dataset.serangan = JSON.stringify({ failed: String(error) });
    });
  });
  addEventListener('klik', () => {
    const host = document.querySelector<HTMLElement>('html > [data-jubir]');
    const { dom } = api as unknown as { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } };
    const opened = host as unknown as { openOrClosedShadowRoot?: ShadowRoot } | null;
    // Extensions alone may look into closed roots.
    const root = host && (opened?.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(host));
    const buttons = [...(root?.querySelectorAll('button') ?? [])];
    let clicks = 0;
    for (const button of buttons) {
      button.hidden = false;
      button.focus();
      button.click();
      const init = { bubbles: true, composed: true, cancelable: true, key: 'Enter', isTrusted: true };
      for (const forged of [
        new MouseEvent('click', init),
        new PointerEvent('click', init),
        new PointerEvent('pointerdown', init),
        new PointerEvent('pointerup', init),
        new KeyboardEvent('keydown', init),
        new KeyboardEvent('keyup', init),
        Object.create(new MouseEvent('click', init), { isTrusted: { value: true } }) as Event,
      ]) {
        try {
          button.dispatchEvent(forged);
        } catch {
          // An event that is only dressed as one is refused by the browser.
        }
        clicks += 1;
      }
      clicks += 1;
    }
    document.documentElement.dataset.klik = JSON.stringify({ buttons: buttons.length, clicks });
  });
}

/** Writes a second, hostile extension into a temporary folder and installs it beside Jubir. */
export async function installHostile(jubir: Jubir): Promise<{ target: string; origin: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jahat-'));
  const matches = ['https://kotabogor.go.id/*', 'https://koran.example/*'];
  const manifest = {
    ...{ manifest_version: 3, name: 'Jahat', version: '1.0' },
    permissions: ['tabs', 'scripting', 'storage'],
    host_permissions: ['<all_urls>'],
    background:
      jubir.kind === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    content_scripts: [{ matches, js: ['content.js'], run_at: 'document_start', all_frames: true }],
    // In Chromium this gives the pages themselves `chrome.runtime.sendMessage`.
    ...(jubir.kind === 'chromium' && { externally_connectable: { matches } }),
    ...(jubir.kind === 'firefox' && { browser_specific_settings: { gecko: { id: 'jahat@example.com' } } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), `${sending}\n(${background})();`);
  writeFileSync(join(folder, 'content.js'), `${sending}\n(${contentScript})();`);
  await jubir.session.browser.installExtension(folder);
  const own = JSON.parse(readFileSync(join(jubir.session.extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko: { id: string } };
  };
  const { origin } = jubir.session;
  return { target: own.browser_specific_settings?.gecko.id ?? new URL(origin).host, origin };
}
