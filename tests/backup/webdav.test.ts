import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FolderError, type FolderReason } from '../../utils/backup/folder-error.ts';
import { readListing } from '../../utils/backup/listing.ts';
import { WebDavFolder } from '../../utils/backup/webdav.ts';
import { type Dav, type DavFault, startDav } from './dav.ts';

let server: Awaited<ReturnType<typeof startDav>>;
let dav: Dav;
let folder: WebDavFolder;
const access = () => ({ address: `${server.url}/Jubir`, user: dav.user, password: dav.password });

beforeAll(async () => {
  server = await startDav();
});
afterAll(() => server.close());
beforeEach(() => {
  dav = Object.assign(server.dav, { readOnly: false, movesNot: 0, leavesHalf: false, tells: true });
  Object.assign(dav, { strike: () => null, room: Number.POSITIVE_INFINITY, password: 'sandi aplikasi' });
  dav.folders.add('/dav/budi/Jubir');
  dav.files.clear();
  dav.asked.length = 0;
  folder = new WebDavFolder(access(), { answer: 500 });
});
afterEach(() => vi.unstubAllGlobals());

const strike = (method: string, fault: DavFault) => {
  dav.strike = (asked) => (asked.method === method ? fault : null);
};
const reasonOf = (job: Promise<unknown>): Promise<FolderReason> =>
  job.then(
    () => expect.fail('it went well'),
    (error: unknown) => (error as FolderError).reason,
  );
const textOf = async (name: string, most = 1000): Promise<string> => {
  let text = '';
  for await (const bytes of await folder.read(name, most)) text += new TextDecoder().decode(bytes);
  return text;
};
const write = (name: string, text: string) => folder.write(name, new Blob([text]));

describe('a folder', () => {
  test('lists the files that lie in it, with what tells that one changed', async () => {
    dav.folders.add('/dav/budi/Jubir/sub');
    dav.place('/dav/budi/Jubir/sub/tidak.json', 'x');
    dav.place('/dav/budi/lain.json', 'x');
    dav.place('/dav/budi/Jubir/dua kata & é.json', 'abc');
    const [file, ...others] = await folder.list();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'dua kata & é.json', size: 3 });
    expect(file?.tag).toMatch(/^"\d+"$/);
  });

  test('is written by way of another name, and read again', async () => {
    const file = await write('a.json', 'isi');
    expect(await folder.list()).toEqual([file]);
    expect(await textOf('a.json')).toBe('isi');
    expect(dav.asked.map(({ method }) => method).slice(0, 3)).toEqual(['PUT', 'MOVE', 'PROPFIND']);
    expect(dav.asked[0]?.path).toBe('/dav/budi/Jubir/a.json.part');
    expect((await write('a.json', 'isi baru')).tag).not.toBe(file.tag);
    expect(await textOf('a.json')).toBe('isi baru');
  });

  test.each([403, 405, 409, 412, 501, 502])(
    'a server that refuses to move (%i) gets it at once',
    async (status) => {
      dav.movesNot = status;
      await write('a.json', 'isi');
      expect(dav.names('/dav/budi/Jubir')).toEqual(['a.json']);
      expect(await textOf('a.json')).toBe('isi');
    },
  );

  test('what the server cannot remove afterwards is no trouble', async () => {
    dav.movesNot = 405;
    strike('DELETE', { status: 423 });
    await write('a.json', 'isi');
    expect(await textOf('a.json')).toBe('isi');
  });

  test('without entity tags the time and the size tell', async () => {
    dav.tells = false;
    const { tag } = await write('a.json', 'isi');
    expect(tag).toMatch(/2026 .* 3$/);
    expect((await write('a.json', 'lain')).tag).not.toBe(tag);
  });

  test('is made where it is missing, and left as it is where it stands', async () => {
    dav.folders.delete('/dav/budi/Jubir');
    expect(await reasonOf(folder.list())).toBe('not-found');
    await folder.make();
    expect(dav.folders.has('/dav/budi/Jubir')).toBe(true);
    await folder.make();
    expect(await folder.list()).toEqual([]);
  });

  test('is not made where nothing is to hold it', async () => {
    folder = new WebDavFolder({ ...access(), address: `${server.url}/tidak/ada` });
    expect(await reasonOf(folder.make())).toBe('no-parent');
  });

  test('a file that is not there is not there', async () => {
    expect(await folder.look('a.json')).toBeNull();
    expect(await reasonOf(folder.read('a.json', 10))).toBe('not-found');
    await folder.remove('a.json');
  });

  test('name and password go along as they are, in any script', async () => {
    Object.assign(dav, { password: 'kata:sändi 漢' });
    folder = new WebDavFolder(access());
    expect(await folder.list()).toEqual([]);
  });
});

