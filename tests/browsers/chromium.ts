import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find.ts';
import { dispatchMenu, openedInChromium } from './menu-chromium.ts';
import {
  askBackground,
  evaluateIn,
  helperPath,
  killGroup,
  type LaunchOptions,
  poll,
  type Session,
  watchErrors,
} from './session.ts';
import { leave, leftBrowser, startShared } from './shared.ts';

/** Quiet and reproducible: nothing of the browser's own on the network, no sandbox in containers. */
const baseArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
];

function startChromium(options: LaunchOptions, profile = options.profile): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium is installed');
  const { language = 'id', scale = 1 } = options;
  return puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    // The popup has its own size and pages keep the window's; a default viewport would bend both.
    defaultViewport: null,
    env: { ...process.env, LANGUAGE: language },
    ...(profile ? { userDataDir: profile } : {}),
    args: [
      ...baseArgs,
      `--lang=${language}`,
      `--accept-lang=${language}`,
      '--window-size=1280,900',
      // Headless Chromium's own screen is too small for a popup of full height.
      `--screen-info={${1600 * scale}x${1200 * scale} devicePixelRatio=${scale}}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE localhost`,
    ],
  });
}

/** The shared Chromium; its rules lead to one port for good, so every portal has to stand there. */
async function sharedChromium(options: LaunchOptions): Promise<Browser> {
  const left = leftBrowser();
  if (!left) return startShared(options.port, (profile) => startChromium(options, profile));
  if (left.port !== options.port) throw new Error(`this Chromium looks for the portal at ${left.port}`);
  return left.browser;
}

/** Takes the extension out of a shared Chromium, closes every tab, and forgets what the network brought. */
async function cleanChromium(browser: Browser, id: string): Promise<void> {
  await browser.uninstallExtension(id);
  const blank = await browser.newPage();
  for (const page of await browser.pages()) {
    // The extension's pages go by themselves, some of them meanwhile.
    if (page !== blank) await page.close().catch(() => {});
  }
  const cdp = await blank.createCDPSession();
  await cdp.send('Network.clearBrowserCache');
  await cdp.send('Network.clearBrowserCookies');
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'default' });
  await cdp.detach();
}

