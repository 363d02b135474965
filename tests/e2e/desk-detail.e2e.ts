import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import { type Draft, draftId, type Post, type Revision } from '../../utils/draft/draft.ts';
import { draftPlace } from '../../utils/draft/place.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { refreshNow } from './source-steps.ts';
import {
  boxText,
  closePage,
  closePlatformTabs,
  fillBox,
  focusBox,
  labelled,
  paste,
  readSnapshot,
  rowAt,
  setSettings,
  textOf,
  waitForBox,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

const jubir = useJubir();
const { detail } = later.id;
const full = { width: 1280, height: 800 };

let rows: ReleaseRow[] = [];
let desk: Page;

const idOn = (at: number, platform: PlatformId, angle: Angle = 'summary'): string =>
  draftId(rowAt({ rows }, at).id, platform, angle);

async function write(at: number, platform: PlatformId, text: string): Promise<string> {
  const { id: releaseId, title: releaseTitle, url: releaseUrl, sourceId } = rowAt({ rows }, at);
  const id = idOn(at, platform);
  const subject = { id, releaseId, releaseTitle, releaseUrl, sourceId, platform, angle: 'summary' };
  await jubir.send('write-draft', { ...subject, text, writer: crypto.randomUUID(), count: 1, base: 0 });
  return id;
}
const draft = async (id: string): Promise<Draft | undefined> =>
  (await jubir.table<Draft>('drafts')).find((each) => each.id === id);

/** The desk as a link to a draft opens it. */
async function openDraft(id: string, size = full): Promise<void> {
  desk = await jubir.openPage('desk.html', draftPlace(id));
  await desk.setViewport(size);
  await desk.waitForSelector('textarea');
}
afterEach(() => desk && closePage(desk));

const noteBox = '.note textarea';
const isShown = (selector: string): Promise<boolean> =>
  desk.$eval(selector, (element) => (element as HTMLElement).offsetParent !== null).catch(() => false);

beforeAll(async () => {
  await waitForReleases(jubir);
  await setSettings(jubir, { platforms: ['x', 'whatsapp', 'threads', 'bluesky'] });
  rows = (await readSnapshot(jubir)).rows;
});

describe('a draft beside its release', () => {
  test('its address opens it; the release stands beside where there is room, below where there is none', async () => {
    await write(0, 'x', 'Lebih baru dari yang dicari');
    const id = await write(1, 'x', 'Yang dicari');
    await write(2, 'x', 'Paling baru');
    await openDraft(id);
    await waitForBox(desk, 'Yang dicari');
    await waitForText(desk, '.release-beside h3', rowAt({ rows }, 1).title);
    expect(await isShown('.release-beside')).toBe(true);
    expect(await isShown('.composer .release-read')).toBe(false);
    expect(await desk.evaluate(() => location.hash)).toBe('');
    await desk.setViewport({ width: 900, height: 800 });
    await poll('the toggle', () => isShown('.composer .release-read'));
    expect(await isShown('.release-beside')).toBe(false);
  });

  test('what the city changed since is marked; written on, it is not since any more', async () => {
    const id = await write(3, 'x', 'Ditulis sebelum diubah');
    const row = rowAt({ rows }, 3);
    const number = Number(row.url.split('/').at(-1));
    const { paragraphs } = jubir.portal.city.find(number) ?? { paragraphs: [] };
    jubir.portal.city.edit(number, {
      title: `Ralat: ${row.title}`,
      paragraphs: [...paragraphs, 'Jadwalnya digeser ke hari Kamis.'],
    });
    await poll('the change', async () => {
      await refreshNow(jubir);
      const releases = await jubir.table<Release>('releases');
      const { changedAt, paragraphs: now = [] } = releases.find((each) => each.id === row.id) ?? {};
      return changedAt !== undefined && now.some((each) => each.includes('digeser'));
    });
    await openDraft(id);
    await desk.waitForSelector('.release-beside ins');
    const added = (): Promise<string> =>
      desk.$$eval('.release-beside ins', (all) => all.map(({ textContent }) => textContent).join(' '));
    expect(await added()).toContain('digeser ke hari Kamis.');
    expect(await textOf(desk, '.release-beside-changed p')).toContain('setelah draf ini Anda tulis');
    await expectAccessible(jubir, desk);
    await desk.click('.release-beside-changed input');
    expect(await desk.$('.release-beside ins')).toBeNull();
    await focusBox(desk);
    await desk.keyboard.type('!');
    await waitForSaved(desk);
    await poll('the mark to go', async () => (await desk.$('.release-beside-changed')) === null);
  });
});

describe('notes', () => {
  test('a page that closes right after the last letter loses none', async () => {
    const id = await write(4, 'x', 'Draf bercatatan');
    await openDraft(id);
    await desk.click(worded(detail.noteShort));
    const typed = 'tanya Bu Rina soal foto, lalu terbitkan sore';
    await desk.waitForSelector(noteBox);
    await desk.keyboard.type(typed);
    await desk.evaluate(() => window.close()).catch(() => {});
    await closePage(desk);
    await poll('the note', async () => (await draft(id))?.note === typed);
    await openDraft(id);
    await desk.waitForSelector(noteBox);
    expect(await desk.$eval(noteBox, (box) => (box as HTMLTextAreaElement).value)).toBe(typed);
    await expectAccessible(jubir, desk);
  });

  test('it says stored only when it is, and goes on where the background was ended', async () => {
    const id = await write(4, 'whatsapp', 'Draf lain bercatatan');
    await openDraft(id);
    await desk.click(worded(detail.noteShort));
    await desk.waitForSelector(noteBox);
    await desk.keyboard.type('satu ');
    await jubir.session.killBackground();
    await desk.keyboard.type('dua');
    await waitForText(desk, '.note .save-mark', texts.composer.saved);
    expect((await draft(id))?.note).toBe('satu dua');
  });
});

test('a draft that went out is found as its post, which has a note and words for a picture too', async () => {
  const { id: releaseId, title: releaseTitle, url: releaseUrl, sourceId } = rowAt({ rows }, 2);
  const id = idOn(2, 'bluesky');
  const subject = {
    id,
    releaseId,
    releaseTitle,
    releaseUrl,
    sourceId,
    platform: 'bluesky',
    angle: 'summary',
  };
  const postId = crypto.randomUUID();
  const sent = {
    ...subject,
    text: 'Sudah dibuka di Bluesky',
    writer: crypto.randomUUID(),
    count: 1,
    base: 0,
  };
  await jubir.send('open-platform', { draft: sent, postId, from: 'page' });
  await jubir.waitForUrl(({ host }) => host === 'bsky.app');
  await closePlatformTabs(jubir);
  desk = await jubir.openPage('desk.html', draftPlace(id));
  await desk.setViewport(full);
  await waitForText(desk, '.post-text', 'Sudah dibuka di Bluesky');
  await desk.click(worded(detail.noteShort));
  await desk.waitForSelector(noteBox);
  await desk.keyboard.type('jawab komentar warga');
  await waitForText(desk, '.note .save-mark', texts.composer.saved);
  const post = (await jubir.table<Post>('posts')).find((each) => each.id === postId);
  expect(post?.note).toBe('jawab komentar warga');
  await desk.click(labelled(detail.copyMenu));
  await desk.click('[role=menuitem]:last-child');
  await waitForText(desk, '.toast span', detail.copiedForImage);
  await expectAccessible(jubir, desk);
});

describe('copies on other platforms', () => {
  const long = `Taman ini untuk kita. ${'Kalimat saya sendiri tentang taman. '.repeat(8)}`;

  test('each is fitted, another text there is kept, and all can be taken back', async () => {
    const { url } = rowAt({ rows }, 5);
    const own = `${long}${url} #KotaBogor #Taman`;
    const id = await write(5, 'whatsapp', own);
    await write(5, 'threads', 'Teks lama di Threads.');
    await openDraft(id);
    await desk.click(worded(detail.duplicate));
    await desk.waitForSelector('.copies');
    const told = await desk.$$eval('.copies li', (all) => all.map(({ textContent }) => textContent));
    const { replaces, without } = detail;
    expect(told).toEqual([
      `X${without.words}`,
      `Threads${replaces}; ${without.hashtags}`,
      `Bluesky${without.words}`,
    ]);
    await expectAccessible(jubir, desk);
    for (const box of await desk.$$('.copies input')) await box.click();
    await desk.click(worded(detail.duplicateTo(3)));
    await waitForText(desk, '.panel h2', detail.duplicated(3));
    const textOn = async (platform: PlatformId) => (await draft(idOn(5, platform)))?.text;
    expect(await textOn('threads')).toBe(own.replace(' #Taman', ''));
    const onX = (await textOn('x')) ?? '';
    expect(onX).toMatch(
      /^Taman ini untuk kita\. (?:Kalimat saya sendiri tentang taman\. )+https\S+ #KotaBogor #Taman$/,
    );
    expect(onX.length).toBeLessThan(own.length);
    const earlier = (await jubir.table<Revision>('revisions')).filter(
      ({ draftId: of }) => of === idOn(5, 'threads'),
    );
    expect(earlier.map(({ text }) => text)).toEqual(['Teks lama di Threads.']);
    await expectAccessible(jubir, desk);

    // One is written on: it stays when the others are taken back.
    await jubir.send('write-draft', {
      ...(await subjectOf(idOn(5, 'bluesky'))),
      text: 'Sudah saya ubah.',
      writer: crypto.randomUUID(),
      count: 1,
    });
    await desk.click(worded(texts.app.undo));
    await waitForText(desk, '.panel h2', detail.duplicateKept('Bluesky'));
    expect(await textOn('threads')).toBe('Teks lama di Threads.');
    expect((await draft(idOn(5, 'x')))?.deletedAt).toBeGreaterThan(0);

    await desk.click(`.panel a[href="${draftPlace(idOn(5, 'bluesky'))}"]`);
    // The composer of before goes, another comes.
    await poll('the copy', async () => (await boxText(desk).catch(() => '')) === 'Sudah saya ubah.');
  });

  async function subjectOf(id: string) {
    const stored = await draft(id);
    if (!stored) throw new Error(`no draft ${id}`);
    const { releaseId, releaseTitle, releaseUrl, sourceId, platform, angle, revision } = stored;
    return { id, releaseId, releaseTitle, releaseUrl, sourceId, platform, angle, base: revision };
  }

  test('the suggestion becomes each platform’s own', async () => {
    const { captions } = rowAt({ rows }, 6);
    const angle = captions.x?.angle ?? 'summary';
    expect(angle).toBe('summary');
    const id = await write(6, 'x', captions.x?.text ?? '');
    await openDraft(id);
    await desk.click(worded(detail.duplicate));
    await desk.waitForSelector('.copies li');
    await desk.click('.copies li:last-child input');
    await desk.click(worded(detail.duplicateTo(1)));
    await waitForText(desk, '.panel h2', detail.duplicated(1));
    expect((await draft(idOn(6, 'bluesky')))?.text).toBe(captions.bluesky?.text);
  });
});

test('the words for a picture: no link, no hashtag, short lines, with title, city and date', async () => {
  const { url, title } = rowAt({ rows }, 7);
  const id = await write(
    7,
    'x',
    `Taman ini milik kita semua, mari kita rawat bersama-sama. ${url} #KotaBogor`,
  );
  await openDraft(id);
  await desk.click(labelled(detail.copyMenu));
  await desk.waitForSelector('[role=menu]');
  await expectAccessible(jubir, desk);
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await waitForText(desk, '.toast span', detail.copiedForImage);
  const lines = (await paste(jubir)).split('\n');
  expect(lines.join(' ').replace(/\s+/g, ' ')).toMatch(
    new RegExp(
      `^${title.replace(/[.*+?^$()|[\\]\\\\]/g, '.')} Taman ini milik kita semua, mari kita rawat bersama-sama\\. Kota Bogor · \\d+ \\p{L}+ \\d{4}$`,
      'u',
    ),
  );
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  await desk.bringToFront();
});

test('a draft whose release is gone is still there, and goes on being written', async () => {
  const row = rowAt({ rows }, 8);
  const id = await write(8, 'x', 'Draf tanpa rilis');
  await jubir.send('remove-source', { id: row.sourceId });
  await poll('the releases to go', async () =>
    (await jubir.table<Release>('releases')).every(({ sourceId }) => sourceId !== row.sourceId),
  );
  await openDraft(id);
  await waitForBox(desk, 'Draf tanpa rilis');
  await waitForText(desk, '.composer .notice', new RegExp(`^${texts.drafts.releaseGone}`));
  expect(await textOf(desk, '.composer h1')).toBe(row.title);
  await expectAccessible(jubir, desk);
  await fillBox(desk, 'Draf tanpa rilis, tetapi tetap milik saya');
  await waitForSaved(desk);
  expect((await draft(id))?.text).toBe('Draf tanpa rilis, tetapi tetap milik saya');
  expect(await boxText(desk)).toBe('Draf tanpa rilis, tetapi tetap milik saya');
});
