import { useRef, useState } from 'preact/hooks';
import type { HumasDesk, HumasWrite } from '../../utils/humas/desk.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  desk: HumasDesk;
  onWrite: (write: HumasWrite) => void;
  /** Saves the file for the city's site, or one for a colleague. */
  onSave: (forColleague: boolean) => void;
  onOpen: (file: File) => void;
  onKey: () => void;
}

/** The file as a whole: whose it is, whether it is approved and signed, and where it goes. */
export function HumasHead({ desk, onWrite, onSave, onOpen, onKey }: Props) {
  const words = useLaterTexts().humasDesk;
  const input = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState({ title: desk.title, city: desk.city, name: desk.name });
  const [sure, setSure] = useState(false);
  // Settled at the start: the first letter of a name must not shut the box that it is typed in.
  const [isNew] = useState(desk.name === '');
  const field = (name: 'title' | 'city' | 'name', label: string, help?: string) => (
    <TextField
      id={`humas-${name}`}
      label={label}
      {...(help && { help })}
      value={own[name]}
      onInput={(value) => {
        setOwn({ ...own, [name]: value });
        onWrite({ do: 'desk', edit: { [name]: value } });
      }}
    />
  );
  return (
    <header class="humas-head">
      <h1>{words.title}</h1>
      <p class="field-help">{words.help}</p>
      <div class="humas-buttons">
        <button type="button" class="button button-main" onClick={() => onSave(false)}>
          {words.save}
        </button>
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {words.open}
        </button>
        {desk.reviews && (
          <button
            type="button"
            class="button"
            aria-describedby="humas-colleague"
            onClick={() => onSave(true)}
          >
            {words.saveDraft}
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept=".json,application/json,application/feed+json"
          class="visually-hidden"
          aria-label={words.open}
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) onOpen(file);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {desk.reviews && (
        <p class="field-help" id="humas-colleague">
          {words.saveDraftHelp}
        </p>
      )}
      <details class="humas-settings" open={isNew}>
        <summary>{words.file}</summary>
        <div class="humas-fields">
          {field('title', words.fileTitle)}
          {field('city', words.city)}
          {field('name', words.name, words.nameHelp)}
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={desk.reviews}
            aria-describedby="humas-reviews"
            onChange={(event) => onWrite({ do: 'desk', edit: { reviews: event.currentTarget.checked } })}
          />
          {words.reviews}
        </label>
        <p class="field-help" id="humas-reviews">
          {words.reviewsHelp}
        </p>
        <h2>{words.key}</h2>
        {desk.publicKey === '' ? (
          <p>{words.keyNone}</p>
        ) : (
          <>
            <p class="humas-key">
              <code>{desk.publicKey}</code>
            </p>
            <p class="field-help">{words.keyHelp}</p>
          </>
        )}
        <p class="field-error" role="status">
          {sure ? words.keySure : ''}
        </p>
        <button
          type="button"
          class="button"
          onClick={() => {
            // A key in use is not replaced by a slip of the hand.
            const isAsking = desk.publicKey !== '' && !sure;
            setSure(isAsking);
            if (!isAsking) onKey();
          }}
        >
          {desk.publicKey === '' ? words.keyMake : words.keyAnew}
        </button>
      </details>
    </header>
  );
}
