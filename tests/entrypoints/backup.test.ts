import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupCommands } from '../../entrypoints/background/backup.ts';
import { renewFirstScreen } from '../../entrypoints/background/first-screen.ts';
import { carriedSettings } from '../../utils/backup/carried-settings.ts';
import { noteCopy, remindLater } from '../../utils/browser/last-copy.ts';
import { changeSettings, defaultSettings, loadSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { writeDraft } from '../../utils/draft/history.ts';
import { draft, input } from '../draft/samples.ts';
import { firstScreen, freshProfile } from './background.ts';

const address = 'https://model.kotabogor.go.id/v1';
const model = { kind: 'address', address, name: 'kecil' } as const;
const settings = {
  kind: 'settings',
  value: carriedSettings({ ...defaultSettings, quietFrom: 20, seed: 99, model }, true),
};
const secret = { kind: 'secret', value: { id: 'model', address, value: 'rahasia' } };
const take = (rows: unknown[], rehearse = false) => backupCommands['take-rows']({ rows, rehearse });
let allowed: string[];

beforeEach(async () => {
  await freshProfile();
  allowed = ['https://model.kotabogor.go.id/*'];
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((one) => allowed.includes(one)),
  });
});

describe('rows of a copy', () => {
  test('are only looked at in a rehearsal', async () => {
    const rows = [{ kind: 'draft', value: draft({ releaseId: 'lain' }) }, settings, secret];
    expect(await take(rows, true)).toMatchObject({ added: 1, refused: 0 });
    expect(await db.drafts.count()).toBe(0);
    expect(await db.secrets.count()).toBe(0);
    expect((await loadSettings()).quietFrom).toBe(defaultSettings.quietFrom);
  });

  test('bring settings and the model with its key, and a second time nothing', async () => {
    await changeSettings({ seed: 5 });
    expect(await take([settings, secret])).toMatchObject({ settings: 2 });
    expect(await loadSettings()).toMatchObject({ quietFrom: 20, model, seed: 5 });
    expect((await db.secrets.toArray()).map(({ value }) => value)).toEqual(['rahasia']);
    expect(await take([settings, secret])).toMatchObject({ settings: 0 });
  });

  test('bring no model whose permission was refused, and no key for one that is not set up', async () => {
    allowed = [];
    expect(await take([settings, secret])).toMatchObject({ settings: 1 });
    expect(await loadSettings()).toMatchObject({ quietFrom: 20, model: defaultSettings.model });
    expect(await db.secrets.count()).toBe(0);
  });

  test('never put another key, or another address, in the place of the one that is here', async () => {
    const mine = { kind: 'address', address: 'https://milik.saya.id/v1', name: 'besar' } as const;
    await changeSettings({ model: mine });
    await db.secrets.put({ id: 'model', address: mine.address, value: 'milik saya' });
    await take([settings, secret]);
    expect((await loadSettings()).model).toEqual(mine);
    await take([{ kind: 'secret', value: { id: 'model', address: mine.address, value: 'lain' } }]);
    expect((await db.secrets.toArray()).map(({ value }) => value)).toEqual(['milik saya']);
  });
});

test('the first screen asks for a copy from the tenth draft on, until there is one', async () => {
  const due = async () => {
    await renewFirstScreen();
    return (await firstScreen()).copyDue === true;
  };
  for (let at = 0; at < 10; at += 1) {
    expect(await due(), `${at} drafts`).toBe(false);
    await writeDraft(db, input({ releaseId: `r${at}` }), Date.now());
  }
  expect(await due()).toBe(true);
  await remindLater(Date.now());
  expect(await due()).toBe(false);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 86_400_000 });
  expect(await due()).toBe(true);
  const { n = 0 } = (await db.machine.get('machine')) ?? {};
  await noteCopy(n, Date.now());
  expect(await due()).toBe(false);
  vi.setSystemTime(Date.now() + 31 * 86_400_000);
  // Nothing was written since.
  expect(await due()).toBe(false);
  await writeDraft(db, input({ releaseId: 'r11' }), Date.now());
  expect(await due()).toBe(true);
  vi.useRealTimers();
});
