import browser, { type Runtime } from 'webextension-polyfill';
import type { Taken } from '../backup/contents.ts';
import type { FolderReason } from '../backup/folder-error.ts';
import type { Angle } from '../caption/caption.ts';
import type { ModelChoice } from '../caption/model-choice.ts';
import type { RewriteRequest } from '../caption/prompt.ts';
import type { Copied } from '../draft/copy.ts';
import type { Entries, PostAnswer } from '../draft/history.ts';
import type { DraftInput, Written } from '../draft/writing.ts';
import type { News, ShareNote } from '../flow/share-page.ts';
import type { HumasWrite } from '../humas/desk.ts';
import type { MadeFile } from '../humas/desk-file.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { PictureFile } from '../release/picture-file.ts';
import type { Source } from '../source/source.ts';
import type { SourceEdit } from '../source/store.ts';
import type { SendMessages } from './messages-sends.ts';
import type { ReadyText } from './snapshot.ts';
import type { StoreTold } from './store.ts';

/** A caption on its way to a platform, with what the history has to know of it. */
export interface Handed {
  /** The draft as it stands in the page; a caption taken straight from a row makes one. */
  draft: DraftInput;
  /** Id of the post to record; made by the page, so that a repeated message is the same post. */
  postId: string;
  /** Where the button stood: after a popup closes, a hint must be a notification. */
  from: 'popup' | 'page';
  /** The words the composer opens with, where the draft is a thread: its first post. */
  first?: string;
  /** Address of the post that it answers, where the composer can be told. */
  replyTo?: string;
}

/**
 * Every message from a page to the background: name -> (payload) -> answer. Commands are imperative. The
 * background is the only one who answers, and the only writer of drafts and posts.
 */
export interface Messages extends SendMessages {
  /** A page of Jubir was opened: refresh if the last one is older than 5 minutes. */
  'refresh-if-stale': (payload: null) => { started: boolean };
  /** The official asked for it. Answers when it is done. */
  'refresh-now': (payload: null) => null;
  'mark-read': (payload: { releaseIds: string[] } | 'all') => null;
  /** The best caption for a platform that the snapshot does not hold. */
  'best-caption': (payload: { releaseId: string; platform: PlatformId }) => ReadyText | null;
  /** One input. Answers once it is in the database. */
  'write-draft': (payload: DraftInput) => Written;
  /** A draft's picture, fetched from its source's own hosts to be shown and saved; or why there is none. */
  'draft-picture': (payload: { sourceId: string; url: string }) => PictureFile;
  /** Records the post as opened and opens the platform's composer (or site) in a tab. */
  'open-platform': (payload: Handed) => null;
  /** Records that a text went to the system's share sheet. */
  'record-share': (payload: Pick<Handed, 'draft' | 'postId'>) => null;
  'answer-post': (payload: { postId: string; state: 'posted' | 'not-posted'; link: string | null }) => null;
  /** The official's word on several posts: taken for all or, if it fails, for none. `opened` takes it back. */
  'answer-posts': (payload: { postIds: string[]; state: PostAnswer }) => null;
  /** The question was shown; it is not asked again. */
  'question-shown': (payload: { postId: string }) => null;
  /** Deletes, puts away, stars, notes or reminds, or takes it back; after every input sent before it. */
  'mark-entries': (payload: Entries & { mark: Mark }) => null;
  /**
   * Copies a draft to other platforms, fitted; after every input sent before it. `writer` names this one wish: a
   * repeated message is the same copies.
   */
  'duplicate-draft': (payload: { draftId: string; platforms: PlatformId[]; writer: string }) => Copied[];
  /** Takes copies back. Answers with the platforms whose copy was written on since and stays. */
  'undo-duplicate': (payload: { copies: Copied[]; writer: string }) => PlatformId[];
  /** The popup hands what it shows to the side panel; after every input sent before it. */
  'hand-over': (payload: HandOver) => null;
  'add-source': (payload: Source) => { added: boolean };
  'edit-source': (payload: { id: string; edit: SourceEdit }) => null;
  'remove-source': (payload: { id: string }) => null;
  /** "Ambil arsip": a year back. Answers when it has begun; how it goes is told on the source. */
  'fetch-archive': (payload: { id: string }) => null;
  'stop-archive': (payload: { id: string }) => null;
  /** The official has read what the city changed. */
  'acknowledge-change': (payload: { releaseId: string }) => null;
  /** Asks the language model at the official's address. Fails with a ModelError, whose message is the reason. */
  rewrite: (payload: RewriteRequest) => { text: string };
  /**
   * Sets the language model up, or turns it off. An empty key keeps the one that its address has; no key is ever given
   * out again, and none goes to another address.
   */
  'set-model': (payload: { model: ModelChoice; key: string }) => null;
  /**
   * Tries the city's folder and, where it can be written to, turns it on. Answers why not, or whether it had to be made.
   * An empty password keeps the one that this address and name have.
   */
  'set-folder': (payload: { address: string; user: string; password: string }) => {
    reason: FolderReason | null;
    made: boolean;
  };
  /** Turns the folder off and forgets its password; what lies there stays. */
  'folder-off': (payload: null) => null;
  /** "Sinkronkan sekarang". Answers when it is done, well or not; how it went is stored. */
  'meet-now': (payload: null) => null;
  /** Takes rows of a copy in; a rehearsal only tells what that would change. Answers when they are in the database. */
  'take-rows': (payload: { rows: unknown[]; rehearse: boolean }) => Taken;
  /** "Hapus semua data". Fails where something is left. */
  'erase-everything': (payload: null) => null;
  /** How the database is; `again` opens one that was closed once more. Answers soon, whatever it waits for. */
  'open-store': (payload: { again: boolean }) => StoreTold;
  /** Something stored is gone, or some of its rows could not be read. Answers when that was looked at and put right. */
  'check-store': (payload: { rows: boolean }) => null;
  /** The official has read what became of the damaged database. */
  'incident-read': (payload: null) => null;
  /**
   * The popup's button: shares the page in view, which that very click lets Jubir read. Answers when it was looked at.
   * No tab (null) is answered like a page that cannot be shared.
   */
  'ask-page': (payload: { tabId: number | null; windowId: number }) => null;
  /** The official has allowed a host, or is online again. */
  'ask-again': (payload: { id: string }) => null;
  /** What was asked is answered. */
  'forget-asked': (payload: { id: string }) => null;
  /** Reads the Humas office's captions now. Answers when that is done, well or not; how it went is stored. */
  'read-humas': (payload: null) => null;
  /** One thing at the Humas officer's desk. Answers once it is in the database. */
  'write-humas': (payload: HumasWrite) => null;
  /** The file for the city's host, signed where there is a key. Fails with a FeedError. */
  'make-humas-file': (payload: { forColleague: boolean }) => MadeFile;
  /** Takes a file into the desk. Fails with a FeedError. */
  'open-humas-file': (payload: { text: string }) => { taken: number; leftOut: number };
  /** Makes a pair of keys in place of the one before; only the public one is told. Fails with a FeedError. */
  'make-humas-key': (payload: null) => { publicKey: string };
  'open-page': (payload: { page: 'desk' | 'options' | 'welcome'; query?: string }) => null;
}

