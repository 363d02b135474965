import type { Entry } from '../../utils/draft/entries.ts';
import { useTexts } from '../hooks/texts.ts';

/** An entry's state in words, and how strongly it asks to be looked at. */
export function useEntryState(entry: Entry): { words: string; tone: 'calm' | 'good' | 'asks' } {
  const { desk, drafts, sends } = useTexts();
  if (entry.kind === 'draft') return { words: desk.stateDraft, tone: 'calm' };
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
    case 'prepared':
      return { words: sends.statePrepared, tone: 'asks' };
    case 'sending':
      return { words: sends.stateSending, tone: 'calm' };
    case 'removed':
      return { words: sends.stateRemoved, tone: 'calm' };
  }
}
