import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { later } from '../../utils/browser/texts/later.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import type { HumasItem } from '../../utils/humas/desk.ts';
import type { FeedRow, PreferredRow } from '../../utils/humas/store.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { Jubir } from './jubir.ts';
import { allowSites } from './source-steps.ts';
import {
  boxText,
  closePage,
  fillBox,
  openComposer,
  openList,
  readSnapshot,
  rowAt,
  setSettings,
  waitForBox,
  waitForReleases,
  waitForSaved,
  waitForSnapshot,
  waitForText,
  worded,
} from './steps.ts';

const words = later.id.humas;
const deskWords = later.id.humasDesk;
const host = 'humas.kotabogor.go.id';
const address = `https://${host}/takarir.json`;

/** The Humas officer's browser, and an official's: two profiles that share nothing but the file. */
const officer = new Jubir(inject('browserKind'));
const official = new Jubir(inject('browserKind'));
let desk: Page;
let publicKey = '';
/** What lies at the city's host. */
let file = '';

beforeAll(async () => {
  await officer.start();
  await official.start();
  official.portal.sites.set(host, () => ({ [address]: { type: 'application/feed+json', body: file } }));
  await Promise.all([waitForReleases(officer), waitForReleases(official)]);
}, 120_000);
afterEach(() => {
  for (const { session } of [officer, official])
    expect(session.problems.splice(0), 'uncaught errors in Jubir').toEqual([]);
});
afterAll(async () => {
  await officer.stop();
  await official.stop();
});

/** The file as the officer's browser is handed it to save. */
async function savedFile(): Promise<string> {
  await desk.evaluate(() => {
    const scope = globalThis as unknown as { saved?: Blob | undefined };
    scope.saved = undefined;
    HTMLAnchorElement.prototype.click = () => {};
    URL.createObjectURL = (blob: Blob) => {
      scope.saved = blob;
      return 'blob:none';
    };
  });
  await desk.click(worded(deskWords.save));
  return poll('the file', () =>
    desk.evaluate(async () => (await (globalThis as unknown as { saved?: Blob }).saved?.text()) ?? null),
  );
}

/** Reads the feed again in the official's settings. */
async function readAgain(): Promise<void> {
  const options = await official.openPage('options.html', '#humas');
  const before = official.portal.seen(host).length;
  await options.waitForSelector('#humas');
  await options.waitForSelector(worded(words.feed.again));
  await options.click(worded(words.feed.again));
  await poll('the feed to be asked for', async () => official.portal.seen(host).length > before);
  await closePage(options);
}
const feedRow = async () => (await official.table<FeedRow>('captionFeeds'))[0];
const waitForOutcome = (what: string, pass: (row: FeedRow) => boolean) =>
  poll(what, async () => {
    const row = await feedRow();
    return row && pass(row) ? row : null;
  });

const text = (link: string) => `Kata Humas: mari ke sini. ${link}`;

test('an officer writes a caption from the composer, has it approved and signed, and saves one file', async () => {
  await setSettings(officer, { writesHumas: true });
  const row = rowAt(await readSnapshot(officer), 0);
  const composer = await officer.openPage('desk.html', '#arsip');
  await composer.setViewport({ width: 1300, height: 900 });
  await composer.waitForSelector(`[data-release="${row.id}"]`);
  await openComposer(composer, row);
  await fillBox(composer, text(row.url));
  await waitForSaved(composer);
  await composer.waitForSelector(worded(deskWords.add));
  await composer.click(worded(deskWords.add));
  await poll('the item', async () => (await officer.table<HumasItem>('humasItems')).length === 1);
  await closePage(composer);

  desk = await officer.openPage('desk.html', '#humas');
  await desk.setViewport({ width: 1300, height: 900 });
  await desk.waitForSelector('.humas-card textarea');
  await desk.type('#humas-name', 'Rina');
  await desk.click('[aria-describedby="humas-reviews"]');
  await desk.waitForSelector('[id^="approver-"]');
  await desk.type('[id^="approver-"]', 'Budi');
  await desk.click(worded(deskWords.approve));
  await poll('the approval', async () => {
    const [item] = await officer.table<HumasItem>('humasItems');
    return item?.reviewedBy === 'Budi';
  });
  await desk.click(worded(deskWords.keyMake));
  publicKey = await waitForText(desk, '.humas-key code', /^[A-Za-z\d+/]{43}=$/);
  await expectAccessible(officer, desk);
  file = await savedFile();
  expect(JSON.parse(file)).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    _jubir: { signature: expect.stringMatching(/^[A-Za-z\d+/]{86}==$/) },
    items: [{ url: row.url, _jubir: { reviewed_by: 'Budi', captions: [{ texts: [text(row.url)] }] } }],
  });
});

