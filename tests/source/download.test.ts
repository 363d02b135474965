import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { downloadPicture, downloadText } from '../../utils/source/download.ts';
import { FetchError } from '../../utils/source/errors.ts';

const hosts = ['127.0.0.1'];
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
const servers: Server[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on loopback, by its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function failure(promise: Promise<unknown>): Promise<FetchError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return error as FetchError;
}

test('brings the text, its type, its address and what the server said about freshness', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      etag: '"abc"',
      'last-modified': 'Tue, 05 Aug 2025 01:00:00 GMT',
      date: 'Tue, 05 Aug 2025 02:00:00 GMT',
    });
    response.end('Kabar dari kota – “baik”');
  });
  expect(await downloadText(`${url}/berita`, { hosts })).toEqual({
    url: `${url}/berita`,
    text: 'Kabar dari kota – “baik”',
    contentType: 'text/html; charset=utf-8',
    validators: { etag: '"abc"', lastModified: 'Tue, 05 Aug 2025 01:00:00 GMT' },
    receivedAt: Date.UTC(2025, 7, 5, 2),
  });
});

test('asks conditionally, and tells when nothing changed', async () => {
  const url = await serve((request, response) => {
    const same =
      request.headers['if-none-match'] === '"abc"' &&
      request.headers['if-modified-since'] === 'Tue, 05 Aug 2025 01:00:00 GMT';
    response.writeHead(same ? 304 : 200).end();
  });
  const validators = { etag: '"abc"', lastModified: 'Tue, 05 Aug 2025 01:00:00 GMT' };
  expect(await downloadText(url, { hosts, validators })).toBe('not-modified');
  expect(await downloadText(url, { hosts })).toMatchObject({ text: '', validators: {} });
});

test('a 304 that nobody asked for is a failure', async () => {
  const url = await serve((_request, response) => response.writeHead(304).end());
  expect(await failure(downloadText(url, { hosts }))).toMatchObject({ reason: 'status', status: 304 });
});

test('tells the site nothing about the reader', async () => {
  let headers: Record<string, unknown> = {};
  const url = await serve((request, response) => {
    headers = request.headers;
    response.end('ok');
  });
  await downloadText(url, { hosts });
  expect(headers).not.toHaveProperty('referer');
  expect(headers).not.toHaveProperty('cookie');
});

test.each([
  [404, 'not-found'],
  [410, 'not-found'],
  [403, 'status'],
  [429, 'status'],
  [500, 'status'],
  [503, 'status'],
])('HTTP %i is "%s", with its number', async (status, reason) => {
  const url = await serve((_request, response) => response.writeHead(status).end('x'));
  expect(await failure(downloadText(url, { hosts }))).toMatchObject({ reason, status, url });
});

test('follows a redirect on the same host, and says where it ended', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/lama') response.writeHead(301, { location: '/baru' }).end();
    else response.end('isi');
  });
  expect(await downloadText(`${url}/lama`, { hosts })).toMatchObject({ url: `${url}/baru`, text: 'isi' });
});

test('a redirect to another host fails closed, although that host would answer', async () => {
  const url = await serve((request, response) => {
    const elsewhere = `http://localhost:${(request.socket.address() as AddressInfo).port}/`;
    if (request.headers.host?.startsWith('127')) response.writeHead(302, { location: elsewhere }).end();
    else response.end('isi');
  });
  expect(await failure(downloadText(url, { hosts }))).toMatchObject({ reason: 'redirected', status: null });
});

test('a redirect that the browser refuses to follow is told from a dead server', async () => {
  // What Chromium and Firefox do where the extension has no permission for the other host.
  const fetch = vi.fn(async (_url: string, init: RequestInit) => {
    if (init.redirect === 'follow') throw new TypeError('Failed to fetch');
    return { type: 'opaqueredirect', status: 0, ok: false, url: '', headers: new Headers(), body: null };
  });
  vi.stubGlobal('fetch', fetch);
  const error = await failure(downloadText('https://kota.go.id/', { hosts: ['kota.go.id'] }));
  expect(error.reason).toBe('redirected');
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('a redirect from https to http fails closed', async () => {
  const response = new Response('isi');
  Object.defineProperty(response, 'url', { value: 'http://kota.go.id/' });
  vi.stubGlobal('fetch', async () => response);
  const error = await failure(downloadText('https://kota.go.id/', { hosts: ['kota.go.id'] }));
  expect(error.reason).toBe('redirected');
});

test.each([
  ['http://kota.go.id/', 'not-https'],
  ['ftp://kota.go.id/', 'not-https'],
  ['bukan alamat', 'not-https'],
  ['https://lain.go.id/', 'no-permission'],
  ['https://kota.go.id.jahat.example/', 'no-permission'],
  ['https://berita.kota.go.id/', 'no-permission'],
])('%s is not even asked', async (url, reason) => {
  const fetch = vi.fn();
  vi.stubGlobal('fetch', fetch);
  expect((await failure(downloadText(url, { hosts: ['kota.go.id'] }))).reason).toBe(reason);
  expect(fetch).not.toHaveBeenCalled();
});

test('a server that does not answer in time', async () => {
  const url = await serve(() => {});
  expect((await failure(downloadText(url, { hosts, timeoutMs: 60 }))).reason).toBe('timeout');
});

test('a body that never ends in time', async () => {
  const url = await serve((_request, response) => {
    response.write('<rss>');
    const drip = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(drip));
  });
  expect((await failure(downloadText(url, { hosts, timeoutMs: 120 }))).reason).toBe('timeout');
});

test('nobody listens', async () => {
  const url = await serve(() => {});
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  expect((await failure(downloadText(url, { hosts }))).reason).toBe('no-answer');
});

test('a connection that breaks in the middle', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('sebagian', () => response.destroy());
  });
  expect((await failure(downloadText(url, { hosts }))).reason).toBe('no-answer');
});

