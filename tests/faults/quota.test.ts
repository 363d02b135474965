import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerCommands } from '../../entrypoints/background/commands.ts';
import { registerStore } from '../../entrypoints/background/store.ts';
import { type MessageName, send } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';
import { connectPages } from '../browser/fake.ts';
import { draft, input, post, source } from '../draft/samples.ts';
import { freshProfile } from '../entrypoints/background.ts';

/**
 * The disk is full, at each place where a message writes. The places are not listed by hand: every act is run once with
 * the database and `storage.local` under watch, and then once for each write that was seen, with that one failing.
 */

/** What a page asks for, and what has to be there before. */
interface Act {
  before?: () => Promise<unknown>;
  /** A composer that is open is open, whatever becomes of the release's mark "read". */
  unreadIsBeside?: true;
  run: () => Promise<unknown>;
}

const { id } = input();
const own = { draftIds: [id], postIds: ['p1'] };
const written = async () => {
  await db.drafts.put(draft({ state: 'opened', text: 'yang dulu' }));
  await db.posts.put(post({ text: 'yang dulu' }));
};
const marked = (mark: object): Act => ({
  before: written,
  run: () => send('mark-entries', { ...own, mark }),
});

/** Every message, so that a new one has to be thought of here: what it does, or why the disk is not its matter. */
const acts: Record<MessageName, Record<string, Act> | string> = {
  'write-draft': {
    'the first input': { run: () => send('write-draft', input({ text: 'baru' })) },
    'an input over an earlier text': {
      before: written,
      run: () => send('write-draft', input({ text: 'baru', count: 2, base: 1, step: true })),
    },
    'an input beside another window’s': {
      before: written,
      run: () => send('write-draft', input({ text: 'di jendela lain', writer: 'panel' })),
    },
    'a choice between the two': {
      before: async () => {
        await written();
        await send('write-draft', input({ text: 'di jendela lain', writer: 'panel' }));
      },
      run: () => send('write-draft', input({ text: 'dipilih', count: 2, base: 1, settles: true })),
    },
  },
  'open-platform': {
    'a caption from a row': {
      run: () => send('open-platform', { draft: input(), postId: 'p1', from: 'page' }),
      unreadIsBeside: true,
    },
    'a draft that was written': {
      before: () => send('write-draft', input({ text: 'baru' })),
      run: () =>
        send('open-platform', { draft: input({ text: 'baru', count: 2 }), postId: 'p1', from: 'page' }),
      unreadIsBeside: true,
    },
  },
  'record-share': {
    'a draft that went to the system’s sheet': {
      run: () => send('record-share', { draft: input(), postId: 'p1' }),
      unreadIsBeside: true,
    },
  },
  'answer-post': {
    'it went out': {
      before: written,
      run: () => send('answer-post', { postId: 'p1', state: 'posted', link: 'https://x.com/a/status/1' }),
    },
    'it did not': {
      before: written,
      run: () => send('answer-post', { postId: 'p1', state: 'not-posted', link: null }),
    },
  },
  'answer-posts': {
    several: { before: written, run: () => send('answer-posts', { postIds: ['p1'], state: 'posted' }) },
  },
  'question-shown': { once: { before: written, run: () => send('question-shown', { postId: 'p1' }) } },
  'mark-entries': {
    deleted: marked({ deleted: true }),
    'put away': marked({ archived: true }),
    'a note': marked({ note: 'catatan' }),
    'a star': marked({ starred: true }),
    'a reminder': marked({ remindAt: 4_000_000_000_000 }),
  },
  'duplicate-draft': {
    'to WhatsApp': {
      before: written,
      run: () => send('duplicate-draft', { draftId: id, platforms: ['whatsapp'], writer: 'wish' }),
    },
  },
  'mark-read': { all: { run: () => send('mark-read', 'all') } },
  'acknowledge-change': {
    once: {
      before: () => db.releases.update('r1', { changedAt: 5 }),
      run: () => send('acknowledge-change', { releaseId: 'r1' }),
    },
  },
  'edit-source': {
    'another name': { run: () => send('edit-source', { id: 'kota-bogor', edit: { name: 'Bogor' } }) },
  },
  'remove-source': { 'the city': { run: () => send('remove-source', { id: 'kota-bogor' }) } },
  'add-source': {
    another: {
      run: () =>
        send('add-source', source({ id: 'lain', url: 'https://lain.go.id/berita', hosts: ['lain.go.id'] })),
    },
  },
  'set-model': {
    'with a key': {
      run: () =>
        send('set-model', {
          model: { kind: 'address', address: 'http://localhost:11434/v1', name: 'qwen3:8b' },
          key: 'rahasia',
        }),
    },
  },
  'take-rows': 'a backup is read again by whoever takes it in; tests/backup has its failures',
  'undo-duplicate': 'marks and texts as in mark-entries and write-draft, by the same functions',
  'refresh-if-stale': 'a refresh writes what the city still has: the next one brings it (tests/flow)',
  'refresh-now': 'a refresh writes what the city still has: the next one brings it (tests/flow)',
  'fetch-archive': 'an archive page that was not stored is asked for again (tests/release)',
  'stop-archive': 'writes that a job is to end; nothing of the official’s',
  'best-caption': 'reads',
  'draft-picture': 'a request',
  'hand-over': 'lies in the memory of the session',
  rewrite: 'a request',
  'set-folder': 'asks the folder first; tests/backup has its failures',
  'folder-off': 'removes',
  'meet-now': 'a meeting that fails is told and repeated (tests/backup/sync.test.ts)',
  'erase-everything': 'removes',
  'open-store': 'reads',
  'check-store': 'reads; what it restores is in tests/backup',
  'incident-read': 'takes a notice back; it is shown again where that is not stored',
  'find-account': 'a request',
  'add-bluesky': 'a sign-in that was not stored is told, and made again',
  'add-mastodon': 'a sign-in that was not stored is told, and made again',
  'remove-account': 'removes',
  'check-account': 'a request; what it notes is noted again at the next one',
  publish: 'takes all or nothing before anything is asked (tests/flow/send.test.ts)',
  'cancel-post': 'all or nothing, and told (tests/draft/outbox.test.ts)',
  'resume-post': 'all or nothing, and told (tests/draft/outbox.test.ts)',
  'look-up-post': 'what it finds is found again at the next look',
  'remove-post': 'a post that was deleted is harmless to delete again',
  'open-page': 'opens a tab',
  'ask-page':
    'what was clicked is kept in memory (`storage.session`); a release that is new is on the city’s page still',
  'ask-again': 'the same, once more',
  'forget-asked': 'takes it out of memory',
  'write-humas': 'a page says that it is not stored, and the text stays in its box (tests/components/humas)',
  'make-humas-file': 'reads',
  'open-humas-file': 'the file is still there',
  'make-humas-key': 'nothing was told of the key: another one is made',
  'read-humas': 'reads what the office still has: the next one brings it (tests/humas)',
};

