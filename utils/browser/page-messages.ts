import browser, { type Runtime } from 'webextension-polyfill';

/**
 * What a page's content script may ask for: little, and nothing that writes or posts. Which page is meant is the
 * sender's own address as the browser tells it, never a word of the page's.
 */
export interface PageMessages {
  /** What Jubir knows of the page; null where it is no release of a source. */
  'page-known': (payload: null) => PageKnown | null;
  /**
   * The button was pressed: opens Jubir's own page with the release in it. `html` is the page as it stands, at most
   * `bounds.pageBytes` long, or null where it is longer.
   */
  'share-page': (payload: { html: string | null }) => null;
  /** "Sembunyikan di situs ini". */
  'hide-button': (payload: null) => null;
}

/** What the button on a release page shows; its words come along, so that the page's script carries none. */
export interface PageKnown {
  /** Whether the official wants the button on this site. */
  shown: boolean;
  /** What the city did with the release since the official shared it; null where it is as it was, or was never shared. */
  since: 'changed' | 'withdrawn' | null;
  words: { share: string; hide: string; since: string; language: string };
}

export type PageMessageName = keyof PageMessages;
export type PageHandlers = {
  [K in PageMessageName]: (
    payload: Parameters<PageMessages[K]>[0],
    page: PageSender,
  ) => Promise<ReturnType<PageMessages[K]>>;
};

/** Where a message of a content script comes from. */
export interface PageSender {
  url: string;
  tabId: number;
  windowId: number;
  title: string;
}

type Envelope = { page: PageMessageName; payload: unknown };

/** Asks the background from a content script. Rejects once the extension was updated or removed under it. */
export async function askFromPage<K extends PageMessageName>(
  name: K,
  payload: Parameters<PageMessages[K]>[0],
): Promise<ReturnType<PageMessages[K]>> {
  const answer = (await browser.runtime.sendMessage({ page: name, payload } satisfies Envelope)) as
    | { value: ReturnType<PageMessages[K]> }
    | undefined;
  if (!answer) throw new Error(`no answer to ${name}`);
  return answer.value;
}

/**
 * The top frame of a tab at an https address, and only through our own content script. A sender's `url` is where its
 * document was loaded, in both browsers; where a page has gone on by itself (`pushState`) only the tab tells, and it
 * counts as long as it is on the same site: the tab may be on its way elsewhere.
 */
function pageOf(sender: Runtime.MessageSender): PageSender | null {
  const { id, tab, frameId, url: loaded } = sender;
  if (id !== browser.runtime.id || frameId !== 0 || !loaded || tab?.id === undefined) return null;
  if (!URL.canParse(loaded) || new URL(loaded).protocol !== 'https:') return null;
  const isHere = tab.url && URL.canParse(tab.url) && new URL(tab.url).origin === new URL(loaded).origin;
  const url = isHere && tab.url ? tab.url : loaded;
  return { url, tabId: tab.id, windowId: tab.windowId ?? 0, title: tab.title ?? '' };
}

const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' && message !== null && typeof (message as Envelope).page === 'string';

/**
 * Registers the answers to content scripts; call it before the first await. A handler begins in the same turn as the
 * message arrives, so that a click on the page still counts where a panel is opened.
 */
export function answerPages(handlers: PageHandlers, failed: (name: string, error: unknown) => void): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (reply: { value: unknown } | undefined) => void,
  ) => {
    const page = pageOf(sender);
    if (!isEnvelope(message) || !page || !Object.hasOwn(handlers, message.page)) return undefined;
    const handle = handlers[message.page] as (payload: unknown, page: PageSender) => Promise<unknown>;
    // What a handler throws before its first await is told like all else: the payload may be anything.
    new Promise((resolve) => resolve(handle(message.payload, page))).then(
      (value) => sendResponse({ value }),
      (error: unknown) => {
        failed(message.page, error);
        sendResponse(undefined);
      },
    );
    return true;
  }) as Runtime.OnMessageListener);
}
