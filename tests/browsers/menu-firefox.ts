import type { Page } from 'puppeteer-core';
import { pressHere, readHere, type View } from './view.ts';

/** Runs code in Firefox's own window and gives what it gives. */
export type InChrome = (expression: string) => Promise<unknown>;

/**
 * Opens the context menu on what was selected or what a selector finds, by the mouse's right button, and chooses
 * Jubir's item in it, as a person does.
 */
export async function chooseInFirefox(
  inChrome: InChrome,
  page: Page,
  label: string,
  selector: string,
): Promise<void> {
  await page.bringToFront();
  const [x, y] = await page.evaluate((wanted) => {
    const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
    const selected = range && !range.collapsed ? range : null;
    // A hostile page may have put something of its own in the place of `document.querySelector`.
    const element = Document.prototype.querySelector.call(document, wanted);
    (selected?.startContainer.parentElement ?? element)?.scrollIntoView({ block: 'center' });
    // The first line: the middle of two may lie between them.
    const box = selected?.getClientRects()[0] ?? element?.getBoundingClientRect();
    return [
      (box?.x ?? 0) + Math.min(20, (box?.width ?? 0) / 2),
      (box?.y ?? 0) + (box?.height ?? 0) / 2,
    ] as const;
  }, selector);
  const choose = async (): Promise<string> => {
    await page.mouse.click(x, y, { button: 'right' });
    return String(
      await inChrome(`(async () => {
    const menu = document.getElementById('contentAreaContextMenu');
    for (let left = 200; menu.state !== 'open' && left > 0; left--) await new Promise((go) => setTimeout(go, 50));
    const items = [...menu.querySelectorAll('menuitem')];
    const item = items.find(({ label }) => label === ${JSON.stringify(label)});
    if (!item) {
      const told = menu.state + ': ' + items.map(({ label }) => label).join(', ');
      menu.hidePopup();
      return told;
    }
    menu.activateItem(item);
    return '';
  })()`),
    );
  };
  // What changes an item may be on its way to Firefox's own process; a menu that is open stays as it was opened.
  let chosen = await choose();
  for (let more = 4; chosen !== '' && more > 0; more -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    chosen = await choose();
  }
  if (chosen !== '') throw new Error(`no "${label}" in the menu, which is ${chosen}`);
}

/** What stands in the sidebar, which puppeteer does not reach. */
export function sidebarView(inChrome: InChrome): View {
  const inSidebar = (code: string): Promise<unknown> =>
    inChrome(`(async () => {
      const find = () => window.SidebarController.browser?.contentDocument?.getElementById('webext-panels-browser');
      for (let left = 200; !find() && left > 0; left--) await new Promise((go) => setTimeout(go, 50));
      const messageManager = find()?.messageManager;
      if (!messageManager) return 'null';
      return new Promise((resolve) => {
        messageManager.addMessageListener('jubir:view', function told({ data }) {
          messageManager.removeMessageListener('jubir:view', told);
          resolve(data);
        });
        const code = ${JSON.stringify(`sendAsyncMessage('jubir:view', (() => { const { document } = content; ${code} })());`)};
        // A page that is going away answers nobody.
        setTimeout(() => resolve('null'), 2_000);
        messageManager.loadFrameScript('data:,' + encodeURIComponent(code), false);
      });
    })()`);
  const run = (here: (...args: never[]) => unknown, ...args: unknown[]): Promise<unknown> =>
    inSidebar(
      `return JSON.stringify((${here.toString()})(${args.map((arg) => JSON.stringify(arg)).join(', ')}));`,
    );
  return {
    read: async () =>
      (JSON.parse(String(await run(readHere))) as { text: string; box: string | null } | null) ?? {
        text: '',
        box: null,
      },
    press: async (selector) => JSON.parse(String(await run(pressHere, selector))) === true,
    close: async () => {
      await inChrome('window.SidebarController.hide()');
    },
  };
}
