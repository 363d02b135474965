import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Outcome } from '../../utils/source/source.ts';
import { root } from '../browsers/build.ts';
import type { BrowserKind } from '../browsers/find.ts';
import { launch } from '../browsers/launch.ts';
import { poll, readBadge, type Session, waitForUrl } from '../browsers/session.ts';
import { type Portal, startPortal } from '../city/portal.ts';

declare module 'vitest' {
  /** What `vitest.config.ts` hands to the tests of a project. */
  export interface ProvidedContext {
    browserKind: BrowserKind;
  }
}

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

/** A portal and a browser with Jubir in it, alive from `beforeAll` to `afterAll` of the file that asked for it. */
export class Jubir {
  portal!: Portal;
  session!: Session;
  /** Which engine this project runs: `chromium` or `firefox`. */
  readonly kind: BrowserKind = inject('browserKind');

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

  /** Every row of one of Jubir's tables, as the database holds it; empty while there is no database. */
  table<Row>(
    name: 'sources' | 'releases' | 'pictures' | 'searchSegments' | 'drafts' | 'posts' | 'accounts' | 'outbox',
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

async function keepPictures(session: Session, test: string): Promise<void> {
  const folder = join(root, '.output/e2e');
  mkdirSync(folder, { recursive: true });
  const pages = await session.browser.pages();
  for (const [index, page] of pages.entries()) {
    const name = `${session.kind}-${test.replace(/[^\w-]+/g, '-').slice(0, 60)}-${index}.png` as const;
    // Chromium never answers for a tab that is hidden, and puppeteer opens no other while it waits.
    const visible = page.evaluate(() => document.visibilityState === 'visible');
    if (!(await Promise.race([visible.catch(() => false), sleep(1_000)]))) continue;
    const taken = page.screenshot({ path: join(folder, name) as `${string}.png` }).catch(() => {});
    await Promise.race([taken, sleep(3_000)]);
  }
}

/**
 * Starts the portal and the browser of this project for a test file, and stops both after it. When a test fails,
 * pictures of the tabs in view are left in `.output/e2e`.
 */
export function useJubir(options: JubirOptions = {}): Jubir {
  const jubir = new Jubir();
  beforeAll(async () => {
    jubir.portal = await startPortal({ recorded: options.recorded ?? false });
    options.prepare?.(jubir.portal);
    jubir.session = await launch(jubir.kind, { port: jubir.portal.port }, options.change);
    if (options.welcome) return;
    const isWelcome = (url: URL): boolean => url.pathname === '/welcome.html';
    await jubir.waitForUrl(isWelcome);
    await jubir.session.closeTabs(isWelcome);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(jubir.session, task.name);
    expect(jubir.session.problems.splice(0), 'uncaught errors in Jubir').toEqual([]);
  });
  afterAll(async () => {
    await jubir.session?.close();
    await jubir.portal?.close();
  });
  return jubir;
}
