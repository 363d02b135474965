import type { PlatformId } from '../../utils/platform/platform.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Publishing } from './publishing.ts';
import { SentPosts } from './SentPosts.tsx';

interface Props {
  publishing: Publishing;
  platform: PlatformId;
  draftId: string;
}

/** That an account has to sign in again, said before anything is written for it; and what became of this draft's posts. */
export function AccountNews({ publishing, platform, draftId }: Props) {
  const own = useSendingTexts();
  const waiting = publishing.accounts.filter(
    (account) => account.platform === platform && account.state === 'attention',
  );
  return (
    <>
      {waiting.map(({ id, handle }) => (
        <Notice kind="warn" live key={id}>
          {own.publish.attention(handle)}{' '}
          <button type="button" class="button button-plain" onClick={publishing.onSettings}>
            {own.publish.toSettings}
          </button>
        </Notice>
      ))}
      <SentPosts
        sendings={publishing.sendings.filter(({ post }) => post.draftId === draftId)}
        act={publishing.act}
      />
    </>
  );
}
