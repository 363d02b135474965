import { setTimeout as sleep } from 'node:timers/promises';
import type { Jubir } from '../e2e/jubir.ts';
import type { Tally } from './fault.ts';
import { type Rows, rowsOf, textsOf } from './rows.ts';

/** What the writers in the page know to be stored, because the background said so. */
export interface Log {
  /** Texts that took the place of one another, each worth keeping. */
  steps: { draftId: string; text: string }[];
  /** Clicks on a platform's button, with the answer and the note that followed. */
  clicks: { postId: string; draftId: string; text: string; note: string }[];
  /** What was typed letter by letter. */
  typed: { draftId: string; text: string }[];
  /** How often a message had to be sent again. */
  repeated: number;
  /** Refusals that the background gave a name. */
  refused: string[];
}

/** The writers as they stand in the page. */
interface Writers {
  log: Log;
  /** Of the text that is being typed now: how many letters are acknowledged. */
  now: { draftId: string; writer: string; acknowledged: number };
  stop: boolean;
  done: Promise<unknown>;
}

/** Texts of one draft, fewer than the earlier texts that a draft keeps: none is let go. */
const perDraft = 30;

/**
 * Starts three writers in a page of the extension, which send and repeat messages as Jubir's own pages do: one that
 * replaces texts, one that types faster than the disk, one that clicks, answers and notes.
 */
export function startWriters(jubir: Jubir, name: string): Promise<void> {
  return jubir.session.inExtension(begin, name, perDraft);
}

