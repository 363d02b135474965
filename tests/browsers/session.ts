import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from './find.ts';
import type { MenuClick, View } from './view.ts';

/** How to start a browser with Jubir in it. */
export interface LaunchOptions {
  /** The port of the portal that answers for every host. */
  port: number;
  /** The built extension, for instance `.output/chrome-mv3`. */
  extension: string;
  /** Shown on the screen when false. */
  headless?: boolean;
  /** The browser's own language, "id" by default: most officials' browsers speak Indonesian. */
  language?: string;
  /** Device pixels to a CSS pixel, 2 for pictures that stay sharp in a README. Chromium only. */
  scale?: number;
  /** A folder to keep the profile in, for tests that start the browser twice. */
  profile?: string;
  /**
   * Take the browser that earlier tests of this process left open, and leave it open: a start costs more than many a
   * file of tests. The extension is installed anew, under an origin that nothing was ever stored for. Not with a
   * profile, a language or a scale.
   */
  shared?: boolean;
}

/** One size for every page that stands in for the popup, as in the issue: 400 by 600. */
export const popupSize = { width: 400, height: 600 };

/** A running browser with Jubir in it; the same for both engines. */
export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** "chrome-extension://…" or "moz-extension://…", without a slash at the end. */
  readonly origin: string;
  /** The folder that the extension was loaded from: this browser's own copy of the build. */
  readonly extension: string;
  /** Uncaught errors of Jubir's pages that were opened here, and of its worker where the browser tells them. */
  readonly problems: string[];
  /**
   * Opens a page of the extension ("desk.html", "popup.html#/drafts") and waits until it has loaded; in a window of its
   * own it stays in view beside others, and the browser does not slow it down.
   */
  openPage(path: string, size?: { width: number; height: number }, type?: 'tab' | 'window'): Promise<Page>;
  /**
   * Opens the popup: in Chromium the real one, as a click on the toolbar does; in Firefox, whose popup no automation
   * reaches, the same page in a tab of the popup's size.
   */
  openPopup(): Promise<Page>;
  /** Runs a function in a page of the extension, where `browser` has every API that the extension has. */
  inExtension<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Ends the service worker or the event page at once, as the browser does when it wants the memory. */
  killBackground(): Promise<void>;
  /**
   * The same in the middle of messages, often: Chromium starts the next one under the same target at once, in which
   * nothing can be run from outside until `killBackground`.
   */
  stopBackground(): Promise<void>;
  /** Moves the clock by which the background writes, until it starts anew; 0 puts it right. */
  moveClock(ms: number): Promise<void>;
  /** Ends the browser with all its processes at once (SIGKILL), so that nothing of it can write anything more. */
  kill(): Promise<void>;
  /**
   * Loads the extension anew from its folder, as the browser does when it takes an update: its pages close, its
   * background starts over.
   */
  reload(): Promise<void>;
  /**
   * Chooses Jubir's item of the context menu, by its label: in Firefox by real clicks on what is selected, or what the
   * selector finds; in Chromium as an event with what was clicked on, which carries no gesture.
   */
  chooseMenu(page: Page, label: string, selector: string, clicked?: MenuClick): Promise<void>;
  /** Jubir's page that a click opened. */
  openedView(): Promise<View>;
  /** Takes the browser off the network, as its pages and its worker see it (`navigator.onLine`, every request). */
  setOffline(offline: boolean): Promise<void>;
  /** Lets a request for this optional host permission be granted, which a person would do in the prompt. */
  allowHost(pattern: string): Promise<void>;
  /** Lets Jubir into private windows, as a person does on the browser's own page of extensions. Chromium only. */
  allowPrivate(): Promise<void>;
  /** The addresses of all tabs, the popup and our own helper page left out. */
  tabUrls(): Promise<string[]>;
  /** Closes the tabs whose address passes. */
  closeTabs(match: (url: URL) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Kills the browser's whole process group; puppeteer starts each browser as the leader of one. */
export async function killGroup(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child?.pid) throw new Error('this browser was not started here');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else process.kill(-child.pid, 'SIGKILL');
  await gone;
}

/** The page in which `inExtension` runs: part of every build, draws nothing, starts nothing. */
export const helperPath = '/manifest.json';

/** `page.evaluate` with its types kept through our own generics. */
export async function evaluateIn<Args extends unknown[], Result>(
  page: Page,
  run: (...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result> {
  return (await page.evaluate(run as (...given: unknown[]) => unknown, ...args)) as Result;
}

/** Waits for the background's answer to a question that changes nothing, so that it runs. In a page of the extension. */
export async function askBackground(): Promise<void> {
  const { browser } = globalThis as unknown as {
    browser: { runtime: { sendMessage(message: object): Promise<unknown> } };
  };
  await browser.runtime.sendMessage({ jubir: 'question-shown', payload: { postId: 'none' } });
}

/** Keeps the uncaught errors of a page. */
export function watchErrors(page: Page, problems: string[]): Page {
  page.on('pageerror', (error) => {
    problems.push(
      `${page.url()}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  });
  return page;
}

/** Polls until a value comes, or fails with what was waited for. */
export async function poll<Value>(
  what: string,
  read: () => Promise<Value | null | undefined | false>,
  timeoutMs = 30_000,
): Promise<Value> {
  const end = Date.now() + timeoutMs;
  // Every look costs the browser time that what is waited for would need.
  for (let pause = 25; ; pause = Math.min(200, pause * 1.3)) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await sleep(pause);
  }
}

/** Waits until some tab is at an address that passes, and gives that address. */
export async function waitForUrl(
  session: Session,
  match: (url: URL) => boolean,
  timeoutMs?: number,
): Promise<URL> {
  let last: string[] = [];
  const find = async (): Promise<URL | undefined> => {
    last = await session.tabUrls();
    return last
      .filter((url) => URL.canParse(url))
      .map((url) => new URL(url))
      .find(match);
  };
  return poll('a tab at the address', find, timeoutMs).catch((error: Error) => {
    throw new Error(`${error.message}; the tabs are at ${last.join(' , ')}`);
  });
}

/** The text on the toolbar badge. */
export function readBadge(session: Session): Promise<string> {
  return session.inExtension(() => {
    // `browser` is the extension API of the page that this runs in.
    const api = (
      globalThis as unknown as { browser: { action: { getBadgeText(of: object): Promise<string> } } }
    ).browser;
    return api.action.getBadgeText({});
  });
}
