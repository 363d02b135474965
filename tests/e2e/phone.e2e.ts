import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '../../utils/browser/asked.ts';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { idCard } from '../../utils/browser/texts/id-card.ts';
import { idDetail } from '../../utils/browser/texts/id-detail.ts';
import { idPage } from '../../utils/browser/texts/id-page.ts';
import { idPhone } from '../../utils/browser/texts/id-phone.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { withoutLink } from '../../utils/platform/links.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { fitPhone, likeAndroid, openOnPhone, phones, setTouch, smallTargets } from './phone.ts';
import {
  boxText,
  clickAway,
  closePage,
  closePlatformTabs,
  draftOn,
  focusBox,
  labelled,
  openComposer,
  readSnapshot,
  rowAt,
  setSettings,
  textOf,
  waitForReleases,
  waitForSaved,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';
import { sticksOut } from './zoom.ts';

const jubir = useJubir({ change: likeAndroid, welcome: true });

let rows: ReleaseRow[] = [];
beforeAll(() => setTouch(jubir, true));
afterAll(() => setTouch(jubir, false));

/** Every phone: nothing sticks out, and a finger hits all that can be touched. */
async function expectFits(page: Page, what: string): Promise<void> {
  for (const size of phones) {
    await fitPhone(jubir, page, size);
    expect(await sticksOut(page), `${what} at ${size.width}`).toEqual([]);
    expect(await smallTargets(page), `${what} at ${size.width}`).toEqual([]);
  }
  await fitPhone(jubir, page, phones[0]);
}

async function openListOnPhone(): Promise<Page> {
  const page = await openOnPhone(jubir, 'popup.html');
  await page.waitForSelector('[data-release]');
  return page;
}

const postsOf = async (row: ReleaseRow): Promise<Post[]> =>
  (await jubir.table<Post>('posts')).filter(({ releaseId }) => releaseId === row.id);

test('what a phone’s browser lacks is missing in every page', async () => {
  const page = await openOnPhone(jubir, 'options.html');
  const left = await page.evaluate(() => {
    const { browser } = globalThis as unknown as { browser: Record<string, unknown> };
    const { managed } = browser.storage as { managed?: unknown };
    const names = ['windows', 'contextMenus', 'menus', 'commands', 'identity', 'sidePanel', 'sidebarAction'];
    return [...names.filter((name) => browser[name] !== undefined), ...(managed ? ['managed'] : [])];
  });
  expect(left).toEqual([]);
  await closePage(page);
});

test('the first run: the welcome opens by itself, and says how Jubir is opened there', async () => {
  await jubir.waitForUrl(({ pathname }) => pathname === '/welcome.html');
  await jubir.session.closeTabs(({ pathname }) => pathname === '/welcome.html');
  const welcome = await openOnPhone(jubir, 'welcome.html');
  await welcome.waitForSelector('.source-card');
  await expectFits(welcome, 'welcome');
  await expectAccessible(jubir, welcome);
  await welcome.click(worded(texts.welcome.start));
  await waitForText(welcome, '.sheet-lead', idPhone.welcome.doneLead);
  await expectFits(welcome, 'welcome, done');
  // There the popup is a page like any other.
  await clickAway(welcome, 'a[href="/popup.html"]');
  await welcome.waitForSelector('.head-tools');
  await closePage(welcome);
  await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'line', 'whatsapp', 'facebook', 'telegram', 'bluesky'] });
  rows = (await readSnapshot(jubir)).rows;
});

