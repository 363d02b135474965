import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { later } from '../../utils/browser/texts/later.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { Dav } from '../backup/dav.ts';
import { launch } from '../browsers/launch.ts';
import { poll } from '../browsers/session.ts';
import { expectAccessible } from './axe.ts';
import { useJubir } from './harness.ts';
import { Jubir } from './jubir.ts';
import {
  closePage,
  fillBox,
  openComposer,
  readSnapshot,
  rowAt,
  setSettings,
  waitForReleases,
  waitForSaved,
  waitForText,
  worded,
} from './steps.ts';

/** The city's cloud, by its real name. */
const host = 'awan.kotabogor.go.id';
const dav = new Dav();
const words = later.id.folder;
const officeText = 'Ditulis di kantor. Taman baru ini untuk semua warga.';
const homeText = 'Ditulis di rumah. Taman baru ini terbuka setiap hari.';

/** The official's computer in the office, and the one at home: two browsers, one city. */
const office = useJubir({ prepare: (portal) => portal.servers.set(host, dav.handle) });
const home = new Jubir(inject('browserKind'));

beforeAll(async () => {
  home.portal = office.portal;
  home.session = await launch(home.kind, { port: office.portal.port });
  for (const each of [office, home]) {
    await waitForReleases(each);
    await setSettings(each, { platforms: ['facebook', 'x'] });
    await each.session.allowHost(`https://${host}/*`);
  }
});
afterAll(() => home.session?.close());

/** Fills in the form and turns it on. */
async function turnOn(jubir: Jubir, password = dav.password): Promise<Page> {
  const options = await jubir.openPage('options.html');
  await options.waitForSelector('#folder-address');
  const typed = { address: `https://${host}/dav/budi/Jubir`, user: dav.user, password };
  for (const [field, text] of Object.entries(typed)) {
    await options.$eval(`#folder-${field}`, (box) => {
      (box as HTMLInputElement).value = '';
    });
    await options.type(`#folder-${field}`, text);
  }
  await options.click(worded(words.tryIt));
  return options;
}

const meet = (jubir: Jubir) => jubir.send('meet-now', null);
const drafts = (jubir: Jubir) => jubir.table<Draft>('drafts');

async function write(jubir: Jubir, text: string): Promise<Page> {
  const panel = await jubir.openPage('sidepanel.html');
  await panel.waitForSelector('[data-release] .release-title');
  await openComposer(panel, rowAt(await readSnapshot(jubir), 0));
  await fillBox(panel, text);
  await waitForSaved(panel);
  return panel;
}

test('a wrong password is told in plain words, and nothing is on', async () => {
  const options = await turnOn(office, 'salah');
  await waitForText(options, '.folder-form [role=status]', words.notOn(words.reasons.refused));
  await expectAccessible(office, options);
  expect(dav.files.size).toBe(0);
  await closePage(options);
});

test('tried, the folder is made and it is on; the password is nowhere to be read', async () => {
  const options = await turnOn(office);
  await waitForText(options, '.toast', words.made);
  await waitForText(options, '.folder-last', /kantor|folder|komputer/);
  await expectAccessible(office, options);
  expect(dav.folders.has('/dav/budi/Jubir')).toBe(true);
  expect(JSON.stringify(await office.stored())).not.toContain(dav.password);
  expect(await options.content()).not.toContain(dav.password);
  await closePage(options);
});

test('what is written in the office is there at home', async () => {
  const panel = await write(office, officeText);
  await meet(office);
  const options = await turnOn(home);
  await waitForText(options, '.toast', words.found);
  await poll('the office’s draft at home', async () =>
    (await drafts(home)).some(({ text }) => text === officeText),
  );
  await waitForText(options, '.folder-last', /2 komputer/);
  await closePage(options);
  await closePage(panel);
});

test('two texts that did not know of each other stand side by side in both places', async () => {
  const inOffice = await write(office, `${officeText} Ayo datang.`);
  const atHome = await write(home, homeText);
  for (const each of [office, home, office]) await meet(each);
  for (const [each, panel] of [
    [office, inOffice],
    [home, atHome],
  ] as const) {
    const [draft] = await drafts(each);
    const all = [draft?.text, ...(draft?.rivals ?? []).map(({ text }) => text)];
    expect(all.sort()).toEqual([`${officeText} Ayo datang.`, homeText].sort());
    await panel.waitForSelector('.rivals');
    expect(await panel.$$eval('.rivals .rival-text', (found) => found.length)).toBe(2);
    await closePage(panel);
  }
});

test('a server in trouble is told of, and turned off, the password goes', async () => {
  await write(office, `${officeText} Sampai jumpa.`).then(closePage);
  dav.room = 10;
  const options = await office.openPage('options.html');
  await options.waitForSelector(worded(words.meetNow));
  await options.click(worded(words.meetNow));
  await waitForText(options, '[aria-labelledby=folder] .notice', new RegExp(words.reasons.full));
  await expectAccessible(office, options);
  await options.click(worded(words.turnOff));
  await waitForText(options, '.toast', words.wentOff);
  expect(dav.names('/dav/budi/Jubir')).toHaveLength(2);
  await closePage(options);
});
