import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Angle, Caption } from '../../utils/caption/caption.ts';
import type { Mark } from '../../utils/check/check.ts';
import type { Draft, Revision } from '../../utils/draft/draft.ts';
import type { DraftInput, Written } from '../../utils/draft/writing.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { AccountNews } from '../account/AccountNews.tsx';
import type { Publishing } from '../account/publishing.ts';
import { PlatformTabs } from '../platform/PlatformTabs.tsx';
import { ServerField } from '../platform/ServerField.tsx';
import { ReleaseText } from '../release/ReleaseText.tsx';
import { AnglePicker } from './AnglePicker.tsx';
import { ComposerHead } from './ComposerHead.tsx';
import { DraftBox } from './DraftBox.tsx';
import { EarlierTexts } from './EarlierTexts.tsx';
import { Hashtags } from './Hashtags.tsx';
import { OwnLines } from './OwnLines.tsx';
import { Rewrite } from './Rewrite.tsx';
import { accountsOn, SendBar } from './SendBar.tsx';
import { Thread } from './Thread.tsx';
import { useComposer } from './use-composer.ts';
import { type PictureWays, useDraftPicture } from './use-draft-picture.ts';
import { type Known, useFindings } from './use-findings.ts';
import { useThread } from './use-thread.ts';
import { Warnings } from './Warnings.tsx';

export interface ComposerProps {
  release: Release;
  /** Name of the release's source, shown with its text. */
  sourceName: string;
  /** The release's drafts as stored, newest input first. */
  drafts: Draft[];
  /** Where this release was opened or posted before. */
  shared: Partial<Record<PlatformId, 'opened' | 'posted'>>;
  known: Known;
  platforms: PlatformId[];
  mastodonServer: string | null;
  initial: { platform: PlatformId; angle?: Angle };
  captionsFor: (platform: PlatformId) => Caption[];
  write: (input: DraftInput) => Promise<Written>;
  pictures: PictureWays;
  /** A draft's earlier texts, newest first. */
  revisionsOf: (draftId: string) => Promise<Revision[]>;
  /** The official's own lines, from the settings. */
  lines: readonly string[];
  /** The official switched a hashtag on or off. */
  onHashtag: (hashtag: string, on: boolean) => void;
  /** Copies where the route asks for it, records and opens, with `first` where the draft is a thread. Rejects when nothing opened. */
  open: (draft: DraftInput, first?: string) => Promise<void>;
  /** Offers it to the system's share sheet and records it; absent where there is none. */
  share?: ((draft: DraftInput) => Promise<void>) | undefined;
  onServer: (server: string | null) => void;
  /** Posting from the official's own accounts; absent while these are read. */
  publishing?: Publishing | undefined;
  /** Asks the language model that the official set up; absent where there is none, or none for this language. */
  rewrite?: (text: string, platform: PlatformId) => Promise<string>;
  /** What the city did with the release since, to be read before all else. */
  notice?: ComponentChildren;
  /** What could not be done as it was asked, said once. */
  aside?: ComponentChildren;
  /** Tells which text is in view, so that a panel can take over. */
  onView?: (view: { platform: PlatformId; angle: Angle }) => void;
  onBack?: () => void;
}

/** The composer view: one thing to do, the text; angles above it, checks below, one button. */
export function Composer(props: ComposerProps) {
  const { release, platforms, mastodonServer, publishing, onBack } = props;
  const composer = useComposer(props);
  const { platform, angle, text } = composer;
  const [reading, setReading] = useState(false);
  props.onView?.({ platform, angle });

  const tabs = platforms.includes(platform) ? platforms : [...platforms, platform];
  const box = useRef<HTMLTextAreaElement>(null);
  const checked = useFindings({
    ...{ composer, release, shared: props.shared[platform] ?? null },
    // What the city did is told by the notice above, with what changed.
    known: props.notice ? { ...props.known, state: null } : props.known,
  });
  const select = ({ start, end }: Mark) => {
    box.current?.focus();
    box.current?.setSelectionRange(start, end);
  };
  const thread = useThread(platform, text, release.url);
  const picture = useDraftPicture(composer, props.pictures);
  const posts = accountsOn(publishing, platform).length > 0;
  const noServer = platform === 'mastodon' && mastodonServer === null;

  return (
    <section class="composer" aria-labelledby="composer-title">
      <ComposerHead title={release.title} {...(onBack && { onBack })} />
      <PlatformTabs
        platforms={tabs}
        chosen={platform}
        onChoose={composer.choosePlatform}
        controls="composer-sheet"
      />
      <div class="composer-sheet" id="composer-sheet" role="tabpanel" aria-labelledby="composer-title">
        {props.notice}
        {props.aside}
        {publishing && <AccountNews {...{ publishing, platform }} draftId={composer.draftId} />}
        {composer.captions.length > 0 && (
          <AnglePicker
            {...{ angles: composer.angles, chosen: angle, isEdited: composer.isEdited }}
            isFromHumas={composer.isFromHumas}
            onChoose={composer.chooseAngle}
          />
        )}
        <DraftBox {...{ composer, checked, box, release, picture, posts }} />
        <Hashtags
          {...{ text, hashtags: composer.hashtags, onSwitch: props.onHashtag }}
          onChange={(changed) => checked.replace(changed)}
        />
        <OwnLines {...{ text, platform, lines: props.lines }} onChange={(now) => checked.replace(now)} />
        {props.rewrite && (
          <Rewrite
            {...{ text, platform, angle, rewrite: props.rewrite, byModel: composer.model }}
            language={release.language}
            onUse={(answer) => checked.replace(answer, true)}
          />
        )}
        <Thread thread={thread} platform={platform} />
        {composer.draft && (
          <EarlierTexts
            draft={composer.draft}
            lang={release.language}
            read={props.revisionsOf}
            onUse={(revision) => checked.replace(revision.text, revision.model === true)}
          />
        )}
        <Warnings findings={checked.findings} text={checked.text} onMend={checked.mend} onSelect={select} />
        {noServer && !posts && <ServerField server={null} onSave={props.onServer} button />}
        <ReleaseText
          release={release}
          sourceName={props.sourceName}
          open={reading}
          onToggle={() => setReading(!reading)}
        />
      </div>
      <SendBar
        {...{ composer, checked, thread, picture, publishing, noServer }}
        {...{ lang: release.language, seen: props.known.state }}
        {...{ open: props.open, share: props.share }}
      />
    </section>
  );
}
