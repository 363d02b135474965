import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { folderRow, forgetFolder } from '../../utils/backup/folder-row.ts';
import { machineOf } from '../../utils/db/machine.ts';
import { answerPost, markEntries, recordOpened } from '../../utils/draft/history.ts';
import { input, release, source } from '../draft/samples.ts';
import { type Dav, startDav } from './dav.ts';
import { draftIdOf, Machine } from './machines.ts';

let server: Awaited<ReturnType<typeof startDav>>;
let dav: Dav;
const machines: Machine[] = [];

const machine = async (): Promise<Machine> => {
  const made = new Machine({ address: server.url, user: dav.user, password: dav.password });
  machines.push(made);
  return made.switchOn();
};
const methods = () => dav.asked.splice(0).map(({ method }) => method);
const fileOf = async ({ db }: Machine) => `/dav/budi/jubir-${(await machineOf(db)).name}.json`;

beforeAll(async () => {
  server = await startDav();
});
afterAll(() => server.close());
beforeEach(() => {
  dav = Object.assign(server.dav, { strike: () => null, leavesHalf: false, movesNot: 0, tagEnd: '' });
  dav.files.clear();
  dav.asked.length = 0;
});
afterEach(() => Promise.all(machines.splice(0).map(({ db }) => db.delete())));

describe('two machines', () => {
  test('have each other’s words after each has been there', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.write('dari kantor');
    expect(await a.meet()).toMatchObject({ machines: 1, faults: [] });
    expect(await b.meet()).toMatchObject({ machines: 2, taken: { added: 1, changed: 0, rivals: 0 } });
    expect(await b.history()).toEqual(await a.history());
    await b.write('dari rumah');
    await b.meet();
    await a.meet();
    expect(await b.history()).toEqual(await a.history());
    expect(await a.texts()).toEqual(new Set(['dari kantor', 'dari rumah']));
  });

  test('while nothing changes ask one question and send nothing', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.write('teks');
    for (const each of [a, b, a, b]) await each.meet();
    methods();
    expect(await a.meet()).toMatchObject({ sent: false });
    expect(await b.meet()).toMatchObject({ sent: false });
    expect(methods()).toEqual(['PROPFIND', 'PROPFIND']);
  });

  test('fetch no file twice, also where answers are compressed and have tags of their own', async () => {
    dav.tagEnd = '-gzip';
    const [a, b] = [await machine(), await machine()];
    await a.write('teks');
    for (const each of [a, b, a, b]) await each.meet();
    methods();
    for (const each of [a, b]) await each.meet();
    expect(methods()).toEqual(['PROPFIND', 'PROPFIND']);
  });

  test('each write their own file alone', async () => {
    const [a, b] = [await machine(), await machine()];
    for (const each of [a, b]) {
      await each.write('teks');
      dav.asked.length = 0;
      await each.meet();
      const own = await fileOf(each);
      const written = dav.asked.filter(({ method }) => !['PROPFIND', 'GET'].includes(method));
      expect(written.map(({ path }) => path.replace(/\.part$/, ''))).toEqual([own, own]);
    }
  });

  test('two texts that did not know of each other stand side by side on both', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.write('awal');
    for (const each of [a, b]) await each.meet();
    await a.write('dari kantor');
    await b.write('dari rumah');
    await a.meet();
    expect(await b.meet()).toMatchObject({ taken: { rivals: 1 } });
    await a.meet();
    const [draft] = (await a.history()).drafts;
    expect([draft?.text, ...(draft?.rivals ?? []).map(({ text }) => text)].sort()).toEqual([
      'dari kantor',
      'dari rumah',
    ]);
    expect(await b.history()).toEqual(await a.history());
  });

  test('notes, reminders, deletions and answers are the same on both', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.write('satu');
    await a.write('dua', { id: draftIdOf(1) });
    await recordOpened(a.db, input({ releaseId: 'r2', text: 'tiga' }), { id: 'p1', route: 'composer' }, 1);
    for (const each of [a, b]) await each.meet();
    await markEntries(a.db, { draftIds: [draftIdOf(0)], postIds: ['p1'] }, { note: 'tanya Humas' });
    await markEntries(b.db, { draftIds: [draftIdOf(0)], postIds: [] }, { remindAt: 9_000 });
    await markEntries(b.db, { draftIds: [draftIdOf(1)], postIds: [] }, { deletedAt: 5_000 });
    await markEntries(b.db, { draftIds: [], postIds: ['p1'] }, { starredAt: 7_000 });
    await answerPost(a.db, 'p1', 'posted', 'https://x.com/a/1', 2);
    for (const each of [a, b, a]) await each.meet();
    expect(await b.history()).toEqual(await a.history());
    const { drafts, posts } = await b.history();
    expect(drafts[0]).toMatchObject({ note: 'tanya Humas', remindAt: 9_000 });
    expect(drafts[1]).toMatchObject({ deletedAt: 5_000 });
    expect(posts[0]).toMatchObject({ note: 'tanya Humas', starredAt: 7_000, state: 'posted' });
    expect(posts[0]).toMatchObject({ link: 'https://x.com/a/1' });
  });

  test('bring the releases that were written about, of sources that both read, and nothing else', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.db.sources.bulkPut([source(), source({ id: 'lain', url: 'https://lain.go.id/' })]);
    await b.db.sources.put(source());
    await a.db.releases.bulkPut([
      release({ id: 'r0' }),
      release({ id: 'r1', sourceId: 'lain' }),
      release({ id: 'r2', url: 'https://bukan.example/berita' }),
      release({ id: 'r9' }),
    ]);
    await a.write('satu');
    await a.write('dua', { id: draftIdOf(1) });
    await a.write('tiga', { id: draftIdOf(2) });
    for (const each of [a, b]) await each.meet();
    expect((await b.db.releases.toArray()).map(({ id }) => id)).toEqual(['r0']);
    expect(await b.db.sources.count()).toBe(1);
    const sent = dav.files.get(await fileOf(a))?.bytes.toString() ?? '';
    expect(sent).not.toContain('"kind":"source"');
    expect(sent).not.toContain('"kind":"settings"');
    expect(sent).not.toContain(dav.password);
  });
});

