import { createHash } from 'node:crypto';
import {
  request as askHttp,
  createServer as createHttp,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import { type Answer, cityAnswer, cityHosts, feedHost, partOf } from './answers.ts';
import { City } from './city.ts';
import { type Fault, misbehave } from './faults.ts';
import { platformPage } from './platform-page.ts';
import type { Redesign } from './redesigns/parts.ts';
import type { Route } from './sites.ts';

/** One request that reached the portal. `path` holds the query too. */
export interface SeenRequest {
  at: number;
  method: string;
  host: string;
  path: string;
  headers: IncomingMessage['headers'];
  /** The status that was sent; 0 while unanswered, and when the connection was broken on purpose. */
  status: number;
}

export interface PortalOptions {
  /** The clock by which releases are dated; the machine's by default. */
  now?: () => number;
  /** Serve the re-built pages of the real site from `../shared/data` in place of the portal's own. */
  recorded?: boolean;
  /** A free port by default. */
  port?: number;
}

/**
 * A small city portal on loopback. One port speaks HTTP, HTTPS (self-signed) and CONNECT, so that a browser can be
 * sent to it by resolver rules or by proxy settings; the `Host` header decides which site answers.
 */
export class Portal {
  readonly city: City;
  readonly requests: SeenRequest[] = [];
  /** Strikes the city's hosts only; null = all is well. */
  fault: Fault | null = null;
  recorded: boolean;
  /** Pages of a test's own, by address: they come before the city's. */
  readonly pages = new Map<string, string>();
  /** Addresses of the city's own that are gone, and how they say so. */
  readonly gone = new Map<string, 404 | 410>();
  /** Other cities by host, as `sites.ts` has them; asked anew at each request, so that what the city changes shows. */
  readonly sites = new Map<string, (city: City, origin: string) => Record<string, Route>>();
  /** Servers of a test's own, by the host that stands for them: they answer by themselves, or by a port of this machine. */
  readonly servers = new Map<
    string,
    number | ((request: IncomingMessage, response: ServerResponse) => void)
  >();
  /** How the city's own pages look; null = as they do today. */
  redesign: Redesign | null = null;
  readonly port: number;
  readonly #close: () => Promise<void>;

  constructor(parts: { city: City; recorded: boolean; port: number; close: () => Promise<void> }) {
    this.city = parts.city;
    this.recorded = parts.recorded;
    this.port = parts.port;
    this.#close = parts.close;
  }

  /** The requests for one host, oldest first. */
  seen(host: string): SeenRequest[] {
    return this.requests.filter((request) => request.host === host);
  }

  /** Stops serving and breaks what is still open. */
  close(): Promise<void> {
    return this.#close();
  }
}

function isCity(hostname: string): boolean {
  return [...cityHosts, feedHost, '127.0.0.1', 'localhost'].includes(hostname);
}

/** Sends an answer with validators, or 304 when the client already holds it. */
function send(answer: Answer, changed: number, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 20)}"`;
  const lastModified = new Date(changed).toUTCString();
  const headers = {
    'content-type': answer.type,
    ...answer.headers,
    ...(answer.status === 200 ? { etag, 'last-modified': lastModified, 'cache-control': 'no-cache' } : {}),
  };
  const held = request.headers['if-none-match']
    ? request.headers['if-none-match'] === etag
    : Date.parse(request.headers['if-modified-since'] ?? '') >= Date.parse(lastModified);
  if (answer.status === 200 && held) {
    response.writeHead(304, { etag, 'last-modified': lastModified }).end();
    return;
  }
  response.writeHead(answer.status, { ...headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** What a site's route is on the wire; null for one that never answers. */
function siteAnswer(route: Route | undefined): Answer | null {
  const type = 'text/html; charset=UTF-8';
  if (route === undefined) return { status: 404, type, body: '<h1>404 Not Found</h1>' };
  if (route === 'timeout') return null;
  if (route === 'refused') return { status: 403, type, body: '<h1>403 Forbidden</h1>' };
  return typeof route === 'string' ? { status: 200, type, body: route } : { status: 200, ...route };
}

/** Lets another server answer, byte by byte: what it breaks off is broken off. */
function handOn(port: number, path: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const asked = askHttp({ host: '127.0.0.1', port, path, method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.on('error', (error) => response.destroy(error)).pipe(response);
  });
  asked.on('error', (error) => response.destroy(error));
  request.pipe(asked);
}

async function answer(portal: Portal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  // A proxied plain request names the whole address; any other names its path, and its host in the header.
  const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'localhost'}`);
  const seen: SeenRequest = {
    at: Date.now(),
    method: request.method ?? 'GET',
    host: url.hostname,
    path: url.pathname + url.search,
    headers: request.headers,
    status: 0,
  };
  portal.requests.push(seen);
  response.once('finish', () => {
    seen.status = response.statusCode;
  });
  const server = portal.servers.get(url.hostname);
  if (typeof server === 'function') return server(request, response);
  if (server !== undefined) {
    handOn(server, `${url.pathname}${url.search}`, request, response);
    return;
  }
  // What a composer link asks for is read by tests from the address alone; a posted body is drained and dropped.
  request.resume();
  if (url.pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const site = portal.sites.get(url.hostname);
  if (site) {
    const found = siteAnswer(site(portal.city, url.origin)[url.href]);
    if (found) send(found, portal.city.changed, request, response);
    return;
  }
  if (!isCity(url.hostname)) {
    const body = platformPage(url);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    return;
  }
  const { fault } = portal;
  const struck = fault && (!fault.parts || fault.parts.includes(partOf(url)));
  if (struck && (await misbehave(fault, response))) return;
  const address = `https://${url.hostname}${url.pathname}`;
  const status = portal.gone.get(address);
  if (status) {
    const body = `<h1>${status}</h1>`;
    send({ status, type: 'text/html; charset=UTF-8', body }, portal.city.changed, request, response);
    return;
  }
  const own = portal.pages.get(address);
  const answered: Answer = own
    ? { status: 200, type: 'text/html; charset=UTF-8', body: own }
    : cityAnswer(portal.city, url, { recorded: portal.recorded, redesign: portal.redesign });
  send(answered, portal.city.changed, request, response);
}

/** Starts the portal on loopback. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const names = ['localhost', ...cityHosts, feedHost];
  const certificate = await generate([{ name: 'commonName', value: 'Jubir test portal' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  let portal: Portal | undefined;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {});
    if (portal) answer(portal, request, response).catch((error: Error) => response.destroy(error));
  };
  const http = createHttp(onRequest);
  const https = createHttps({ key: certificate.private, cert: certificate.cert }, onRequest);
  const sockets = new Set<Socket>();
  const tcp = createTcp((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    // The first byte of a TLS handshake is 22; no HTTP method starts with it.
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === 22 ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = tcp.address() as AddressInfo;
  // As a proxy it opens every tunnel to itself, whatever host was asked for.
  http.on('connect', (_request, client: Socket, head: Buffer) => {
    const tunnel = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.write(head);
      tunnel.pipe(client).pipe(tunnel);
    });
    tunnel.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('error', () => tunnel.destroy()).on('close', () => tunnel.destroy());
  });
  portal = new Portal({
    city: new City(options.now ?? Date.now),
    recorded: options.recorded ?? false,
    port,
    close: () =>
      new Promise((resolve) => {
        tcp.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
  return portal;
}
