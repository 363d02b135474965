import { useEffect, useRef, useState } from 'preact/hooks';
import '../../components/account/account.css';
import { AccountRow } from '../../components/account/AccountRow.tsx';
import { AddBluesky } from '../../components/account/AddBluesky.tsx';
import { AddMastodon } from '../../components/account/AddMastodon.tsx';
import { useSendingTexts } from '../../components/hooks/sending-texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import type { Account } from '../../utils/account/account.ts';
import { hasAuthWindow } from '../../utils/browser/identity.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { BackgroundError, send } from '../../utils/browser/messages.ts';
import { askToSend } from '../../utils/browser/permissions.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import type { SendingTexts } from '../../utils/browser/texts/sending.ts';
import { db } from '../../utils/db/database.ts';

interface Props {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  /** Says in passing what was done. */
  tell: (text: string) => void;
}

/** The accounts that the official posts from. */
export function Accounts({ settings, onChange, tell }: Props) {
  const own = useSendingTexts();
  const words = own.accounts;
  const accounts = useLive(() => db.accounts.toArray(), []);
  const [adding, setAdding] = useState<Account['platform'] | null>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (location.hash === '#akun') section.current?.scrollIntoView();
  }, []);
  const close = () => setAdding(null);
  const remove = ({ id }: Account) => {
    send('remove-account', { id }).then(
      ({ revoked }) => tell(revoked ? words.removed : words.removedHere),
      (error) => {
        logFailure('remove account', error);
        tell(words.removeFailed);
      },
    );
  };
  const signIn = async (origin: string, job: () => Promise<Account>): Promise<string> => {
    try {
      // First in the click itself: neither browser asks later.
      if (!(await askToSend([origin]))) return words.refused;
      tell(words.added((await job()).handle));
      return '';
    } catch (error) {
      return reasonOf(own, error);
    }
  };
  const toMastodon = (host: string) => signIn(`https://${host}/*`, () => send('add-mastodon', { host }));
  const stored = accounts.state === 'ready' ? accounts.value : [];
  return (
    <section aria-labelledby="akun" ref={section}>
      <h2 id="akun">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      {accounts.state === 'ready' && stored.length === 0 && <p>{words.none}</p>}
      <ul class="account-list">
        {stored.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            onAgain={() => {
              if (account.platform === 'bluesky') return setAdding('bluesky');
              void toMastodon(new URL(account.server).host).then((said) => said && tell(said));
            }}
            onRemove={() => remove(account)}
          />
        ))}
      </ul>
      {adding === 'mastodon' && <AddMastodon onSignIn={toMastodon} onClose={close} />}
      {adding === 'bluesky' && (
        <AddBluesky
          find={async (handle) => {
            // Their handle leaves this computer already, to be looked up.
            if (!(await askToSend([]))) throw new Error(words.refused);
            return send('find-account', { handle, host: null }).catch((error) => {
              throw new Error(reasonOf(own, error));
            });
          }}
          onSignIn={(found, password) =>
            signIn(`https://${new URL(found.server).hostname}/*`, () =>
              send('add-bluesky', { found, password }),
            )
          }
          onClose={close}
        />
      )}
      {adding === null && (
        <div class="sheet-actions account-add">
          {hasAuthWindow() && (
            <button type="button" class="button" onClick={() => setAdding('mastodon')}>
              {words.addMastodon}
            </button>
          )}
          <button type="button" class="button" onClick={() => setAdding('bluesky')}>
            {words.addBluesky}
          </button>
        </div>
      )}
      {!hasAuthWindow() && <p class="sheet-help">{own.sends.signIn['no-window']}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={settings.undoSend}
          onChange={(event) => onChange({ undoSend: event.currentTarget.checked })}
        />
        {words.undo}
      </label>
    </section>
  );
}

/** Why nobody was signed in, in words. */
function reasonOf({ accounts, sends }: SendingTexts, error: unknown): string {
  if (!(error instanceof BackgroundError)) throw error;
  const { failure, message } = error;
  const known: Readonly<Record<string, string>> = failure === 'SignInError' ? sends.signIn : sends.failures;
  if (failure !== 'SignInError' && failure !== 'NetworkError') logFailure('sign in', error);
  return known[message] ?? accounts.failed;
}
