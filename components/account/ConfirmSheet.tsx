import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../utils/account/account.ts';
import { roomOf } from '../../utils/account/fits.ts';
import type { WantedPicture } from '../../utils/draft/outgoing.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { Choices } from '../../utils/platform/network.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { AccountMark } from './AccountMark.tsx';
import { type OwnPicture, PictureLine } from './PictureLine.tsx';
import { PublishOptions } from './PublishOptions.tsx';

/** What the official confirmed. */
export interface Confirmation {
  accounts: Account[];
  picture: WantedPicture | null;
  choices: Choices | null;
}

interface Props {
  platform: PlatformId;
  accounts: readonly Account[];
  /** The posts of a thread, or the one text. */
  texts: readonly string[];
  lang: string;
  /** How many findings of the checks stand. */
  warnings: number;
  /** Whether the release has one. */
  hasPicture: boolean;
  /** The draft's own picture, which goes out unless the official unticks it. */
  own: OwnPicture | null;
  delayed: boolean;
  onConfirm: (confirmation: Confirmation) => void;
  onClose: () => void;
}

const plain: Choices = { visibility: 'public', sensitive: false, spoiler: '' };

/** The whole of what will go out, and from whom, before it does. Enter does not post. */
export function ConfirmSheet(props: Props) {
  const { platform, accounts, texts: parts, hasPicture, own, delayed, onConfirm, onClose } = props;
  const texts = useTexts();
  const words = useSendingTexts().publish.confirm;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  // Closed, not just taken away: only then does the keyboard go back to where it was.
  const close = () => dialog.current?.close();
  const [choices, setChoices] = useState(plain);
  const [picture, setPicture] = useState<WantedPicture | null>(() => {
    if (own) return { as: 'picture', url: own.url, alt: own.alt };
    return hasPicture && platform === 'bluesky' ? { as: 'card' } : null;
  });
  const { name } = catalogue[platform];
  const number = new Intl.NumberFormat(texts.locale);
  const tooLong = accounts.flatMap((account) => {
    const worst = parts.map((text) => roomOf(account, text, choices.spoiler)).find(({ fits }) => !fits);
    return worst ? [{ account, ...worst }] : [];
  });
  const fitting = accounts.filter((account) => tooLong.every((each) => each.account !== account));
  const needsAlt = picture?.as === 'picture' && picture.alt.trim() === '';

  return (
    <dialog
      class="dialog dialog-publish"
      ref={dialog}
      aria-labelledby="publish-title"
      aria-describedby="publish-what"
      onClose={onClose}
    >
      <h2 id="publish-title">{words.title(name)}</h2>
      <div id="publish-what" class="publish-what">
        <h3>{words.accounts(fitting.length)}</h3>
        <ul class="publish-accounts">
          {fitting.map((account) => (
            <li key={account.id}>
              <AccountMark account={account} />
            </li>
          ))}
        </ul>
        {tooLong.map(({ account, used, limit }) => (
          <Notice kind="warn" key={account.id}>
            {words.tooLong(account.handle, number.format(used), number.format(limit))}
          </Notice>
        ))}
        <h3>{words.text}</h3>
        {parts.map((text, at) => (
          <div key={at}>
            {parts.length > 1 && <small>{words.part(at + 1, parts.length)}</small>}
            <p class="publish-text" lang={props.lang}>
              {text}
            </p>
          </div>
        ))}
        {own && picture?.as === 'picture' && picture.url === own.url && (
          <PictureLine file={own.file} alt={picture.alt} />
        )}
        {props.warnings > 0 && <Notice kind="warn">{words.warnings(props.warnings)}</Notice>}
      </div>
      <PublishOptions
        platform={platform}
        hasPicture={hasPicture}
        own={own}
        picture={picture}
        choices={choices}
        onPicture={setPicture}
        onChoices={setChoices}
      />
      <p>{delayed ? words.delay : words.now}</p>
      <div class="dialog-actions">
        {/* Enter closes; what cannot be taken back is never the default. */}
        <button type="button" class="button" autofocus onClick={close}>
          {texts.app.cancel}
        </button>
        <button
          type="button"
          class="button button-main"
          disabled={fitting.length === 0 || needsAlt}
          onClick={() => {
            onConfirm({ accounts: fitting, picture, choices: platform === 'mastodon' ? choices : null });
            close();
          }}
        >
          {words.yes}
        </button>
      </div>
    </dialog>
  );
}
