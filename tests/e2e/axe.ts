import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { poll } from '../browsers/session.ts';
import type { Jubir } from './jubir.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Result {
  violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  passes: { id: string }[];
}

/** What axe finds wrong with a page as it stands, contrast included; empty when nothing is. */
export async function violationsOf(page: Page, rules: 'all' | 'contrast'): Promise<string[]> {
  // The page's policy forbids scripts of others; an evaluation by the browser's own tools is none.
  await page.evaluate(source);
  const only = rules === 'contrast' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  const result = await page.evaluate(
    (options) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Result> } };
      return axe.run(options);
    },
    { resultTypes: ['violations'], ...only },
  );
  // Contrast is what happy-dom cannot see: here it has to have been looked at.
  if (!result.passes.some(({ id }) => id === 'color-contrast')) return ['contrast was not looked at'];
  return result.violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact}): ${html.slice(0, 160)} ${failureSummary}`),
  );
}

type Theme = 'light' | 'dark';

/** Part of puppeteer's BiDi connection that its types leave out. */
interface Bidi {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[] } }>;
}

/** Draws a page as for a person who likes it light or dark. */
async function setTheme(jubir: Jubir, page: Page, theme: Theme): Promise<void> {
  if (jubir.kind === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    return;
  }
  // puppeteer emulates media by CDP only; Firefox has a preference for what pages are told, 0 = dark, 1 = light.
  const bidi = (jubir.session.browser as unknown as { connection: Bidi }).connection;
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const name = 'layout.css.prefers-color-scheme.content-override';
  await bidi.send('script.evaluate', {
    expression: `Services.prefs.setIntPref('${name}', ${theme === 'dark' ? 0 : 1})`,
    target: { context: tree.result.contexts?.[0]?.context },
    awaitPromise: false,
  });
}

/**
 * Axe finds nothing; the page is left light. The themes differ in nothing but colours, which are the same in both
 * browsers: the dark one is looked at for those alone, and in Chromium.
 */
export async function expectAccessible(jubir: Jubir, page: Page): Promise<void> {
  const themes: Theme[] = jubir.kind === 'chromium' ? ['dark', 'light'] : ['light'];
  for (const theme of themes) {
    await setTheme(jubir, page, theme);
    await poll('the theme', () =>
      page.evaluate((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark'),
    );
    // Colours that are on their way to others are none that a person reads.
    await poll('colours at rest', () =>
      page.evaluate(() =>
        document
          .getAnimations()
          // What turns while something is awaited changes no colour, and never ends.
          .filter((each) => !('animationName' in each) || each.animationName !== 'spin')
          .every(({ playState }) => playState === 'finished'),
      ),
    );
    expect(await violationsOf(page, theme === 'dark' ? 'contrast' : 'all'), theme).toEqual([]);
  }
}
