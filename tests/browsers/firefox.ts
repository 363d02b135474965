import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find.ts';
import { chooseInFirefox, sidebarView } from './menu-firefox.ts';
import {
  askBackground,
  evaluateIn,
  helperPath,
  killGroup,
  type LaunchOptions,
  poll,
  popupSize,
  type Session,
  watchErrors,
} from './session.ts';
import { leave, leftBrowser, startShared } from './shared.ts';

/** Firefox draws a new internal id at every installation; tests need to know it beforehand. */
const fixedUuid = '5b0e7c1a-6f7e-4f38-9f3a-6a7562697200';

/** The part of puppeteer's WebDriver BiDi connection that its public types leave out. */
interface Bidi {
  send(
    method: string,
    params: object,
  ): Promise<{ result: { contexts?: Context[]; result?: { value?: unknown } } }>;
}
interface Context {
  context: string;
  url: string;
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extension}/manifest.json names no gecko id`);
  return id;
}

function startFirefox(options: LaunchOptions, gecko: string, profile = options.profile): Promise<Browser> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('no Firefox is installed');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    ...(profile ? { userDataDir: profile } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [gecko]: fixedUuid }),
      // A temporary extension is uninstalled as Firefox ends, and with it what it stored: not where it is started again.
      'extensions.webextensions.keepStorageOnUninstall': options.profile !== undefined,
      'extensions.webextensions.keepUuidOnUninstall': options.profile !== undefined,
      // `permissions.request` resolves as if the person had said yes.
      'extensions.webextOptionalPermissionPrompts': false,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': options.port,
      'intl.accept_languages': `${options.language ?? 'id'}, en`,
      // Processes for tabs of strangers are not started ahead: Jubir's pages all run in the extensions' one.
      'dom.ipc.processPrelaunch.enabled': false,
    },
  });
}

/** Runs code in Firefox's own window, which may do what no page may: end an event page, go offline. */
async function inWindow(browser: Browser, expression: string): Promise<unknown> {
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const answer = await bidi.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  return answer.result.result?.value;
}

/** The shared Firefox, led to this portal, in which the extension will have an internal id that it never had. */
async function sharedFirefox(options: LaunchOptions, gecko: string, uuid: string): Promise<Browser> {
  const { port } = options;
  const browser =
    leftBrowser()?.browser ?? (await startShared(port, (profile) => startFirefox(options, gecko, profile)));
  const uuids = JSON.stringify(JSON.stringify({ [gecko]: uuid }));
  await inWindow(
    browser,
    `Services.prefs.setStringPref('extensions.webextensions.uuids', ${uuids});
    for (const scheme of ['ssl', 'http']) {
      Services.prefs.setIntPref('network.proxy.' + scheme + '_port', ${port});
    }
    Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
    Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
    Services.io.offline = false;
    Services.cache2.clear();
    Services.cookies.removeAll();
    Services.obs.notifyObservers(null, 'net:prune-all-connections');`,
  );
  return browser;
}

/** Takes the extension out of a shared Firefox, with all that was given to it, and closes every tab. */
async function cleanFirefox(browser: Browser, gecko: string): Promise<void> {
  await browser.uninstallExtension(gecko);
  await poll('its permissions to be gone', () =>
    inWindow(
      browser,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { permissions, origins } = await ExtensionPermissions.get(${JSON.stringify(gecko)});
        return permissions.length + origins.length === 0;
      })()`,
    ).then(Boolean),
  );
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const before = (await bidi.send('browsingContext.getTree', {})).result.contexts ?? [];
  await browser.newPage();
  // The extension's pages go by themselves, some of them meanwhile.
  for (const { context } of before) await bidi.send('browsingContext.close', { context }).catch(() => {});
}

