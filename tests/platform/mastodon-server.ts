import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { statusHtml } from './mastodon-html.ts';

/**
 * What becomes of a request to post. `taken`: as documented; the others are what a server, or the line to it, does
 * instead. "After" is after the status is there.
 */
export type Fault =
  | 'taken'
  | '401'
  | '410'
  | '422'
  /** Refused with `Retry-After: 120`, taken the next time. */
  | '429'
  /** 504 after the status is there. */
  | '504'
  /** Takes longer than anybody waits; the status is there. */
  | 'slow'
  /** Half an answer after the status is there. */
  | 'cut'
  /** The line breaks before the server has it. */
  | 'lost'
  /** The status is there minutes after the line broke. */
  | 'late';

export interface Status {
  id: string;
  created_at: string;
  content: string;
  url: string;
  in_reply_to_id: string | null;
  application: { name: string } | null;
  visibility: string;
  sensitive: boolean;
  spoiler_text: string;
  language: string | null;
  media_attachments: { id: string; description: string }[];
  /** As it was sent; a real server tells it only to the author. */
  text: string;
}

interface Options {
  /** As servers other than Mastodon: the key means nothing to them. */
  ignoresKeys?: boolean;
  /** Characters of a post; a server may change them. */
  characters?: number;
  /** Does not say what it lets a post have. */
  saysNothing?: boolean;
  /** Epoch milliseconds by the server's own clock. */
  now?: () => number;
  /** What becomes of each request to post. */
  fault?: (body: Record<string, unknown>) => Fault;
  /** What the server makes of a text before it keeps it. */
  rewrite?: (text: string) => string;
  /** Milliseconds of a `slow` answer. */
  slowness?: number;
}

const host = 'mastodon.test';
const scopes = new Set(['read:accounts', 'read:statuses', 'write:statuses', 'write:media']);

/** A stand-in that keeps to Mastodon's documented API (https://docs.joinmastodon.org/methods/), for one account. */
export class MastodonServer {
  readonly origin = `https://${host}`;
  statuses: Status[] = [];
  /** Every request, as "METHOD /path". */
  asked: string[] = [];
  readonly user = { id: '109349', username: 'pemkot', display_name: 'Pemkot Bogor' };
  #clients = new Map<string, { secret: string; redirect: string; scopes: string[] }>();
  #codes = new Map<string, { client: string; challenge: string; redirect: string; scope: string }>();
  #tokens = new Map<string, string>();
  #keys = new Map<string, string>();
  /** Every file that was uploaded, in the order of coming. */
  readonly files: { description: string; bytes: Uint8Array }[] = [];
  #media = new Map<string, { description: string; asked: number }>();
  #late: { at: number; run: () => void }[] = [];
  #server: Server;
  options: Options;
  port = 0;

  constructor(options: Options = {}) {
    this.options = options;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #now(): number {
    return this.options.now?.() ?? Date.now();
  }

  /** A token, as if the official had signed in. */
  grant(): string {
    const token = randomUUID();
    this.#tokens.set(token, [...scopes].join(' '));
    return token;
  }

  /** Makes every token void, as when the official does so on the server's page. */
  revokeAll(): void {
    this.#tokens.clear();
  }

  isGranted(token: string): boolean {
    return this.#tokens.has(token);
  }

  /** The official says yes on the server's page. @throws Error where the address asks for what is not documented */
  authorize(address: string): string {
    const { origin, pathname, searchParams: asked } = new URL(address);
    const client = this.#clients.get(asked.get('client_id') ?? '');
    const redirect = asked.get('redirect_uri') ?? '';
    if (origin !== this.origin || pathname !== '/oauth/authorize') throw new Error('not its page');
    if (asked.get('response_type') !== 'code' || client?.redirect !== redirect) throw new Error('no client');
    const scope = asked.get('scope') ?? 'read';
    if (!scope.split(' ').every((one) => client.scopes.includes(one))) throw new Error('invalid_scope');
    if (asked.get('code_challenge_method') !== 'S256') throw new Error('no PKCE');
    const code = randomUUID();
    const challenge = asked.get('code_challenge') ?? '';
    this.#codes.set(code, { client: asked.get('client_id') ?? '', challenge, redirect, scope });
    return `${redirect}?${new URLSearchParams({ code, state: asked.get('state') ?? '' })}`;
  }

