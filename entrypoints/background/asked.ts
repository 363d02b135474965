import browser from 'webextension-polyfill';
import { type Asked, forgetAsked, keepAsked, loadAsked } from '../../utils/browser/asked.ts';
import { logFailure } from '../../utils/browser/log.ts';
import type { Payload } from '../../utils/browser/messages.ts';
import { openPanel } from '../../utils/browser/panel.ts';
import { hasHosts } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { type Clicked, type Found, findClicked, type PageTools } from '../../utils/flow/share-page.ts';
import { indexPending } from '../../utils/release/search/write.ts';
import { bounds } from '../../utils/source/bounds.ts';
import { renewFirstScreen } from './first-screen.ts';
import { keptAlive } from './keep-alive.ts';
import { storeReady } from './store.ts';

/** The tab that something was clicked in. */
export interface Place {
  tabId: number;
  windowId: number;
}

/** In place of a tab, where none was in view: no tab has this id. */
const noTab = -1;
/** The small window's size where the browser opens neither panel nor popup. */
const small = { width: 420, height: 680 };

/**
 * Opens Jubir's own page for what was clicked and finds out what it is. Call it in the click's listener, before any
 * await: a panel opens only then, and is filled afterwards.
 * @param html the page as its script gave it; else the page is read here, where the click allows it
 */
export function ask(clicked: Clicked, place: Place, html?: string | null): Promise<void> {
  const opened = openPanel(place.windowId);
  const asked = newAsked(clicked, place);
  const kept = keepAsked(asked);
  const shown = opened
    .catch(() => false)
    .then(async (open) => {
      await kept;
      if (!open) await openElsewhere(asked);
    })
    .catch((error) => logFailure('open for a click', error));
  return keptAlive(Promise.all([shown, kept.then(() => find(asked, html))]).then(() => undefined));
}

const newAsked = (clicked: Clicked, { tabId, windowId }: Place): Asked => ({
  ...{ id: crypto.randomUUID(), windowId, tabId, clicked },
  ...{ at: Date.now(), found: null },
});

/** The toolbar's popup, where the browser can open it; else a window, or a tab, of our own: a click is never lost. */
async function openElsewhere({ id, windowId }: Asked): Promise<void> {
  try {
    await browser.action.openPopup({ windowId });
  } catch (error) {
    logFailure('popup for a click', error);
    const url = browser.runtime.getURL(`/sidepanel.html?asked=${id}`);
    const opened = await browser.windows?.create({ url, type: 'popup', ...small });
    if (!opened) await browser.tabs.create({ url });
  }
}

async function find(asked: Asked, html?: string | null): Promise<void> {
  const tools: PageTools = {
    now: Date.now,
    pageHtml: async () => html ?? htmlOf(asked.tabId),
    pageText: () => textOf(asked.tabId),
    mayAsk: (host) => hasHosts([host]),
  };
  const found = await storeReady()
    .then(() => findClicked(db, asked.clicked, tools))
    .catch((error): Found => {
      // Told like any other failure: who waits for an answer must get one.
      logFailure('find what was clicked', error);
      const { page: url, title } = asked.clicked;
      return { kind: 'failed', reason: 'broken', url, title, sourceId: '', sourceName: '' };
    });
  const now = await loadAsked();
  // The official has clicked on something else meanwhile.
  if (now?.id !== asked.id) return;
  await keepAsked({ ...now, found });
  if (found.kind !== 'release') return;
  void renewFirstScreen();
  // One that is new is to be found, too.
  await indexPending(db);
}

/** A host was allowed: what was asked for, and failed without, is looked for again. */
export function registerAsked(): void {
  browser.permissions.onAdded.addListener(() => {
    again().catch((error) => logFailure('ask again', error));
  });
}

async function again(): Promise<void> {
  const asked = await loadAsked();
  const isRefused = asked?.found?.kind === 'failed' && asked.found.reason === 'no-permission';
  if (isRefused) await askedCommands['ask-again']({ id: asked.id });
}

/** The page as it stands; null where it is too long, or the browser does not let us read it. */
function htmlOf(tabId: number): Promise<string | null> {
  return inTab(tabId, async () => {
    const func = (most: number): string | null => {
      const html = new XMLSerializer().serializeToString(document);
      return html.length > most ? null : html;
    };
    const [read] = await browser.scripting.executeScript({
      target: { tabId },
      func,
      args: [bounds.pageBytes],
    });
    return typeof read?.result === 'string' ? read.result : null;
  });
}

/** The running text of the page; null as above, or where it has none. */
function textOf(tabId: number): Promise<{ title: string; text: string } | null> {
  return inTab(tabId, async () => {
    const [read] = await browser.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] });
    const { title, text } = (read?.result ?? {}) as { title?: unknown; text?: unknown };
    return typeof text === 'string' ? { title: typeof title === 'string' ? title : '', text } : null;
  });
}

async function inTab<Read>(tabId: number, read: () => Promise<Read | null>): Promise<Read | null> {
  try {
    return await read();
  } catch (error) {
    // The browser's own pages, its store, and pages that no click was made on: told as "cannot be read".
    logFailure(`read tab ${tabId}`, error);
    return null;
  }
}

/** What the messages about a page in view do. */
export const askedCommands = {
  'ask-page': async ({ tabId, windowId }: Payload<'ask-page'>): Promise<null> => {
    const { url = '', title = '' } = tabId === null ? {} : await browser.tabs.get(tabId);
    const clicked: Clicked = { on: 'page', page: url, title, link: '', words: '', image: '' };
    const asked = newAsked(clicked, { tabId: tabId ?? noTab, windowId });
    await keepAsked(asked);
    await keptAlive(find(asked));
    return null;
  },
  'ask-again': async ({ id }: Payload<'ask-again'>): Promise<null> => {
    const asked = await loadAsked();
    if (asked?.id !== id) return null;
    const anew = { ...asked, at: Date.now(), found: null };
    await keepAsked(anew);
    await keptAlive(find(anew));
    return null;
  },
  'forget-asked': async ({ id }: Payload<'forget-asked'>): Promise<null> => {
    await forgetAsked(id);
    return null;
  },
};
