import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { takeMark } from '../../../entrypoints/background/marks.ts';
import type { Mark } from '../../../utils/browser/messages.ts';
import { db } from '../../../utils/db/database.ts';
import { draft } from '../../draft/samples.ts';
import { freshProfile } from '../background.ts';
import { browserStubs } from '../stubs.ts';

const { id } = draft();
const mark = (marks: Mark, draftIds = [id]) => takeMark({ draftIds, postIds: [], mark: marks });
const stored = () => db.drafts.get(id);
let stubs: ReturnType<typeof browserStubs>;

beforeEach(async () => {
  await freshProfile();
  stubs = browserStubs();
  await db.drafts.bulkPut([draft(), draft({ platform: 'line', id: 'lain' })]);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});

test('a note typed fast: the last one stands, every input is answered, few are written', async () => {
  const put = vi.spyOn(db.drafts, 'bulkPut');
  const typed = 'telepon dulu humas kecamatan';
  const answers = [...typed].map((_, at) => mark({ note: typed.slice(0, at + 1) }));
  expect(await Promise.all(answers)).toEqual(typed.split('').map(() => null));
  expect((await stored())?.note).toBe(typed);
  expect(put.mock.calls.length).toBeLessThan(4);
});

test('marks stand in the order they were asked for, whatever they are', async () => {
  await Promise.all([
    mark({ note: 'satu' }),
    mark({ deleted: true }),
    mark({ note: 'dua' }),
    mark({ note: 'tiga' }, ['lain']),
    mark({ deleted: false, note: 'empat' }),
    mark({ note: 'lima' }),
  ]);
  expect(await stored()).toMatchObject({ note: 'lima', deletedAt: 0 });
  expect((await db.drafts.get('lain'))?.note).toBe('tiga');
});

test('one that fails is told to whoever waits for it, and stops no other', async () => {
  vi.spyOn(db.drafts, 'bulkPut').mockRejectedValueOnce(new Error('disk full') as never);
  const first = mark({ note: 'satu' });
  const second = mark({ note: 'dua' }, ['lain']);
  await expect(first).rejects.toThrow('disk full');
  expect(await second).toBeNull();
  expect((await stored())?.note).toBe('');
  expect((await db.drafts.get('lain'))?.note).toBe('dua');
  await mark({ note: 'satu' });
  expect((await stored())?.note).toBe('satu');
});

test('a reminder sets its alarm, and deleting the draft takes it down', async () => {
  const remindAt = Date.now() + 60_000;
  await mark({ remindAt });
  await vi.waitFor(() => expect(stubs.alarms.get('reminder')).toEqual({ when: remindAt }));
  await mark({ deleted: true });
  await vi.waitFor(() => expect(stubs.alarms.has('reminder')).toBe(false));
  await mark({ deleted: false });
  await vi.waitFor(() => expect(stubs.alarms.has('reminder')).toBe(true));
  await mark({ remindAt: 0 });
  await vi.waitFor(() => expect(stubs.alarms.has('reminder')).toBe(false));
});

test('a star has the time at which it was set, and is taken back', async () => {
  await mark({ starred: true });
  expect((await stored())?.starredAt).toBeGreaterThan(Date.now() - 60_000);
  await mark({ starred: false });
  expect((await stored())?.starredAt).toBe(0);
});
