import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { type Draft, draftId, type Post } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  closePage,
  closePlatformTabs,
  focusBox,
  paste,
  rowAt,
  setSettings,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();

/** What stands in the history, newest last: two drafts and three posts in their three states. */
const words = {
  draftX: 'Draf ‘senja’ untuk X & kawan #satu',
  draftWhatsApp: 'Draf pagi untuk WhatsApp\nbaris kedua 🎉',
  openedX: 'Dibuka di X: 100% "jambu"',
  postedLine: 'Terbit di LINE: salak',
  notPostedBluesky: 'Tidak jadi di Bluesky: nangka',
};

let desk: Page;
let rows: ReleaseRow[] = [];

function input(row: ReleaseRow, platform: PlatformId, text: string): DraftInput {
  return {
    id: draftId(row.id, platform, 'summary'),
    releaseId: row.id,
    releaseTitle: row.title,
    releaseUrl: row.url,
    sourceId: row.sourceId,
    platform,
    angle: 'summary',
    text,
    writer: 'a page of this test',
    count: 1,
    base: 0,
  };
}

async function open(row: ReleaseRow, platform: PlatformId, text: string): Promise<string> {
  const postId = crypto.randomUUID();
  await jubir.send('open-platform', { draft: input(row, platform, text), postId, from: 'page' });
  await poll('a tab', async () => (await jubir.session.tabUrls()).some((url) => url.startsWith('https:')));
  await closePlatformTabs(jubir);
  return postId;
}

beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
  const notPosted = await open(rowAt({ rows }, 0), 'bluesky', words.notPostedBluesky);
  await jubir.send('answer-post', { postId: notPosted, state: 'not-posted', link: null });
  const posted = await open(rowAt({ rows }, 1), 'line', words.postedLine);
  await jubir.send('answer-post', {
    postId: posted,
    state: 'posted',
    link: 'https://timeline.line.me/post/salak',
  });
  await open(rowAt({ rows }, 2), 'x', words.openedX);
  await jubir.send('write-draft', input(rowAt({ rows }, 3), 'whatsapp', words.draftWhatsApp));
  await jubir.send('write-draft', input(rowAt({ rows }, 4), 'x', words.draftX));
  desk = await jubir.openPage('desk.html');
  // Wide enough for all three columns.
  await desk.setViewport({ width: 1280, height: 800 });
});
afterAll(() => desk && closePage(desk));

const listed = (): Promise<string[]> =>
  desk.$$eval('.entry-text', (entries) => entries.map(({ textContent }) => textContent));

const waitForList = (...wanted: string[]): Promise<unknown> => {
  let last: string[] = [];
  return poll('the list', async () => {
    last = await listed();
    return JSON.stringify(last) === JSON.stringify(wanted);
  }).catch((error: Error) => {
    throw new Error(`${error.message} ${JSON.stringify(wanted)}; it shows ${JSON.stringify(last)}`);
  });
};

const shelf = (name: string): string =>
  `::-p-xpath(//button[contains(@class,"shelf")][span[normalize-space(.)="${name}"]])`;

const choose = (text: string): Promise<void> =>
  desk.click(`::-p-xpath(//*[@role="option"][contains(.,"${text}")])`);

/** A “no” gives the draft back, so it stands beside the post that was not posted. */
const all = [
  words.draftX,
  words.draftWhatsApp,
  words.openedX,
  words.postedLine,
  words.notPostedBluesky,
  words.notPostedBluesky,
];

test('drafts and posts stand newest first, each with its state in words', async () => {
  await waitForList(...all);
  const states = await desk.$$eval('.entry-state', (found) => found.map(({ textContent }) => textContent));
  const { stateDraft, stateOpened, statePosted, stateNotPosted } = texts.desk;
  expect(states.slice(0, 4)).toEqual([stateDraft, stateDraft, stateOpened, statePosted]);
  expect(states.slice(4).sort()).toEqual([stateNotPosted, stateDraft].sort());
});

test('the shelves and the platform filter', async () => {
  await desk.click(shelf(texts.desk.drafts));
  await waitForList(words.draftX, words.draftWhatsApp, words.notPostedBluesky);
  await desk.click(shelf(texts.desk.opened));
  await waitForList(words.openedX);
  await desk.click(shelf(texts.desk.posted));
  await waitForList(words.postedLine);
  await desk.click(shelf(texts.desk.all));
  await desk.select('.desk-tools select', 'x');
  await waitForList(words.draftX, words.openedX);
  await desk.click(shelf(texts.desk.posted));
  await waitForText(desk, '.empty-state h2', texts.desk.nothingFound);
  await desk.click(worded(texts.desk.clearFilters));
  await waitForList(words.postedLine);
  await desk.click(shelf(texts.desk.all));
  await waitForList(...all);
});

