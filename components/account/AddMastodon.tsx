import { useState } from 'preact/hooks';
import { mastodonHost } from '../../utils/platform/links.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { DataNote } from '../ui/DataNote.tsx';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  /** Called straight from the click: the server needs a permission. Resolves to what is to be said, or '' when signed in. */
  onSignIn: (host: string) => Promise<string>;
  onClose: () => void;
}

/** Signing in on a Mastodon server's own page. */
export function AddMastodon({ onSignIn, onClose }: Props) {
  const texts = useTexts();
  const own = useSendingTexts();
  const words = own.accounts;
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const signIn = () => {
    const host = mastodonHost(typed);
    if (!host) return setSaid(own.sends.signIn['bad-server']);
    setBusy(true);
    setSaid('');
    void onSignIn(host).then((told) => {
      setBusy(false);
      setSaid(told);
      if (told === '') onClose();
    });
  };
  return (
    <form
      class="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        signIn();
      }}
    >
      <TextField
        id="account-server"
        label={words.server}
        help={words.serverHelp}
        value={typed}
        onInput={setTyped}
      />
      <DataNote />
      {said && (
        <p class="field-error" role="alert">
          {said}
        </p>
      )}
      <div class="sheet-actions">
        <button type="button" class="button" onClick={onClose}>
          {texts.app.cancel}
        </button>
        <button type="submit" class="button button-main" disabled={busy}>
          {busy ? words.signingIn : words.signIn}
        </button>
      </div>
    </form>
  );
}
