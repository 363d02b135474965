import { clock } from '../../utils/browser/i18n.ts';
import { type Entry, factsOf } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { StateMark } from '../release/StateMark.tsx';
import { useEntryState } from './use-entry-state.ts';

interface Props {
  entry: Entry;
  chosen: boolean;
  onChoose: () => void;
}

/** One draft or post in the desk's list: its first words, platform, time and state in words. */
export function EntryRow({ entry, chosen, onChoose }: Props) {
  const texts = useTexts();
  const { text, platform } = factsOf(entry);
  const state = useEntryState(entry);
  return (
    <li>
      <button type="button" class="entry" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
        <span class="entry-text">{text.trim() || texts.checks.empty}</span>
        <span class="entry-foot">
          <PlatformMark platform={platform} size={15} />
          <span class="visually-hidden">{catalogue[platform].name}</span>
          <span>{clock(texts, entry.at)}</span>
          <StateMark state={entry.city} />
          <span class={`entry-state entry-state-${state.tone}`}>{state.words}</span>
        </span>
      </button>
    </li>
  );
}
