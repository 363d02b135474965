import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';

/** Phones to look at: the narrowest that is laid out for, and a common one. */
export const phones = [
  { width: 320, height: 640 },
  { width: 360, height: 800 },
] as const;

/**
 * Runs before any script of Jubir's, in its background and in each page: takes away what no manifest asks for, and stands
 * in for the system's share sheet, which no automation reaches. Fails where something is left.
 */
function asOnAndroid(): void {
  const own = globalThis as unknown as Record<string, { windows?: unknown; storage?: { managed?: unknown } }>;
  for (const api of [own.browser, own.chrome]) {
    if (!api) continue;
    delete api.windows;
    delete api.storage?.managed;
    if (api.windows || api.storage?.managed) throw new Error('this browser still has what a phone lacks');
  }
  if (!('document' in globalThis)) return;
  const share = async (data: ShareData): Promise<void> => {
    Object.assign(globalThis, { sharedBySheet: data });
  };
  Object.defineProperty(navigator, 'share', { value: share });
}

/**
 * Makes of a browser's own copy of the build what Firefox for Android runs: the shipped files, where the APIs that are
 * missing there are missing (see `tests/house/android.test.ts`). A permission or key that is passed over there is left
 * out, so the browser itself does not give the API; the two that need none are taken away by a script of ours.
 */
export function likeAndroid(extension: string): void {
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const key of ['commands', 'sidebar_action', 'side_panel', 'storage']) delete manifest[key];
  const absent = ['contextMenus', 'identity', 'sidePanel'];
  manifest.permissions = manifest.permissions.filter((name: string) => !absent.includes(name));
  writeFileSync(path, JSON.stringify(manifest));
  const script = `(${asOnAndroid})();\n`;
  writeFileSync(join(extension, 'android.js'), script);
  for (const file of globSync('*.html', { cwd: extension })) {
    const html = readFileSync(join(extension, file), 'utf8');
    writeFileSync(join(extension, file), html.replace('<head>', '<head><script src="/android.js"></script>'));
  }
  const background = join(extension, 'background.js');
  writeFileSync(background, script + readFileSync(background, 'utf8'));
}

/** Part of puppeteer's BiDi connection that its types leave out. */
interface Bidi {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[] } }>;
}

/** Firefox tells every page of a finger (or, again, of a mouse): puppeteer emulates touch by CDP only. */
export async function setTouch(jubir: Jubir, on: boolean): Promise<void> {
  if (jubir.kind === 'chromium') return;
  const bidi = (jubir.session.browser as unknown as { connection: Bidi }).connection;
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  // Coarse and without hover, as `PointerCapabilities` in Gecko has them.
  const lines = ['ui.primaryPointerCapabilities', 'ui.allPointerCapabilities'].map((name) =>
    on ? `Services.prefs.setIntPref('${name}', 1)` : `Services.prefs.clearUserPref('${name}')`,
  );
  await bidi.send('script.evaluate', {
    expression: lines.join(';'),
    target: { context: tree.result.contexts?.[0]?.context },
    awaitPromise: false,
  });
}

interface Size {
  width: number;
  height: number;
}

const viewportOf = (jubir: Jubir, { width, height }: Size) => ({
  ...{ width, height },
  ...(jubir.kind === 'chromium' && { hasTouch: true }),
});

/** A page of Jubir's as a phone shows it: its size, and a finger from the start, since puppeteer loads a page anew for one. */
export async function openOnPhone(jubir: Jubir, path: string, size: Size = phones[0]): Promise<Page> {
  const page = await jubir.session.openPage(path, viewportOf(jubir, size));
  await fitPhone(jubir, page, size);
  return page;
}

/** Gives a page that was opened on a phone another size. */
export async function fitPhone(jubir: Jubir, page: Page, size: Size): Promise<void> {
  await page.setViewport(viewportOf(jubir, size));
  await poll('a finger on a phone', () =>
    page.evaluate((wanted) => matchMedia('(pointer: coarse)').matches && innerWidth === wanted, size.width),
  );
}

/** The least size of what is touched, in CSS pixels: WCAG 2.2's 2.5.5, and Android's own 48 dp less its gap. */
const least = 44;

/**
 * What can be touched and is smaller than a finger, described. A label counts for its box, and a button that covers its
 * row for all of it; links within a sentence are as high as their line, which 2.5.5 excepts.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((size) => {
    const small: string[] = [];
    const touched =
      'button, a[href], summary, select, textarea, input, label:has(> input), [role=option], [role=tab], [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(touched)) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (element.closest('.visually-hidden, [inert]')) continue;
      const isInSentence =
        element.tagName === 'A' &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (each) => each !== element && each.nodeType === Node.TEXT_NODE && each.textContent?.trim(),
        );
      if (isInSentence) continue;
      const target = element.tagName === 'INPUT' ? (element.closest('label') ?? element) : element;
      let { width, height } = target.getBoundingClientRect();
      const over = getComputedStyle(target, '::after');
      if (over.content !== 'none' && over.position === 'absolute') {
        width = Math.max(width, Number.parseFloat(over.width) || 0);
        height = Math.max(height, Number.parseFloat(over.height) || 0);
      }
      if (width === 0 || (width >= size - 0.5 && height >= size - 0.5)) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const where = `${element.tagName.toLowerCase()}.${element.className}`;
      small.push(`${where} “${name.trim().slice(0, 40)}”: ${Math.round(width)}×${Math.round(height)}`);
    }
    return small;
  }, least);
}
