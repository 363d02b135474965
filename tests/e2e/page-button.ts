import { Buffer } from 'node:buffer';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Asked } from '../../utils/browser/asked.ts';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';

/** The button on a page of the web, as it is seen from outside: its root is closed to tests too. */

/** The host's place in the view; null where there is no button. */
export function hostBox(page: Page): Promise<{ right: number; bottom: number; width: number } | null> {
  return page.evaluate(() => {
    // A hostile page may have put something of its own in the place of `document.querySelector`.
    const host = Document.prototype.querySelector.call(document, 'html > [data-jubir]');
    if (!host) return null;
    const { right, bottom, width } = host.getBoundingClientRect();
    return { right, bottom, width };
  });
}

/** Waits until the button is there. */
export function waitForButton(page: Page) {
  return poll('the button', () => hostBox(page));
}

/** Where its parts are, from the corner of the host. */
const places = { share: [-100, -34], more: [-34, -34], hide: [-120, -34], note: [-18, -79] } as const;

/** A part's place in the view. */
async function placeOf(page: Page, part: keyof typeof places): Promise<{ x: number; y: number }> {
  const { right, bottom } = await waitForButton(page);
  return { x: right + places[part][0], y: bottom + places[part][1] };
}

/** Clicks on a part of it with the mouse. */
export async function clickButton(page: Page, part: Exclude<keyof typeof places, 'note'>): Promise<void> {
  await page.bringToFront();
  const { x, y } = await placeOf(page, part);
  await page.mouse.click(x, y);
}

/** Whether the note that the city changed the release is to be seen, by its colour in the light theme. */
export async function hasNote(jubir: Jubir, page: Page): Promise<boolean> {
  await page.bringToFront();
  const { x, y } = await placeOf(page, 'note');
  const picture = await page.screenshot({ clip: { x, y, width: 2, height: 2 } });
  const colour = await jubir.session.inExtension(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join(' ');
  }, Buffer.from(picture).toString('base64'));
  return colour === '255 243 221';
}

/**
 * Does something and gives what was asked for by it, once that passes. It is taken down as it comes: a panel that is
 * open answers it at once, and then it is gone.
 */
export async function askedBy(
  jubir: Jubir,
  act: () => Promise<void>,
  pass: (asked: Asked) => boolean,
): Promise<Asked> {
  await jubir.session.inExtension(() => {
    const scope = globalThis as unknown as {
      asked?: unknown[];
      browser: {
        storage: { session: { onChanged: { addListener(heard: (changes: Changes) => void): void } } };
      };
    };
    type Changes = { asked?: { newValue?: unknown } };
    if (!scope.asked) {
      scope.browser.storage.session.onChanged.addListener(({ asked }) => {
        if (asked?.newValue) scope.asked?.push(asked.newValue);
      });
    }
    scope.asked = [];
  });
  await act();
  return poll('what was asked', async () => {
    const all = await jubir.session.inExtension(() => (globalThis as unknown as { asked: Asked[] }).asked);
    return all.find(pass);
  });
}

/**
 * Closes the small windows that a click opened. What was asked is known before one is there, and a tab that is opened
 * while it comes would be lost in it: so they are waited for. A panel or the toolbar's popup stays, and has none.
 */
export async function closeOwn(jubir: Jubir): Promise<void> {
  await settle();
  await jubir.session.inExtension(async () => {
    const { windows } = (
      globalThis as unknown as {
        browser: {
          windows: {
            getAll(): Promise<{ id: number; type: string }[]>;
            remove(id: number): Promise<void>;
          };
        };
      }
    ).browser;
    for (const { id, type } of await windows.getAll()) if (type === 'popup') await windows.remove(id);
  });
}

/** As if what was asked for had been answered: the popup shows its list again. */
export function forgetAsked(jubir: Jubir): Promise<void> {
  return jubir.session.inExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { session: { remove(key: string): Promise<void> } } };
    };
    await browser.storage.session.remove('asked');
  });
}

/** What a page says in its console, but for pictures that the city lets no other site show. */
export function watchConsole(page: Page): string[] {
  const said: string[] = [];
  const keep = (text: string): void => {
    if (!/Failed to load resource|was blocked due to its Cross-Origin/.test(text)) said.push(text);
  };
  page.on('console', (message) => keep(message.text()));
  page.on('pageerror', (error) => keep(String(error)));
  return said;
}

/** Long enough for a content script to have asked and been answered where nothing else can be waited for, in ms. */
export const settle = (): Promise<void> => sleep(1_500);
