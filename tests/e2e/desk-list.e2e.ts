import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { type Draft, draftId, type Post } from '../../utils/draft/draft.ts';
import type { Shelf } from '../../utils/draft/entries.ts';
import { poll } from '../browsers/session.ts';
import * as samples from '../draft/samples.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { storeHistory } from './history.ts';
import { closePage, isFocused, labelled, rowAt, waitForReleases, waitForText, worded } from './steps.ts';
import { sticksOut } from './zoom.ts';

const jubir = useJubir();
const words = later.id.entries;
const full = { width: 1280, height: 800 };
const day = 24 * 60 * 60 * 1000;

let desk: Page;
let rows: ReleaseRow[] = [];

/** Noon of some days ago. */
const noon = (ago: number): number => new Date().setHours(12, 0, 0, 0) - ago * day;

/** What is told of a draft: the release that it is of, by its place among the newest, and what differs. */
function draft(release: number, change: Partial<Draft>): Draft {
  const { id, title, url, sourceId } = rowAt({ rows }, release);
  const { platform = 'x', angle = 'summary' } = change;
  return samples.draft({
    id: draftId(id, platform, angle),
    releaseId: id,
    releaseTitle: title,
    releaseUrl: url,
    sourceId,
    ...change,
  });
}
function post(release: number, change: Partial<Post>): Post {
  const { id: releaseId, title: releaseTitle, url: releaseUrl, sourceId } = rowAt({ rows }, release);
  return samples.post({ releaseId, releaseTitle, releaseUrl, sourceId, ...change });
}

const two = { n: 99, by: 'lain', text: 'Versi rumah', writer: 'rumah', at: 1 };
/** The history, newest first by count: its words tell what each is. */
const history = (): { drafts: Draft[]; posts: Post[] } => ({
  drafts: [
    draft(0, { revision: 100, text: 'Dua versi', updatedAt: noon(0), rivals: [two] }),
    draft(1, { revision: 98, text: 'Jam maju', updatedAt: noon(-2) }),
    draft(2, { revision: 97, text: 'Jam mundur', updatedAt: noon(2) }),
    draft(3, {
      revision: 96,
      text: 'Kutipan Wali Kota',
      updatedAt: noon(0),
      angle: 'quote',
      platform: 'whatsapp',
      note: 'tunggu Pak Camat',
    }),
    draft(4, { revision: 50, text: 'Lama terhapus', deletedAt: Date.now() - 20 * day }),
    draft(5, { revision: 49, text: 'Sudah disisihkan', archivedAt: Date.now() }),
  ],
  posts: [
    post(0, { id: 'p1', order: 95, text: 'Terbuka satu', openedAt: noon(1) }),
    post(1, { id: 'p2', order: 94, text: 'Terbuka dua', openedAt: noon(1), platform: 'threads' }),
    post(2, { id: 'p3', order: 93, text: 'Sudah terbit', openedAt: noon(1), state: 'posted' }),
    post(3, { id: 'p4', order: 92, text: 'Gagal', openedAt: noon(1), state: 'failed' }),
    post(4, {
      id: 'p5',
      order: 91,
      text: 'Tidak pasti',
      openedAt: noon(2),
      state: 'unknown',
      sourceId: 'lama',
    }),
    post(5, { id: 'p6', order: 90, text: 'Belum', openedAt: noon(2), state: 'not-posted' }),
  ],
});
/** The draft that is written on. */
const quoted = (): Draft => history().drafts[3] as Draft;
const all = ['Dua versi', 'Jam maju', 'Jam mundur', 'Kutipan Wali Kota'].concat([
  'Terbuka satu',
  'Terbuka dua',
  'Sudah terbit',
  'Gagal',
  'Tidak pasti',
  'Belum',
]);
const without = (...gone: string[]): string[] => all.filter((words) => !gone.includes(words));

beforeAll(async () => {
  rows = (await waitForReleases(jubir)).rows;
});
beforeEach(async () => {
  if (desk) await closePage(desk);
  const { drafts, posts } = history();
  await storeHistory(jubir.session, drafts, posts);
  desk = await jubir.openPage('desk.html');
  await desk.setViewport(full);
  await waitForList(...all);
});
afterAll(() => desk && closePage(desk));

