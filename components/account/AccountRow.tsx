import { LogOut } from 'lucide';
import { useState } from 'preact/hooks';
import type { Account } from '../../utils/account/account.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { AccountMark } from './AccountMark.tsx';

interface Props {
  account: Account;
  /** Straight from the click: signing in again may need a permission. */
  onAgain: () => void;
  onRemove: () => void;
}

/** One account: who, where, whether it may post, and the way out. */
export function AccountRow({ account, onAgain, onRemove }: Props) {
  const texts = useTexts();
  const own = useSendingTexts();
  const words = own.accounts;
  const [asking, setAsking] = useState(false);
  return (
    <li class="account-row">
      <PlatformMark platform={account.platform} size={18} />
      <AccountMark account={account} />
      {account.state === 'attention' && <span class="account-attention">{words.attention}</span>}
      {asking ? (
        <fieldset class="account-asking">
          <legend>{words.removeSure(account.handle)}</legend>
          <button type="button" class="button" autofocus onClick={() => setAsking(false)}>
            {texts.app.cancel}
          </button>
          <button type="button" class="button button-main" onClick={onRemove}>
            {words.remove}
          </button>
        </fieldset>
      ) : (
        <span class="account-tools">
          {account.state === 'attention' && (
            <button type="button" class="button button-main" onClick={onAgain}>
              {words.again}
            </button>
          )}
          <button type="button" class="button" onClick={() => setAsking(true)}>
            <Icon icon={LogOut} size={16} />
            {words.remove}
            <span class="visually-hidden">{account.handle}</span>
          </button>
        </span>
      )}
    </li>
  );
}