test('search looks through text, title and link', async () => {
  const search = async (typed: string): Promise<void> => {
    await desk.$eval('.search input', (field) => (field as HTMLInputElement).select());
    await desk.keyboard.press('Backspace');
    await desk.focus('.search input');
    await desk.keyboard.type(typed);
  };
  await search('JAMBU 100%');
  await waitForList(words.openedX);
  await search('timeline.line.me');
  await waitForList(words.postedLine);
  await search(rowAt({ rows }, 3).title.slice(0, 24));
  await waitForList(words.draftWhatsApp);
  await search('tidak ada kata ini');
  await waitForText(desk, '.empty-state h2', texts.desk.nothingFound);
  await search('');
  await waitForList(...all);
});

test('copying gives the exact text', async () => {
  await choose('Draf pagi');
  await poll('the box', async () => (await boxText(desk).catch(() => '')) === words.draftWhatsApp);
  await desk.click(worded(texts.desk.copy));
  await waitForText(desk, '.toast span', texts.desk.copied);
  expect(await paste(jubir)).toBe(words.draftWhatsApp);
  await desk.bringToFront();
});

test('a draft goes on being written here', async () => {
  await choose('Draf pagi');
  await poll('the box', async () => (await boxText(desk).catch(() => '')) === words.draftWhatsApp);
  await focusBox(desk);
  await desk.keyboard.type(', ditambah di meja');
  await waitForSaved(desk);
  const drafts = await jubir.table<Draft>('drafts');
  const wanted = `${words.draftWhatsApp}, ditambah di meja`;
  expect(drafts.find(({ releaseId }) => releaseId === rowAt({ rows }, 3).id)?.text).toBe(wanted);
});

test('a post opens again with its exact text, and the second opening is recorded too', async () => {
  await choose('jambu');
  await waitForText(desk, '.post-text', words.openedX);
  await desk.click(worded(texts.desk.reopen('X')));
  const url = await jubir.waitForUrl(({ host }) => host === 'x.com');
  expect(url.searchParams.get('text')).toBe(words.openedX);
  await closePlatformTabs(jubir);
  const posts = (await jubir.table<Post>('posts')).filter(({ platform }) => platform === 'x');
  expect(posts.map(({ text, state }) => [text, state])).toEqual([
    [words.openedX, 'opened'],
    [words.openedX, 'opened'],
  ]);
  await desk.bringToFront();
});

test('deleting can be undone', async () => {
  await choose('senja');
  await poll('the box', async () => (await boxText(desk).catch(() => '')) === words.draftX);
  const before = await listed();
  await desk.click(worded(texts.desk.delete));
  await waitForText(desk, '.toast span', texts.desk.deleted);
  await waitForList(...before.filter((text) => text !== words.draftX));
  await desk.click(worded(texts.app.undo));
  await waitForList(...before);
  const drafts = await jubir.table<Draft>('drafts');
  expect(drafts.find(({ text }) => text === words.draftX)).toMatchObject({ deletedAt: 0, state: 'writing' });
});

test('with the network off it reloads, and lists, searches and writes as before', async () => {
  const before = await listed();
  await jubir.session.setOffline(true);
  try {
    await desk.evaluate(() => {
      Object.assign(globalThis, { old: true });
      location.reload();
    });
    await poll('the page to be new', () => desk.evaluate(() => !('old' in globalThis)).catch(() => false));
    await waitForList(...before);
    await waitForText(desk, '.shelves-foot', texts.desk.offline);
    await choose('senja');
    await poll('the box', async () => (await boxText(desk).catch(() => '')) === words.draftX);
    await focusBox(desk);
    await desk.keyboard.type(' luring');
    await waitForSaved(desk);
    const drafts = await jubir.table<Draft>('drafts');
    expect(drafts.some(({ text }) => text === `${words.draftX} luring`)).toBe(true);
  } finally {
    await jubir.session.setOffline(false);
  }
  await waitForText(desk, '.shelves-foot', texts.desk.online);
});
