import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { loadSettings, onSettings, type Settings } from '../../utils/browser/settings.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import type { Clicked } from '../../utils/flow/share-page.ts';
import { ask } from './asked.ts';

const menuId = 'share-as-official';
/** Name of the keyboard's command in the manifest. */
const command = 'share-page';

/** "Bagikan sebagai unggahan resmi" in the context menu and on the keyboard. */
export function registerContextMenu(): void {
  // A phone has neither menu nor keys: there the popup's own button does it.
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (info.menuItemId === menuId && tab?.id !== undefined)
      start(clickedOn(info, tab), { ...tab, id: tab.id });
  });
  browser.commands?.onCommand.addListener(((name: string, tab?: Tabs.Tab) => {
    if (name === command && tab?.id !== undefined)
      start(clickedOn({ pageUrl: tab.url ?? '' }, tab), { ...tab, id: tab.id });
  }) as Parameters<typeof browser.commands.onCommand.addListener>[0]);
  // Both browsers keep an item that was created once, over restarts of the worker and of the browser.
  browser.runtime.onInstalled.addListener(() => {
    create().catch((error) => logFailure('context menu', error));
  });
  onSettings(({ language }) => {
    const title = menuTitle(language);
    browser.contextMenus?.update(menuId, { title }).catch((error) => logFailure('context menu', error));
  });
}

function start(clicked: Clicked, tab: Tabs.Tab & { id: number }): void {
  ask(clicked, { tabId: tab.id, windowId: tab.windowId ?? 0 }).catch((error) =>
    logFailure('share page', error),
  );
}

async function create(): Promise<void> {
  const { language } = await loadSettings();
  await browser.contextMenus?.removeAll();
  browser.contextMenus?.create({
    id: menuId,
    title: menuTitle(language),
    contexts: ['page', 'link', 'selection', 'image'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

const menuTitle = (language: Settings['language']): string => laterTexts(textsFor(language)).page.menu;

type Info = Partial<
  Pick<Menus.OnClickData, 'linkUrl' | 'srcUrl' | 'selectionText' | 'pageUrl' | 'mediaType'>
>;

/** A picture that is a link is shared as where it leads; selected words come before both. */
function clickedOn(info: Info, tab: Tabs.Tab): Clicked {
  const { linkUrl: link = '', srcUrl = '', selectionText: words = '', pageUrl = '' } = info;
  const image = info.mediaType === 'image' ? srcUrl : '';
  const on = words.trim() ? 'selection' : link ? 'link' : image ? 'image' : 'page';
  return { on, page: tab.url || pageUrl, title: tab.title ?? '', link, words, image };
}
