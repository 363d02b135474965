import { useState } from 'preact/hooks';
import { feedAddress, feedKey, type WantedFeed } from '../../utils/humas/wanted.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { TextField } from '../ui/TextField.tsx';
import type { Saved } from './FeedSection.tsx';

interface Props {
  feed: WantedFeed | null;
  /** Called straight from the click: the browser shows its question only then. Never rejects. */
  onSave: (feed: WantedFeed | null) => Promise<Saved>;
  /** Says what is wrong; '' where nothing is. */
  tell: (told: string) => void;
}

/** The official's own choice of a feed. */
export function FeedForm({ feed, onSave, tell }: Props) {
  const words = useLaterTexts().humas.feed;
  const [address, setAddress] = useState(feed?.url ?? '');
  const [key, setKey] = useState(feed?.key ?? '');
  const submit = () => {
    const url = feedAddress(address);
    const sound = feedKey(key);
    const isNone = address.trim() === '';
    if (!isNone && url === null) return tell(words.addressBad);
    if (!isNone && sound === null) return tell(words.keyBad);
    // First, in the click itself.
    const saving = onSave(url === null || sound === null ? null : { url, key: sound });
    void saving.then((state) => tell(state === 'saved' ? '' : words[state]));
  };
  return (
    <form
      class="folder-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        id="humas-address"
        label={words.address}
        help={words.addressHelp}
        value={address}
        onInput={setAddress}
      />
      <TextField id="humas-key" label={words.key} help={words.keyHelp} value={key} onInput={setKey} />
      <div>
        <button type="submit" class="button">
          {words.save}
        </button>
      </div>
    </form>
  );
}
