import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../utils/browser/settings.ts';
import { idPage as texts } from '../../utils/browser/texts/id-page.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  askedBy,
  clickButton,
  closeOwn,
  forgetAsked,
  hasNote,
  hostBox,
  settle,
  waitForButton,
  watchConsole,
} from './page-button.ts';
import { closePlatformTabs, openList, rowAt, setSettings, shareButton, waitForReleases } from './steps.ts';

const jubir = useJubir();
const site = 'https://kotabogor.go.id';
let urls: string[] = [];

beforeAll(async () => {
  const { rows } = await waitForReleases(jubir);
  urls = rows.map(({ url }) => url);
});
afterEach(() => jubir.session.closeTabs(({ protocol }) => protocol === 'https:'));

const urlOf = (at: number): string => urls[at] ?? '';

async function open(url: string): Promise<{ page: Page; said: string[] }> {
  const page = await jubir.session.browser.newPage();
  const said = watchConsole(page);
  await page.emulateMediaFeatures?.([{ name: 'prefers-color-scheme', value: 'light' }]).catch(() => {});
  await page.goto(url);
  return { page, said };
}

describe('on a release page', () => {
  test('there is a button, which asks for the release that is in view', async () => {
    const { page, said } = await open(urlOf(0));
    const box = await waitForButton(page);
    expect(box.width).toBe(416);
    expect(new URL(page.url()).origin).toBe(site);
    const { clicked, found } = await askedBy(
      jubir,
      () => clickButton(page, 'share'),
      (asked) => asked.clicked.page === urlOf(0) && asked.found !== null,
    );
    expect(clicked).toMatchObject({ on: 'page', link: '', words: '' });
    const release = (await jubir.table<Release>('releases')).find(({ url }) => url === urlOf(0));
    expect(found).toMatchObject({ kind: 'release', releaseId: release?.id });
    expect(said).toEqual([]);
    await closeOwn(jubir);
  });

  test('the keyboard reaches and presses it', async () => {
    const { page } = await open(urlOf(1));
    await waitForButton(page);
    await page.bringToFront();
    await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a[href]')].at(-1)?.focus());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-jubir'))).toBe(true);
    const press = () => page.keyboard.press('Enter');
    await askedBy(jubir, press, ({ clicked }) => clicked.page === urlOf(1));
    await closeOwn(jubir);
  });

  test('a policy that allows the page nothing does not hinder it', async () => {
    jubir.portal.pages.set(
      urlOf(2),
      `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><h3 class="blog-details__title">Rilis</h3>`,
    );
    const { page, said } = await open(urlOf(2));
    expect((await waitForButton(page)).width).toBe(416);
    // Firefox tells of the favicon that the policy forbids.
    expect(said.filter((text) => !text.includes('favicon'))).toEqual([]);
    jubir.portal.pages.delete(urlOf(2));
  });

  test('a bar of the page’s own stays free, and names that hide what a document has do not hinder it', async () => {
    const names = [
      'documentElement',
      'createElementNS',
      'elementsFromPoint',
      'dispatchEvent',
      'addEventListener',
    ];
    jubir.portal.pages.set(
      urlOf(2),
      `<!DOCTYPE html><title>Rilis</title><div style="position:fixed;inset:auto 0 0;height:60px"></div>${names
        .map((name) => `<img name="${name}"><form name="${name}"></form>`)
        .join('')}`,
    );
    const { page, said } = await open(urlOf(2));
    await waitForButton(page);
    await poll('the bar to be free', async () => {
      const height = await page.evaluate(() => innerHeight);
      return (await hostBox(page))?.bottom === height - 60;
    });
    expect(said).toEqual([]);
    jubir.portal.pages.delete(urlOf(2));
  });

  test('it follows a page that goes on by itself', async () => {
    const { page } = await open(urlOf(0));
    await waitForButton(page);
    await page.evaluate(() => history.pushState(null, '', '/berita'));
    await poll('no button on the listing', async () => (await hostBox(page)) === null);
    await page.evaluate((url) => history.pushState(null, '', url), urlOf(3));
    await waitForButton(page);
    const click = () => clickButton(page, 'share');
    await askedBy(jubir, click, ({ clicked }) => clicked.page === urlOf(3));
    await closeOwn(jubir);
  });
});

describe('elsewhere there is none', () => {
  test.each([
    ['the city’s listing', `${site}/berita`],
    ['a page of news', 'https://www.kompas.com/bogor/berita-detail/3014'],
    ['a look-alike', 'https://kotabogor-go.id/berita-detail/3014'],
    ['the real host in front of another', 'https://kotabogor.go.id.example.com/berita-detail/3014'],
  ])('%s', async (_, url) => {
    const { page, said } = await open(url);
    await settle();
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(said).toEqual([]);
  });
});

