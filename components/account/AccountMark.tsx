import type { Account } from '../../utils/account/account.ts';

/** Who posts, and on what server: picture, name, handle. */
export function AccountMark({ account }: { account: Account }) {
  const { avatar, name, handle, server } = account;
  return (
    <span class="account-mark">
      {avatar ? (
        <img src={avatar} alt="" width="28" height="28" />
      ) : (
        <span class="account-initial" aria-hidden="true">
          {(name || handle).replace(/^@/, '').slice(0, 1).toUpperCase()}
        </span>
      )}
      <span class="account-words">
        <strong>{name || handle}</strong>
        <span>
          {handle} · {new URL(server).host}
        </span>
      </span>
    </span>
  );
}
