import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { poll } from '../browsers/session.ts';
import { settle } from '../demo/pages.ts';
import { violationsOf } from '../e2e/axe.ts';
import type { Jubir } from '../e2e/jubir.ts';
import { setSettings } from '../e2e/steps.ts';
import { sticksOut } from '../e2e/zoom.ts';

interface Size {
  width: number;
  height: number;
}

/** What a page is seen at: the popup in the toolbar, a full page on a laptop. */
const sizes = { popup: { width: 400, height: 600 }, page: { width: 1280, height: 800 } };
const phone: Size = { width: 320, height: 640 };

const languages = ['id', 'en'] as const;
const themes = ['light', 'dark'] as const;

/** One picture, for the contact sheets. */
export interface Picture {
  state: string;
  what: string;
  file: string;
  size: Size;
}

/** Takes the pictures of one state after the other, and looks at each by axe. */
export class Camera {
  readonly pictures: Picture[] = [];
  /** What axe or the ruler found, in words. */
  readonly faults: string[] = [];
  readonly #jubir: Jubir;
  readonly #folder: string;
  #states = 0;

  constructor(jubir: Jubir, folder: string) {
    this.#jubir = jubir;
    this.#folder = folder;
  }

  /**
   * A state as it stands, in both languages and both themes, then on a phone and at 200 %; the page is left as it was.
   * What a screen reader is told is written beside the pictures.
   */
  async take(state: string, page: Page, kind: keyof typeof sizes): Promise<void> {
    this.#states += 1;
    const size = sizes[kind];
    await page.bringToFront();
    await page.setViewport(size);
    for (const language of [...languages].reverse()) {
      await setSettings(this.#jubir, { language });
      await poll(`${state} in ${language}`, () =>
        page.evaluate((wanted) => document.documentElement.lang === wanted, language),
      );
      for (const theme of [...themes].reverse()) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        await this.#shoot(state, `${language} ${theme}`, page, size);
        const found = await violationsOf(page, theme === 'dark' ? 'contrast' : 'all');
        this.faults.push(...found.map((each) => `${state}, ${language} ${theme}: ${each}`));
      }
    }
    await this.#readOut(state, page);
    await this.#small(state, 'phone', page, phone);
    // A page at 200 % has half the room in CSS pixels.
    await this.#small(state, '200 %', page, { width: size.width / 2, height: size.height / 2 });
    await page.setViewport(size);
  }

  async #small(state: string, what: string, page: Page, size: Size): Promise<void> {
    const finger = await page.createCDPSession();
    await page.setViewport({ ...size, deviceScaleFactor: what === 'phone' ? 1 : 2 });
    // After the size: puppeteer takes the finger away with it, and would load the page anew to bring one.
    await finger.send('Emulation.setTouchEmulationEnabled', { enabled: what === 'phone' });
    // As the popup marks itself where a phone's browser opens it.
    await page.evaluate((is) => document.documentElement.classList.toggle('phone', is), what === 'phone');
    await this.#shoot(state, what, page, size);
    const out = await sticksOut(page);
    this.faults.push(...out.map((each) => `${state}, ${what}: ${each}`));
    await page.evaluate(() => document.documentElement.classList.remove('phone'));
    await finger.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await finger.detach();
  }

  async #shoot(state: string, what: string, page: Page, size: Size): Promise<void> {
    const name = `${String(this.#states).padStart(2, '0')}-${state}-${what}`.replace(/[^\w-]+/g, '-');
    const file = join(this.#folder, `${name}.png`) as `${string}.png`;
    await settle(page);
    await page.screenshot({ path: file });
    this.pictures.push({ state, what, file, size });
  }

  /** The tree that a screen reader walks, as text. */
  async #readOut(state: string, page: Page): Promise<void> {
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    await cdp.detach();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const lines: string[] = [];
    const walk = (id: string, depth: number): void => {
      const node = byId.get(id);
      if (!node) return;
      const role = String(node.role?.value ?? '');
      const said = String(node.name?.value ?? '').trim();
      const isSpoken = !node.ignored && role !== 'InlineTextBox' && (said !== '' || role !== 'generic');
      if (isSpoken) lines.push(`${'  '.repeat(depth)}${role} ${said}`.trimEnd());
      for (const child of node.childIds ?? []) walk(child, isSpoken ? depth + 1 : depth);
    };
    if (nodes[0]) walk(nodes[0].nodeId, 0);
    const name = `${String(this.#states).padStart(2, '0')}-${state}`.replace(/[^\w-]+/g, '-');
    writeFileSync(join(this.#folder, `${name}.txt`), `${lines.join('\n')}\n`);
    const nameless = lines.filter((line) =>
      /^\s*(button|link|textbox|checkbox|radio|combobox|tab)$/.test(line),
    );
    this.faults.push(...nameless.map((line) => `${state}: a ${line.trim()} without a name`));
  }
}