test('without a network the failure says so', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const error = await failure(downloadText('https://kota.go.id/', { hosts: ['kota.go.id'] }));
  expect(error.reason).toBe('offline');
});

test('the caller can end it', async () => {
  const url = await serve(() => {});
  const controller = new AbortController();
  const ended = failure(downloadText(url, { hosts, signal: controller.signal }));
  controller.abort();
  expect((await ended).reason).toBe('no-answer');
});

test('counts the bytes while they stream, and hangs up past the bound', async () => {
  let sent = 0;
  let closed: Promise<void> = Promise.resolve();
  const url = await serve((_request, response) => {
    closed = new Promise((resolve) => void response.on('close', resolve));
    const block = Buffer.alloc(64 * 1024, 97);
    const pour = () => {
      while (!response.destroyed) {
        sent += block.length;
        if (!response.write(block)) {
          response.once('drain', pour);
          return;
        }
      }
    };
    pour();
  });
  expect((await failure(downloadText(url, { hosts }))).reason).toBe('too-large');
  await closed;
  // 2 MiB are read; the rest is what buffers on the way hold.
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

test('the bound counts what unfolds, not what was sent', async () => {
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, 97));
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/xml' }).end(bomb);
  });
  expect(bomb.length).toBeLessThan(20_000);
  expect((await failure(downloadText(url, { hosts }))).reason).toBe('too-large');
});

test('a length that is announced as too large is believed', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': String(5 * 1024 * 1024) });
    response.flushHeaders();
  });
  expect((await failure(downloadText(url, { hosts, timeoutMs: 2_000 }))).reason).toBe('too-large');
});

test('a page may be larger than a feed', async () => {
  const url = await serve((_request, response) => response.end('a'.repeat(3 * 1024 * 1024)));
  const page = await downloadText(url, { hosts, maxBytes: 4 * 1024 * 1024 });
  expect(page !== 'not-modified' && page.text.length).toBe(3 * 1024 * 1024);
});

test.each(['image/jpeg', 'video/mp4', 'application/pdf', 'application/zip'])(
  '%s is no text',
  async (type) => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': type }).end('x'),
    );
    expect((await failure(downloadText(url, { hosts }))).reason).toBe('wrong-type');
  },
);

test('the charset is found, and what had to be mended is noted', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=bukan' }).end('Desa Cibadak');
  });
  expect(await downloadText(url, { hosts })).toMatchObject({
    text: 'Desa Cibadak',
    repairs: ['unknown charset "bukan"'],
  });
});

test.each(['image/png', 'image/jpeg', 'application/octet-stream', ''])(
  'a picture is known by its bytes, served as "%s"',
  async (type) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, type ? { 'content-type': type } : {}).end(png);
    });
    const blob = await downloadPicture(url, { hosts });
    expect(blob.type).toBe('image/png');
    expect(blob.size).toBe(png.length);
  },
);

test.each([
  ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['image/png', '<html>Masuk dahulu</html>'],
  ['text/html', '<html>Masuk dahulu</html>'],
  ['image/png', ''],
])('no picture: %s with %s', async (type, body) => {
  const url = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': type }).end(body),
  );
  expect((await failure(downloadPicture(url, { hosts }))).reason).toBe('wrong-type');
});

test('pictures are bounded too', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.end(Buffer.concat([png, Buffer.alloc(9 * 1024 * 1024)]));
  });
  expect((await failure(downloadPicture(url, { hosts }))).reason).toBe('too-large');
});

test.each<[number, Record<string, string>, number | null]>([
  [429, { 'retry-after': '120' }, 120_000],
  [503, { 'retry-after': 'Tue, 12 May 2026 03:10:00 GMT', date: 'Tue, 12 May 2026 03:00:00 GMT' }, 600_000],
  [503, {}, null],
  [500, { 'retry-after': '120' }, null],
])('a busy server’s wish is told: %s %o', async (status, headers, retryAfterMs) => {
  const url = await serve((_request, response) => response.writeHead(status, headers).end());
  expect(await failure(downloadText(url, { hosts }))).toMatchObject({
    reason: 'status',
    status,
    retryAfterMs,
  });
});
