import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { monthKey, monthsLater } from '../../utils/recap/month.ts';
import { root } from '../browsers/build.ts';
import { launch } from '../browsers/launch.ts';
import { popupSize } from '../browsers/session.ts';
import { startPortal } from '../city/portal.ts';
import { storeHistory } from '../e2e/history.ts';
import { Jubir } from '../e2e/jubir.ts';
import {
  fillBox,
  labelled,
  openComposer,
  openList,
  readSnapshot,
  rowAt,
  setSettings,
  shareButton,
  waitForReleases,
  worded,
} from '../e2e/steps.ts';
import { monthOfPosts } from '../recap/samples.ts';
import { type Shown, storeFrame, storeSizes, tileFrame } from './frames.ts';
import { seeText, settle } from './pages.ts';
import { type Language, newsAddress, newsPage, storeWords } from './store-words.ts';

/** One walk's things. */
interface Shop {
  jubir: Jubir;
  language: Language;
  texts: typeof id;
}

/** What a picture shows: a page of Jubir as it stands, by its name among the pictures. */
interface Shot {
  name: keyof (typeof storeWords)['id'];
  take: (shop: Shop) => Promise<Shown>;
}

/** The list in a tab, for what is only done and not shown: a click leaves the tab where it is. */
async function listInTab(jubir: Jubir): Promise<Page> {
  const page = await jubir.session.openPage('popup.html', popupSize);
  await page.waitForSelector('[data-release]');
  return page;
}

const wide = { width: 1120, height: 700 };

async function shot(page: Page): Promise<string> {
  await settle(page);
  // What only says that something was just done has no place in a picture; the policy of our pages lets no style in.
  await page.evaluate(() => {
    for (const toast of document.querySelectorAll('.toast')) toast.remove();
    (document.activeElement as HTMLElement | null)?.blur();
  });
  return page.screenshot({ encoding: 'base64' });
}

const shots: Shot[] = [
  {
    name: 'releases',
    async take({ jubir }) {
      const popup = await openList(jubir);
      const picture = await shot(popup);
      await popup.close();
      return { popup: picture };
    },
  },
  {
    name: 'caption',
    async take({ jubir, texts }) {
      const popup = await openList(jubir);
      await openComposer(popup, rowAt(await readSnapshot(jubir), 0));
      await popup.click(worded(texts.angles.quote));
      await popup.waitForFunction(() => document.querySelector('textarea')?.value.includes('“'));
      const picture = await shot(popup);
      await popup.close();
      return { popup: picture };
    },
  },
  {
    name: 'desk',
    async take({ jubir, texts }) {
      const rows = (await readSnapshot(jubir)).rows;
      const popup = await listInTab(jubir);
      await openComposer(popup, rowAt({ rows }, 1));
      await fillBox(popup, `Kabar baik! ${rowAt({ rows }, 1).captions.x?.text ?? ''}`);
      await popup.waitForSelector('.save-mark[data-state="saved"]');
      await popup.close();
      for (const at of [0, 2, 3]) {
        const list = await listInTab(jubir);
        const button = shareButton(rowAt({ rows }, at), at === 2 ? 'whatsapp' : 'x');
        await list.click(button);
        await jubir.waitForUrl((url) => url.hostname === (at === 2 ? 'wa.me' : 'x.com'));
        await jubir.session.closeTabs((url) => url.protocol === 'https:');
        await list.close();
      }
      const desk = await jubir.session.openPage('desk.html', wide);
      await desk.waitForSelector('.entry');
      await desk.click('.entry');
      await seeText(desk, texts.desk.title);
      const picture = await shot(desk);
      await desk.close();
      return { page: picture };
    },
  },
  {
    name: 'recap',
    async take({ jubir }) {
      const now = new Date();
      const month = monthsLater({ year: now.getFullYear(), month: now.getMonth() }, -1);
      const { posts, releases } = monthOfPosts(month, 140);
      const real = <Row extends { sourceId: string }>(row: Row): Row => ({ ...row, sourceId: 'kota-bogor' });
      const plain = (title: string): string => title.replace(/ \(\d+\)$/, '');
      await storeHistory(
        jubir.session,
        [],
        posts.map((post) => real({ ...post, releaseTitle: plain(post.releaseTitle) })),
        releases.map((release) => real({ ...release, title: plain(release.title) })),
      );
      const desk = await jubir.session.openPage('desk.html#rekap', wide);
      await desk.waitForSelector('.recap-month select');
      await desk.select('.recap-month select', monthKey(month));
      await desk.waitForSelector('.recap-value');
      const picture = await shot(desk);
      await desk.close();
      return { page: picture };
    },
  },
  {
    name: 'humas',
    async take({ jubir, language }) {
      const words = later[language].humasDesk;
      await setSettings(jubir, { writesHumas: true });
      const row = rowAt(await readSnapshot(jubir), 0);
      const composer = await jubir.session.openPage('desk.html#arsip', wide);
      await composer.waitForSelector(`[data-release="${row.id}"]`);
      await openComposer(composer, row);
      await composer.waitForSelector(worded(words.add));
      await composer.click(worded(words.add));
      await composer.close();
      const desk = await jubir.session.openPage('desk.html#humas', wide);
      await desk.waitForSelector('.humas-card textarea');
      // The captions are what the picture is about.
      await desk.$eval('details', (details) => details.removeAttribute('open'));
      const picture = await shot(desk);
      await desk.close();
      return { page: picture };
    },
  },
  // The last: the list would show it again.
  {
    name: 'answer',
    async take({ jubir, texts }) {
      const { hostname } = new URL(newsAddress);
      jubir.portal.sites.set(hostname, () => ({ [newsAddress]: newsPage }));
      const page = await jubir.session.browser.newPage();
      await page.setViewport({ width: 1000, height: 640 });
      await page.goto(newsAddress);
      const behind = await shot(page);
      await page.bringToFront();
      const popup = await openList(jubir);
      await popup.click(labelled(texts.app.sharePage));
      await popup.waitForSelector('.match');
      const picture = await shot(popup);
      await popup.close();
      await page.close();
      return { popup: picture, behind };
    },
  },
];

