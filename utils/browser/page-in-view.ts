import browser, { type Tabs } from 'webextension-polyfill';

/**
 * The tab that the official looks at behind the popup; undefined where there is none.
 *
 * A popup is no tab, and the active one is meant. On a phone, where the popup fills the screen, some versions count it
 * as one (mozilla-mobile/fenix#28421): then it is the tab that was in view last, pages of Jubir's own left out.
 */
export async function pageInView(): Promise<Tabs.Tab | undefined> {
  const own = await browser.tabs.getCurrent();
  const popup = browser.runtime.getURL('/popup.html');
  const isPopup = ({ id, url = '' }: Tabs.Tab) => id === own?.id || url.startsWith(popup);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  if (active && !isPopup(active)) return active;
  const ours = browser.runtime.getURL('/');
  const pages = (await browser.tabs.query({})).filter((tab) => !isPopup(tab) && !tab.url?.startsWith(ours));
  return pages.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