const listed = (): Promise<string[]> =>
  desk.$$eval('.entry', (entries) =>
    entries
      .sort((a, b) => Number(a.getAttribute('aria-posinset')) - Number(b.getAttribute('aria-posinset')))
      .map((entry) => entry.querySelector('.entry-text')?.textContent ?? ''),
  );
async function waitForList(...wanted: string[]): Promise<void> {
  let last: string[] = [];
  await poll('the list', async () => {
    last = await listed();
    return JSON.stringify(last) === JSON.stringify(wanted);
  }).catch((error: Error) => {
    throw new Error(`${error.message} ${JSON.stringify(wanted)}; it shows ${JSON.stringify(last)}`);
  });
}
const row = (words: string): string => `::-p-xpath(//*[@role="option"][contains(.,"${words}")])`;
const box = (words: string): string =>
  `::-p-xpath(//*[@role="option"][contains(.,"${words}")]//*[contains(@class,"entry-check")])`;
const shelf = (name: Shelf): Promise<void> => desk.click(`[data-shelf=${name}]`);
const deed = (name: string): Promise<void> => desk.click(`[data-deed=${name}]`);
const count = (name: Shelf): Promise<string> =>
  desk.$eval(`[data-shelf=${name}] .shelf-count`, ({ textContent }) => textContent ?? '');
const selected = (): Promise<number> => desk.$$eval('.entry[aria-selected=true]', ({ length }) => length);
const focused = (): Promise<string> =>
  desk.evaluate(() => document.activeElement?.querySelector('.entry-text')?.textContent ?? '');
const waitForFocus = (words: string): Promise<unknown> =>
  poll(`the focus on ${words}`, async () => (await focused()) === words);
const quotedNow = async () => (await jubir.table<Draft>('drafts')).find(({ id }) => id === quoted().id);
const postOf = async (id: string) => (await jubir.table<Post>('posts')).find((each) => each.id === id);
async function withShift(job: () => Promise<void>): Promise<void> {
  await desk.keyboard.down('Shift');
  await job();
  await desk.keyboard.up('Shift');
}

describe('shelves', () => {
  test('each with what stands on it, and how many', async () => {
    const expected: [Shelf, string[]][] = [
      ['drafts', ['Dua versi', 'Jam maju', 'Jam mundur', 'Kutipan Wali Kota']],
      ['opened', ['Terbuka satu', 'Terbuka dua']],
      ['posted', ['Sudah terbit']],
      ['unsure', ['Gagal', 'Tidak pasti', 'Belum']],
      ['away', ['Sudah disisihkan']],
      ['deleted', ['Lama terhapus']],
      ['all', all],
    ];
    for (const [name, wanted] of expected) {
      await shelf(name);
      await waitForList(...wanted);
      expect(await count(name)).toBe(String(wanted.length));
    }
  });

  test('a clock that was days off moves nothing, and gets a heading of its own', async () => {
    const headings = await desk.$$eval('[role=group]', (days) =>
      days.map((each) => `${each.getAttribute('aria-label')}: ${each.querySelectorAll('.entry').length}`),
    );
    expect(headings).toHaveLength(6);
    expect(headings[0]).toBe(`${texts.desk.today}: 1`);
    expect(headings[3]).toBe(`${texts.desk.today}: 1`);
    expect(headings[4]).toBe(`${texts.desk.yesterday}: 4`);
  });

  test('two texts to choose from are marked, and asked about when it is opened', async () => {
    expect(await desk.$eval('.entry .entry-state', ({ textContent }) => textContent)).toBe(words.rivals);
    await desk.click(row('Dua versi'));
    await waitForText(desk, '.rivals h2', texts.drafts.rivals);
  });

  test('an empty shelf says why, and what comes there', async () => {
    await desk.click(row('Sudah terbit'));
    await desk.click(box('Sudah terbit'));
    await deed('away');
    await waitForList(...without('Sudah terbit'));
    await shelf('posted');
    await waitForText(desk, '.empty-state h2', words.emptyShelf.posted);
    await waitForText(desk, '.empty-state p', words.emptyShelfHelp.posted);
  });
});

