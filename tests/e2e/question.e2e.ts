import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Draft, Post } from '../../utils/draft/draft.ts';
import { poll } from '../browsers/session.ts';
import { useJubir } from './harness.ts';
import {
  boxText,
  clickAway,
  closePage,
  closePlatformTabs,
  labelled,
  openComposer,
  openList,
  rowAt,
  setSettings,
  shareButton,
  waitForReleases,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();

let rows: ReleaseRow[] = [];
beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});

/** Opens X for a release by its row's button, and gives the post that is recorded. */
async function share(row: ReleaseRow): Promise<Post> {
  const popup = await openList(jubir);
  await clickAway(popup, shareButton(row, 'x'));
  await jubir.waitForUrl(({ host }) => host === 'x.com');
  await closePage(popup);
  await closePlatformTabs(jubir);
  const { question } = await waitForSnapshot(
    jubir,
    'the question',
    ({ question }) => row.title === question?.releaseTitle,
  );
  return postOf(question?.postId ?? '');
}

async function postOf(id: string): Promise<Post> {
  const post = (await jubir.table<Post>('posts')).find((each) => each.id === id);
  if (!post) throw new Error('no such post');
  return post;
}

async function draftOf(post: Post): Promise<Draft | undefined> {
  return (await jubir.table<Draft>('drafts')).find(({ id }) => id === post.draftId);
}

/** The popup with the question about a release in it. */
async function openAsked(row: ReleaseRow): Promise<Page> {
  const popup = await openList(jubir);
  const ask = await waitForText(popup, '.question p', /^“.+” sudah terbit di X\?$/);
  expect(row.title.startsWith(ask.slice(1, 20))).toBe(true);
  return popup;
}

test('the next opening asks once; the one after it does not, and the desk still knows', async () => {
  const row = rowAt({ rows }, 0);
  const post = await share(row);
  expect(post).toMatchObject({ state: 'opened', asked: 0 });
  await closePage(await openAsked(row));
  await waitForSnapshot(jubir, 'no question', ({ question }) => question === null);
  expect(await postOf(post.id)).toMatchObject({ state: 'opened', asked: 1 });

  const popup = await openList(jubir);
  expect(await popup.$('.question')).toBeNull();
  await closePage(popup);

  const desk = await jubir.openPage('desk.html');
  await waitForText(desk, '.entry-state', texts.desk.stateOpened);
  await desk.waitForSelector('.question');
  await closePage(desk);
});

test('“Sudah” with a link stores both; a bad link is refused with a reason', async () => {
  const row = rowAt({ rows }, 1);
  const post = await share(row);
  const popup = await openAsked(row);
  await popup.click(worded(texts.question.yes));
  await popup.waitForSelector('#post-link');
  const focused = await popup.$eval('#post-link', (field) => field === document.activeElement);
  expect(focused).toBe(true);
  for (const bad of ['bukan tautan', 'http://x.com/kota/status/1', 'javascript:alert(1)']) {
    await popup.$eval('#post-link', (field) => (field as HTMLInputElement).select());
    await popup.keyboard.type(bad);
    await popup.keyboard.press('Enter');
    await waitForText(popup, '#post-link-error', texts.question.badLink);
    expect(await postOf(post.id)).toMatchObject({ state: 'opened', link: null });
  }
  const link = 'https://x.com/kota/status/1234567890?s=20';
  await popup.$eval('#post-link', (field) => (field as HTMLInputElement).select());
  await popup.keyboard.type(link);
  await popup.click(worded(texts.app.save));
  await waitForText(popup, '.toast span', texts.question.thanks);
  expect(await popup.$('.question')).toBeNull();
  const answered = await postOf(post.id);
  expect(answered).toMatchObject({ state: 'posted', link, text: post.text });
  expect(answered.changes.map(({ state }) => state)).toEqual(['opened', 'posted']);
  expect(await draftOf(post)).toMatchObject({ state: 'posted' });
  // The row says so from now on.
  await popup.waitForSelector(`${shareButton(row, 'x')}[data-shared=posted]`);
  await closePage(popup);
});

test('“Sudah” without a link is an answer too', async () => {
  const row = rowAt({ rows }, 2);
  const post = await share(row);
  const popup = await openAsked(row);
  await popup.click(worded(texts.question.yes));
  await popup.waitForSelector('#post-link');
  await popup.click(worded(texts.app.save));
  await waitForText(popup, '.toast span', texts.question.thanks);
  expect(await postOf(post.id)).toMatchObject({ state: 'posted', link: null });
  await closePage(popup);
});

test('“Belum” gives the draft back for writing', async () => {
  const row = rowAt({ rows }, 3);
  const post = await share(row);
  const popup = await openAsked(row);
  await popup.click(worded(texts.question.notYet));
  await waitForText(popup, '.toast span', texts.question.kept);
  expect(await postOf(post.id)).toMatchObject({ state: 'not-posted', link: null });
  expect(await draftOf(post)).toMatchObject({ state: 'writing', text: post.text });
  await openComposer(popup, row);
  expect(await boxText(popup)).toBe(post.text);
  await closePage(popup);
});

test('× leaves the question for the desk, where it can be answered', async () => {
  const row = rowAt({ rows }, 4);
  const post = await share(row);
  const popup = await openAsked(row);
  await popup.click(labelled(texts.question.later));
  await poll('the question to go', async () => (await popup.$('.question')) === null);
  await closePage(popup);
  expect(await postOf(post.id)).toMatchObject({ state: 'opened', asked: 1 });

  const desk = await jubir.openPage('desk.html');
  const start = post.text.slice(0, 40).replace(/"/g, '');
  const entry = `::-p-xpath(//*[@role="option"][contains(.,"${start}")])`;
  await desk.waitForSelector(entry);
  await desk.click(entry);
  await waitForText(desk, '.post-text', post.text);
  await desk.click(worded(texts.question.yes));
  await desk.waitForSelector('#post-link');
  await desk.click(worded(texts.app.save));
  await poll('the answer', async () => (await postOf(post.id)).state === 'posted');
  await waitForText(desk, '.post-changes', new RegExp(`${texts.desk.wasPosted}$`));
  await closePage(desk);
});
