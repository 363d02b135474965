import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { news } from '../../utils/browser/texts/news.ts';
import { forgetUpdate, noteUpdate, readUpdated, updatedKey } from '../../utils/browser/updated.ts';

const now = 1_000_000;
const day = 24 * 60 * 60 * 1000;
const stored = async (): Promise<unknown> => (await fakeBrowser.storage.local.get(updatedKey))[updatedKey];

beforeEach(() => fakeBrowser.reset());

describe('what an update brought', () => {
  test('is told for a week, or until it is closed', async () => {
    await noteUpdate('0.1.0', '0.2.0', now);
    expect(readUpdated(await stored(), now)).toBe('0.2');
    expect(readUpdated(await stored(), now + 7 * day - 1)).toBe('0.2');
    expect(readUpdated(await stored(), now + 7 * day)).toBeNull();
    await forgetUpdate();
    expect(await stored()).toBeUndefined();
    expect(readUpdated(await stored(), now)).toBeNull();
  });

  test.each([
    ['an update that only mends', '0.2.0', '0.2.1'],
    ['a reload of the same version', '0.2.0', '0.2.0'],
    ['a version without a sentence', '0.2.0', '0.99.0'],
  ])('not of %s', async (_, from, to) => {
    await noteUpdate(from, to, now);
    expect(await stored()).toBeUndefined();
  });

  test('a later patch of a version that brought something tells of it', async () => {
    await noteUpdate('0.1.0', '0.2.3', now);
    expect(readUpdated(await stored(), now)).toBe('0.2');
  });

  test.each([
    null,
    7,
    {},
    { version: '0.2' },
    { version: 2, at: now },
    { version: '0.1', at: now },
    { version: 'toString', at: now },
  ])('what storage gave damaged is nothing: %j', (value) => expect(readUpdated(value, now)).toBeNull());
});

test('every version that is shipped after the first has its sentence, in both languages', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const minor = version.split('.').slice(0, 2).join('.');
  const wanted = minor === '0.1' ? [] : [minor];
  expect(Object.keys(news)).toEqual(expect.arrayContaining(wanted));
  for (const [of, { id, en }] of Object.entries(news)) {
    expect(of).toMatch(/^\d+\.\d+$/);
    for (const sentence of [id, en]) expect(sentence).toMatch(/^\p{L}.{10,110}\.$/u);
    expect(id).not.toBe(en);
  }
});