/** What the official does with entries; the background adds the time. */
export interface Mark {
  deleted?: boolean;
  archived?: boolean;
  note?: string;
  /** One of the best lines of its month. */
  starred?: boolean;
  /** Epoch milliseconds; 0 takes the reminder back. */
  remindAt?: number;
}

/** What the side panel is to show. */
export interface HandOver {
  releaseId: string;
  platform: PlatformId;
  /** Absent: the one that the official wrote at last, else the best. */
  angle?: Angle;
  /** Words of the release to lead with. */
  lead?: string;
  /** The text elsewhere that the release answers. */
  news?: News;
  /** Address of a picture that the draft is to have; refused where it is not on the source's hosts. */
  picture?: string;
  /** What could not be done as it was asked. */
  note?: ShareNote;
  /** When it was asked for, epoch milliseconds: a draft that is older gives way, and is kept as an earlier text. */
  at?: number;
}

export type MessageName = keyof Messages;
export type Payload<K extends MessageName> = Parameters<Messages[K]>[0];
export type Answer<K extends MessageName> = ReturnType<Messages[K]>;
export type Handlers = { [K in MessageName]: (payload: Payload<K>) => Promise<Answer<K>> };

type Envelope = { jubir: MessageName; payload: unknown };
type Reply = { ok: true; value: unknown } | { ok: false; error: string; name: string };

/** The background did not take a message: it did not answer, or it failed in doing what was asked. */
export class BackgroundError extends Error {
  override name = 'BackgroundError';
  /** Name of the error's class in the background, or "NoAnswer". */
  readonly failure: string;
  constructor(cause: string, message: string) {
    super(message);
    this.failure = cause;
  }
}

/**
 * Sends one message to the background.
 * @throws BackgroundError when it does not answer or says that it failed.
 */
export async function send<K extends MessageName>(name: K, payload: Payload<K>): Promise<Answer<K>> {
  let reply: Reply | undefined;
  try {
    reply = (await browser.runtime.sendMessage({ jubir: name, payload } satisfies Envelope)) as Reply;
  } catch (error) {
    throw new BackgroundError('NoAnswer', error instanceof Error ? error.message : String(error));
  }
  if (!reply) throw new BackgroundError('NoAnswer', `no answer to ${name}`);
  if (!reply.ok) throw new BackgroundError(reply.name, reply.error);
  return reply.value as Answer<K>;
}

/** Only Jubir's own pages may speak to the background: not another extension, nor a page of the web. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id || !sender.url) return false;
  // Not by `URL.origin`, which is "null" for every scheme that an engine does not know.
  return sender.url.startsWith(browser.runtime.getURL('/'));
}

const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' && message !== null && typeof (message as Envelope).jubir === 'string';

/**
 * What went wrong in the end: of a transaction that the browser ended, and of several writes at once, Dexie tells around
 * the cause, and only the cause has words for the official (a full disk).
 */
function causeOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { inner, failures } = error as { inner?: unknown; failures?: readonly unknown[] };
  const cause = error.name === 'AbortError' ? inner : error.name === 'BulkError' ? failures?.[0] : undefined;
  return cause instanceof Error ? causeOf(cause) : error;
}

/**
 * Registers the background's answers; call it before the first await.
 * Answers go by `sendResponse`: a Dexie promise that is returned from a listener arrives as `undefined`.
 * @param before what every message waits for
 */
export function answerMessages(
  handlers: Handlers,
  failed: (name: string, error: unknown) => void,
  before: () => Promise<void> = async () => {},
): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (reply: Reply) => void,
  ) => {
    if (!isEnvelope(message) || !isOwnPage(sender) || !Object.hasOwn(handlers, message.jubir))
      return undefined;
    const handle = handlers[message.jubir] as (payload: unknown) => Promise<unknown>;
    const answered = before().then(() => handle(message.payload));
    answered.then(
      (value) => sendResponse({ ok: true, value }),
      (error: unknown) => {
        failed(message.jubir, error);
        const { name, message: why } = causeOf(error);
        sendResponse({ ok: false, name, error: why });
      },
    );
    return true;
  }) as Runtime.OnMessageListener);
}
