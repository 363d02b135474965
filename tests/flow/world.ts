import { Dexie } from 'dexie';
import type { Account } from '../../utils/account/account.ts';
import { storeAccount } from '../../utils/account/accounts.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { jobsIn } from '../../utils/draft/outbox.ts';
import { recoverJobs } from '../../utils/draft/outbox-care.ts';
import type { Outgoing, Taken, Target } from '../../utils/draft/outgoing.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import { confirmPosts } from '../../utils/flow/confirm.ts';
import { lookUpDue, nextTime } from '../../utils/flow/look-up.ts';
import { type SendTools, sendDue } from '../../utils/flow/send.ts';
import { bluesky } from '../../utils/platform/bluesky/bluesky.ts';
import { mastodon } from '../../utils/platform/mastodon/mastodon.ts';
import type { SignedIn } from '../../utils/platform/network.ts';
import { input } from '../draft/samples.ts';

let worlds = 0;

/**
 * A computer with Jubir's background on it, its disk, its clock and its line: the background can be killed at any
 * moment, which closes its database and breaks its requests, and begins anew with what lies on the disk.
 */
export class World {
  /** By this computer's clock, which `settle` moves on. */
  now = Date.UTC(2026, 10, 24, 2);
  online = true;
  db: JubirDatabase;
  tools: SendTools;
  readonly #name: string;
  readonly #line: typeof fetch;
  #life = new AbortController();

  /** @param line how requests reach servers */
  constructor(line: typeof fetch) {
    worlds += 1;
    this.#name = `world-${worlds}-${Math.random()}`;
    this.#line = line;
    this.db = new JubirDatabase(this.#name);
    this.tools = {
      now: () => this.now,
      networkOf: (platform) => ({ bluesky, mastodon })[platform],
      isOnline: () => this.online,
      pictureOf: async () => null,
      onProgress: () => {},
    };
  }

  /** To stand for the global `fetch`: what a killed background asked has no answer. */
  readonly fetch: typeof fetch = async (address, init) => {
    const life = this.#life.signal;
    life.throwIfAborted();
    const signal = AbortSignal.any([life, ...(init?.signal ? [init.signal] : [])]);
    return this.#line(address, { ...init, signal });
  };

  async signIn(
    platform: Account['platform'],
    signedIn: Pick<SignedIn, 'server' | 'userId' | 'secret'> & Partial<SignedIn>,
  ): Promise<Account> {
    const limits = { characters: 500, perLink: 23, picture: 1_000_000, honoursKeys: true };
    const whole = {
      handle: `@pemkot@${new URL(signedIn.server).host}`,
      name: 'Pemkot',
      avatar: null,
      limits,
    };
    return storeAccount(this.db, platform, { ...whole, ...signedIn }, null, this.now);
  }

  /** The official confirms a text. */
  async confirm(
    { id, platform }: Account,
    text: string,
    change: Partial<Target> = {},
    delay = 0,
    draftOf: Partial<DraftInput> = {},
  ): Promise<Taken & { postId: string }> {
    const postId = crypto.randomUUID();
    const draft = input({ text, platform, releaseId: `r-${postId}`, ...draftOf });
    const target: Target = {
      ...{ accountId: id, postId, draft, thread: null, picture: null, choices: null, seen: null },
      ...change,
    };
    const [taken] = await confirmPosts(this.db, [target], delay, this.now);
    return taken as Taken;
  }

  /** What the background does when its alarm rings. */
  async turn(): Promise<void> {
    await lookUpDue(this.db, this.tools);
    await sendDue(this.db, this.tools);
  }

  /** Turns as they come due, until nothing is left to do within so many milliseconds but what waits for the official. */
  async settle(within = 3 * 3_600_000): Promise<void> {
    const until = this.now + within;
    for (;;) {
      await this.turn();
      const next = await nextTime(this.db, this.now);
      if (next === null || next > until) return;
      this.now = Math.max(this.now + 1, next);
    }
  }

  /** Kills the background after so many milliseconds of a job, wherever it is then, and begins anew. */
  async killedIn(ms: number, job: () => Promise<unknown>): Promise<void> {
    const running = job().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.restart();
    await running;
  }

  /** Ends the background at once, and begins anew. */
  async restart(): Promise<void> {
    this.#life.abort(new Error('the background was killed'));
    this.db.close();
    this.#life = new AbortController();
    this.db = new JubirDatabase(this.#name);
    await recoverJobs(this.db, this.now);
  }

  async postOf(id: string): Promise<{ post: Post; outgoing: Outgoing }> {
    const [post, outgoing] = await Promise.all([this.db.posts.get(id), this.db.outbox.get(id)]);
    if (!post || !outgoing) throw new Error(`no post ${id}`);
    return { post, outgoing };
  }

  jobs = (...states: Post['state'][]) => jobsIn(this.db, states);

  async end(): Promise<void> {
    this.db.close();
    await Dexie.delete(this.#name);
  }
}

/** Chance that is the same in every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
