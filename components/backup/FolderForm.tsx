import { useState } from 'preact/hooks';
import { type FolderChoice, folderAddress, folderFor, folderUser } from '../../utils/backup/folder-choice.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { DataNote } from '../ui/DataNote.tsx';
import { TextField } from '../ui/TextField.tsx';

/** What the official typed, made sound. */
export interface FolderWish {
  address: string;
  user: string;
  password: string;
}

interface Props {
  /** What was chosen before, if anything. */
  choice: FolderChoice;
  /** The address that the city set, with "{user}" for the name; then it cannot be changed. */
  city?: string | undefined;
  /**
   * Called straight from the click: the server needs a permission. Resolves to what to tell where it is not on; null
   * where it is.
   */
  onTry: (wish: FolderWish) => Promise<string | null>;
  /** Leaves everything as it is; absent where nothing is set. */
  onCancel?: () => void;
}

/** Where the city's folder is, tried before it is turned on. */
export function FolderForm({ choice, city, onTry, onCancel }: Props) {
  const texts = useTexts();
  const { folder: words, city: cityWords } = useLaterTexts();
  const [address, setAddress] = useState(choice.address);
  const [user, setUser] = useState(choice.user);
  const [password, setPassword] = useState('');
  const [trying, setTrying] = useState(false);
  const [told, setTold] = useState('');

  const submit = () => {
    if (trying) return;
    const name = folderUser(user);
    const sound = city && name ? folderFor(city, name) : folderAddress(address);
    if (!sound || !name) return setTold(words.badAddress);
    setAddress(sound);
    setTrying(true);
    setTold('');
    void onTry({ address: sound, user: name, password }).then((why) => {
      setTrying(false);
      if (why !== null) setTold(why);
    });
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
        id="folder-address"
        label={words.address}
        value={city ?? address}
        locked={city && cityWords.setByCity}
        onInput={setAddress}
        help={words.addressHelp}
      />
      <TextField id="folder-user" label={words.user} value={user} onInput={setUser} help={words.userHelp} />
      <TextField
        id="folder-password"
        label={words.password}
        value={password}
        onInput={setPassword}
        help={choice.on ? words.passwordKept : words.passwordHelp}
        secret
      />
      <DataNote />
      <div class="sheet-actions">
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {texts.app.cancel}
          </button>
        )}
        <button type="submit" class="button button-main" aria-disabled={trying}>
          {words.tryIt}
        </button>
      </div>
      <p role="status" class={trying || told === '' ? 'field-help' : 'field-error'}>
        {trying ? words.trying : told}
      </p>
    </form>
  );
}
