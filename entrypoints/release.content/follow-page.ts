import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { askFromPage } from '../../utils/browser/page-messages.ts';
import { bounds } from '../../utils/source/bounds.ts';
import { clearOldButtons, type ShareButton, showButton } from './button.ts';
import { pageMarkup } from './native.ts';

/** After the address changed, in milliseconds: a page that changes it all the time is not asked about all the time. */
const settleMs = 400;

/** The address without its fragment, which names no other release. */
const address = (): string => location.origin + location.pathname + location.search;

/**
 * Shows the button where the page is a release of a source, and follows a page that changes its address by itself.
 * Until the background has answered, nothing of the document is read.
 */
export function followPage(ctx: ContentScriptContext): Promise<void> {
  let asked: string | null = null;
  let button: ShareButton | null = null;
  const remove = (): void => {
    button?.remove();
    button = null;
  };

  /** After an update of the extension the browser knows no such context: reading its state then calls `remove`. */
  const noticeUpdate = (): void => void ctx.isInvalid;

  /** The answer, or null without one: the page's console is no place to say why. */
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer | null> => {
    if (ctx.isInvalid) return null;
    try {
      return await question();
    } catch {
      // What failed in the background stands in its own log; what an update cut off is asked by the next page's script.
      noticeUpdate();
      return null;
    }
  };

  const look = async (): Promise<void> => {
    const at = address();
    if (at === asked) return;
    asked = at;
    remove();
    const known = await ask(() => askFromPage('page-known', null));
    if (!known?.shown || at !== asked || ctx.isInvalid) return;
    clearOldButtons();
    button = showButton(known, {
      // The message leaves in the click's own turn: a panel opens for a click alone.
      share: async () => void (await ask(() => askFromPage('share-page', { html: pageHtml() }))),
      hide: async () => {
        remove();
        await ask(() => askFromPage('hide-button', null));
      },
      approached: noticeUpdate,
    });
  };

  ctx.onInvalidated(remove);
  let waiting: number | undefined;
  ctx.addEventListener(window, 'wxt:locationchange', () => {
    clearTimeout(waiting);
    waiting = ctx.setTimeout(() => void look(), settleMs);
  });
  // An update while the official was elsewhere: the button that would do nothing is gone when they are back.
  ctx.addEventListener(window, 'focus', noticeUpdate);
  return look();
}

/** The page as it stands, or null where it is longer than what is ever read of one. */
function pageHtml(): string | null {
  const html = pageMarkup();
  if (html.length > bounds.pageBytes) return null;
  return new TextEncoder().encode(html).length > bounds.pageBytes ? null : html;
}