describe('filters', () => {
  const choose = (label: string, value: string) =>
    desk.select(`.desk-filters [aria-label="${label}"]`, value);
  const offered = (label: string) =>
    desk.$$eval(`.desk-filters [aria-label="${label}"] option`, (all) => all.map(({ value }) => value));

  test('only what occurs is offered; all of it is cleared by one button; choosing an entry leaves it', async () => {
    expect(await offered(texts.desk.platform)).toEqual(['', 'x', 'whatsapp', 'threads']);
    expect(await offered(words.angle)).toEqual(['', 'quote', 'summary']);
    expect(await offered(words.source)).toContain('lama');
    await choose(texts.desk.platform, 'whatsapp');
    await choose(words.angle, 'quote');
    await desk.type('.search input', 'camat');
    await waitForList('Kutipan Wali Kota');
    await waitForText(desk, '.desk-found', new RegExp(`^${words.found('1')}`));
    await desk.click(row('Kutipan'));
    await desk.waitForSelector('.composer textarea');
    await waitForList('Kutipan Wali Kota');
    await desk.click(worded(texts.desk.clearFilters));
    await waitForList(...all);
    expect(await desk.$eval('.search input', (field) => (field as HTMLInputElement).value)).toBe('');
    await choose(words.source, 'lama');
    await waitForList('Tidak pasti');
  });

  test('nothing found is said in words, and the way out is there', async () => {
    await desk.type('.search input', 'zzyzx');
    await waitForText(desk, '.empty-state h2', texts.desk.nothingFound);
    await desk.click(`.empty-state button`);
    await waitForList(...all);
  });
});

describe('several at once', () => {
  test('boxes, a range with Shift, all that is shown, and none', async () => {
    await desk.click(box('Jam maju'));
    expect(await selected()).toBe(1);
    await withShift(() => desk.click(box('Terbuka satu')));
    expect(await selected()).toBe(4);
    await waitForText(desk, '.selection strong', words.selected('4'));
    await withShift(() => desk.click(box('Jam mundur')));
    expect(await selected()).toBe(2);
    await desk.click(worded(words.selectAll('10')));
    expect(await selected()).toBe(10);
    await desk.click(labelled(words.clear));
    expect(await selected()).toBe(0);
    expect(await desk.$('.selection')).toBeNull();
    await waitForText(desk, '.history > [role=status]', '');
  });

  test('a yes for opened posts alone, taken back by undo; nothing that was said is erased', async () => {
    for (const each of ['Jam maju', 'Terbuka satu', 'Terbuka dua']) await desk.click(box(each));
    await waitForText(desk, '[data-deed=confirm]', words.confirmSome('2'));
    await deed('confirm');
    await waitForText(desk, '.toast span', words.confirmed('2'));
    await shelf('posted');
    await waitForList('Terbuka satu', 'Terbuka dua', 'Sudah terbit');
    await desk.click(worded(texts.app.undo));
    await waitForList('Sudah terbit');
    const states = (await postOf('p1'))?.changes.map(({ state }) => state);
    expect(states).toEqual(['opened', 'posted', 'opened']);
    expect(await postOf('p2')).toMatchObject({ state: 'opened' });
  });

  test('put away, found on its shelf, brought back', async () => {
    for (const each of ['Sudah terbit', 'Kutipan']) await desk.click(box(each));
    await deed('away');
    await waitForText(desk, '.toast span', words.awayDone('2'));
    await waitForList(...without('Sudah terbit', 'Kutipan Wali Kota'));
    expect([await count('all'), await count('away')]).toEqual(['8', '3']);
    await shelf('away');
    await waitForList('Kutipan Wali Kota', 'Sudah terbit', 'Sudah disisihkan');
    for (const each of ['Sudah terbit', 'Kutipan']) await desk.click(box(each));
    await deed('back');
    await waitForList('Sudah disisihkan');
    await desk.click(worded(texts.app.undo));
    await waitForList('Kutipan Wali Kota', 'Sudah terbit', 'Sudah disisihkan');
    expect((await quotedNow())?.archivedAt).toBeGreaterThan(0);
  });

  test('deleted, undone, deleted again and restored from its shelf', async () => {
    for (const each of ['Gagal', 'Jam mundur']) await desk.click(box(each));
    await deed('delete');
    await waitForText(desk, '.toast span', words.deleted('2'));
    await waitForList(...without('Gagal', 'Jam mundur'));
    await desk.click(worded(texts.app.undo));
    await waitForList(...all);
    await desk.click(box('Gagal'));
    await deed('delete');
    await waitForList(...without('Gagal'));
    await shelf('deleted');
    await waitForList('Gagal', 'Lama terhapus');
    const left = await desk.$$eval('.entry-state', (states) => states.map(({ textContent }) => textContent));
    expect(left).toEqual([words.daysLeft(30), words.daysLeft(10)]);
    await desk.click(row('Gagal'));
    await waitForText(desk, '.desk-detail .post-text', 'Gagal');
    await desk.click(worded(words.restore));
    await waitForList('Lama terhapus');
    expect(await postOf('p4')).toMatchObject({ deletedAt: 0, state: 'failed' });
  });

  test('what another window writes comes to the top, and the selection stays', async () => {
    await desk.click(box('Gagal'));
    const { id, releaseId, releaseTitle, releaseUrl, sourceId, platform, angle } = quoted();
    const subject = { releaseId, releaseTitle, releaseUrl, sourceId, platform, angle };
    const input = { ...subject, id, text: 'Dari jendela lain', writer: 'lain', count: 1, base: 1e9 };
    await jubir.send('write-draft', input);
    await waitForList('Dari jendela lain', ...without('Kutipan Wali Kota'));
    expect(await selected()).toBe(1);
  });
});