describe('the page', () => {
  test('can neither read nor restyle it', async () => {
    const { page } = await open(urlOf(0));
    await waitForButton(page);
    const words = [...Object.values(texts.button).filter((text) => typeof text === 'string')];
    const found = await page.evaluate((all) => {
      const host = document.querySelector<HTMLElement>('html > [data-jubir]');
      if (!host) return null;
      const before = JSON.stringify(host.getBoundingClientRect());
      const style = document.createElement('style');
      style.textContent = `html > div, [data-jubir] { display: none !important; width: 9px !important; opacity: 0 !important }
        @layer a { [data-jubir] { transform: scale(9) !important } }`;
      document.head.append(style);
      host.setAttribute('style', 'all: unset !important; position: static !important; width: 1px !important');
      host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 9e6 });
      const { opacity, transform, position } = getComputedStyle(host);
      const scope = window as unknown as { find(text: string): boolean };
      return {
        markup: host.outerHTML.replace(/ style="[^"]*"/, ''),
        root: host.shadowRoot,
        texts: [host.innerText, host.textContent],
        same: JSON.stringify(host.getBoundingClientRect()) === before,
        styles: [opacity, transform, position],
        found: all.filter((text) => scope.find(text) || document.documentElement.outerHTML.includes(text)),
        animations: document.getAnimations().filter((each) => (each.effect as KeyframeEffect).target !== host)
          .length,
      };
    }, words);
    expect(found).toEqual({
      markup: '<div data-jubir=""></div>',
      root: null,
      texts: ['', ''],
      same: true,
      styles: ['1', 'none', 'fixed'],
      found: [],
      animations: 0,
    });
  });

  test('learns from a person’s events that there are two buttons, and no word of a note; its own press nothing', async () => {
    const { page } = await open(urlOf(0));
    await waitForButton(page);
    await page.evaluate(() => {
      const scope = globalThis as unknown as { heard: string[]; nodes: Set<Node> };
      scope.heard = [];
      scope.nodes = new Set();
      for (const type of ['pointerdown', 'mousemove', 'mouseover', 'focusin', 'click', 'keydown']) {
        addEventListener(
          type,
          (event) => {
            const fields = event as unknown as Record<string, unknown>;
            const names = [
              'target',
              'originalTarget',
              'explicitOriginalTarget',
              'rangeParent',
              'relatedTarget',
            ];
            for (const value of [...names.map((name) => fields[name]), ...event.composedPath()]) {
              if (value instanceof Node) scope.nodes.add(value);
            }
          },
          true,
        );
      }
    });
    await clickButton(page, 'more');
    await clickButton(page, 'more');
    const { inside, texts: read } = await page.evaluate(() => {
      const { nodes } = globalThis as unknown as { nodes: Set<Node> };
      const roots = new Set([...nodes].map((node) => node.getRootNode()).filter((root) => root !== document));
      const all = [...roots].flatMap((root) => [...(root as ShadowRoot).querySelectorAll('*')]);
      // Pressed by the page, where the browser lets it have them.
      for (const element of all) if (element instanceof HTMLElement) element.click();
      document.querySelector<HTMLElement>('html > [data-jubir]')?.click();
      return {
        inside: roots.size,
        texts: all.flatMap((element) => [
          element.textContent,
          ...element.getAttributeNames().map((name) => element.getAttribute(name)),
        ]),
      };
    });
    // Chromium gives nothing away; Firefox the outer root, which is the same for everyone.
    expect(inside).toBe(jubir.kind === 'firefox' ? 1 : 0);
    for (const note of [texts.button.changed, texts.button.withdrawn]) expect(read).not.toContain(note);
    await settle();
    const { settings } = await jubir.stored<{ settings: Settings }>();
    expect(settings.hiddenOn).toEqual([]);
  });
});

test('what the city changed since the release was shared is shown, and not before', async () => {
  const { rows } = await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  const row = rowAt({ rows }, 1);
  const noted = async (): Promise<Page> => {
    const { page } = await open(row.url);
    await waitForButton(page);
    return page;
  };
  const unshared = await noted();
  expect(await hasNote(jubir, unshared)).toBe(false);
  await forgetAsked(jubir);
  const popup = await openList(jubir);
  await popup.click(shareButton(row, 'x'));
  await jubir.waitForUrl(({ host }) => host === 'x.com');
  await closePlatformTabs(jubir);
  expect(await hasNote(jubir, await noted())).toBe(false);

  jubir.portal.city.edit(Number(row.url.split('/').at(-1)), {
    paragraphs: ['Ralat: jembatan itu ditutup dua hari lebih lama, kata Pemkot Bogor.'],
  });
  await poll('the change in the archive', async () => {
    await jubir.send('refresh-now', null);
    const release = (await jubir.table<Release>('releases')).find(({ id }) => id === row.id);
    return release?.changedAt !== undefined;
  });
  const page = await noted();
  await poll('the note', () => hasNote(jubir, page));
  if (jubir.kind === 'chromium') {
    const cdp = await page.createCDPSession();
    await cdp.send('Accessibility.enable');
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value);
    expect(names).toEqual(expect.arrayContaining([texts.button.share, texts.button.changed]));
    await cdp.detach();
  }
});

test('an update leaves one button that works, and nothing in the page’s console', async () => {
  const { page, said } = await open(urlOf(5));
  await waitForButton(page);
  await page.evaluate(() => document.querySelector('html > [data-jubir]')?.setAttribute('data-before', ''));
  const before = said.length;
  await jubir.session.reload();
  await poll('the new button', () =>
    page.evaluate(() => {
      const all = document.querySelectorAll('html > [data-jubir]');
      return all.length === 1 && !all[0]?.hasAttribute('data-before');
    }),
  );
  const click = () => clickButton(page, 'share');
  await askedBy(jubir, click, ({ clicked }) => clicked.page === urlOf(5));
  await page.evaluate(() => history.pushState(null, '', '/berita'));
  await poll('no button on the listing', async () => (await hostBox(page)) === null);
  expect(said.slice(before)).toEqual([]);
  await closeOwn(jubir);
});

test('hidden on this site: at once, on the next page, and until it is wanted again', async () => {
  const { page } = await open(urlOf(0));
  await waitForButton(page);
  await clickButton(page, 'more');
  await clickButton(page, 'hide');
  await poll('the button to go', async () => (await hostBox(page)) === null);
  await poll('the setting', async () => {
    const { settings } = await jubir.stored<{ settings: Settings }>();
    return settings.hiddenOn.includes('kotabogor.go.id');
  });
  await page.goto(urlOf(1));
  await settle();
  expect(await hostBox(page)).toBeNull();
  await setSettings(jubir, { hiddenOn: [] });
  await page.reload();
  await waitForButton(page);
});
