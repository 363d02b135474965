import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { modelCommands } from '../../entrypoints/background/model.ts';
import { changeSettings } from '../../utils/browser/settings.ts';
import { noModel } from '../../utils/caption/model-choice.ts';
import type { RewriteRequest } from '../../utils/caption/prompt.ts';
import { db } from '../../utils/db/database.ts';
import { freshProfile } from './background.ts';

const address = 'https://model.kotabogor.go.id/v1';
const request: RewriteRequest = {
  ...{ language: 'id', title: 'J', paragraphs: [], text: 'T', link: 'https://kotabogor.go.id/1', limit: 280 },
};
const fetched = vi.fn(async (_url: string, _init: RequestInit) =>
  Response.json({ choices: [{ message: { content: 'Teks baru.' } }] }),
);
const tokenSent = () => new Headers(fetched.mock.lastCall?.[1].headers).get('authorization');

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
  await changeSettings({ model: { kind: 'address', address, name: 'kecil' } });
  await modelCommands['set-model-key']({ address, key: 'rahasia' });
  expect(await modelCommands.rewrite(request)).toEqual({ text: 'Teks baru.' });
  expect(fetched.mock.lastCall?.[0]).toBe(`${address}/chat/completions`);
  expect(tokenSent()).toBe('Bearer rahasia');
});

test('a key never goes to another address than the one it was given for', async () => {
  await modelCommands['set-model-key']({ address, key: 'rahasia' });
  await changeSettings({ model: { kind: 'address', address: 'https://lain.id/v1', name: 'kecil' } });
  await modelCommands.rewrite(request);
  expect(tokenSent()).toBeNull();
});

test('an empty key removes it', async () => {
  await modelCommands['set-model-key']({ address, key: 'rahasia' });
  await modelCommands['set-model-key']({ address: '', key: '' });
  expect(await db.secrets.count()).toBe(0);
});