describe('the popup fills the screen', () => {
  test('with every way to go on, and none to a panel', async () => {
    const list = await openListOnPhone();
    const box = await list.$eval('.app', (app) => app.getBoundingClientRect().toJSON());
    expect(box).toMatchObject({ left: 0, top: 0, width: phones[0].width, height: phones[0].height });
    for (const name of [
      texts.app.sharePage,
      texts.archive.searchShort,
      texts.app.openDesk,
      texts.app.openSettings,
    ]) {
      expect(await list.$(labelled(name)), name).not.toBeNull();
    }
    expect(await list.$(labelled(texts.app.openPanel))).toBeNull();
    await expectFits(list, 'list');
    await expectAccessible(jubir, list);
    await list.click('[data-release] .more > button');
    await list.waitForSelector('.menu');
    await expectFits(list, 'menu of platforms');
    await list.keyboard.press('Escape');
    await list.click(labelled(texts.archive.searchShort));
    await list.waitForSelector('.found');
    await expectFits(list, 'archive');
    await closePage(list);
  });

  test('the text and its button stay in view above the keyboard, and X opens with what was written', async () => {
    const row = rowAt({ rows }, 0);
    const page = await openListOnPhone();
    await openComposer(page, row);
    await expectFits(page, 'composer');
    await expectAccessible(jubir, page);
    await focusBox(page);
    // As much as the keyboard leaves of 640 pixels.
    await fitPhone(jubir, page, { width: 320, height: 300 });
    await page.keyboard.type(' dari ponsel');
    await waitForSaved(page);
    for (const wanted of ['textarea', '.open-bar .button-main']) {
      const { top, bottom, height } = await page.$eval(wanted, (element) =>
        element.getBoundingClientRect().toJSON(),
      );
      expect(top, wanted).toBeGreaterThanOrEqual(0);
      expect(bottom, wanted).toBeLessThanOrEqual(300);
      expect(height, wanted).toBeGreaterThanOrEqual(44);
    }
    expect(await smallTargets(page)).toEqual([]);
    await fitPhone(jubir, page, phones[0]);
    const text = await boxText(page);
    expect(text).toMatch(/ dari ponsel$/);
    expect(await textOf(page, '.open-bar p')).toBe(idPhone.composer.opensAs('X'));
    await clickAway(page, worded(texts.composer.open('X')));
    const url = await jubir.waitForUrl(({ hostname }) => hostname === 'x.com');
    expect(url.pathname).toBe('/intent/tweet');
    expect(url.searchParams.get('text')).toBe(text);
    await closePlatformTabs(jubir);
    await closePage(page);
  });

  test('LINE opens at the address that its app listens to', async () => {
    const page = await openListOnPhone();
    await page.click(`[data-release="${rowAt({ rows }, 1).id}"] [data-platform=line]`);
    const url = await jubir.waitForUrl(({ hostname }) => hostname === 'line.me');
    expect(url.pathname).toBe('/R/share');
    expect(url.searchParams.get('text')).toBe(rowAt({ rows }, 1).captions.line?.text);
    await closePlatformTabs(jubir);
    await closePage(page);
  });

  test('“Bagikan lewat…” hands text and link to the system, and what went is asked about', async () => {
    const row = rowAt({ rows }, 2);
    const page = await openListOnPhone();
    await openComposer(page, row);
    const text = await boxText(page);
    await page.click(worded(texts.composer.share));
    const [post] = await poll('the record', async () => {
      const posts = await postsOf(row);
      return posts.length > 0 ? posts : null;
    });
    expect(post).toMatchObject({ route: 'share', state: 'opened', platform: 'x', text, asked: 0 });
    const shared = await page.evaluate(
      () => (globalThis as unknown as { sharedBySheet: ShareData }).sharedBySheet,
    );
    // Apps write one behind the other.
    expect(shared).toEqual({ text: withoutLink(text, row.url), url: row.url });
    expect(shared.text).not.toContain(row.url);
    await closePage(page);

    await waitForSnapshot(jubir, 'the question', ({ question }) => question?.postId === post?.id);
    const list = await openListOnPhone();
    await list.waitForSelector('.question');
    await expectFits(list, 'question');
    await list.click(`.question ${worded(texts.question.yes)}`);
    await list.waitForSelector('#post-link');
    await expectFits(list, 'question for the link');
    await closePage(list);
  });
});

