import { describe, expect, test } from 'vitest';
import {
  folderAddress,
  folderOrigin,
  folderUser,
  noFolder,
  readFolderChoice,
} from '../../utils/backup/folder-choice.ts';
import { holdFor, pauseFor } from '../../utils/backup/pace.ts';
import { readFolder } from '../../utils/browser/folder.ts';

const address = 'https://awan.go.id/remote.php/dav/files/budi/Jubir';

describe('a folder’s address', () => {
  test.each([
    [address, address],
    [` ${address}/ `, address],
    ['awan.go.id/dav/Jubir//', 'https://awan.go.id/dav/Jubir'],
    ['https://awan.go.id/dav/Draf Budi', 'https://awan.go.id/dav/Draf%20Budi'],
    ['https://awan.go.id:8443/dav/a/../Jubir', 'https://awan.go.id:8443/dav/Jubir'],
    ['http://localhost:8080/dav', 'http://localhost:8080/dav'],
    ['http://127.0.0.1/dav', 'http://127.0.0.1/dav'],
    ['http://awan.go.id/dav', null],
    ['https://awan.go.id', null],
    ['https://awan.go.id/', null],
    ['https://budi:sandi@awan.go.id/dav', null],
    ['https://awan.go.id/dav?a=b', null],
    ['https://awan.go.id/dav#a', null],
    ['https://awan.go.id/%E0%A4%A', null],
    ['ftp://awan.go.id/dav', null],
    ['javascript:alert(1)', null],
    ['https://intranet/dav', null],
    [`https://awan.go.id/${'a'.repeat(1000)}`, null],
    ['', null],
  ])('%s', (typed, sound) => {
    expect(folderAddress(typed)).toBe(sound);
  });

  test('asks for its own host alone', () => {
    expect(folderOrigin('https://awan.go.id:8443/dav')).toBe('https://awan.go.id/*');
    expect(folderOrigin('http://localhost:8080/dav')).toBe('http://localhost/*');
  });
});

test('a name to sign in with has no colon and nothing that ends a line', () => {
  expect(folderUser(' budi@kota.go.id ')).toBe('budi@kota.go.id');
  for (const bad of ['', ' ', 'bu:di', 'bu\ndi', 'a'.repeat(201)]) expect(folderUser(bad)).toBeNull();
});

test('what storage gives is no folder where it is damaged', () => {
  expect(readFolderChoice({ on: true, address, user: 'budi' })).toEqual({ on: true, address, user: 'budi' });
  expect(readFolderChoice({ on: 'yes', address, user: 'budi' }).on).toBe(false);
  for (const bad of [
    null,
    1,
    [],
    {},
    { on: true, address: 'http://awan.go.id/dav', user: 'budi' },
    { on: true, address },
  ]) {
    expect(readFolderChoice(bad)).toEqual(noFolder);
  }
});

test('an outcome from storage holds nothing but what an outcome has', () => {
  const outcome = {
    at: 5,
    reason: 'toString',
    faults: ['cut', '<b>', 1],
    machines: -1,
    failures: 'x',
    holdUntil: 1e300,
  };
  expect(readFolder({ choice: null, outcome })).toEqual({
    choice: noFolder,
    outcome: {
      ...{ at: 5, reason: null, metAt: 0, machines: 0, faults: ['cut'], failures: 0 },
      ...{ failingSince: 0, holdUntil: 0, bytes: 0 },
    },
  });
  expect(readFolder({ outcome: { reason: 'full' } }).outcome?.reason).toBe('full');
  expect(readFolder(undefined)).toEqual({ choice: noFolder, outcome: null });
});

const minute = 60_000;

test('what is large is not sent every minute, and nothing waits longer than a quarter of an hour', () => {
  expect(pauseFor(0)).toBe(minute);
  expect(pauseFor(100_000)).toBe(minute);
  expect(pauseFor(2 * 1024 * 1024)).toBe(4 * minute);
  expect(pauseFor(50 * 1024 * 1024)).toBe(15 * minute);
});

test('each failure in a row waits twice as long, six hours at most, or as long as the server asks', () => {
  expect([1, 2, 3].map((failures) => holdFor('no-answer', failures, 0))).toEqual([
    minute,
    2 * minute,
    4 * minute,
  ]);
  expect(holdFor('refused', 1, 0)).toBe(60 * minute);
  expect(holdFor('no-answer', 1_000, 0)).toBe(6 * 60 * minute);
  expect(holdFor('busy', 1, 20 * 60 * minute)).toBe(20 * 60 * minute);
});
