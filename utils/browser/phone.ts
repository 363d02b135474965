import browser from 'webextension-polyfill';

/**
 * Whether this is a phone's browser (Firefox for Android): it has no windows beside each other, and the toolbar's popup is
 * a page of the screen's size. Asked of the API that is missing, never of the browser's name; what else is missing there
 * is listed in `tests/house/android.test.ts`.
 */
export const isPhone = (): boolean => !browser.windows;

/** The window that this page stands in; null where the browser has but one. */
export async function ownWindow(): Promise<number | null> {
  return (await browser.windows?.getCurrent())?.id ?? null;
}
