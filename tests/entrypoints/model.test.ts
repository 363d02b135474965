import 'fake-indexeddb/auto';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { modelCommands } from '../../entrypoints/background/model.ts';
import { keepCity } from '../../utils/browser/city.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { noModel } from '../../utils/caption/model-choice.ts';
import type { RewriteRequest } from '../../utils/caption/prompt.ts';
import { db } from '../../utils/db/database.ts';
import { source } from '../source/samples.ts';
import { freshProfile } from './background.ts';

const address = 'https://model.kotabogor.go.id/v1';
const request: RewriteRequest = {
  ...{ language: 'id', title: 'J', paragraphs: [], text: 'T', link: 'https://kotabogor.go.id/1', limit: 280 },
};
const fetched = vi.fn(async (_url: string, _init: RequestInit) =>
  Response.json({ choices: [{ message: { content: 'Teks baru.' } }] }),
);
const tokenSent = () => new Headers(fetched.mock.lastCall?.[1].headers).get('authorization');

const set = (at: string, key: string, name = 'kecil') =>
  modelCommands['set-model']({ model: { kind: 'address', address: at, name }, key });

beforeEach(async () => {
  await freshProfile();
  await db.secrets.clear();
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
  return () => vi.unstubAllGlobals();
});

test('while none is set up nothing is asked of anybody', async () => {
  await changeSettings({ model: noModel });
  await expect(modelCommands.rewrite(request)).rejects.toMatchObject({ message: 'refused' });
  expect(fetched).not.toHaveBeenCalled();
});

test('the official’s model is asked, with the key given for its address', async () => {
  await set(address, 'rahasia');
  expect(await modelCommands.rewrite(request)).toEqual({ text: 'Teks baru.' });
  expect(fetched.mock.lastCall?.[0]).toBe(`${address}/chat/completions`);
  expect(tokenSent()).toBe('Bearer rahasia');
});

test('a key never goes to another address than the one it was given for, and is forgotten there', async () => {
  await set(address, 'rahasia');
  await set('https://lain.id/v1', '');
  await modelCommands.rewrite(request);
  expect(tokenSent()).toBeNull();
  await set(address, '');
  await modelCommands.rewrite(request);
  expect(tokenSent()).toBeNull();
});

test('set anew at the same address without typing it again, the key stays', async () => {
  await set(address, 'rahasia');
  await set(address, '', 'besar');
  await modelCommands.rewrite(request);
  expect(tokenSent()).toBe('Bearer rahasia');
});

test('turned off, the key goes', async () => {
  await set(address, 'rahasia');
  await modelCommands['set-model']({ model: noModel, key: 'sisa' });
  expect(await db.secrets.count()).toBe(0);
});

test('the permission of the one before is given back, unless a source reads that host', async () => {
  const removed = vi.fn(async () => true);
  Object.assign(fakeBrowser.permissions, { remove: removed });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  await set(address, '');
  await set('http://localhost:11434/v1', '');
  expect(removed).toHaveBeenCalledExactlyOnceWith({ origins: ['https://model.kotabogor.go.id/*'] });
  removed.mockClear();
  await db.sources.put(source({ id: 'sama', hosts: ['sama.go.id'] }));
  await set('https://sama.go.id/v1', '');
  removed.mockClear();
  await modelCommands['set-model']({ model: noModel, key: '' });
  expect(removed).not.toHaveBeenCalled();
});

test('where the city forbids it none is set up, and one that was is not asked', async () => {
  await set(address, 'rahasia');
  await keepCity({ model: false }, []);
  await expect(modelCommands.rewrite(request)).rejects.toMatchObject({ message: 'refused' });
  await expect(set('https://lain.id/v1', 'kunci')).rejects.toMatchObject({ message: 'refused' });
  expect(fetched).not.toHaveBeenCalled();
  expect(await db.secrets.get('model')).toMatchObject({ address });
  await keepCity({}, []);
  expect(await modelCommands.rewrite(request)).toEqual({ text: 'Teks baru.' });
});

test('nothing is sent where Firefox was told that texts may not leave any more', async () => {
  await set(address, 'rahasia');
  vi.stubEnv('BROWSER', 'firefox');
  onTestFinished(() => void vi.unstubAllEnvs());
  const contains = vi.fn(async () => false);
  Object.assign(fakeBrowser.permissions, { contains });
  await expect(modelCommands.rewrite(request)).rejects.toMatchObject({ message: 'no-permission' });
  expect(fetched).not.toHaveBeenCalled();
  contains.mockResolvedValue(true);
  expect(await modelCommands.rewrite(request)).toEqual({ text: 'Teks baru.' });
});
