import { db } from '../../utils/db/database.ts';
import { writeDraft } from '../../utils/draft/history.ts';
import type { DraftInput, Written } from '../../utils/draft/writing.ts';

interface Waiting {
  input: DraftInput;
  answer: Promise<Written>;
}

/** Per draft and writing page: the write under way, and the one input that follows it. */
const underWay = new Map<string, Promise<unknown>>();
const waiting = new Map<string, Waiting>();

/**
 * Writes an input. While one is being written, only the newest of those that follow is kept: a commit to the disk
 * takes longer than a fast finger, and the last text holds all that the ones before it held. Each is answered when
 * it, or a newer one of the same page, is stored.
 * @returns what became of it, or of a newer one
 */
export function takeInput(input: DraftInput): Promise<Written> {
  const key = `${input.writer} ${input.id}`;
  const before = underWay.get(key);
  if (!before) return start(key, input);
  const next = waiting.get(key);
  if (next) {
    if (input.count > next.input.count) next.input = merged(next.input, input);
    return next.answer;
  }
  const own: Waiting = { input, answer: before.then(follow, follow) };
  waiting.set(key, own);
  return own.answer;

  function follow(): Promise<Written> {
    waiting.delete(key);
    return start(key, own.input);
  }
}

/** The newer input, which is a step or a choice, or brings a picture or a mark, if the one that it replaces did. */
const merged = (before: DraftInput, input: DraftInput): DraftInput => ({
  ...(before.picture !== undefined && { picture: before.picture }),
  ...(before.preferred !== undefined && { preferred: before.preferred }),
  ...input,
  ...(before.step && { step: true }),
  ...(before.settles && { settles: true }),
});

function start(key: string, input: DraftInput): Promise<Written> {
  const writing = writeDraft(db, input, Date.now());
  const settled = Promise.resolve(writing).catch(() => undefined);
  underWay.set(key, settled);
  void settled.then(() => {
    if (underWay.get(key) === settled && !waiting.has(key)) underWay.delete(key);
  });
  return Promise.resolve(writing);
}

/** Resolves when every input that came before this call is stored, or has failed. */
export async function inputsStored(): Promise<void> {
  while (underWay.size > 0) {
    await Promise.all([
      ...underWay.values(),
      ...[...waiting.values()].map(({ answer }) => answer.catch(() => undefined)),
    ]);
  }
}
