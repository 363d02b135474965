import { addHashtag, findHashtags, removeHashtag } from '../../utils/caption/hashtags.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** Hashtags to offer, with "#". */
  hashtags: string[];
  text: string;
  onChange: (text: string) => void;
  /** The official switched one on or off: remembered, it orders the next suggestions. */
  onSwitch?: (hashtag: string, on: boolean) => void;
}

/** Hashtags to switch on and off; only their own words in the text change. */
export function Hashtags({ hashtags, text, onChange, onSwitch }: Props) {
  const texts = useTexts();
  if (hashtags.length === 0) return null;
  const present = new Set(findHashtags(text).map((found) => found.tag.toLowerCase()));
  return (
    <fieldset class="hashtags">
      <legend class="visually-hidden">{texts.composer.hashtags}</legend>
      {hashtags.map((hashtag) => {
        const on = present.has(hashtag.toLowerCase());
        return (
          <button
            type="button"
            key={hashtag}
            class="chip chip-soft"
            aria-pressed={on}
            onClick={() => {
              onChange(on ? removeHashtag(text, hashtag) : addHashtag(text, hashtag));
              onSwitch?.(hashtag, !on);
            }}
          >
            {hashtag}
          </button>
        );
      })}
    </fieldset>
  );
}