describe('the page in view', () => {
  const shareFrom = async (url: string): Promise<Page> => {
    const page = await jubir.session.browser.newPage();
    await page.goto(url);
    // The popup as a tab of its own, in front of the page: the page is the one that was in view before.
    const popup = await openListOnPhone();
    await popup.click(labelled(texts.app.sharePage));
    return popup;
  };

  test('is shared by the popup’s own button', async () => {
    const row = rowAt({ rows }, 3);
    const popup = await shareFrom(row.url);
    await popup.waitForSelector('textarea');
    expect(await boxText(popup)).toBe(row.captions.x?.text);
    await closePage(popup);
    await jubir.session.closeTabs(({ hostname }) => hostname === 'kotabogor.go.id');
  });

  test('where it is a listing, its releases are offered', async () => {
    const popup = await shareFrom('https://kotabogor.go.id/berita');
    await popup.waitForSelector('.asked .match button');
    await expectFits(popup, 'listing');
    await popup.click(labelled(idPage.back));
    await popup.waitForSelector('[data-release]', { visible: true });
    await closePage(popup);
    await jubir.session.closeTabs(({ hostname }) => hostname === 'kotabogor.go.id');
  });

  test('where it cannot be read, it is said without a right button', async () => {
    const popup = await openListOnPhone();
    await poll('the answer', async () => {
      const asked: Asked = {
        ...{ id: crypto.randomUUID(), windowId: 0, tabId: 1, at: Date.now() },
        clicked: {
          on: 'page',
          page: 'https://koran.example/a',
          title: 'Koran',
          link: '',
          words: '',
          image: '',
        },
        found: {
          kind: 'failed',
          reason: 'unreadable',
          url: 'https://koran.example/a',
          title: 'Koran',
          sourceId: '',
          sourceName: '',
        },
      };
      await setAsked(asked);
      return (await textOf(popup, '.asked .empty-state p')) === idPage.next['unreadable-phone'];
    });
    await expectFits(popup, 'unreadable page');
    await setAsked({
      ...{ id: crypto.randomUUID(), windowId: 0, tabId: 1, at: Date.now() },
      clicked: {
        on: 'page',
        page: 'https://koran.example/b',
        title: 'Koran',
        link: '',
        words: '',
        image: '',
      },
      found: {
        kind: 'news',
        news: {
          url: 'https://koran.example/b',
          title: rowAt({ rows }, 0).title,
          text: rowAt({ rows }, 0).title,
        },
      },
    });
    await popup.waitForSelector('.asked .match button');
    await expectFits(popup, 'news');
    await popup.click(labelled(idPage.back));
    await popup.waitForSelector('[data-release]', { visible: true });
    await closePage(popup);
  });

  const setAsked = (asked: Asked): Promise<void> =>
    jubir.session.inExtension((given) => {
      const { browser } = globalThis as unknown as {
        browser: { storage: { session: { set(all: object): Promise<void> } } };
      };
      return browser.storage.session.set({ asked: given });
    }, asked);
});

describe('the pages', () => {
  test('the desk: one thing in view at a time, and back', async () => {
    const row = rowAt({ rows }, 0);
    const desk = await openOnPhone(jubir, 'desk.html');
    await desk.waitForSelector('[role=option]');
    await expectFits(desk, 'desk');
    await desk.click('.shelves-toggle');
    await desk.waitForSelector('.shelves-open [data-shelf=opened]', { visible: true });
    await expectFits(desk, 'shelves');
    await expectAccessible(jubir, desk);
    await desk.click('[data-shelf=opened]');
    await desk.waitForSelector('.shelves:not(.shelves-open)');
    await desk.click('[role=option]');
    await desk.waitForSelector('.post-text');
    await expectFits(desk, 'a post');
    await desk.click('.detail-back');
    await desk.waitForSelector('[role=option]', { visible: true });
    await closePage(desk);
    expect(await draftOn(jubir, row, 'x')).toMatchObject({ state: 'opened' });
  });

  test('a draft is written on there, and reminded of', async () => {
    const page = await openListOnPhone();
    await openComposer(page, rowAt({ rows }, 4));
    await focusBox(page);
    await page.keyboard.type(' besok');
    await waitForSaved(page);
    await closePage(page);
    const desk = await openOnPhone(jubir, 'desk.html');
    await desk.waitForSelector('[role=option]');
    await desk.click('[role=option]');
    await desk.waitForSelector('textarea');
    await expectFits(desk, 'a draft');
    await desk.click(worded(idDetail.remind));
    await desk.waitForSelector('.panel-choices');
    await expectFits(desk, 'reminder');
    await desk.click('.panel-choices button');
    await desk.waitForSelector('.reminder');
    await desk.click(worded(idDetail.duplicate));
    await desk.waitForSelector('.copies');
    await expectFits(desk, 'copies');
    await closePage(desk);
  });

  test('a share card, the recap and the archive', async () => {
    const list = await openListOnPhone();
    await openComposer(list, rowAt({ rows }, 0));
    await list.click(worded(idCard.make));
    await list.waitForSelector('.card-actions');
    await expectFits(list, 'card');
    await closePage(list);
    for (const [fragment, wanted] of Object.entries({ '#rekap': '.recap', '#arsip': '.found' })) {
      const desk = await openOnPhone(jubir, `desk.html${fragment}`);
      await desk.waitForSelector(wanted);
      await expectFits(desk, fragment);
      await closePage(desk);
    }
  });

  test('the options, from end to end, with what a phone cannot do said', async () => {
    const options = await openOnPhone(jubir, 'options.html');
    await options.waitForSelector('[data-source]');
    await expectFits(options, 'options');
    await expectAccessible(jubir, options);
    expect(await options.$(worded('Tambah akun Mastodon'))).toBeNull();
    await options.click(worded('Tambah akun Bluesky'));
    await options.waitForSelector('.account-form');
    await expectFits(options, 'an account');
    await closePage(options);
  });
});
