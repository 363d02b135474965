import type { Page } from 'puppeteer-core';

/** What was clicked on in a page, as the browser tells it to the extension; the rest is the page's own. */
export interface MenuClick {
  linkUrl?: string;
  srcUrl?: string;
  selectionText?: string;
  mediaType?: 'image';
}

/** Jubir's own page, wherever the browser opened it after a click: panel, sidebar, popup or a small window. */
export interface View {
  /** What a person reads there, and the text in the box, if there is one. */
  read(): Promise<{ text: string; box: string | null }>;
  /** Presses what a selector finds; false while there is none. */
  press(selector: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The same, of a page that puppeteer reaches. */
export function viewOf(page: Page): View {
  return {
    read: () => page.evaluate(readHere),
    press: (selector) => page.evaluate(pressHere, selector),
    close: async () => {
      if (!page.isClosed()) await page.close();
    },
  };
}

/** Runs in Jubir's page. */
export function readHere(): { text: string; box: string | null } {
  return { text: document.body.innerText, box: document.querySelector('textarea')?.value ?? null };
}

/** Runs in Jubir's page. */
export function pressHere(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}
