import type { Limits, SignedIn } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { ask, askBytes, fields, textOf } from '../request.ts';
import { SignInError } from '../sign-in-error.ts';
import { limitsOf, plainLimits } from './limits.ts';

/** As a server names us beside each post. */
export const clientName = 'Jubir';

/**
 * The least that posting needs (https://docs.joinmastodon.org/api/oauth-scopes): who signed in (`verify_credentials`),
 * the account's own statuses, private ones too, to look for one whose sending had no answer, writing and deleting
 * statuses, uploading pictures.
 */
const scopes = 'read:accounts read:statuses write:statuses write:media';

/** A sign-in waits no longer for a picture, in milliseconds. */
const picturePatience = 8_000;

/** How the browser shows the server's page and gives back where that led. */
export interface AuthWindow {
  /** The address that only this extension receives. */
  redirectUri: string;
  /** @returns the address that the page led to; rejects where the official closed it */
  show: (address: string) => Promise<string>;
}

interface Client {
  id: string;
  secret: string;
}

const form = (values: Record<string, string>) => ({
  method: 'POST' as const,
  body: new URLSearchParams(values).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

/**
 * Signs in at a server on its own page: Jubir never sees the password. OAuth 2 with PKCE (RFC 7636; Mastodon since 4.3,
 * older servers ignore it), a client registered for this sign-in alone.
 * @param again another account of this server is here: its page must ask who it is
 * @throws SignInError, NetworkError
 */
export async function signInToMastodon(server: string, page: AuthWindow, again = false): Promise<SignedIn> {
  const client = await register(server, page.redirectUri);
  const verifier = randomText(48);
  const state = randomText(24);
  const challenge = base64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  );
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: page.redirectUri,
    scope: scopes,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(again && { force_login: 'true' }),
  });
  const code = codeIn(await shown(page, `${server}/oauth/authorize?${asked}`), page.redirectUri, state);
  const token = await tokenFor(server, client, code, verifier, page.redirectUri);
  try {
    return await whoIs(server, client, token);
  } catch (error) {
    // Nobody would ever use this token, and nobody could make it void later.
    await revoke(server, secretOf(client, token)).catch((other: unknown) => {
      if (!(other instanceof NetworkError)) throw other;
    });
    throw error;
  }
}

const secretOf = (client: Client, token: string): string =>
  JSON.stringify({ token, client: client.id, clientSecret: client.secret });

/** Makes a token void; one that the server does not know (any more) is void. @throws NetworkError */
export async function revoke(server: string, secret: string): Promise<void> {
  const { token, client, clientSecret } = fields(JSON.parse(secret));
  const values = {
    client_id: textOf(client),
    client_secret: textOf(clientSecret),
    token: textOf(token, 4_096),
  };
  try {
    await ask({ server, path: '/oauth/revoke', ...form(values) });
  } catch (error) {
    const isVoid =
      error instanceof NetworkError && (error.reason === 'refused' || error.reason === 'signed-out');
    if (!isVoid) throw error;
  }
}

async function register(server: string, redirectUri: string): Promise<Client> {
  const path = '/api/v1/apps';
  const told = await ask({
    server,
    path,
    ...form({ client_name: clientName, redirect_uris: redirectUri, scopes }),
  });
  const { client_id, client_secret } = fields(told.json);
  const client = { id: textOf(client_id, 500), secret: textOf(client_secret, 500) };
  if (client.id === '' || client.secret === '') throw new NetworkError('unreadable');
  return client;
}

async function shown(page: AuthWindow, address: string): Promise<string> {
  try {
    return await page.show(address);
  } catch (error) {
    throw new SignInError('cancelled', { cause: error });
  }
}

/** The code in the address that the page led to: only there, and only in answer to our own question. */
function codeIn(address: string, redirectUri: string, state: string): string {
  const [led, ours] = [new URL(address), new URL(redirectUri)];
  const { searchParams: told } = led;
  if (led.origin !== ours.origin || led.pathname !== ours.pathname || told.get('state') !== state)
    throw new SignInError('forged');
  const code = told.get('code');
  if (!code) throw new SignInError('cancelled');
  return code;
}

async function tokenFor(
  server: string,
  client: Client,
  code: string,
  verifier: string,
  redirectUri: string,
): Promise<string> {
  const told = await ask({
    server,
    path: '/oauth/token',
    ...form({
      grant_type: 'authorization_code',
      code,
      client_id: client.id,
      client_secret: client.secret,
      redirect_uri: redirectUri,
      scope: scopes,
      code_verifier: verifier,
    }),
  });
  const token = textOf(fields(told.json).access_token, 4_096);
  if (token === '') throw new NetworkError('unreadable');
  return token;
}

async function whoIs(server: string, client: Client, token: string): Promise<SignedIn> {
  const told = await ask({ server, path: '/api/v1/accounts/verify_credentials', token });
  const { id, username, display_name, avatar_static, avatar } = fields(told.json);
  const [userId, user] = [textOf(id, 100), textOf(username, 100)];
  if (!/^[\w-]+$/.test(userId) || !/^[\w.-]+$/.test(user)) throw new NetworkError('unreadable');
  const handle = `@${user}@${new URL(server).host}`;
  return {
    server,
    userId,
    handle,
    name: textOf(display_name, 640).trim() || user,
    avatar: await pictureAt(textOf(avatar_static) || textOf(avatar)),
    limits: await firstLimits(server),
    secret: secretOf(client, token),
  };
}

/**
 * The account's picture. Large servers keep theirs on a host for files, of which nobody was asked a permission: it is
 * asked as any page may ask it, without the token, and where it forbids that the account has no picture.
 */
async function pictureAt(address: string): Promise<Blob | null> {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, search } = new URL(address);
  try {
    const { bytes, type } = await askBytes({
      server: origin,
      path: `${pathname}${search}`,
      patience: picturePatience,
    });
    return new Blob([bytes], { type });
  } catch (error) {
    // An account without its picture is one all the same.
    if (error instanceof NetworkError) return null;
    throw error;
  }
}

/** A server that does not tell has Mastodon's defaults, and is not taken for one that honours keys. */
async function firstLimits(server: string): Promise<Limits> {
  try {
    return await limitsOf(server);
  } catch (error) {
    if (error instanceof NetworkError && (error.reason === 'gone' || error.reason === 'refused'))
      return plainLimits;
    throw error;
  }
}

const randomText = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