/**
 * Makes the pictures of the stores' pages, in both languages and in their sizes, from Jubir as it is: in
 * `.output/tour/store`.
 * @param readme puts the one that the officials' page shows into `docs/img`
 */
export async function storePictures({ readme }: { readme: boolean }): Promise<void> {
  const folder = join(root, '.output/tour/store');
  mkdirSync(folder, { recursive: true });
  for (const [language, texts] of [['id', id] as const, ['en', en] as const]) {
    const jubir = new Jubir('chromium');
    jubir.portal = await startPortal();
    jubir.session = await launch('chromium', { port: jubir.portal.port, language, scale: 2 });
    try {
      await waitForReleases(jubir);
      await setSettings(jubir, { language, seed: 1, platforms: ['x', 'whatsapp', 'threads', 'facebook'] });
      const shop: Shop = { jubir, language, texts };
      const order = Object.keys(storeWords[language]);
      for (const { name, take } of shots) {
        const words = storeWords[language][name];
        const shown = await take(shop);
        if (readme && language === 'id' && name === 'answer' && 'popup' in shown) {
          writeFileSync(join(root, 'docs/img/answer.png'), Buffer.from(shown.popup, 'base64'));
        }
        const html = storeFrame(words, shown);
        const file = join(folder, `${language}-${order.indexOf(name) + 1}-${name}.png`);
        await frame(jubir, html, storeSizes.screenshot, file);
      }
      await frame(
        jubir,
        tileFrame(storeWords[language].tile),
        storeSizes.tile,
        join(folder, `${language}-tile.png`),
      );
    } finally {
      await jubir.session.close();
      await jubir.portal.close();
    }
  }
}

async function frame(
  jubir: Jubir,
  html: string,
  size: { width: number; height: number },
  file: string,
): Promise<void> {
  const page = await jubir.session.browser.newPage();
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  await page.setContent(html);
  await settle(page);
  await page.screenshot({ path: file as `${string}.png` });
  await page.close();
  console.log(`✓ ${relative(root, file)}`);
}
