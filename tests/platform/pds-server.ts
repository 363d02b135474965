/** What a stand-in PDS was asked, and what it holds: as `com.atproto.*` is documented, in memory, for one account. */
export class PdsServer {
  readonly did = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
  readonly handle = 'dinas.kota.test';
  readonly origin = 'https://pds.kota.test';
  password = 'aaaa-bbbb-cccc-dddd';
  records = new Map<string, { cid: string; value: unknown }>();
  asked: { host: string; method: string; name: string; token: string; body: string }[] = [];
  document: Record<string, unknown>;
  #access = 'access-0';
  #refresh = 'refresh-0';
  #turn = 0;
  isLocked = false;

  constructor() {
    this.document = {
      id: this.did,
      alsoKnownAs: [`at://${this.handle}`],
      service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: this.origin }],
    };
  }

  /** Makes the present access token run out, as time does. */
  expire(): void {
    this.#access = `${this.#access}-new`;
  }

  /** Makes the whole session void, as the owner does in their settings. */
  revoke(): void {
    this.expire();
    this.#refresh = `${this.#refresh}-new`;
  }

  /** To stand for the global `fetch`. */
  readonly fetch: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    const name = url.pathname.replace('/xrpc/', '');
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const body = typeof init.body === 'string' ? init.body : '';
    this.asked.push({ host: url.host, method: init.method ?? 'GET', name, token, body });
    if (url.origin === 'https://plc.directory')
      return json(url.pathname === `/${this.did}` ? 200 : 404, this.document);
    if (name === 'com.atproto.identity.resolveHandle') {
      return url.searchParams.get('handle') === this.handle
        ? json(200, { did: this.did })
        : refusal(400, 'InvalidRequest', 'Unable to resolve handle');
    }
    if (url.origin !== this.origin) throw new TypeError('fetch failed');
    return this.#answer(name, token, body, url.searchParams, init.body);
  };

  #answer(name: string, token: string, body: string, query: URLSearchParams, raw: unknown): Response {
    if (name === 'com.atproto.server.createSession') {
      const { identifier, password } = JSON.parse(body) as Record<string, string>;
      if (identifier !== this.did || password !== this.password)
        return refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
      return json(200, this.#session());
    }
    if (name === 'com.atproto.repo.getRecord') return this.#record(query);
    if (name === 'com.atproto.server.refreshSession' || name === 'com.atproto.server.deleteSession') {
      if (token !== this.#refresh) return refusal(400, 'ExpiredToken', 'Token has been revoked');
      if (name.endsWith('refreshSession')) return json(200, this.#session());
      this.revoke();
      return json(200, null);
    }
    if (token !== this.#access) return refusal(400, 'ExpiredToken', 'Token has expired');
    if (name === 'com.atproto.server.getSession')
      return json(200, { did: this.did, handle: this.handle, active: !this.isLocked });
    if (name === 'com.atproto.repo.uploadBlob') {
      const size = (raw as Uint8Array).byteLength;
      return json(200, { blob: { $type: 'blob', ref: { $link: 'bafkreia' }, mimeType: 'image/png', size } });
    }
    const { rkey = '', record, swapRecord } = JSON.parse(body) as Record<string, unknown> & { rkey?: string };
    if (name === 'com.atproto.repo.deleteRecord') {
      this.records.delete(rkey);
      return json(200, {});
    }
    const known = this.records.get(rkey);
    const isSame = JSON.stringify(known?.value) === JSON.stringify(record);
    if (known && swapRecord === null && !isSame) return refusal(400, 'InvalidSwap', 'Record was there');
    const written = known ?? { cid: `bafyrei${rkey}`, value: record };
    this.records.set(rkey, written);
    return json(200, { uri: this.#uri(rkey), cid: written.cid });
  }

  #record(query: URLSearchParams): Response {
    const rkey = query.get('rkey') ?? '';
    const found = this.records.get(rkey);
    return found
      ? json(200, { uri: this.#uri(rkey), ...found })
      : refusal(400, 'RecordNotFound', `Could not locate record: ${this.#uri(rkey)}`);
  }

  #uri = (rkey: string): string => `at://${this.did}/app.bsky.feed.post/${rkey}`;

  #session(): unknown {
    this.#turn += 1;
    this.#access = `access-${this.#turn}`;
    this.#refresh = `refresh-${this.#turn}`;
    return { did: this.did, handle: this.handle, accessJwt: this.#access, refreshJwt: this.#refresh };
  }
}

const json = (status: number, value: unknown): Response =>
  new Response(value === null ? null : JSON.stringify(value), { status });

const refusal = (status: number, error: string, message: string): Response =>
  json(status, { error, message });