describe('what goes wrong', () => {
  test('whichever request breaks off, at whichever place, the next time makes it good', async () => {
    for (const cut of ['cut-before', 'cut-after', 'cut-amid'] as const) {
      for (let at = 0; at < 6; at += 1) {
        const [a, b] = [await machine(), await machine()];
        await a.write('dari kantor');
        await a.meet();
        await b.write('dari rumah');
        let asked = 0;
        dav.strike = () => {
          asked += 1;
          return asked === at + 1 ? cut : null;
        };
        await b.tryToMeet();
        dav.strike = () => null;
        for (const each of [b, a, b]) await each.meet();
        expect(await b.history(), `${cut} ${at}`).toEqual(await a.history());
        expect(await a.texts()).toEqual(new Set(['dari kantor', 'dari rumah']));
        dav.files.clear();
      }
    }
  });

  test('a file that ends too early is told of, what is whole in it is taken, and it is not fetched again', async () => {
    const [a, b] = [await machine(), await machine()];
    for (let at = 0; at < 20; at += 1) await a.write(`teks ${at}`, { id: draftIdOf(at) });
    await a.meet();
    const bytes = dav.files.get(await fileOf(a))?.bytes ?? Buffer.of();
    dav.place(await fileOf(a), bytes.subarray(0, bytes.length >> 1));
    expect(await b.meet()).toMatchObject({ faults: ['cut'] });
    const some = await b.db.drafts.count();
    expect(some).toBeGreaterThan(2);
    expect(some).toBeLessThan(20);
    methods();
    expect(await b.meet()).toMatchObject({ faults: ['cut'] });
    expect(methods()).not.toContain('GET');
    // Its machine sees that it is not what it sent, and sends it anew.
    await a.meet();
    expect(await b.meet()).toMatchObject({ machines: 2, faults: [] });
    expect(await b.db.drafts.count()).toBe(20);
  });

  test.each([
    ['no JSON', '<html>Masuk</html>', 'unreadable'],
    ['empty', '', 'unreadable'],
    ['another program’s', '{"a":[]}', 'unreadable'],
    ['a newer Jubir’s', '{"app":"Jubir","format":99,"rows":[\n],"foot":{}}', 'newer'],
  ])('a file that is %s is told of and left alone', async (_, content, fault) => {
    const [a, b] = [await machine(), await machine()];
    await a.write('teks');
    await a.meet();
    dav.place('/dav/budi/jubir-00000000-0000-4000-8000-000000000000.json', content);
    expect(await b.meet()).toMatchObject({ faults: [fault], taken: { added: 1 } });
    expect((await b.meet()).faults).toEqual([fault]);
  });

  test('files of others are neither read nor touched', async () => {
    const a = await machine();
    for (const name of [
      'surat.json',
      'jubir-rapat.json',
      'jubir-1.json.part',
      'Jubir-00000000-0000-4000-8000-000000000000.json',
    ]) {
      dav.place(`/dav/budi/${name}`, 'rahasia');
    }
    await a.meet();
    expect(methods()).toEqual(['PROPFIND', 'PUT', 'MOVE', 'PROPFIND']);
    expect(dav.names('/dav/budi')).toHaveLength(5);
  });

  test('a file that the server does not give out keeps no other from being read', async () => {
    const [a, b, c] = [await machine(), await machine(), await machine()];
    await a.write('a');
    await b.write('b', { id: draftIdOf(1) });
    for (const each of [b, a]) await each.meet();
    // It has b's as well: what c gets, it gets from b.
    const locked = await fileOf(a);
    dav.strike = ({ method, path }) => (method === 'GET' && path === locked ? { status: 423 } : null);
    expect(await c.meet()).toMatchObject({ faults: ['refused'], taken: { added: 1 } });
    expect(dav.files.has(await fileOf(c))).toBe(true);
    dav.strike = () => null;
    expect(await c.meet()).toMatchObject({ faults: [], taken: { added: 1 } });
  });

  test('what this machine wrote is sent also where another’s file cannot be fetched', async () => {
    const [a, b] = [await machine(), await machine()];
    await a.write('a');
    await a.meet();
    await b.write('b');
    dav.strike = ({ method }) => (method === 'GET' ? 'cut-amid' : null);
    await expect(b.meet()).rejects.toMatchObject({ reason: 'no-answer' });
    expect(dav.files.has(await fileOf(b))).toBe(true);
  });

  test('a folder with more machines than anybody has is left alone', async () => {
    const a = await machine();
    for (let at = 0; at < 51; at += 1) {
      dav.place(`/dav/budi/jubir-00000000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}.json`, '');
    }
    await expect(a.meet()).rejects.toMatchObject({ reason: 'crowded' });
  });

  test('this machine’s file, removed by somebody, is there again', async () => {
    const a = await machine();
    await a.write('teks');
    await a.meet();
    dav.files.clear();
    await a.meet();
    expect(dav.files.has(await fileOf(a))).toBe(true);
  });

  test('switched off in the middle, the password does not come back', async () => {
    const a = await machine();
    await a.write('teks');
    let switchedOff = Promise.resolve();
    dav.strike = ({ method }) => {
      if (method === 'PUT') switchedOff = forgetFolder(a.db);
      return null;
    };
    await a.tryToMeet();
    await switchedOff;
    expect(await a.db.secrets.count()).toBe(0);
  });
});

