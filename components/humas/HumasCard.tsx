import { useState } from 'preact/hooks';
import type { HumasItem, HumasWrite, ItemEdit } from '../../utils/humas/desk.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { TextField } from '../ui/TextField.tsx';
import { HumasTexts } from './HumasTexts.tsx';
import { TimeField } from './TimeField.tsx';

interface Props {
  item: HumasItem;
  /** Whether a second person has to approve. */
  reviews: boolean;
  /** The officer's name: whose it is where the item does not say. */
  author: string;
  now: number;
  onWrite: (write: HumasWrite) => void;
}

/** What is written for one release: its texts, for how long they hold, and who approved them. */
export function HumasCard({ item, reviews, author, now, onWrite }: Props) {
  const words = useLaterTexts().humasDesk;
  const { id, picture } = item;
  const [topic, setTopic] = useState(item.topic ?? '');
  const [url, setUrl] = useState(picture?.url ?? '');
  const [alt, setAlt] = useState(picture?.alt ?? '');
  const edit = (change: ItemEdit) => onWrite({ do: 'edit', id, edit: change });
  const setPicture = (next: { url: string; alt: string }) =>
    edit({ picture: next.url.trim() ? { url: next.url.trim(), alt: next.alt } : undefined });
  const isOver = item.expires !== undefined && item.expires <= now;
  const states = [
    item.writtenBy && words.writtenBy(item.writtenBy),
    item.reviewedBy ? words.approvedBy(item.reviewedBy) : reviews && words.notApproved,
    isOver && words.expired,
  ].filter(Boolean);
  return (
    <article class="humas-card" aria-labelledby={`humas-${id}`}>
      <h2 id={`humas-${id}`}>{item.title}</h2>
      <p class="field-help">{states.join(' · ')}</p>
      {item.captions.map((caption) => (
        <HumasTexts
          key={`${caption.platform} ${caption.angle}`}
          caption={caption}
          onText={(place, text) => onWrite({ do: 'text', id, place, text })}
          onDrop={(place) => onWrite({ do: 'drop-text', id, place })}
        />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={item.vary}
          onChange={(event) => edit({ vary: event.currentTarget.checked })}
        />
        {words.vary}
      </label>
      <div class="humas-fields">
        <TextField
          id={`topic-${id}`}
          label={words.topic}
          value={topic}
          onInput={(next) => {
            setTopic(next);
            edit({ topic: next });
          }}
        />
        <TimeField
          id={`not-before-${id}`}
          label={words.notBefore}
          at={item.notBefore}
          onAt={(notBefore) => edit({ notBefore })}
        />
        <TimeField
          id={`expires-${id}`}
          label={words.expires}
          at={item.expires}
          onAt={(expires) => edit({ expires })}
        />
        <TextField
          id={`picture-${id}`}
          label={words.picture}
          help={words.pictureHelp}
          value={url}
          onInput={(next) => {
            setUrl(next);
            setPicture({ url: next, alt });
          }}
        />
        <TextField
          id={`alt-${id}`}
          label={words.alt}
          value={alt}
          onInput={(next) => {
            setAlt(next);
            setPicture({ url, alt: next });
          }}
        />
      </div>
      {reviews && !item.reviewedBy && <Approval {...{ item, author, onWrite }} />}
      <div>
        <button type="button" class="button" onClick={() => onWrite({ do: 'remove', id })}>
          {words.remove}
        </button>
      </div>
    </article>
  );
}

/** "Disetujui oleh": the second pair of eyes, by name. */
function Approval({ item, author, onWrite }: Pick<Props, 'item' | 'author' | 'onWrite'>) {
  const words = useLaterTexts().humasDesk;
  const [name, setName] = useState('');
  const [told, setTold] = useState('');
  const approve = () => {
    const isOwn = name.trim().toLowerCase() === (item.writtenBy ?? author).trim().toLowerCase();
    if (name.trim() === '' || isOwn) return setTold(words.approveOwn);
    onWrite({ do: 'approve', id: item.id, name });
  };
  return (
    <div class="humas-approval">
      <TextField id={`approver-${item.id}`} label={words.approver} value={name} onInput={setName} />
      <button type="button" class="button button-main" onClick={approve}>
        {words.approve}
      </button>
      <p class="field-error" role="status">
        {told}
      </p>
    </div>
  );
}
