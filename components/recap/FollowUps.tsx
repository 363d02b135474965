import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PostFact, ReleaseFact } from '../../utils/recap/facts.ts';
import type { Recap } from '../../utils/recap/recap.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  recap: Recap;
  isJoined: boolean;
  /** A day's short name, "1 Nov". */
  nameOf: (day: number) => string;
  /** Opens a post or a release on the desk; nothing of several computers' months is there. */
  onPost: (id: string) => void;
  onRelease: (id: string) => void;
}

/** What a meeting has to talk about: what waits, what the city changed since, what nobody took up. */
export function FollowUps({ recap, isJoined, nameOf, onPost, onRelease }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const post = ({ id, title = '', platform, day }: PostFact) => (
    <Item
      key={id}
      title={title}
      foot={[nameOf(day), catalogue[platform].name]}
      {...(!isJoined && { onOpen: () => onPost(id) })}
    />
  );
  const release = ({ id, url, title, day, moved, platforms = [] }: ReleaseFact) => (
    <Item
      key={url}
      title={title}
      {...(isJoined || id === undefined ? { url } : { onOpen: () => onRelease(id) })}
      foot={[
        ...(day > 0 ? [nameOf(day)] : []),
        ...(moved ? [texts.states[moved]] : []),
        ...platforms.map((platform) => catalogue[platform].name),
      ]}
    />
  );
  return (
    <div class="recap-columns">
      <Follow title={words.waits} none={words.noWaiting} items={recap.waitingPosts.map(post)} />
      <Follow title={words.moved} none={words.noMoved} items={recap.moved.map(release)} />
      <Follow
        title={isJoined ? words.untaken : words.untakenHere}
        none={recap.published === 0 ? words.noPublished : words.noUntaken}
        items={recap.untaken.map(release)}
      />
    </div>
  );
}

/** Shown before the official asks for more, and the most then: a longer list stands in the CSV and on the desk. */
const first = 4;
const most = 200;

function Follow({ title, none, items }: { title: string; none: string; items: ComponentChildren[] }) {
  const texts = useTexts();
  const words = useLaterTexts().recap;
  const [open, setOpen] = useState(false);
  const number = new Intl.NumberFormat(texts.locale);
  const shown = items.slice(0, open ? most : first);
  const left = items.length - shown.length;
  return (
    <section class="recap-card recap-follow">
      <h2>
        {title}
        <span class="recap-count">{number.format(items.length)}</span>
      </h2>
      {items.length === 0 ? <p class="recap-none">{none}</p> : <ul>{shown}</ul>}
      {!open && left > 0 && (
        <button type="button" class="button button-plain recap-more" onClick={() => setOpen(true)}>
          {words.showAll(number.format(Math.min(left, most - first)))}
        </button>
      )}
      {items.length > first && (
        <p class={`recap-none ${open && left > 0 ? '' : 'recap-print-only'}`}>
          <span class="recap-screen-only">{words.andMore(number.format(left))}</span>
          <span class="recap-print-only">{words.andMore(number.format(items.length - first))}</span>
        </p>
      )}
    </section>
  );
}

interface ItemProps {
  title: string;
  foot: string[];
  /** Opens it on the desk. */
  onOpen?: () => void;
  /** Where it stands, if it does not stand on this computer. */
  url?: string;
}

function Item({ title, foot, onOpen, url }: ItemProps) {
  const told = onOpen ? (
    <button type="button" class="recap-open" onClick={onOpen}>
      {title}
    </button>
  ) : url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {title}
    </a>
  ) : (
    <span>{title}</span>
  );
  return (
    <li class="recap-item">
      <p class="recap-item-title">{told}</p>
      <p class="recap-item-foot">{foot.join(' · ')}</p>
    </li>
  );
}