describe('what goes wrong is told by its reason', () => {
  test.each<[number, FolderReason]>([
    [401, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'not-webdav'],
    [423, 'locked'],
    [429, 'busy'],
    [500, 'status'],
    [503, 'busy'],
    [200, 'not-webdav'],
    [301, 'redirected'],
    [302, 'redirected'],
  ])('%i', async (status, reason) => {
    strike('PROPFIND', {
      status,
      headers: { location: 'https://lain.example/' },
      body: '<html>Masuk</html>',
    });
    expect(await reasonOf(folder.list())).toBe(reason);
  });

  test.each<[number, FolderReason]>([
    [403, 'read-only'],
    [405, 'read-only'],
    [409, 'no-parent'],
    [413, 'too-large'],
    [423, 'locked'],
    [507, 'full'],
  ])('%i for a file that is sent', async (status, reason) => {
    strike('PUT', { status });
    expect(await reasonOf(write('a.json', 'isi'))).toBe(reason);
  });

  test('a wrong password', async () => {
    folder = new WebDavFolder({ ...access(), password: 'salah' });
    expect(await reasonOf(folder.list())).toBe('refused');
  });

  test('a page in the place of an answer, and an answer of something else', async () => {
    for (const body of ['<html><body>Masuk</body></html>', '', '{"a":1}', '<feed/>']) {
      strike('PROPFIND', { status: 207, body });
      expect(await reasonOf(folder.list()), body).toBe('not-webdav');
    }
  });

  test.each<DavFault>(['cut-before', 'cut-after', 'cut-amid'])(
    'a connection that breaks off: %s',
    async (fault) => {
      for (const method of ['PROPFIND', 'PUT']) {
        strike(method, fault);
        expect(await reasonOf(write('a.json', 'isi')), method).toBe('no-answer');
      }
      dav.strike = () => null;
      await write('a.json', 'isi yang agak panjang');
      strike('GET', fault);
      expect(await reasonOf(textOf('a.json'))).toBe('no-answer');
    },
  );

  test('no answer', async () => {
    folder = new WebDavFolder(access(), { answer: 50, perMebibyte: 0 });
    strike('PROPFIND', 'silent');
    expect(await reasonOf(folder.list())).toBe('timeout');
  });

  test('no network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    strike('PROPFIND', 'cut-before');
    expect(await reasonOf(folder.list())).toBe('offline');
  });

  test('how long the server asks to be left alone', async () => {
    strike('PROPFIND', { status: 503, headers: { 'retry-after': '120' } });
    await expect(folder.list()).rejects.toMatchObject({ waitMs: 120_000, status: 503 });
  });

  test('a file larger than is read, whatever was announced', async () => {
    await write('a.json', 'x'.repeat(5_000));
    expect(await reasonOf(textOf('a.json', 4_999))).toBe('too-large');
    expect(await textOf('a.json', 5_000)).toHaveLength(5_000);
  });

  test('less lies there than was sent', async () => {
    dav.strike = ({ method }) => {
      if (method === 'PROPFIND') dav.place('/dav/budi/Jubir/a.json', 'is');
      return null;
    };
    expect(await reasonOf(write('a.json', 'isi'))).toBe('cut');
  });

  test('no error says the name, the password or the address', async () => {
    strike('PROPFIND', { status: 401 });
    const error = await folder.list().catch((each: FolderError) => each);
    const told = JSON.stringify([String(error), (error as Error).stack?.split('\n')[0], error]);
    for (const secret of [dav.user, dav.password, 'dav/budi']) expect(told).not.toContain(secret);
  });

  test('a server elsewhere never hears of the password', async () => {
    const heard: unknown[] = [];
    const other = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    for (const status of [301, 302, 303, 307, 308]) {
      strike('PROPFIND', { status, headers: { location: `http://127.0.0.1:${port}/` } });
      expect(await reasonOf(folder.list())).toBe('redirected');
    }
    other.close();
    expect(heard).toEqual([]);
  });
});

