import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What goes wrong with one request. */
export type DavFault =
  /** Answered with this, and nothing done. */
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The connection breaks off before anything is done, after all is done, or in the middle of the bytes. */
  | 'cut-before'
  | 'cut-after'
  | 'cut-amid'
  /** No answer ever comes. */
  | 'silent';

interface Stored {
  bytes: Buffer;
  tag: string;
  at: Date;
}

interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}

/**
 * A WebDAV server in memory, as far as Jubir uses one (RFC 4918): PROPFIND, MKCOL, GET, PUT, MOVE, DELETE, entity tags
 * and conditions, one user. Below "/dav/" the folder "/dav/budi" stands from the start.
 */
export class Dav {
  readonly user = 'budi';
  password = 'sandi aplikasi';
  readonly folders = new Set(['/dav', '/dav/budi']);
  readonly files = new Map<string, Stored>();
  readonly asked: Asked[] = [];
  /** Asked for each request whose name and password are right; the fault that it has, if any. */
  strike: (asked: Asked) => DavFault | null = () => null;
  /** Nothing may be changed. */
  readOnly = false;
  /** How a MOVE is refused, by servers and proxies that do not know it; 0 = it is not. */
  movesNot = 0;
  /** Bytes that fit in all. */
  room = Number.POSITIVE_INFINITY;
  /** Where a PUT that breaks off leaves half a file in the place of the old one, as simple servers do. */
  leavesHalf = false;
  /** Whether it tells of entity tags, as few do not. */
  tells = true;
  /** What a file's own answer adds to its tag, as Apache does where it compresses. */
  tagEnd = '';
  #changes = 0;

  /** Answers one request, with the host that it was asked for. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {});
    this.#answer(request, response).catch((error: Error) => response.destroy(error));
  };

  /** The names of the files in a folder. */
  names(folder: string): string[] {
    return [...this.files.keys()]
      .filter((path) => parentOf(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  /** Puts a file there as somebody else would. */
  place(path: string, content: string | Buffer): void {
    this.#changes += 1;
    const at = new Date(Date.UTC(2026, 10, 24) + this.#changes * 1000);
    this.files.set(path, { bytes: Buffer.from(content), tag: `"${this.#changes}"`, at });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://dav');
    const path = decodeURIComponent(url.pathname).replace(/\/+$/, '');
    const asked = { method: request.method ?? '', path, headers: request.headers };
    this.asked.push(asked);
    const said = `Basic ${Buffer.from(`${this.user}:${this.password}`).toString('base64')}`;
    const fault =
      request.headers.authorization === said
        ? this.strike(asked)
        : { status: 401, headers: { 'www-authenticate': 'Basic realm="dav"' } };
    if (fault === 'silent') return void request.resume();
    if (fault === 'cut-before') return void request.socket.destroy();
    const body = await bodyOf(request);
    if (typeof fault === 'object' && fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    if (fault === 'cut-amid' && asked.method === 'PUT') {
      if (this.leavesHalf) this.place(path, body.subarray(0, body.length >> 1));
      return void request.socket.destroy();
    }
    const answer = this.#do(asked, body);
    if (fault === 'cut-after') return void request.socket.destroy();
    const bytes = Buffer.from(answer.body ?? '');
    response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
    if (fault === 'cut-amid') {
      response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroy());
      return;
    }
    response.end(bytes);
  }

  #do(
    { method, path, headers }: Asked,
    body: Buffer,
  ): { status: number; headers?: Record<string, string>; body?: string | Buffer } {
    const file = this.files.get(path);
    if (this.readOnly && !['PROPFIND', 'GET'].includes(method)) return { status: 403 };
    switch (method) {
      case 'PROPFIND':
        return this.#properties(path, headers.depth === '1');
      case 'GET':
        return file ? { status: 200, headers: this.#tagOf(file), body: file.bytes } : { status: 404 };
      case 'MKCOL':
        if (this.folders.has(path) || file) return { status: 405 };
        if (!this.folders.has(parentOf(path))) return { status: 409 };
        this.folders.add(path);
        return { status: 201 };
      case 'PUT': {
        if (!this.folders.has(parentOf(path))) return { status: 409 };
        const [match, none] = [headers['if-match'], headers['if-none-match']];
        if ((match && match !== file?.tag) || (none === '*' && file)) return { status: 412 };
        const used = [...this.files].reduce(
          (sum, [name, { bytes }]) => sum + (name === path ? 0 : bytes.length),
          0,
        );
        if (used + body.length > this.room) return { status: 507 };
        this.place(path, body);
        return { status: file ? 204 : 201 };
      }
      case 'MOVE':
        return this.#move(path, headers);
      case 'DELETE':
        return { status: this.files.delete(path) ? 204 : 404 };
      default:
        return { status: 405 };
    }
  }

  #move(path: string, headers: Asked['headers']) {
    const to = new URL(String(headers.destination));
    const target = decodeURIComponent(to.pathname);
    const file = this.files.get(path);
    if (this.movesNot) return { status: this.movesNot };
    if (to.host !== headers.host) return { status: 502 };
    if (!file) return { status: 404 };
    if (!this.folders.has(parentOf(target))) return { status: 409 };
    const replaced = this.files.has(target);
    if (replaced && headers.overwrite === 'F') return { status: 412 };
    this.files.set(target, file);
    this.files.delete(path);
    return { status: replaced ? 204 : 201 };
  }

  #tagOf({ tag, at }: Stored): Record<string, string> {
    return {
      ...(this.tells && { etag: tag.replace(/"$/, `${this.tagEnd}"`) }),
      'last-modified': at.toUTCString(),
    };
  }

  #properties(path: string, deep: boolean) {
    const file = this.files.get(path);
    if (!file && !this.folders.has(path)) return { status: 404 };
    const inside = [...this.folders, ...this.files.keys()].filter((each) => parentOf(each) === path);
    const told = [path, ...(deep && !file ? inside : [])].map((each) => this.#response(each)).join('');
    return {
      status: 207,
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:">${told}</D:multistatus>`,
    };
  }

  #response(path: string): string {
    const file = this.files.get(path);
    const href = path.split('/').map(encodeURIComponent).join('/') + (file ? '' : '/');
    const tag = file && this.tells ? `<D:getetag>${file.tag.replaceAll('"', '&quot;')}</D:getetag>` : '';
    const props = file
      ? `${tag}<D:getcontentlength>${file.bytes.length}</D:getcontentlength><D:getlastmodified>${file.at.toUTCString()}</D:getlastmodified><D:resourcetype/>`
      : '<D:resourcetype><D:collection/></D:resourcetype>';
    return `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${props}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
  }
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Such a server on loopback. */
export async function startDav(): Promise<{ dav: Dav; url: string; close: () => Promise<void> }> {
  const dav = new Dav();
  const server = createServer(dav.handle);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    dav,
    url: `http://127.0.0.1:${port}/dav/budi`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
