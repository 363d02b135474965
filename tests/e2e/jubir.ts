import type { Page } from 'puppeteer-core';
import type { Outcome } from '../../utils/source/source.ts';
import type { BrowserKind } from '../browsers/find.ts';
import { launch } from '../browsers/launch.ts';
import { poll, readBadge, type Session, waitForUrl } from '../browsers/session.ts';
import { leftBrowser } from '../browsers/shared.ts';
import { type Portal, startPortal } from '../city/portal.ts';

export interface JubirOptions {
  /** Serve the re-built pages of the real site from `../shared/data`; see `hasRecordedPages`. */
  recorded?: boolean;
  /** Leave the welcome page open, which the installation opens; else it is closed before the tests. */
  welcome?: boolean;
  /** Done with the portal before the browser starts: faults, releases. */
  prepare?: (portal: Portal) => void;
  /** May add to the browser's own copy of the build, whose folder it is given. */
  change?: (extension: string) => void;
}

/** The names of Jubir's own pages. */
export type PageName = 'desk.html' | 'sidepanel.html' | 'options.html' | 'welcome.html' | 'popup.html';

/** Every Jubir that was started in this file of tests, whether it still runs. */
export const started = new Set<Jubir>();

/** A portal and a browser with Jubir in it: what tests and faults do with them. */
export class Jubir {
  portal!: Portal;
  session!: Session;
  /** Which engine runs: `chromium` or `firefox`. */
  readonly kind: BrowserKind;

  constructor(kind: BrowserKind) {
    this.kind = kind;
  }

  /**
   * Starts the portal and the browser.
   * @param options.profile a folder that keeps the browser's profile
   * @param options.shared true for the browser that earlier tests of this process left, with Jubir installed anew
   */
  async start(options: JubirOptions & { profile?: string; shared?: boolean } = {}): Promise<void> {
    const { profile, shared = false } = options;
    started.add(this);
    const port = shared ? leftBrowser()?.port : undefined;
    this.portal = await startPortal({
      recorded: options.recorded ?? false,
      ...(port !== undefined && { port }),
    });
    options.prepare?.(this.portal);
    this.session = await launch(
      this.kind,
      { port: this.portal.port, shared, ...(profile !== undefined && { profile }) },
      options.change,
    );
    if (options.welcome) return;
    const isWelcome = (url: URL): boolean => url.pathname === '/welcome.html';
    await this.waitForUrl(isWelcome);
    await this.session.closeTabs(isWelcome);
  }

  /** Stops both. */
  async stop(): Promise<void> {
    try {
      await this.session?.close();
    } finally {
      // Its port is wanted again by the next file of tests, whatever became of this one's browser.
      await this.portal?.close();
    }
  }

  /** The popup: the real one in Chromium, its page in a 400 × 600 tab in Firefox. */
  openPopup(): Promise<Page> {
    return this.session.openPopup();
  }

  /** One of Jubir's pages in a tab; `rest` is a query or fragment. */
  openPage(page: PageName, rest = ''): Promise<Page> {
    return this.session.openPage(page + rest);
  }

  /**
   * Waits until a refresh that ended after `since` is stored and shown, good or bad, and gives its outcome.
   * Take `since` from `Date.now()` before what starts the refresh.
   */
  waitForRefresh(since = 0, timeoutMs = 30_000): Promise<Outcome> {
    const read = async (): Promise<Outcome | null> => {
      const { snapshot } = await this.stored<{ snapshot?: { outcome: Outcome | null } }>();
      const outcome = snapshot?.outcome ?? null;
      return outcome && outcome.at >= since ? outcome : null;
    };
    return poll('a refresh', read, timeoutMs);
  }

  /** Everything in `storage.local`. */
  stored<Shape>(): Promise<Shape> {
    return this.session.inExtension(() => {
      const { browser } = globalThis as unknown as {
        browser: { storage: { local: { get(): Promise<Shape> } } };
      };
      return browser.storage.local.get();
    });
  }

  /** The sites that the browser lets Jubir read now, as match patterns. */
  allowed(): Promise<string[]> {
    return this.session.inExtension(async () => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { getAll(): Promise<{ origins?: string[] }> } };
      };
      return (await browser.permissions.getAll()).origins ?? [];
    });
  }

  /** Every row of one of Jubir's tables, as the database holds it; empty while there is no database. */
  table<Row>(
    name:
      | 'sources'
      | 'releases'
      | 'pictures'
      | 'searchSegments'
      | 'drafts'
      | 'posts'
      | 'revisions'
      | 'accounts'
      | 'outbox'
      | 'captionFeeds'
      | 'preferred'
      | 'humasItems',
  ): Promise<Row[]> {
    return this.session.inExtension(async (store): Promise<Row[]> => {
      // Opening a database that does not exist would make an empty one, in Jubir's way.
      if (!(await indexedDB.databases()).some((database) => database.name === 'jubir')) return [];
      const opening = indexedDB.open('jubir');
      await new Promise((resolve, reject) => {
        opening.onsuccess = resolve;
        opening.onerror = reject;
      });
      const all = opening.result.transaction(store).objectStore(store).getAll();
      await new Promise((resolve, reject) => {
        all.onsuccess = resolve;
        all.onerror = reject;
      });
      opening.result.close();
      return all.result as Row[];
    }, name);
  }

  /** Sends a message to the background, as Jubir's pages do, and gives its answer. */
  send(name: string, payload: unknown): Promise<unknown> {
    return this.session.inExtension(
      async (jubir, content) => {
        const { browser } = globalThis as unknown as {
          browser: { runtime: { sendMessage(message: object): Promise<unknown> } };
        };
        const reply = await browser.runtime.sendMessage({ jubir, payload: content });
        return (reply as { value?: unknown }).value;
      },
      name,
      payload,
    );
  }

  /** The text on the toolbar badge. */
  badge(): Promise<string> {
    return readBadge(this.session);
  }

  /** Waits until a tab is at an address that passes. */
  waitForUrl(match: (url: URL) => boolean, timeoutMs?: number): Promise<URL> {
    return waitForUrl(this.session, match, timeoutMs);
  }
}