const address = 'https://awan.go.id/dav/budi/Jubir';
const response = (href: string, props = '<getetag>"1"</getetag>') =>
  `<response><href>${href}</href><propstat><prop>${props}</prop></propstat></response>`;
const listing = (inner: string) => readListing(`<multistatus xmlns="DAV:">${inner}</multistatus>`, address);
const namesIn = (inner: string) => listing(inner).map(({ name }) => name);

describe('a listing', () => {
  test.each([
    ['/dav/budi/Jubir/a.json', ['a.json']],
    ['https://awan.go.id/dav/budi/Jubir/a.json', ['a.json']],
    ['/dav/budi/%4Aubir/a%2ejson', ['a.json']],
    ['a.json', []],
    ['/dav/budi/Jubir/', []],
    ['/dav/budi/Jubir', []],
    ['/dav/budi/Jubir/sub/a.json', []],
    ['/dav/budi/Jubir/sub%2Fa.json', []],
    ['/dav/budi/Jubir/../a.json', []],
    ['/dav/budi/Jubir/%2e%2e/a.json', []],
    ['/dav/budi/Jubirlain/a.json', []],
    ['/dav/budi/jubir/a.json', []],
    ['https://lain.go.id/dav/budi/Jubir/a.json', []],
    ['http://awan.go.id/dav/budi/Jubir/a.json', []],
    ['https://awan.go.id:8443/dav/budi/Jubir/a.json', []],
    ['/dav/budi/Jubir/%E0%A4%A', []],
    ['javascript:alert(1)', []],
    ['', []],
  ])('%s', (href, names) => {
    expect(namesIn(response(href))).toEqual(names);
  });

  test('whatever prefix the server has, and whichever properties it does not know', () => {
    const xml =
      '<?xml version="1.0"?><lp:multistatus xmlns:lp="DAV:"><lp:response><lp:href>/dav/budi/Jubir/a.json</lp:href>' +
      '<lp:propstat><lp:prop><lp:getetag>W/"9-a"</lp:getetag><lp:getcontentlength>12</lp:getcontentlength></lp:prop><lp:status>HTTP/1.1 200 OK</lp:status></lp:propstat>' +
      '<lp:propstat><lp:prop><lp:getlastmodified/></lp:prop><lp:status>HTTP/1.1 404 Not Found</lp:status></lp:propstat></lp:response></lp:multistatus>';
    expect(readListing(xml, address)).toEqual([{ name: 'a.json', tag: '"9-a"', size: 12 }]);
  });

  test('one whose size is no number, or that has no tag', () => {
    const props = '<getcontentlength>-1e9</getcontentlength><getetag/>';
    expect(listing(response('/dav/budi/Jubir/a.json', props))).toEqual([
      { name: 'a.json', tag: '', size: null },
    ]);
  });

  test('an attack ends soon, and in an error that says so', () => {
    const started = performance.now();
    const many = response('/dav/budi/Jubir/a.json').repeat(20_000);
    expect(() => listing(many)).toThrow(FolderError);
    expect(() => listing('<a>'.repeat(300_000))).toThrow(FolderError);
    expect(namesIn(`${'<a b="c">'.repeat(50)}${response('/dav/budi/Jubir/a.json')}`)).toEqual([]);
    const bomb = `<!DOCTYPE m [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
    expect(
      readListing(`${bomb}<multistatus>${response('/dav/budi/Jubir/&b;')}</multistatus>`, address).length,
    ).toBeLessThan(2);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