test('an official allows the host once; the caption stands first, marked, and is what the list sends', async () => {
  await allowSites(official);
  const options = await official.openPage('options.html');
  await options.waitForSelector('#humas-address');
  await options.type('#humas-address', address);
  await options.type('#humas-key', publicKey);
  await options.click(worded(words.feed.save));
  await waitForOutcome('the first reading', ({ outcome }) => outcome?.ok === true);
  await expectAccessible(official, options);
  await closePage(options);
  const { rows } = await waitForSnapshot(official, 'the caption in the list', ({ rows: [row] }) =>
    Object.values(row?.captions ?? {}).some((each) => each.text === text(row?.url ?? '')),
  );
  const row = rows[0];
  if (!row) throw new Error('no row');
  const popup = await openList(official);
  await openComposer(popup, row);
  await waitForBox(popup, text(row.url));
  await popup.waitForSelector('.chip-humas');
  await waitForText(popup, '.humas-line', /disetujui Budi/);
  await fillBox(popup, `${text(row.url)} Sampai jumpa.`);
  await waitForSaved(popup);
  await closePage(popup);
});

test('a corrected caption is told on the draft; nothing is overwritten, and one tap takes it', async () => {
  const { url } = rowAt(await readSnapshot(official), 0);
  const next = `Kata Humas, diperbaiki. ${url}`;
  await desk.$eval('.humas-card textarea', (box) => (box as HTMLTextAreaElement).select());
  await desk.focus('.humas-card textarea');
  await desk.evaluate((content) => document.execCommand('insertText', false, content), next);
  await poll('the correction', async () => {
    const [item] = await officer.table<HumasItem>('humasItems');
    return item?.captions[0]?.texts[0] === next && item.reviewedBy === undefined;
  });
  await desk.waitForSelector('[id^="approver-"]');
  await desk.type('[id^="approver-"]', 'Budi');
  await desk.click(worded(deskWords.approve));
  await desk.waitForFunction(() => !document.querySelector('[id^="approver-"]'));
  file = await savedFile();
  await readAgain();
  await poll('the correction to be read', async () => {
    const [row] = await official.table<PreferredRow>('preferred');
    return row?.captions[0]?.texts[0] === next;
  });
  const popup = await openList(official);
  await openComposer(popup, rowAt(await readSnapshot(official), 0));
  await popup.waitForSelector(worded(words.take));
  expect(await boxText(popup)).toBe(`${text(url)} Sampai jumpa.`);
  await expectAccessible(official, popup);
  await popup.click(worded(words.take));
  await waitForBox(popup, next);
  await waitForSaved(popup);
  await closePage(popup);
  const [draft] = await official.table<Draft>('drafts');
  expect(draft).toMatchObject({ text: next });
});

test('a forged file is refused and named in the settings, and what was read before stays', async () => {
  const good = file;
  file = good.replace('diperbaiki', 'dipalsukan');
  await readAgain();
  await waitForOutcome('the refusal', ({ outcome }) => outcome?.ok === false && outcome.reason === 'forged');
  const [row] = await official.table<PreferredRow>('preferred');
  expect(row?.captions[0]?.texts[0]).toContain('diperbaiki');
  const options = await official.openPage('options.html');
  await options.waitForSelector('#humas');
  await poll('the reason', async () =>
    (await options.$eval('main', (main) => main.textContent)).includes(words.feed.reasons.forged),
  );
  await expectAccessible(official, options);
  await closePage(options);
  file = good;
});

test('an expired caption is offered no more, and a draft of it says so', async () => {
  await desk.$eval(
    '[id^="expires-"]',
    (field, value) => {
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    '2020-01-01T08:00',
  );
  await poll('the expiry', async () => {
    const [item] = await officer.table<HumasItem>('humasItems');
    return item?.expires !== undefined;
  });
  file = await savedFile();
  expect(JSON.parse(file).items).toEqual([]);
  await readAgain();
  await waitForOutcome('the empty feed', ({ outcome }) => outcome?.ok === true && outcome.count === 0);
  const popup = await openList(official);
  await openComposer(popup, rowAt(await readSnapshot(official), 0));
  await poll('the notice', async () =>
    (await popup.$eval('.composer', (all) => all.textContent)).includes(words.gone),
  );
  expect(await popup.$('.chip-humas')).toBeNull();
  await closePage(popup);
});
