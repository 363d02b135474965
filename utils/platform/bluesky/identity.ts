import { NetworkError } from '../network-error.ts';
import { ask, fields, serverOf, textOf } from '../request.ts';
import { SignInError } from '../sign-in-error.ts';
import { didForm } from './facets.ts';
import { plcDirectory, publicApi } from './lookup.ts';
import { pathOf } from './session.ts';

/** An account as its own documents tell: who it is and on what server its posts lie. */
export interface Found {
  did: string;
  /** Lower case, without "@". */
  handle: string;
  /** `https://host` of its PDS. */
  server: string;
}

const handleForm =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A handle out of what a person typed: "@Dinas.bsky.social", or the address of a profile; null where it is none. */
export function typedHandle(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/[\p{Cf}]/gu, '')
    .replace(/^https:\/\/bsky\.app\/profile\/([^/?#]+).*$/i, '$1')
    .replace(/^@/, '')
    .toLowerCase();
  return handleForm.test(bare) ? bare : null;
}

/**
 * Finds who a handle is and where their posts lie. Both have to agree: the handle names the DID, and the DID's document
 * names the handle, or a stranger's server would be shown as the account's own.
 * @param host `https://host` that is asked for the handle, for a city with a server of its own
 * @throws SignInError, NetworkError
 */
export async function findAccount(typed: string, host = publicApi): Promise<Found> {
  const handle = typedHandle(typed);
  if (!handle) throw new SignInError('bad-handle');
  const did = await resolveHandle(handle, host);
  if (!did) throw new SignInError('not-found');
  const document = fields(await documentOf(did));
  const names = Array.isArray(document.alsoKnownAs) ? document.alsoKnownAs : [];
  if (document.id !== did || !names.includes(`at://${handle}`)) throw new SignInError('mismatch');
  const server = pdsOf(document.service, did);
  if (!server) throw new SignInError('no-server');
  return { did, handle, server };
}

/** The DID of a handle; null where there is none. @throws NetworkError */
export async function resolveHandle(handle: string, server: string): Promise<string | null> {
  try {
    const path = pathOf('com.atproto.identity.resolveHandle', { handle });
    const did = textOf(fields((await ask({ server, path })).json).did);
    return didForm.test(did) ? did : null;
  } catch (error) {
    if (isNone(error)) return null;
    throw error;
  }
}

async function documentOf(did: string): Promise<unknown> {
  const server = did.startsWith('did:web:') ? serverOf(`https://${did.slice(8)}`) : plcDirectory;
  if (!server) throw new SignInError('no-server');
  const path = did.startsWith('did:web:') ? '/.well-known/did.json' : `/${did}`;
  try {
    return (await ask({ server, path })).json;
  } catch (error) {
    if (isNone(error)) throw new SignInError('not-found', { cause: error });
    throw error;
  }
}

function pdsOf(services: unknown, did: string): string | null {
  for (const service of Array.isArray(services) ? services : []) {
    const { id, type, serviceEndpoint } = fields(service);
    const isPds = id === '#atproto_pds' || id === `${did}#atproto_pds`;
    if (isPds && type === 'AtprotoPersonalDataServer') return serverOf(textOf(serviceEndpoint));
  }
  return null;
}

const isNone = (error: unknown): boolean =>
  error instanceof NetworkError && (error.reason === 'gone' || error.reason === 'refused');