describe('a profile that was copied, or set back', () => {
  /** Another database with the same in it, the machine's name too. */
  async function copyOf(a: Machine): Promise<Machine> {
    const b = await machine();
    for (const table of a.db.tables) await b.db.table(table.name).bulkPut(await table.toArray());
    return b;
  }

  test('takes a new name, and neither’s words are lost', async () => {
    const a = await machine();
    await a.write('awal');
    await a.meet();
    const b = await copyOf(a);
    await a.write('dari kantor', { writer: 'a' });
    await b.write('dari rumah', { writer: 'b' });
    for (const each of [a, b, a, b]) await each.meet();
    expect((await machineOf(b.db)).name).not.toBe((await machineOf(a.db)).name);
    expect(await b.history()).toEqual(await a.history());
    const [draft] = (await a.history()).drafts;
    expect([draft?.text, ...(draft?.rivals ?? []).map(({ text }) => text)].sort()).toEqual([
      'dari kantor',
      'dari rumah',
    ]);
    expect(await a.texts()).toEqual(new Set(['awal', 'dari kantor', 'dari rumah']));
  });

  test('set back to an earlier day, it has again what it wrote since', async () => {
    const a = await machine();
    await a.write('awal');
    await a.meet();
    const old = await copyOf(a);
    await a.write('kemudian');
    await recordOpened(a.db, input({ releaseId: 'r7' }), { id: 'p1', route: 'composer' }, 1);
    await a.meet();
    await old.meet();
    expect(await old.texts()).toEqual(await a.texts());
    expect((await old.history()).drafts[0]).toMatchObject({ text: 'kemudian', rivals: [] });
  });

  test('turned off and on again, it is still the same machine', async () => {
    const a = await machine();
    await a.write('teks');
    await a.meet();
    await forgetFolder(a.db);
    await a.switchOn();
    await a.write('teks kemudian');
    const { name } = await machineOf(a.db);
    expect(await a.meet()).toMatchObject({ machines: 1, sent: true });
    expect((await machineOf(a.db)).name).toBe(name);
    expect(dav.names('/dav/budi')).toHaveLength(1);
  });

  test('the server has what it sent though the answer was lost: it is still the same machine', async () => {
    const a = await machine();
    await a.write('teks');
    dav.strike = ({ method }) => (method === 'MOVE' ? 'cut-after' : null);
    await a.tryToMeet();
    dav.strike = () => null;
    const { name } = await machineOf(a.db);
    expect(await a.meet()).toMatchObject({ machines: 1 });
    expect((await machineOf(a.db)).name).toBe(name);
    expect((await folderRow(a.db, server.url))?.sending).toBe('');
  });
});
