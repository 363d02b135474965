import type { Mark, Payload } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';
import { type MarkChange, markEntries } from '../../utils/draft/history.ts';
import { renewFirstScreen } from './first-screen.ts';
import { inputsStored } from './inputs.ts';
import { remind } from './reminders.ts';

type Marking = Payload<'mark-entries'>;

interface Waiting {
  marking: Marking;
  answer: Promise<null>;
}

let under: Promise<unknown> = Promise.resolve();
/** The last one that still waits. */
let waiting: Waiting | null = null;

/**
 * Marks entries in the order in which it was asked for: of two notes the later one stands. While one is being written,
 * only the newest note of those that follow is: it holds all that the ones before it held, and a commit to the disk
 * takes longer than a fast finger.
 */
export function takeMark(marking: Marking): Promise<null> {
  if (waiting && isNoteOnSame(waiting.marking, marking)) {
    waiting.marking = marking;
    return waiting.answer;
  }
  const own: Waiting = {
    marking,
    answer: under.then(() => {
      if (waiting === own) waiting = null;
      return write(own.marking);
    }),
  };
  waiting = own;
  under = own.answer.catch(() => undefined);
  return own.answer;
}

const isNoteOnSame = (a: Marking, b: Marking): boolean =>
  isNote(a.mark) &&
  isNote(b.mark) &&
  JSON.stringify([a.draftIds, a.postIds]) === JSON.stringify([b.draftIds, b.postIds]);

const isNote = (mark: Mark): boolean => mark.note !== undefined && Object.keys(mark).length === 1;

async function write({ mark, ...entries }: Marking): Promise<null> {
  // An input that was sent before would bring its draft back.
  await inputsStored();
  await markEntries(db, entries, marksOf(mark, Date.now()));
  if (mark.deleted !== undefined || mark.archived !== undefined) void renewFirstScreen();
  if (mark.deleted !== undefined || mark.remindAt !== undefined) void remind();
  return null;
}

const marksOf = ({ deleted, archived, starred, ...rest }: Mark, now: number): MarkChange => ({
  ...rest,
  ...(deleted !== undefined && { deletedAt: deleted ? now : 0 }),
  ...(archived !== undefined && { archivedAt: archived ? now : 0 }),
  ...(starred !== undefined && { starredAt: starred ? now : 0 }),
});
