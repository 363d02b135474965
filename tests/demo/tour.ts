import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';
import { root } from '../browsers/build.ts';
import { launch } from '../browsers/launch.ts';
import { startPortal } from '../city/portal.ts';
import { settle } from './pages.ts';
import { tourSteps, type Walk } from './steps.ts';

const walks = [
  { language: 'id', theme: 'light', texts: id },
  { language: 'en', theme: 'dark', texts: en },
] as const;

/** The pictures that the README shows, by their names in the tour. */
const readmePictures: Record<string, string> = {
  'id-light-popup': 'popup.png',
  'id-light-edit': 'caption.png',
  'id-light-desk-offline': 'desk.png',
};

async function picture(page: Page, file: string): Promise<void> {
  await settle(page);
  await page.screenshot({ path: file as `${string}.png` });
}

/**
 * Walks the main job headless, in Indonesian by day and in English by night, and leaves a numbered screenshot of
 * every step in `.output/tour`.
 * @returns how many steps failed
 */
export async function tour(options: { readme: boolean }): Promise<number> {
  const folder = join(root, '.output/tour');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (options.readme) mkdirSync(join(root, 'docs/img'), { recursive: true });
  let [number, failed] = [0, 0];
  for (const { language, theme, texts } of walks) {
    const portal = await startPortal();
    const session = await launch('chromium', { port: portal.port, language, scale: 2 });
    const themed = async (page: Page): Promise<Page> => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      return page;
    };
    const walk: Walk = { portal, session, texts, themed };
    try {
      for (const step of tourSteps) {
        number += 1;
        const since = Date.now();
        const name = `${language}-${theme}-${step.name}`;
        const file = join(folder, `${String(number).padStart(2, '0')}-${name}.png`);
        await picture(await step.run(walk), file);
        const time = `${((Date.now() - since) / 1000).toFixed(1)} s`;
        console.log(`✓ ${relative(root, file).padEnd(46)} ${time.padStart(7)}`);
        const shown = readmePictures[name];
        if (options.readme && shown) {
          copyFileSync(file, join(root, 'docs/img', shown));
        }
      }
    } catch (error) {
      // The steps after a failed one stand on it: the walk ends here, the other one still goes.
      failed += 1;
      console.error(`✗ ${String(number).padStart(2, '0')} ${language} ${theme}: ${(error as Error).stack}`);
      const pages = await session.browser.pages();
      for (const [index, page] of pages.entries()) {
        await picture(page, join(folder, `failed-${number}-${index}.png`)).catch(() => {});
      }
    } finally {
      await session.close();
      await portal.close();
    }
  }
  return failed;
}
