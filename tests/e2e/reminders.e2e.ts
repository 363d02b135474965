import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import type { ReleaseRow } from '../../utils/browser/snapshot.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { type Draft, draftId } from '../../utils/draft/draft.ts';
import { draftPlace } from '../../utils/draft/place.ts';
import { fieldTime } from '../../utils/draft/remind.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { Jubir } from './jubir.ts';
import {
  clickNotification,
  notedNotifications,
  noteNotifications,
  type Shown,
  standingNotifications,
} from './notifications.ts';
import {
  closePage,
  labelled,
  rowAt,
  setSettings,
  waitForBox,
  waitForReleases,
  waitForText,
  worded,
} from './steps.ts';

const { detail } = later.id;
const minute = 60_000;
const profile = mkdtempSync(join(tmpdir(), 'jubir-profile-'));
let jubir: Jubir;
let rows: ReleaseRow[] = [];
let desk: Page | undefined;

beforeAll(async () => {
  jubir = new Jubir(inject('browserKind'));
  await jubir.start({ profile });
  rows = (await waitForReleases(jubir)).rows;
  // A reminder comes at its hour, whatever holds for news.
  const hour = new Date().getHours();
  await setSettings(jubir, { notifications: false, quietFrom: hour, quietTo: (hour + 2) % 24 });
  await noteNotifications(jubir);
});
afterEach(async () => {
  if (desk) await closePage(desk);
  expect(jubir.session.problems.splice(0), 'uncaught errors in Jubir').toEqual([]);
});
afterAll(async () => {
  await jubir.stop();
  rmSync(profile, { recursive: true, force: true });
  rmSync(`${profile}-extension`, { recursive: true, force: true });
});

async function write(at: number, text: string): Promise<string> {
  const { id: releaseId, title: releaseTitle, url: releaseUrl, sourceId } = rowAt({ rows }, at);
  const id = draftId(releaseId, 'x', 'summary');
  const subject = { id, releaseId, releaseTitle, releaseUrl, sourceId, platform: 'x', angle: 'summary' };
  await jubir.send('write-draft', { ...subject, text, writer: crypto.randomUUID(), count: 1, base: 0 });
  return id;
}
const remind = (draftIds: string[], remindAt: number) =>
  jubir.send('mark-entries', { draftIds, postIds: [], mark: { remindAt } });
const draft = async (id: string): Promise<Draft | undefined> =>
  (await jubir.table<Draft>('drafts')).find((each) => each.id === id);

async function openDraft(id: string): Promise<Page> {
  desk = await jubir.openPage('desk.html', draftPlace(id));
  await desk.setViewport({ width: 1280, height: 800 });
  await desk.waitForSelector('textarea');
  return desk;
}

/** When the alarm of reminders rings; null while there is none. */
function alarm(): Promise<number | null> {
  return jubir.session.inExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: { alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> } };
    };
    return (await browser.alarms.get('reminder'))?.scheduledTime ?? null;
  });
}
const waitForAlarm = (at: number | null) =>
  poll(`the alarm at ${at}`, async () => {
    const now = await alarm();
    return now === null || at === null ? now === at : Math.abs(now - at) < 2;
  });

const reminders = async (): Promise<Shown[]> =>
  (await notedNotifications(jubir)).filter(({ id }) => id?.startsWith('reminder'));
const waitForReminders = (count: number): Promise<Shown[]> =>
  poll(`${count} reminders`, async () => {
    const shown = await reminders();
    return shown.length >= count && shown.every(({ taken }) => taken) && shown;
  });
/** What was told of, kept over every restart. */
const told = async (): Promise<Record<string, number>> =>
  (await jubir.stored<{ reminded?: Record<string, number> }>()).reminded ?? {};

test('in one tap, at any other time, changed and taken back; a time that has passed is refused', async () => {
  const id = await write(0, 'Draf untuk diingat');
  const page = await openDraft(id);
  await page.click(worded(detail.remind));
  const tomorrow = new Date().setHours(24 + 8, 0, 0, 0);
  await page.click(worded(detail.quick.tomorrow('08.00')));
  await waitForText(page, '.reminder span', detail.remindAt('besok pukul 08.00'));
  await waitForAlarm(tomorrow);
  expect((await draft(id))?.remindAt).toBe(tomorrow);

  await page.click(worded(detail.remindChange));
  await page.waitForSelector('.panel-form input');
  await expectAccessible(jubir, page);
  const setTo = async (at: number) => {
    await page.$eval(
      '.panel-form input',
      (field, value) => {
        (field as HTMLInputElement).value = value;
      },
      fieldTime(at),
    );
    await page.click(worded(detail.setTime));
  };
  await setTo(Date.now() - 5 * minute);
  await waitForText(page, '.panel [role=alert]', detail.pastTime);
  expect((await draft(id))?.remindAt).toBe(tomorrow);
  const later = Math.floor(Date.now() / minute + 90) * minute;
  await setTo(later);
  await waitForAlarm(later);
  await poll('the panel to close', async () => (await page.$('.panel')) === null);

  await page.click(labelled(detail.remindDrop));
  await poll('the line to go', async () => (await page.$('.reminder')) === null);
  await waitForAlarm(null);
  expect(await reminders()).toEqual([]);
});