/** Starts Firefox with the extension in it; the portal is its proxy and opens every tunnel to itself. */
export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const gecko = geckoId(options.extension);
  const uuid = options.shared ? randomUUID() : fixedUuid;
  const origin = `moz-extension://${uuid}`;
  const browser = await (options.shared ? sharedFirefox(options, gecko, uuid) : startFirefox(options, gecko));
  await browser.installExtension(options.extension);
  const bidi = (browser as unknown as { connection: Bidi }).connection;
  const inChrome = (expression: string): Promise<unknown> => inWindow(browser, expression);
  const contexts = async (): Promise<Context[]> =>
    (await bidi.send('browsingContext.getTree', {})).result.contexts ?? [];

  const problems: string[] = [];
  const open: Session['openPage'] = async (path, size, type = 'tab') => {
    const page = watchErrors(await browser.newPage({ type }), problems);
    if (size) await page.setViewport(size);
    const url = `${origin}/${path}`;
    // The promise of a navigation to an extension page never resolves in Firefox.
    page.goto(url).catch(() => {});
    const loaded = (): Promise<boolean> =>
      page
        // A page may take its own fragment away once it has read it.
        .evaluate((wanted) => {
          const [address] = location.href.split('#');
          return address === wanted && document.readyState === 'complete';
        }, url.split('#', 1)[0])
        // While the page changes its document there is nothing to ask.
        .catch(() => false);
    await poll(`${path} to load`, loaded);
    return page;
  };
  let helper: Page | undefined;
  const inExtension: Session['inExtension'] = async (run, ...args) => {
    if (!helper || helper.isClosed()) helper = await open(helperPath.slice(1));
    return evaluateIn(helper, run, args);
  };

  const endBackground = async (): Promise<void> => {
    const end = `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(gecko)});
      await extension.terminateBackground({ ignoreDevToolsAttached: true });
      return extension.backgroundState;
    })()`;
    // A message under way may have started the next one already.
    await poll('the event page to end', async () =>
      ['stopped', 'starting'].includes(String(await inChrome(end))),
    );
  };

  return {
    kind: 'firefox',
    browser,
    origin,
    extension: options.extension,
    problems,
    openPage: open,
    openPopup: () => open('popup.html', popupSize),
    inExtension,
    killBackground: endBackground,
    stopBackground: endBackground,
    async moveClock(ms) {
      // Only one that runs has a clock to move.
      await inExtension(askBackground);
      const inPage = `
        const page = content.wrappedJSObject;
        page.rightNow ??= page.Date.now;
        const now = page.rightNow;
        page.Date.now = Components.utils.exportFunction(() => now.call(page.Date) + ${ms}, content);
        sendAsyncMessage('jubir:clock');`;
      await inChrome(`(async () => {
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(gecko)});
        const page = [...extension.views].find(({ viewType }) => viewType === 'background');
        const { messageManager } = page.xulBrowser;
        await new Promise((resolve) => {
          messageManager.addMessageListener('jubir:clock', function told() {
            messageManager.removeMessageListener('jubir:clock', told);
            resolve();
          });
          messageManager.loadFrameScript(
            'data:,' + encodeURIComponent(${JSON.stringify(inPage)}), false);
        });
      })()`);
    },
    kill: () => killGroup(browser),
    async reload() {
      await inChrome(`(async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID(${JSON.stringify(gecko)});
        await addon.reload();
      })()`);
      // Its pages are gone, which puppeteer does not see.
      helper = undefined;
    },
    chooseMenu: (page, label, selector) => chooseInFirefox(inChrome, page, label, selector),
    openedView: async () => sidebarView(inChrome),
    async setOffline(offline) {
      // Firefox counts a proxy on this machine as reachable even then: lead it to a port where nobody listens.
      // What it holds in its HTTP cache it still gives, as it does to a person who works offline.
      await inChrome(`
        Services.io.offline = ${offline};
        for (const scheme of ['ssl', 'http']) {
          Services.prefs.setIntPref('network.proxy.' + scheme + '_port', ${offline ? 9 : options.port});
        }
        Services.obs.notifyObservers(null, 'net:prune-all-connections');
      `);
    },
    async allowHost() {
      // The preference above already answers every prompt with yes.
    },
    allowPrivate: () => Promise.reject(new Error('no automation reaches private windows')),
    async tabUrls() {
      return (await contexts()).map(({ url }) => url).filter((url) => url !== origin + helperPath);
    },
    async closeTabs(match) {
      for (const { context, url } of await contexts()) {
        if (url !== origin + helperPath && URL.canParse(url) && match(new URL(url))) {
          await bidi.send('browsingContext.close', { context });
        }
      }
    },
    close: () => (options.shared ? leave(browser, () => cleanFirefox(browser, gecko)) : browser.close()),
  };
}