/** Starts Chromium with the extension in it and every host name leading to the portal. */
export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const browser = await (options.shared ? sharedChromium(options) : startChromium(options));
  const problems: string[] = [];
  const watchWorker = (target: Target): void => {
    if (target.type() !== 'service_worker') return;
    const watch = async (): Promise<void> => {
      (await target.worker())?.on('error', (error: Error) => problems.push(`worker: ${error.stack}`));
    };
    // A worker that has ended again by then has nothing to tell.
    watch().catch(() => {});
  };
  browser.on('targetcreated', watchWorker);
  const id = await browser.installExtension(options.extension);
  const origin = `chrome-extension://${id}`;
  const popups = new Set<Target>();
  let helper: Page | undefined;
  let offline = false;
  const sessions = new Map<Target, CDPSession>();

  const applyNetwork = async (target: Target): Promise<void> => {
    if (!['page', 'service_worker'].includes(target.type())) return;
    const cdp = sessions.get(target) ?? (await target.createCDPSession());
    sessions.set(target, cdp);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  };
  // A target may be gone again before it is told; then there is nothing to tell.
  const follow = (target: Target): void => {
    if (offline) void applyNetwork(target).catch(() => {});
  };
  const forget = (target: Target): void => {
    sessions.delete(target);
    popups.delete(target);
  };
  browser.on('targetcreated', follow).on('targetdestroyed', forget);

  const openHelper = async (): Promise<Page> => {
    const front = (await browser.pages()).at(-1);
    const page = await browser.newPage();
    try {
      await page.goto(origin + helperPath);
      await page.evaluate('globalThis.browser ??= globalThis.chrome');
    } catch (error) {
      await page.close();
      throw error;
    }
    await front?.bringToFront();
    return page;
  };
  const helperPage = async (): Promise<Page> => {
    if (!helper || helper.isClosed()) helper = await openHelper();
    return helper;
  };

  const endWorkers = async (): Promise<void> => {
    // A message or an alarm may start the next one at once: it is these that have to be gone.
    // Those of Jubir: another extension of a test keeps its own.
    const before = browser
      .targets()
      .filter((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
    const workers = (await browser.extensions()).get(id)?.workers();
    for (const worker of (await workers) ?? []) await worker.close();
    await poll('the worker to end', async () => !browser.targets().some((target) => before.includes(target)));
  };

  return {
    kind: 'chromium',
    browser,
    origin,
    extension: options.extension,
    problems,
    async openPage(path, size, type = 'tab') {
      const page = watchErrors(await browser.newPage({ type }), problems);
      if (size) await page.setViewport(size);
      await page.goto(`${origin}/${path}`);
      return page;
    },
    async openPopup() {
      const before = new Set(browser.targets());
      const pages = (await browser.pages()).filter((page) => page !== helper);
      const extension = (await browser.extensions()).get(id);
      const front = pages.at(-1) ?? (await browser.newPage());
      if (!extension) throw new Error('the extension is gone');
      await extension.triggerAction(front);
      const isPopup = (target: Target): boolean =>
        !before.has(target) && target.url().startsWith(`${origin}/popup.html`);
      const target = await browser.waitForTarget(isPopup, { timeout: 15_000 });
      popups.add(target);
      const page = watchErrors(await target.asPage(), problems);
      await poll('the popup to load', () => page.evaluate(() => document.readyState === 'complete'));
      return page;
    },
    async inExtension(run, ...args) {
      return evaluateIn(await helperPage(), run, args);
    },
    killBackground: endWorkers,
    async stopBackground() {
      const page = await helperPage();
      const cdp = await page.createCDPSession();
      const stopped = new Promise<void>((resolve) => {
        cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      const workers = (await browser.extensions()).get(id)?.workers();
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await cdp.detach();
      // A message under way starts the next worker under the same target, where it would wait for the debugger for
      // good. What is sent now reaches it when it starts; where the target is gone, there is nobody to be sent on.
      for (const { client } of (await workers) ?? []) {
        client.send('Runtime.runIfWaitingForDebugger').catch(() => {});
      }
    },
    async moveClock(ms) {
      await endWorkers();
      // Only one that runs has a clock to move.
      await evaluateIn(await helperPage(), askBackground, []);
      const workers = (await browser.extensions()).get(id)?.workers();
      for (const worker of (await workers) ?? []) {
        await worker.evaluate((shift) => {
          const own = globalThis as unknown as { rightNow?: () => number };
          const now = own.rightNow ?? Date.now;
          own.rightNow = now;
          Date.now = () => now() + shift;
        }, ms);
      }
    },
    kill: () => killGroup(browser),
    async reload() {
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (extension) => {
        const api = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }).chrome;
        // Without it an unpacked extension stays off once it was reloaded.
        await api.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await api.developerPrivate.reload(extension, { failQuietly: false });
      }, id);
      await page.close();
      // Until it is back, its pages are refused.
      helper = await poll('the extension to be back', () => openHelper().catch(() => null));
    },
    async chooseMenu(page, _label, _selector, clicked = {}) {
      // Only one that runs hears of it.
      await evaluateIn(await helperPage(), askBackground, []);
      const worker = (await (await browser.extensions()).get(id)?.workers())?.at(-1);
      if (!worker) throw new Error('no worker runs');
      await dispatchMenu(worker, page, clicked);
    },
    openedView: () => openedInChromium(browser, origin),
    async setOffline(value) {
      offline = value;
      // A worker that ends just then never answers; the one that comes after it is told as it starts.
      const told = browser.targets().map((target) => applyNetwork(target).catch(() => {}));
      await Promise.all(told.map((each) => Promise.race([each, sleep(5_000)])));
    },
    async allowHost(pattern) {
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        (extension, host) => {
          const api = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }).chrome;
          return api.developerPrivate.addHostPermission(extension, host);
        },
        id,
        pattern,
      );
      await page.close();
    },
    async allowPrivate() {
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(async (extensionId) => {
        const api = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }).chrome;
        await api.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await api.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
      }, id);
      await page.close();
      // It starts over for that.
      helper = await poll('the extension to be back', () => openHelper().catch(() => null));
    },
    async tabUrls() {
      return browser
        .targets()
        .filter((target) => target.type() === 'page' && !popups.has(target))
        .map((target) => target.url())
        .filter((url) => url !== origin + helperPath);
    },
    async closeTabs(match) {
      for (const page of await browser.pages()) {
        if (page !== helper && URL.canParse(page.url()) && match(new URL(page.url()))) await page.close();
      }
    },
    async close() {
      if (!options.shared) return browser.close();
      browser.off('targetcreated', watchWorker).off('targetcreated', follow).off('targetdestroyed', forget);
      await leave(browser, () => cleanChromium(browser, id));
    },
  };
}

/** The part of Chromium's own extensions page that grants a host without the prompt, and reloads. */
interface DeveloperPrivate {
  reload(extension: string, options: { failQuietly: boolean }): Promise<void>;
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  addHostPermission(extension: string, host: string): Promise<void>;
  updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
}