describe('without a mouse', () => {
  const keys = async (...names: Parameters<Page['keyboard']['press']>[0][]): Promise<void> => {
    for (const name of names) await desk.keyboard.press(name);
  };

  test('the keyboard starts in the list, moves, opens, and comes back', async () => {
    await waitForFocus('Dua versi');
    await keys('j', 'ArrowDown', 'j');
    await waitForFocus('Kutipan Wali Kota');
    await keys('k');
    await waitForFocus('Jam mundur');
    await keys('End');
    await waitForFocus('Belum');
    await keys('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await poll('the detail', () => isFocused(desk, '.desk-detail'));
    await desk.waitForSelector(`::-p-xpath(//*[@role="option"][@aria-current][contains(.,"Kutipan")])`);
    await desk.waitForSelector('.composer textarea');
    await desk.focus('.composer textarea');
    await keys('Escape');
    await waitForFocus('Kutipan Wali Kota');
    expect(
      await desk.$$eval(
        '.entry',
        (all) => all.filter((each) => each.getAttribute('tabindex') === '0').length,
      ),
    ).toBe(1);
  });

  test('selects with x, Space and Shift, puts away with e, undoes with u', async () => {
    await waitForFocus('Dua versi');
    await keys('x', 'j', 'j', ' ');
    expect(await selected()).toBe(2);
    await withShift(() => keys('ArrowDown', 'ArrowDown'));
    expect(await selected()).toBe(4);
    await keys('Escape');
    expect(await selected()).toBe(0);
    await keys('x', 'e');
    await waitForList(...without('Terbuka satu'));
    await waitForFocus('Terbuka dua');
    await keys('u');
    await waitForList(...all);
    await waitForText(desk, '.toast span', words.undone);
  });

  test('deletes one after the other: the next row has the focus each time, the last one too', async () => {
    await keys('End', 'ArrowUp', 'Delete');
    await waitForList(...without('Tidak pasti'));
    await waitForFocus('Belum');
    await keys('#');
    await waitForList(...without('Tidak pasti', 'Belum'));
    await waitForFocus('Gagal');
    await desk.keyboard.down('Control');
    await keys('z');
    await desk.keyboard.up('Control');
    await waitForList(...without('Tidak pasti'));
    await desk.keyboard.down('Control');
    await keys('a');
    await desk.keyboard.up('Control');
    expect(await selected()).toBe(9);
    await keys('Delete');
    await waitForText(desk, '.empty-state h2', words.emptyShelf.all);
    expect(await isFocused(desk, '.entries')).toBe(true);
    await desk.keyboard.down('Control');
    await keys('z');
    await desk.keyboard.up('Control');
    await waitForList(...without('Tidak pasti'));
  });

  test('“/” searches, arrows lead into what was found, and letters are letters there', async () => {
    await waitForFocus('Dua versi');
    await keys('/');
    await poll('the search', () => isFocused(desk, '.search input'));
    await desk.keyboard.type('jxe#u');
    expect(await desk.$eval('.search input', (field) => (field as HTMLInputElement).value)).toBe('jxe#u');
    await waitForText(desk, '.empty-state h2', texts.desk.nothingFound);
    expect(await quotedNow()).toMatchObject({ deletedAt: 0, archivedAt: 0 });
    await desk.$eval('.search input', (field) => (field as HTMLInputElement).select());
    await desk.keyboard.type('jam m');
    await waitForList('Jam maju', 'Jam mundur');
    await keys('ArrowDown');
    await waitForFocus('Jam maju');
  });

  test('“?” shows the keys, and Escape leads back', async () => {
    await waitForFocus('Dua versi');
    await keys('?');
    await desk.waitForSelector('dialog[open] kbd');
    await keys('j', 'Escape');
    await poll('the sheet to go', async () => (await desk.$('dialog')) === null);
    await waitForFocus('Dua versi');
  });

  test('where a person writes, every key is theirs', async () => {
    await desk.click(row('Kutipan'));
    await desk.waitForSelector('.composer textarea');
    await desk.focus('.composer textarea');
    await desk.keyboard.type('x#e/?u');
    await poll('the text', async () => (await quotedNow())?.text.includes('x#e/?u'));
    expect(await desk.$('dialog')).toBeNull();
    expect(await selected()).toBe(0);
    expect(await quotedNow()).toMatchObject({ deletedAt: 0, archivedAt: 0 });
  });
});

describe('axe finds nothing, light or dark, and nothing sticks out on half the width,', () => {
  async function expectGood(): Promise<void> {
    await expectAccessible(jubir, desk);
    await desk.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
    expect(await sticksOut(desk)).toEqual([]);
    await desk.setViewport({ width: 480, height: 800 });
    expect(await sticksOut(desk)).toEqual([]);
    await desk.setViewport(full);
  }

  test('with some selected', async () => {
    await desk.click(box('Jam maju'));
    await desk.click(box('Terbuka satu'));
    await expectGood();
  });

  test('on the shelf of what was deleted', async () => {
    await shelf('deleted');
    await waitForList('Lama terhapus');
    await expectGood();
  });

  test('with a filter that finds nothing, and on a shelf with what is uncertain', async () => {
    await desk.type('.search input', 'zzyzx');
    await waitForText(desk, '.empty-state h2', texts.desk.nothingFound);
    await expectGood();
    await desk.click(`.empty-state button`);
    await shelf('unsure');
    await waitForList('Gagal', 'Tidak pasti', 'Belum');
    await expectGood();
  });

  test('in the list of keys', async () => {
    await desk.click(labelled(words.keys));
    await desk.waitForSelector('dialog[open]');
    await expectGood();
  });
});

test('on a narrow page the list gives way to what is opened, and comes back where it stood', async () => {
  await desk.setViewport({ width: 480, height: 500 });
  await waitForFocus('Dua versi');
  await desk.keyboard.press('End');
  await waitForFocus('Belum');
  const before = await desk.$eval('.entries', ({ scrollTop }) => scrollTop);
  expect(before).toBeGreaterThan(100);
  await desk.keyboard.press('Enter');
  await waitForText(desk, '.desk-detail .post-text', 'Belum');
  expect(await desk.$eval('.desk-list', (list) => getComputedStyle(list).display)).toBe('none');
  await desk.click(worded(texts.app.back));
  await waitForFocus('Belum');
  await poll(
    'the place',
    async () => (await desk.$eval('.entries', ({ scrollTop }) => scrollTop)) === before,
  );
});