/** One write: a table of the database, or keys of `storage.local`. */
let seen: string[] = [];
/** The write that fails, and how: as the request, or as the whole transaction at its end. */
let full: { site: string; how: 'request' | 'commit' } | null = null;

const quota = () => new DOMException('the disk is full', 'QuotaExceededError');
const { put, add } = IDBObjectStore.prototype;
const { local } = fakeBrowser.storage;
const set = local.set.bind(local);
type Store = IDBObjectStore & { transaction: IDBTransaction & { _abort: (name: string) => void } };

function watched(method: typeof put): typeof put {
  return function write(this: Store, ...args) {
    const site = `db ${this.name}`;
    seen.push(site);
    if (full?.site !== site) return method.apply(this, args);
    if (full.how === 'request') throw quota();
    const { transaction } = this;
    const tell = transaction.dispatchEvent;
    transaction.dispatchEvent = (event) => {
      if (event.type !== 'complete') return tell.call(transaction, event);
      transaction._abort('QuotaExceededError');
      return true;
    };
    return method.apply(this, args);
  } as typeof put;
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  IDBObjectStore.prototype.put = put;
  IDBObjectStore.prototype.add = add;
  return () => {
    full = null;
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.add = add;
    vi.restoreAllMocks();
  };
});
registerStore(() => {});

