import type { DraftInput } from '../../utils/draft/writing.ts';
import type { ReleaseState } from '../../utils/release/versions.ts';
import { PublishBar } from '../account/PublishBar.tsx';
import type { Publishing } from '../account/publishing.ts';
import { OpenBar } from './OpenBar.tsx';
import type { useComposer } from './use-composer.ts';
import type { useDraftPicture } from './use-draft-picture.ts';
import type { useFindings } from './use-findings.ts';
import type { useThread } from './use-thread.ts';

interface Props {
  composer: ReturnType<typeof useComposer>;
  checked: ReturnType<typeof useFindings>;
  thread: ReturnType<typeof useThread>;
  picture: ReturnType<typeof useDraftPicture>;
  publishing?: Publishing | undefined;
  lang: string;
  seen: ReleaseState | null;
  noServer: boolean;
  open: (draft: DraftInput, first?: string) => Promise<void>;
  share?: ((draft: DraftInput) => Promise<void>) | undefined;
}

/** The way out of the composer: from an account of the official's own where there is one, else by the platform's page. */
export function SendBar(props: Props) {
  const { composer, checked, thread, picture, publishing, noServer } = props;
  const { platform, text } = composer;
  const empty = text.trim() === '';
  const open = () => props.open(composer.handed(), thread.posts?.[0]);
  const { share } = props;
  const onShare = share && (() => share(composer.handed()));
  const accounts = accountsOn(publishing, platform);
  if (!publishing || accounts.length === 0) {
    const disabled = empty || noServer;
    return <OpenBar key={platform} {...{ platform, disabled, onShare }} onOpen={open} />;
  }
  return (
    <PublishBar
      key={platform}
      platform={platform}
      accounts={accounts}
      publishing={publishing}
      parts={thread.posts ?? [text]}
      thread={thread.posts !== null}
      picture={picture.picture && { ...picture.picture, file: picture.file }}
      onDescribe={picture.describe}
      lang={props.lang}
      warnings={checked.findings.length}
      seen={props.seen}
      disabled={empty}
      cannotOpen={noServer}
      handed={composer.handed}
      onOpen={open}
      onShare={onShare}
    />
  );
}

/** The accounts of a platform that may post. */
export const accountsOn = (publishing: Publishing | undefined, platform: string) =>
  publishing?.accounts.filter((account) => account.platform === platform && account.state === 'ok') ?? [];
