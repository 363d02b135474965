import { useRef, useState } from 'preact/hooks';
import { mastodonHost } from '../../utils/platform/links.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** Host of the server as stored, or null. */
  server: string | null;
  /** Called with a valid host, or null when the field was emptied. */
  onSave: (server: string | null) => void;
  /** Shows a button; without it the field saves when it is left. */
  button?: boolean;
}

/** The official's own Mastodon server: a host name, however it was pasted. */
export function ServerField({ server, onSave, button = false }: Props) {
  const texts = useTexts();
  const [value, setValue] = useState(server ?? '');
  const [bad, setBad] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    // What stands in the field, not what was last drawn: the last letter may be younger than the drawing.
    const typed = input.current?.value ?? '';
    const host = mastodonHost(typed);
    if (typed.trim() !== '' && host === null) return setBad(true);
    setValue(host ?? '');
    if (host !== server) onSave(host);
  };
  return (
    <form
      class="server"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="field">
        <label for="mastodon-server">{texts.composer.server}</label>
        <div class="server-line">
          <input
            id="mastodon-server"
            class="input"
            ref={input}
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder={texts.composer.serverPlaceholder}
            value={value}
            aria-invalid={bad}
            aria-describedby="mastodon-server-help"
            onInput={(event) => {
              setValue(event.currentTarget.value);
              setBad(false);
            }}
            {...(button ? {} : { onBlur: save })}
          />
          {button && (
            <button type="submit" class="button">
              {texts.app.save}
            </button>
          )}
        </div>
        <p
          class={bad ? 'field-error' : 'field-help'}
          id="mastodon-server-help"
          {...(bad ? { role: 'alert' } : {})}
        >
          {bad ? texts.composer.serverBad : texts.composer.serverHelp}
        </p>
      </div>
    </form>
  );
}