/** A profile in which the act can be done, with every write under watch from here on. */
async function begin(act: Act): Promise<void> {
  full = null;
  await freshProfile();
  connectPages();
  registerCommands();
  await act.before?.();
  vi.spyOn(local, 'set').mockImplementation(async (items) => {
    const site = `storage ${Object.keys(items).sort().join()}`;
    seen.push(site);
    if (full?.site === site) throw quota();
    await set(items);
  });
  IDBObjectStore.prototype.put = watched(put);
  IDBObjectStore.prototype.add = watched(add as typeof put) as typeof add;
  seen = [];
}

/** What the official would miss, without times and names that differ from run to run. */
async function state({ unreadIsBeside }: Act) {
  const drafts = await db.drafts.toArray();
  const posts = await db.posts.toArray();
  const revisions = await db.revisions.toArray();
  return {
    drafts: drafts.map((each) => ({
      ...{ id: each.id, text: each.text, state: each.state, note: each.note, remindAt: each.remindAt },
      isStarred: (each.starredAt ?? 0) > 0,
      rivals: each.rivals.map(({ text }) => text),
      gone: [each.deletedAt > 0, each.archivedAt > 0],
    })),
    posts: posts.map((each) => ({
      ...{
        id: each.id,
        text: each.text,
        state: each.state,
        note: each.note,
        link: each.link,
        asked: each.asked,
        isStarred: (each.starredAt ?? 0) > 0,
      },
      changes: each.changes.map((change) => change.state),
      gone: [each.deletedAt > 0, each.archivedAt > 0],
    })),
    revisions: revisions.map(({ draftId, text }) => `${draftId} ${text}`).sort(),
    releases: (await db.releases.toArray()).map((each) => [
      each.id,
      unreadIsBeside ? null : each.unread,
      (each.acknowledgedAt ?? 0) > 0,
    ]),
    sources: (await db.sources.toArray()).map(({ id: of, name }) => [of, name]),
  };
}

const cases = Object.entries(acts).flatMap(([message, of]) =>
  typeof of === 'string'
    ? []
    : Object.entries(of).map(([what, act]) => ({ name: `${message}: ${what}`, act })),
);

describe('the disk is full', () => {
  const covered = new Set<string>();

  test.each(cases)('$name', async ({ act }) => {
    await begin(act);
    await act.run();
    // What follows an answer (the first screen, the note of the newest count) is written then.
    await vi.waitFor(() => expect(seen).toContain('storage snapshot'), { timeout: 2_000 }).catch(() => {});
    const wanted = await state(act);
    const sites = [...new Set(seen)];
    expect(sites.filter((site) => site.startsWith('db ')).length).toBeGreaterThan(0);
    for (const site of sites) {
      covered.add(site);
      for (const how of site.startsWith('db ') ? (['request', 'commit'] as const) : (['request'] as const)) {
        await begin(act);
        const before = await state(act);
        full = { site, how };
        const failed = await act.run().then(
          () => null,
          (error: unknown) => error,
        );
        if (failed !== null) {
          // Said by its name, and nothing of the official's half done.
          expect(failed, `${site}, ${how}`).toMatchObject({ failure: 'QuotaExceededError' });
          const { drafts, posts, revisions } = before;
          expect(await state(act), `${site}, ${how}`).toMatchObject({ drafts, posts, revisions });
          full = null;
          await act.run();
        }
        full = null;
        expect(await state(act), `${site}, ${how}`).toEqual(wanted);
      }
    }
  });

  test('every table that holds what the official wrote was among them', () => {
    for (const table of ['drafts', 'posts', 'revisions', 'machine']) {
      expect(covered).toContain(`db ${table}`);
    }
  });
});
