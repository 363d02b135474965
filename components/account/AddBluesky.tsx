import { useState } from 'preact/hooks';
import type { Found } from '../../utils/platform/bluesky/identity.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { DataNote } from '../ui/DataNote.tsx';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  /** Who a handle is; rejects with an error whose message is what is to be said. */
  find: (handle: string) => Promise<Found>;
  /** Called straight from the click: the server needs a permission. Resolves to what is to be said, or '' when signed in. */
  onSignIn: (found: Found, password: string) => Promise<string>;
  onClose: () => void;
}

/** Signing in to Bluesky with an app password, at the account's own server, which is shown before. */
export function AddBluesky({ find, onSignIn, onClose }: Props) {
  const texts = useTexts();
  const own = useSendingTexts();
  const words = own.accounts;
  const [handle, setHandle] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const begin = () => {
    setBusy(true);
    setSaid('');
  };
  const search = () => {
    begin();
    find(handle).then(
      (account) => {
        setBusy(false);
        setFound(account);
      },
      (error: Error) => {
        setBusy(false);
        setSaid(error.message);
      },
    );
  };
  const signIn = (account: Found) => {
    begin();
    void onSignIn(account, password).then((told) => {
      setBusy(false);
      setPassword('');
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
        if (found) signIn(found);
        else search();
      }}
    >
      {found ? (
        <>
          <p role="status">{words.found(found.handle, new URL(found.server).host)}</p>
          <TextField
            id="account-password"
            label={words.password}
            help={words.passwordHelp}
            value={password}
            onInput={setPassword}
            secret
          />
        </>
      ) : (
        <TextField
          id="account-handle"
          label={words.handle}
          help={words.handleHelp}
          value={handle}
          onInput={setHandle}
        />
      )}
      <DataNote />
      {said && (
        <p class="field-error" role="alert">
          {said}
        </p>
      )}
      <div class="sheet-actions">
        <button type="button" class="button" onClick={found ? () => setFound(null) : onClose}>
          {found ? words.other : texts.app.cancel}
        </button>
        <button
          type="submit"
          class="button button-main"
          disabled={busy || (found ? password === '' : handle.trim() === '')}
        >
          {busy ? words.signingIn : found ? words.signIn : words.find}
        </button>
      </div>
    </form>
  );
}
