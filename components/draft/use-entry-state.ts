import { type Entry, factsOf, keptDeleted } from '../../utils/draft/entries.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface State {
  words: string;
  tone: 'calm' | 'good' | 'asks';
}

const day = 24 * 60 * 60 * 1000;

/** An entry's state in words, and how strongly it asks to be looked at. */
export function useEntryState(entry: Entry, now: number): State {
  const { desk, drafts } = useTexts();
  const { entries } = useLaterTexts();
  const { deletedAt } = factsOf(entry);
  if (deletedAt > 0) {
    const left = Math.ceil((deletedAt + keptDeleted - now) / day);
    return { words: left > 0 ? entries.daysLeft(left) : entries.lastDay, tone: 'calm' };
  }
  if (entry.kind === 'draft') {
    if (entry.draft.rivals.length > 0) return { words: entries.rivals, tone: 'asks' };
    return { words: desk.stateDraft, tone: 'calm' };
  }
  switch (entry.post.state) {
    case 'opened':
      return { words: desk.stateOpened, tone: 'asks' };
    case 'posted':
      return { words: desk.statePosted, tone: 'good' };
    case 'not-posted':
      return { words: desk.stateNotPosted, tone: 'calm' };
    case 'failed':
      return { words: drafts.stateFailed, tone: 'asks' };
    case 'unknown':
      return { words: drafts.stateUnknown, tone: 'asks' };
  }
}
