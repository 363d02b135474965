import { ArrowLeft, RotateCcw, Undo2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Angle, Caption } from '../../utils/caption/caption.ts';
import { check } from '../../utils/check/check.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/history.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformTabs } from '../platform/PlatformTabs.tsx';
import { ServerField } from '../platform/ServerField.tsx';
import { ReleaseText } from '../release/ReleaseText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AnglePicker } from './AnglePicker.tsx';
import { Counter } from './Counter.tsx';
import { EarlierTexts } from './EarlierTexts.tsx';
import { Hashtags } from './Hashtags.tsx';
import { OpenBar } from './OpenBar.tsx';
import { SaveMark } from './SaveMark.tsx';
import { useComposer } from './use-composer.ts';
import { Warnings } from './Warnings.tsx';

export interface ComposerProps {
  release: Release;
  /** Name of the release's source, shown with its text. */
  sourceName: string;
  /** The release's drafts as stored, newest input first. */
  drafts: Draft[];
  /** Where this release was opened or posted before. */
  shared: Partial<Record<PlatformId, 'opened' | 'posted'>>;
  platforms: PlatformId[];
  mastodonServer: string | null;
  initial: { platform: PlatformId; angle?: Angle };
  captionsFor: (platform: PlatformId) => Caption[];
  write: (input: DraftInput) => Promise<{ revision: number }>;
  /** Copies where the route asks for it, records and opens. Rejects when nothing opened. */
  open: (draft: DraftInput) => Promise<void>;
  onServer: (server: string | null) => void;
  /** What the city did with the release since, to be read before all else. */
  notice?: ComponentChildren;
  /** Tells which text is in view, so that a panel can take over. */
  onView?: (view: { platform: PlatformId; angle: Angle }) => void;
  onBack?: () => void;
}

/** The composer view: one thing to do, the text; angles above it, checks below, one button. */
export function Composer(props: ComposerProps) {
  const { release, platforms, mastodonServer, onBack } = props;
  const texts = useTexts();
  const composer = useComposer(props);
  const { platform, angle, text } = composer;
  const [reading, setReading] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed to come here is gone: without this the keyboard would start outside of the page.
  useEffect(() => {
    if (onBack) title.current?.focus();
  }, [onBack !== undefined]);
  props.onView?.({ platform, angle });

  const tabs = platforms.includes(platform) ? platforms : [...platforms, platform];
  const findings = check({ text, platform, link: release.url, shared: props.shared[platform] ?? null });
  const needsServer = platform === 'mastodon' && mastodonServer === null;
  const { caption } = composer;

  return (
    <section class="composer" aria-labelledby="composer-title">
      <header class="composer-head">
        {onBack && (
          <IconButton label={texts.app.back} onClick={onBack}>
            <Icon icon={ArrowLeft} />
          </IconButton>
        )}
        <h1 id="composer-title" ref={title} tabIndex={-1} title={release.title}>
          {release.title}
        </h1>
      </header>
      <PlatformTabs
        platforms={tabs}
        chosen={platform}
        onChoose={composer.choosePlatform}
        controls="composer-sheet"
      />
      <div class="composer-sheet" id="composer-sheet" role="tabpanel" aria-labelledby="composer-title">
        {props.notice}
        {composer.captions.length > 0 && (
          <AnglePicker
            angles={composer.captions.map((each) => each.angle)}
            chosen={angle}
            isEdited={composer.isEdited}
            onChoose={composer.chooseAngle}
          />
        )}
        <div class="box">
          <textarea
            aria-label={texts.composer.text(catalogue[platform].name)}
            value={text}
            rows={7}
            lang={release.language}
            onInput={(event) => composer.type(event.currentTarget.value)}
          />
          <div class="box-foot">
            <IconButton label={texts.app.undo} disabled={!composer.canUndo} onClick={composer.undo}>
              <Icon icon={Undo2} size={16} />
            </IconButton>
            {composer.suggestion !== '' && text !== composer.suggestion && (
              <IconButton label={texts.composer.reset} onClick={() => composer.replace(composer.suggestion)}>
                <Icon icon={RotateCcw} size={16} />
              </IconButton>
            )}
            <span class="box-state">
              <SaveMark state={composer.saveState} />
              <Counter platform={platform} text={text} />
            </span>
          </div>
        </div>
        <Hashtags
          hashtags={[...(caption?.hashtags ?? []), ...(caption?.moreHashtags ?? [])]}
          text={text}
          onChange={composer.replace}
        />
        <EarlierTexts texts={composer.earlier} onUse={composer.replace} />
        <Warnings findings={findings} platform={platform} onMend={composer.replace} />
        {needsServer && <ServerField server={null} onSave={props.onServer} button />}
        <ReleaseText
          release={release}
          sourceName={props.sourceName}
          open={reading}
          onToggle={() => setReading(!reading)}
        />
      </div>
      <OpenBar
        key={platform}
        platform={platform}
        disabled={text.trim() === '' || needsServer}
        onOpen={() => props.open(composer.handed())}
      />
    </section>
  );
}