  /** What was on its way all the time arrives. */
  arrive(): void {
    const due = this.#late.filter(({ at }) => at <= this.#now);
    this.#late = this.#late.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const url = new URL(request.url ?? '', this.origin);
    this.asked.push(`${request.method} ${url.pathname}`);
    this.arrive();
    const reply = (status: number, json: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, {
        ...{ 'content-type': 'application/json; charset=utf-8', date: new Date(this.#now).toUTCString() },
        ...headers,
      });
      response.end(JSON.stringify(json));
    };
    const route = `${request.method} ${url.pathname}`;
    // The official says yes at once.
    if (route === 'GET /oauth/authorize') {
      response.writeHead(302, { location: this.authorize(url.href) }).end();
      return;
    }
    if (route === 'POST /api/v1/apps') return reply(200, this.#register(formOf(body)));
    if (route === 'POST /oauth/token') return this.#token(formOf(body), reply);
    if (route === 'POST /oauth/revoke') return this.#revoke(formOf(body), reply);
    if (route === 'GET /api/v2/instance')
      return this.options.saysNothing ? reply(403, { error: 'Forbidden' }) : reply(200, this.#instance());
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const may = (scope: string) => this.#tokens.get(token)?.split(' ').includes(scope) ?? false;
    const needs = (scope: string, run: () => void | Promise<void>) => {
      if (!this.#tokens.has(token)) return reply(401, { error: 'The access token is invalid' });
      if (!may(scope)) return reply(403, { error: 'This action is outside the authorized scopes' });
      return run();
    };
    if (route === 'GET /api/v1/accounts/verify_credentials')
      return needs('read:accounts', () => reply(200, { ...this.user, acct: this.user.username }));
    if (route === `GET /api/v1/accounts/${this.user.id}/statuses`)
      return needs('read:statuses', () => reply(200, this.#list(url.searchParams)));
    if (route === 'POST /api/v1/statuses')
      return needs('write:statuses', () =>
        this.#post(
          JSON.parse(body.toString()),
          String(request.headers['idempotency-key'] ?? ''),
          reply,
          response,
        ),
      );
    if (route === 'POST /api/v2/media') return needs('write:media', () => this.#upload(request, body, reply));
    const media = /^GET \/api\/v1\/media\/(.+)$/.exec(route)?.[1];
    if (media) return needs('write:media', () => this.#mediaState(media, reply));
    const gone = /^DELETE \/api\/v1\/statuses\/(.+)$/.exec(route)?.[1];
    if (gone) return needs('write:statuses', () => this.#remove(gone, reply));
    reply(404, { error: 'Record not found' });
  }

  #register({ client_name, redirect_uris, scopes: asked }: Record<string, string>): unknown {
    if (!client_name || !redirect_uris) return { error: 'Validation failed' };
    const id = randomUUID();
    const client = { secret: randomUUID(), redirect: redirect_uris, scopes: (asked ?? 'read').split(' ') };
    this.#clients.set(id, client);
    return { id: '1', name: client_name, client_id: id, client_secret: client.secret };
  }

  #token(form: Record<string, string>, reply: Reply) {
    const { grant_type, code = '', client_id = '', client_secret, redirect_uri, code_verifier = '' } = form;
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (this.#clients.get(client_id)?.secret !== client_secret)
      return reply(401, { error: 'invalid_client', error_description: 'Client authentication failed' });
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    const right = known?.client === client_id && known.redirect === redirect_uri;
    if (grant_type !== 'authorization_code' || !right || challenge !== known.challenge)
      return reply(400, { error: 'invalid_grant', error_description: 'The grant is invalid' });
    const token = randomUUID();
    this.#tokens.set(token, known.scope);
    reply(200, { access_token: token, token_type: 'Bearer', scope: known.scope, created_at: 0 });
  }

  #revoke({ client_id = '', client_secret, token = '' }: Record<string, string>, reply: Reply) {
    if (this.#clients.get(client_id)?.secret !== client_secret)
      return reply(403, { error: 'unauthorized_client', error_description: 'not yours' });
    this.#tokens.delete(token);
    reply(200, {});
  }

  #instance(): unknown {
    return {
      domain: host,
      version: this.options.ignoresKeys ? '2.7.2 (compatible; Pleroma 2.6.0)' : '4.3.2',
      configuration: {
        statuses: {
          max_characters: this.options.characters ?? 640,
          characters_reserved_per_url: 23,
          max_media_attachments: 4,
        },
        media_attachments: { image_size_limit: 16_777_216 },
      },
    };
  }

  #list(asked: URLSearchParams): Omit<Status, 'text'>[] {
    const before = asked.get('max_id');
    const limit = Math.min(Number(asked.get('limit') ?? 20), 40);
    return this.statuses
      .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
      .slice(0, limit)
      .map(({ text: _, ...told }) => told);
  }

  #post(body: Record<string, unknown>, key: string, reply: Reply, response: ServerResponse) {
    const fault = this.options.fault?.(body) ?? 'taken';
    if (fault === 'lost') return void response.destroy();
    if (fault === '401') return reply(401, { error: 'The access token is invalid' });
    if (fault === '410') return reply(410, { error: 'Gone' });
    if (fault === '422')
      return reply(422, { error: 'Validation failed: <b>Text</b> is\u202e not wanted here' });
    if (fault === '429') return reply(429, { error: 'Too many requests' }, { 'retry-after': '120' });
    const known = this.options.ignoresKeys ? undefined : this.#keys.get(key);
    if (fault === 'late') {
      this.#late.push({ at: this.#now + 5 * 60_000, run: () => void this.#commit(body, key) });
      return void response.destroy();
    }
    const status = this.statuses.find(({ id }) => id === known) ?? this.#commit(body, key);
    if (fault === '504') return reply(504, { error: 'Gateway timeout' });
    const { text: _, ...told } = status;
    if (fault === 'slow')
      return void setTimeout(() => reply(200, told), this.options.slowness ?? 60_000).unref();
    if (fault !== 'cut') return reply(200, told);
    const whole = JSON.stringify(told);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(whole.length) });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  }

  #commit(body: Record<string, unknown>, key: string): Status {
    const known = this.options.ignoresKeys ? undefined : this.#keys.get(key);
    const there = this.statuses.find(({ id }) => id === known);
    if (there) return there;
    const text = String(body.status);
    const id = String(113_000_000_000_000_000n + BigInt(this.statuses.length + 1));
    const media = (body.media_ids as string[] | undefined) ?? [];
    const status: Status = {
      id,
      created_at: new Date(this.#now).toISOString(),
      content: statusHtml(this.options.rewrite?.(text) ?? text, this.origin),
      url: `${this.origin}/@${this.user.username}/${id}`,
      in_reply_to_id: (body.in_reply_to_id as string | undefined) ?? null,
      application: { name: 'Jubir' },
      visibility: String(body.visibility),
      sensitive: body.sensitive === true,
      spoiler_text: String(body.spoiler_text ?? ''),
      language: (body.language as string | undefined) ?? null,
      media_attachments: media.map((one) => ({
        id: one,
        description: this.#media.get(one)?.description ?? '',
      })),
      text,
    };
    this.statuses.push(status);
    this.#keys.set(key, id);
    return status;
  }

  async #upload(request: IncomingMessage, body: Buffer, reply: Reply): Promise<void> {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    if (!(file instanceof Blob)) return reply(422, { error: 'Validation failed: File is missing' });
    const id = String(22_000 + this.#media.size);
    const description = String(form.get('description') ?? '');
    this.#media.set(id, { description, asked: 0 });
    this.files.push({ description, bytes: new Uint8Array(await file.arrayBuffer()) });
    reply(202, { id, type: 'image', url: null });
  }

  #mediaState(id: string, reply: Reply) {
    const media = this.#media.get(id);
    if (!media) return reply(404, { error: 'Record not found' });
    media.asked += 1;
    reply(media.asked > 1 ? 200 : 206, { id, type: 'image', url: media.asked > 1 ? this.origin : null });
  }

  #remove(id: string, reply: Reply) {
    const status = this.statuses.find((one) => one.id === id);
    if (!status) return reply(404, { error: 'Record not found' });
    this.statuses = this.statuses.filter((one) => one.id !== id);
    reply(200, status);
  }
}

type Reply = (status: number, json: unknown, headers?: Record<string, string>) => void;

const formOf = (body: Buffer): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body.toString()));
