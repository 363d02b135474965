import type { Access } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { type Answered, type Asked, ask, fields, textOf } from '../request.ts';

/** What Bluesky gives a person who signed in. */
interface Tokens {
  access: string;
  refresh: string;
}

/** A token is a few hundred characters. */
const longestToken = 4_096;

/** A question under `/xrpc/`, by its method's name. */
export type Call = Omit<Asked, 'server' | 'path' | 'token'> & { query?: Record<string, string> };

export const pathOf = (name: string, query: Record<string, string> = {}): string => {
  const asked = new URLSearchParams(query).toString();
  return `/xrpc/${name}${asked === '' ? '' : `?${asked}`}`;
};

/** A body of JSON, with its header. */
export const json = (value: unknown): Pick<Call, 'body' | 'headers'> => frozenJson(JSON.stringify(value));

/** As `json`, of text that is JSON already: these bytes and no others. */
export const frozenJson = (body: string): Pick<Call, 'body' | 'headers'> => ({
  body,
  headers: { 'content-type': 'application/json' },
});

/** The tokens of a session as one text, for the database alone. */
export function secretOf(session: unknown): string {
  const { accessJwt, refreshJwt } = fields(session);
  const tokens: Tokens = {
    access: textOf(accessJwt, longestToken),
    refresh: textOf(refreshJwt, longestToken),
  };
  if (tokens.access === '' || tokens.refresh === '') throw new NetworkError('unreadable');
  return JSON.stringify(tokens);
}

function tokensOf(secret: string): Tokens {
  const { access, refresh } = fields(JSON.parse(secret));
  return { access: textOf(access, longestToken), refresh: textOf(refresh, longestToken) };
}

/** Renewals under way, by account: the token that renews is good for one of them. */
const renewals = new Map<string, Promise<string>>();
/** Per account the newest tokens of this worker: a caller may hold older ones. */
const newest = new Map<string, string>();

/**
 * Asks with the account's token, and once more with a new one where that has run out: a token that is void was refused
 * before anything was read, so nothing is done twice.
 * @throws NetworkError `signed-out` where the account must sign in again
 */
export async function asked(access: Access, name: string, call: Call = {}): Promise<Answered> {
  const { query, ...rest } = call;
  const path = pathOf(name, query);
  const secret = newest.get(keyOf(access)) ?? access.secret;
  const once = (token: string) => ask({ ...rest, server: access.server, path, token });
  try {
    return await once(tokensOf(secret).access);
  } catch (error) {
    if (!isVoid(error)) throw error;
  }
  const renewed = await renew(access, secret);
  try {
    return await once(tokensOf(renewed).access);
  } catch (error) {
    throw isVoid(error) ? new NetworkError('signed-out', { cause: error }) : error;
  }
}

const isVoid = (error: unknown): error is NetworkError =>
  error instanceof NetworkError &&
  (error.reason === 'signed-out' || error.code === 'ExpiredToken' || error.code === 'InvalidToken');

const keyOf = ({ server, userId }: Access): string => `${server} ${userId}`;

function renew(access: Access, secret: string): Promise<string> {
  const key = keyOf(access);
  const under = renewals.get(key);
  if (under) return under;
  const renewal = refresh(access, secret).finally(() => renewals.delete(key));
  renewals.set(key, renewal);
  return renewal;
}

async function refresh(access: Access, secret: string): Promise<string> {
  const { refresh: token } = tokensOf(secret);
  let renewed: string;
  try {
    const answer = await ask({
      server: access.server,
      path: pathOf('com.atproto.server.refreshSession'),
      method: 'POST',
      token,
    });
    if (textOf(fields(answer.json).did) !== access.userId) throw new NetworkError('unreadable');
    renewed = secretOf(answer.json);
  } catch (error) {
    // A plain no is about the tokens: nothing else is asked here. That the account is taken down is one too.
    const isNo =
      error instanceof NetworkError && (error.reason === 'signed-out' || error.reason === 'refused');
    throw isNo ? new NetworkError('signed-out', { said: error.said, cause: error }) : error;
  }
  newest.set(keyOf(access), renewed);
  await access.keep(renewed);
  return renewed;
}

/** Makes the session void at its server; one that is void already is signed out. @throws NetworkError */
export async function endSession(access: Access): Promise<void> {
  const secret = newest.get(keyOf(access)) ?? access.secret;
  newest.delete(keyOf(access));
  const path = pathOf('com.atproto.server.deleteSession');
  try {
    await ask({ server: access.server, path, method: 'POST', token: tokensOf(secret).refresh });
  } catch (error) {
    if (!isVoid(error)) throw error;
  }
}

/** Lets go of tokens that this worker remembers; a new sign-in brings its own. */
export const forget = (access: Pick<Access, 'server' | 'userId'>): boolean =>
  newest.delete(keyOf(access as Access));
