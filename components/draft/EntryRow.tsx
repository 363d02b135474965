import { Bell, Check, Star, StickyNote } from 'lucide';
import { clock, moment } from '../../utils/browser/i18n.ts';
import { type Entry, factsOf } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { ReleaseState } from '../../utils/release/versions.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { StateMark } from '../release/StateMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useEntryState } from './use-entry-state.ts';

interface Props {
  entry: Entry;
  /** Its place in the list, from 0, and how many there are. */
  place: number;
  count: number;
  /** Pixels from the list's top. */
  top: number;
  /** The one that is open beside the list. */
  chosen: boolean;
  /** The one that the keyboard is at. */
  active: boolean;
  selected: boolean;
  city: ReleaseState | null;
  /** Epoch milliseconds. */
  now: number;
}

/** Letters of a text: more than two lines show, and as much as a listener wants to hear. */
const excerpt = 400;

/** One draft or post in the desk's list: its first words, platform, time and state in words. */
export function EntryRow({ entry, place, count, top, chosen, active, selected, city, now }: Props) {
  const texts = useTexts();
  const { entries: words, recap } = useLaterTexts();
  const { text, platform, note, starredAt = 0 } = factsOf(entry);
  const state = useEntryState(entry, now);
  const remindAt = entry.kind === 'draft' ? entry.draft.remindAt : 0;
  return (
    <div
      role="option"
      class="entry"
      tabIndex={active ? 0 : -1}
      aria-selected={selected}
      aria-current={chosen ? 'true' : undefined}
      aria-setsize={count}
      aria-posinset={place + 1}
      data-place={place}
      style={{ top: `${top}px` }}
    >
      <span class="entry-check" aria-hidden="true">
        <Icon icon={Check} size={14} />
      </span>
      <span class="entry-text">{text.trim().slice(0, excerpt) || texts.checks.empty}</span>
      <span class="entry-foot">
        <PlatformMark platform={platform} size={15} />
        <span class="visually-hidden">{catalogue[platform].name}</span>
        <span>{clock(texts, entry.at)}</span>
        {starredAt > 0 && <Sign icon={Star} words={recap.starMark} />}
        {note !== '' && <Sign icon={StickyNote} words={words.hasNote} />}
        {remindAt > 0 && <Sign icon={Bell} words={words.remindAt(moment(texts, remindAt, now))} />}
        <StateMark state={city} />
        <span class={`entry-state entry-state-${state.tone}`}>{state.words}</span>
      </span>
    </div>
  );
}

/** A small picture beside the time, with its meaning in words. */
function Sign({ icon, words }: { icon: typeof Bell; words: string }) {
  return (
    <span class="entry-sign" title={words}>
      <Icon icon={icon} size={14} />
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
