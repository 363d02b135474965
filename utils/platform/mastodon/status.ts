import type { Access, Choices, Finding, Intent, Question, Sent } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { type Answered, ask, fields, patience, textOf } from '../request.ts';
import { kept, plainStatus } from './plain.ts';
import { clientName } from './sign-in.ts';

/** The body of `POST /api/v1/statuses` (https://docs.joinmastodon.org/methods/statuses/#create). */
interface StatusBody {
  status: string;
  visibility: Choices['visibility'];
  language: string;
  sensitive?: true;
  spoiler_text?: string;
  media_ids?: string[];
  in_reply_to_id?: string;
}

/** A status as far as it is read here. */
interface Status {
  sent: Sent;
  text: string;
  createdAt: number;
  replyTo: string | null;
  /** The client that made it; null where the server does not say. */
  client: string | null;
}

/** When a request that nobody heard of is not on its way any more, in milliseconds: where a key tells, and where none does. */
const settled = { withKey: 2 * patience, without: 10 * 60_000 };
/** How far two clocks may differ after the server's own was asked, in milliseconds. */
const slack = 2 * 60_000;
const perPage = 40;
const mostPages = 5;

/** The exact body of a status. */
export function statusBody(intent: Intent, mediaIds: string[]): string {
  const { text, language, choices, reply } = intent;
  const body: StatusBody = {
    status: text,
    visibility: choices?.visibility ?? 'public',
    language,
    ...(choices?.sensitive && { sensitive: true }),
    ...(choices && choices.spoiler !== '' && { spoiler_text: choices.spoiler }),
    ...(mediaIds.length > 0 && { media_ids: mediaIds }),
    ...(reply && { in_reply_to_id: reply.parent.id }),
  };
  return JSON.stringify(body);
}

/** A status that the server told of. @throws NetworkError where it is none */
export function sentOf({ server }: Access, told: unknown): Sent {
  const { id, url } = fields(told);
  const number = textOf(id, 100);
  if (!/^[\w-]+$/.test(number)) throw new NetworkError('unreadable');
  const address = textOf(url);
  const isOwn = URL.canParse(address) && new URL(address).origin === server;
  return { id: number, cid: '', link: isOwn ? address : `${server}/web/statuses/${number}` };
}

/**
 * Looks for a status among the account's newest, by its text: there is no question by key. That it is not there counts
 * only when everything since was read, none of it may be ours in other words, and the request cannot be under way.
 */
export async function lookForStatus(access: Access, question: Question): Promise<Finding> {
  const { frozen, sentAt, now, honoursKeys, others } = question;
  const { status, in_reply_to_id = null } = JSON.parse(frozen) as StatusBody;
  const wanted = kept(status);
  let unclear = false;
  let before = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await newest(access, before);
    const since = sentAt + skewOf(answer, now) - slack;
    const statuses = readPage(access, answer.json);
    for (const one of statuses) {
      if (one.createdAt < since || others.has(one.sent.id)) continue;
      if (kept(one.text) === wanted && one.replyTo === in_reply_to_id)
        return { kind: 'found', sent: one.sent };
      if (one.client === null || one.client === clientName) unclear = true;
    }
    const last = statuses.at(-1);
    if (!last || last.createdAt < since) {
      const wait = honoursKeys ? settled.withKey : settled.without;
      return { kind: unclear || now - sentAt < wait ? 'unsure' : 'absent' };
    }
    before = last.sent.id;
  }
  return { kind: 'unsure' };
}

function newest(access: Access, before: string): Promise<Answered> {
  const { server, userId, secret } = access;
  const query = new URLSearchParams({
    limit: String(perPage),
    exclude_reblogs: 'true',
    ...(before && { max_id: before }),
  });
  const path = `/api/v1/accounts/${encodeURIComponent(userId)}/statuses?${query}`;
  return ask({ server, path, token: tokenOf(secret) });
}

/** How far the server's clock is ahead of ours. */
function skewOf({ headers }: Answered, now: number): number {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? 0 : theirs - now;
}

/** @throws NetworkError where it is no list of statuses: what cannot be read must not count as "not there" */
function readPage(access: Access, told: unknown): Status[] {
  if (!Array.isArray(told)) throw new NetworkError('unreadable');
  return told.map((status) => {
    const { content, created_at, in_reply_to_id, application } = fields(status);
    const createdAt = Date.parse(textOf(created_at, 60));
    if (Number.isNaN(createdAt) || typeof content !== 'string') throw new NetworkError('unreadable');
    const client = textOf(fields(application).name, 500);
    return {
      sent: sentOf(access, status),
      text: plainStatus(content),
      createdAt,
      replyTo: typeof in_reply_to_id === 'string' ? in_reply_to_id : null,
      client: client === '' ? null : client,
    };
  });
}

/** The token in a secret of ours. */
export const tokenOf = (secret: string): string => textOf(fields(JSON.parse(secret)).token, 4_096);
