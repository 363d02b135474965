import { useState } from 'preact/hooks';
import type { Account } from '../../utils/account/account.ts';
import type { Target } from '../../utils/draft/outgoing.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { ReleaseState } from '../../utils/release/versions.ts';
import { ShareVia } from '../caption/ShareVia.tsx';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { AccountMark } from './AccountMark.tsx';
import { type Confirmation, ConfirmSheet } from './ConfirmSheet.tsx';
import type { OwnPicture } from './PictureLine.tsx';
import type { Publishing } from './publishing.ts';

interface Props {
  platform: PlatformId;
  /** The accounts of this platform that may post, at least one. */
  accounts: readonly Account[];
  publishing: Publishing;
  /** The text, or the posts of a thread. */
  parts: readonly string[];
  thread: boolean;
  /** The draft's own; null where it has none. */
  picture: OwnPicture | null;
  /** The official wrote other words for it in the last moment: the draft gets them too. */
  onDescribe: (alt: string) => void;
  lang: string;
  warnings: number;
  /** What the official was told of the release. */
  seen: ReleaseState | null;
  disabled: boolean;
  /** The platform's own composer has no address to open. */
  cannotOpen: boolean;
  /** The draft as it stands, stamped anew at each call. */
  handed: () => DraftInput;
  /** Opens the platform's own composer instead. */
  onOpen: () => Promise<void>;
  /** Offers the text to the system's share sheet; absent where there is none. */
  onShare?: (() => Promise<void>) | undefined;
}

/** Posting from the official's own account: who posts is always in view beside the button. */
export function PublishBar(props: Props) {
  const { platform, accounts, publishing, parts, disabled, onOpen } = props;
  const texts = useTexts();
  const own = useSendingTexts();
  const [chosen, setChosen] = useState<readonly string[]>(() => accounts.slice(0, 1).map(({ id }) => id));
  const [confirming, setConfirming] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const from = accounts.filter(({ id }) => chosen.includes(id));
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);

  const publish = ({ accounts: confirmed, picture, choices }: Confirmation) => {
    setFailed(null);
    // Before the draft is handed over: writing it afterwards would make it one that is being written.
    if (picture?.as === 'picture' && picture.url === props.picture?.url && picture.alt !== props.picture?.alt)
      props.onDescribe(picture.alt);
    const targets = confirmed.map(
      ({ id }): Target => ({
        accountId: id,
        postId: crypto.randomUUID(),
        draft: props.handed(),
        thread: props.thread ? [...parts] : null,
        picture,
        choices,
        seen: props.seen,
      }),
    );
    publishing.publish(targets).then(
      (taken) => {
        const refused = taken.flatMap(({ refused: why }) => (why ? [own.sends.refusals[why]] : []));
        setFailed(refused.length > 0 ? [...new Set(refused)].join(' ') : null);
      },
      () => setFailed(own.publish.sent.failedAction),
    );
  };
  const { name } = catalogue[platform];
  const open = () => {
    setFailed(null);
    onOpen().catch(() => setFailed(texts.composer.openFailed(name)));
  };
  return (
    <footer class="open-bar publish-bar">
      {accounts.length === 1 && accounts[0] ? (
        <div class="publish-from">
          <span class="visually-hidden">{own.publish.from}</span>
          <AccountMark account={accounts[0]} />
        </div>
      ) : (
        <fieldset class="publish-from">
          <legend class="visually-hidden">{own.publish.accounts}</legend>
          {accounts.map((account) => (
            <label key={account.id}>
              <input
                type="checkbox"
                checked={chosen.includes(account.id)}
                onChange={() => toggle(account.id)}
              />
              <AccountMark account={account} />
            </label>
          ))}
        </fieldset>
      )}
      {failed && (
        <p class="open-bar-failed" role="alert">
          {failed}
        </p>
      )}
      <div class="publish-buttons">
        {props.onShare && <ShareVia disabled={disabled} onShare={props.onShare} tell={setFailed} />}
        <button type="button" class="button" disabled={disabled || props.cannotOpen} onClick={open}>
          {own.publish.openInstead(name)}
        </button>
        <button
          type="button"
          class="button button-main button-large"
          disabled={disabled || from.length === 0}
          onClick={() => setConfirming(true)}
        >
          <PlatformMark platform={platform} size={20} />
          {own.publish.publish}
        </button>
      </div>
      {confirming && (
        <ConfirmSheet
          platform={platform}
          accounts={from}
          texts={parts}
          lang={props.lang}
          warnings={props.warnings}
          own={props.picture}
          hasPicture={publishing.hasPicture}
          delayed={publishing.delayed}
          onConfirm={publish}
          onClose={() => setConfirming(false)}
        />
      )}
    </footer>
  );
}