test('it comes at its time, in quiet hours too, once; a click opens the desk at the draft', async () => {
  const id = await write(
    1,
    'Ayo ke taman\n\nbesok pagi, jangan lupa bawa botol minum sendiri dari rumah masing-masing ya, supaya sampah kita berkurang',
  );
  await write(2, 'Lebih baru');
  const at = Date.now() + 1_500;
  await remind([id], at);
  expect(await waitForReminders(1)).toEqual([
    {
      id: `reminder ${at} ${id}`,
      title: detail.noticeOne('X'),
      message: 'Ayo ke taman besok pagi, jangan lupa bawa botol minum sendiri dari rumah masing-masing…',
      taken: true,
    },
  ]);
  await poll('it to be noted', async () => (await told())[id] === at);
  await waitForAlarm(null);
  if (jubir.kind === 'chromium') expect(await standingNotifications(jubir)).toBe(1);

  await clickNotification(jubir, `reminder ${at} ${id}`);
  const opened = await jubir.waitForUrl(({ pathname }) => pathname === '/desk.html');
  await jubir.session.closeTabs(({ pathname }) => pathname === '/desk.html');
  if (jubir.kind === 'chromium')
    await poll('it to be taken away', async () => (await standingNotifications(jubir)) === 0);
  // The tab itself cannot be looked into in Firefox, and it empties its address once it has read it.
  expect(['', draftPlace(id)]).toContain(opened.hash);
  const page = await openDraft(id);
  await waitForBox(page, (await draft(id))?.text ?? '');
  await waitForText(page, '.reminder-over span', /^Pengingat sudah lewat: /);
  await expectAccessible(jubir, page);
});

test('several that are due at once come as one', async () => {
  const ids = [
    await write(3, 'Satu'),
    await write(4, 'Dua'),
    await write(5, 'Tiga'),
    await write(6, 'Empat'),
  ];
  const before = (await reminders()).length;
  const at = Date.now() - minute;
  await remind(ids, at);
  const shown = await waitForReminders(before + 1);
  expect(shown.at(-1)).toMatchObject({ id: `reminders 4 ${at}`, title: detail.noticeMany(4) });
  expect(shown.at(-1)?.message.split('\n')).toHaveLength(4);
  await poll('all to be noted', async () => {
    const noted = await told();
    return ids.every((id) => noted[id] === at);
  });
  expect(await reminders()).toHaveLength(before + 1);
});

test('a lost alarm is set again by the next background', async () => {
  const id = await write(7, 'Alarm yang hilang');
  const at = Date.now() + 30 * minute;
  await remind([id], at);
  await waitForAlarm(at);
  await jubir.session.inExtension(async () => {
    const { browser } = globalThis as unknown as {
      browser: { alarms: { clear(name: string): Promise<boolean> } };
    };
    await browser.alarms.clear('reminder');
  });
  await waitForAlarm(null);
  await jubir.session.killBackground();
  await jubir.send('refresh-if-stale', null);
  await waitForAlarm(at);
});

test('what came due while the browser was away is told when it is back, and not told again after', async () => {
  const id = await write(8, 'Jatuh tempo saat tertutup');
  const at = Date.now() + 3_000;
  await remind([id], at);
  await waitForAlarm(at);
  const restart = async () => {
    await jubir.session.kill();
    await jubir.portal.close();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
    jubir = new Jubir(inject('browserKind'));
    await jubir.start({ profile, welcome: true });
  };
  await restart();
  await poll('it to be told', async () => (await told())[id] === at);
  const first = await told();
  // A browser that was closed shows nothing of before: what stands now was told now.
  if (jubir.kind === 'chromium') expect(await standingNotifications(jubir)).toBe(1);
  await restart();
  await jubir.send('refresh-if-stale', null);
  // The look for what is due ends with the alarm for what comes next.
  const ahead = await write(0, 'Yang berikutnya');
  await remind([ahead], Date.now() + 10 * minute);
  await waitForAlarm((await draft(ahead))?.remindAt ?? 0);
  if (jubir.kind === 'chromium') expect(await standingNotifications(jubir)).toBe(0);
  expect(await told()).toEqual(first);
});