/** Runs in the page: nothing from outside of it. */
function begin(name: string, most: number): void {
  const { browser } = globalThis as unknown as {
    browser: {
      runtime: {
        sendMessage(
          message: object,
        ): Promise<
          | { ok: true; value: { count: number; revision: number } }
          | { ok: false; name: string; error: string }
        >;
      };
    };
  };
  const log: Log = { steps: [], clicks: [], typed: [], repeated: 0, refused: [] };
  const writers: Writers = {
    log,
    now: { draftId: '', writer: '', acknowledged: 0 },
    stop: false,
    done: Promise.resolve(),
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const once = async (jubir: string, payload: object) => {
    const reply = await browser.runtime.sendMessage({ jubir, payload }).catch(() => undefined);
    if (reply?.ok) return { value: reply.value };
    if (reply) log.refused.push(`${jubir}: ${reply.name} ${reply.error}`);
    log.repeated += 1;
    return null;
  };
  const ask = async (jubir: string, payload: object) => {
    for (;;) {
      const answer = await once(jubir, payload);
      if (answer) return answer.value;
      await pause(20);
    }
  };
  const facts = (draft: string) => ({
    id: `${draft}:x:summary`,
    releaseId: draft,
    releaseTitle: 'Pasar murah',
    releaseUrl: 'https://kotabogor.go.id/berita-detail/1',
    sourceId: 'kota-bogor',
    platform: 'x',
    angle: 'summary',
  });

  const step = async () => {
    const writer = `${name}-step`;
    let count = 0;
    for (let draft = 0; !writers.stop; draft += 1) {
      let base = 0;
      for (let n = 1; n <= most && !writers.stop; n += 1) {
        count += 1;
        const input = {
          ...facts(`${name}-langkah-${draft}`),
          text: `langkah ${draft}.${n}`,
          writer,
          count,
          base,
        };
        base = (await ask('write-draft', { ...input, step: true })).revision;
        log.steps.push({ draftId: input.id, text: input.text });
      }
    }
  };
  const type = async () => {
    const writer = `${name}-type`;
    let count = 0;
    for (let draft = 0; !writers.stop; draft += 1) {
      const of = facts(`${name}-ketik-${draft}`);
      const now = { draftId: of.id, writer, acknowledged: 0 };
      writers.now = now;
      let text = '';
      let last: Promise<void> = Promise.resolve();
      const send = async (input: { count: number; text: string }): Promise<void> => {
        for (;;) {
          const answer = await once('write-draft', { ...of, ...input, writer, base: 0 });
          if (answer) now.acknowledged = Math.max(now.acknowledged, answer.value.count);
          // As in the page: a newer letter takes the place of one that failed.
          if (answer || input.count < count) return;
          await pause(20);
        }
      };
      for (let letter = 0; letter < 40 && !writers.stop; letter += 1) {
        count += 1;
        text += 'abcdefghijklmnopqrstuvwxyz'[count % 26];
        last = send({ count, text });
        await pause(4);
      }
      await last;
      log.typed.push({ draftId: of.id, text });
    }
  };
  const click = async () => {
    for (let n = 0; !writers.stop; n += 1) {
      const of = facts(`${name}-klik-${n}`);
      const input = { ...of, text: `klik ${n}`, writer: `${name}-click`, count: n + 1, base: 0 };
      const postId = `${name}-klik-${n}`;
      const note = `catatan ${n}`;
      await ask('open-platform', { draft: input, postId, from: 'page' });
      await ask('answer-post', { postId, state: 'posted', link: `https://x.com/wargabogor/status/${n}` });
      await ask('mark-entries', { draftIds: [of.id], postIds: [postId], mark: { note } });
      log.clicks.push({ postId, draftId: of.id, text: input.text, note });
      await pause(150);
    }
  };
  writers.done = Promise.all([step(), type(), click()]);
  Object.assign(globalThis, { writers });
}

/** Whether the letters that are acknowledged at this moment are stored; null, or what is missing. */
export function missingNow(jubir: Jubir): Promise<string | null> {
  return jubir.session.inExtension(async () => {
    const { now } = (globalThis as unknown as { writers: Writers }).writers;
    // Taken before reading: what is acknowledged later may be stored later.
    const { acknowledged, draftId, writer } = now;
    if (acknowledged === 0) return null;
    const opening = indexedDB.open('jubir');
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const row = opening.result.transaction('drafts').objectStore('drafts').get(draftId);
    await new Promise((resolve, reject) => {
      row.onsuccess = resolve;
      row.onerror = reject;
    });
    opening.result.close();
    const stored: number = row.result?.inputs[writer] ?? 0;
    return stored >= acknowledged
      ? null
      : `${draftId}: input ${acknowledged} was acknowledged, ${stored} is stored`;
  });
}

/** Lets the writers end what they are at, and gives what they know to be stored. */
export async function stopWriters(jubir: Jubir): Promise<Log> {
  const ended = jubir.session.inExtension(async () => {
    const { writers } = globalThis as unknown as { writers: Writers };
    writers.stop = true;
    await writers.done;
    return writers.log;
  });
  const late = sleep(60_000, undefined, { ref: false }).then(() => {
    throw new Error('a message was not answered within 60 s');
  });
  return Promise.race([ended, late]);
}

/** Compares what was acknowledged with what the database holds of these writers, and adds it to the tally. */
export async function compare(jubir: Jubir, name: string, log: Log, tally: Tally): Promise<void> {
  const rows = await rowsOf(jubir, `${name}-`);
  for (const { draftId, text } of log.steps) {
    const found = textsOf(rows, draftId).filter((each) => each === text).length;
    tally.checked += 1;
    if (found === 0) tally.lost.push(`${draftId}: “${text}”`);
    if (found > 1) tally.doubled.push(`${draftId}: “${text}” ${found} times`);
  }
  for (const { draftId, text } of log.typed) {
    const stored = rows.drafts.find(({ id }) => id === draftId);
    tally.checked += 1;
    if (stored?.text !== text) tally.lost.push(`${draftId}: “${text}”, stored is “${stored?.text}”`);
  }
  for (const click of log.clicks) compareClick(click, rows, tally);
  if (rows.posts.length !== new Set(rows.posts.map(({ text }) => text)).size) {
    tally.doubled.push(`${name}: ${rows.posts.length} posts of ${log.clicks.length} clicks`);
  }
  const rivals = rows.drafts.filter((draft) => draft.rivals.length > 0);
  if (rivals.length > 0) tally.wrong.push(`${name}: a page became its own rival in ${rivals.length} drafts`);
}

function compareClick(click: Log['clicks'][number], rows: Rows, tally: Tally): void {
  const posts = rows.posts.filter(({ draftId }) => draftId === click.draftId);
  const [post] = posts;
  tally.checked += 3;
  if (posts.length > 1) tally.doubled.push(`${click.postId}: ${posts.length} posts`);
  if (post?.id !== click.postId || post.text !== click.text)
    return void tally.lost.push(`${click.postId}: the post`);
  const states = post.changes.map(({ state }) => state).join(' ');
  if (post.state !== 'posted') tally.lost.push(`${click.postId}: the answer; its states are ${states}`);
  else if (states !== 'opened posted') tally.doubled.push(`${click.postId}: ${states}`);
  const draft = rows.drafts.find(({ id }) => id === click.draftId);
  if (post.note !== click.note || draft?.note !== click.note) tally.lost.push(`${click.postId}: the note`);
}
