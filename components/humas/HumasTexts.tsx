import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { PreferredCaption } from '../../utils/humas/caption-feed.ts';
import type { TextPlace } from '../../utils/humas/desk.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { Counter } from '../caption/Counter.tsx';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  caption: PreferredCaption;
  onText: (place: TextPlace, text: string) => void;
  onDrop: (place: TextPlace) => void;
}

/** The texts of one angle on one platform, each in a box of its own. */
export function HumasTexts({ caption, onText, onDrop }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().humasDesk;
  const { platform, angle } = caption;
  const { name } = catalogue[platform];
  const number = new Intl.NumberFormat(texts.locale);
  return (
    <fieldset class="humas-texts">
      <legend>
        <PlatformMark platform={platform} /> {words.texts(texts.angles[angle], name)}
      </legend>
      {caption.texts.map((text, at) => (
        // Its place and how many there are: one that was taken out must not leave its letters to the next.
        <div class="humas-box" key={`${at} ${caption.texts.length}`}>
          <TextArea
            label={words.text(texts.angles[angle], name, number.format(at + 1))}
            text={text}
            platform={platform}
            onText={(next) => onText({ platform, angle, at }, next)}
          />
          <IconButton
            label={words.dropText(number.format(at + 1))}
            onClick={() => onDrop({ platform, angle, at })}
          >
            <Icon icon={Trash2} size={16} />
          </IconButton>
        </div>
      ))}
    </fieldset>
  );
}

interface AreaProps extends Pick<PreferredCaption, 'platform'> {
  label: string;
  text: string;
  onText: (text: string) => void;
}

/** What is typed leads while the page is open; every input is stored at once. */
function TextArea({ label, text, platform, onText }: AreaProps) {
  const [own, setOwn] = useState(text);
  return (
    <div>
      <textarea
        class="input"
        rows={4}
        aria-label={label}
        value={own}
        onInput={(event) => {
          setOwn(event.currentTarget.value);
          onText(event.currentTarget.value);
        }}
      />
      <Counter platform={platform} text={own} />
    </div>
  );
}
