import { Image } from 'lucide';
import { PostDetail } from '../../components/draft/PostDetail.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { PlatformMark } from '../../components/platform/PlatformMark.tsx';
import { CityNotice } from '../../components/release/CityNotice.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import type { Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import type { Post } from '../../utils/draft/draft.ts';
import type { Entry } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { happenedSince, versionAt, versionsOf } from '../../utils/release/versions.ts';
import { useCardScreen } from '../popup/use-card-screen.ts';
import { DraftTools } from './DraftTools.tsx';
import { EntryTools } from './EntryTools.tsx';
import { NoDraft } from './NoDraft.tsx';
import type { DeskActions } from './use-desk-actions.ts';
import { Workspace } from './Workspace.tsx';

interface Props {
  entry: Entry;
  settings: Settings;
  actions: DeskActions;
  /** Back to the list, on a narrow page. */
  onBack: () => void;
}

/** The chosen entry: a draft in the composer, a post as it went out, and what can be done with it. */
export function Detail({ entry, settings, actions, onBack }: Props) {
  const texts = useTexts();
  const { make } = useLaterTexts().card;
  const card = useCardScreen();
  if (entry.kind === 'draft') {
    const { releaseId, platform, angle } = entry.draft;
    return (
      <Workspace releaseId={releaseId} initial={{ platform, angle }} settings={settings}>
        {(draft) =>
          draft ? (
            <DraftTools key={draft.id} {...{ draft, settings, actions, onBack }} />
          ) : (
            <NoDraft onBack={onBack} />
          )
        }
      </Workspace>
    );
  }
  const { post } = entry;
  return (
    <>
      <EntryTools
        entry={entry}
        actions={actions}
        onBack={onBack}
        buttons={
          <button type="button" class="button" onClick={() => card.open(post)}>
            <Icon icon={Image} size={16} />
            {make}
          </button>
        }
      />
      <SinceOpened post={post} />
      <PostDetail post={post} onAnswer={(state, link) => actions.answer(post, state, link)} />
      <footer class="open-bar">
        <span />
        <button type="button" class="button button-large" onClick={() => actions.reopen(post)}>
          <PlatformMark platform={post.platform} />
          {texts.desk.reopen(catalogue[post.platform].name)}
        </button>
      </footer>
      {card.screen && (
        <card.screen.Screen
          {...card.screen.going}
          releaseId={post.releaseId}
          place="panel"
          onClose={card.close}
        />
      )}
    </>
  );
}

/** What the city did with the release after it was opened for this post. */
function SinceOpened({ post }: { post: Post }) {
  const live = useLive(async () => {
    const [release, versions] = await Promise.all([
      db.releases.get(post.releaseId),
      versionsOf(db, post.releaseId),
    ]);
    return { release, before: versionAt(versions, post.openedAt) };
  }, [post.releaseId, post.openedAt]);
  if (live.state !== 'ready' || !live.value.release) return null;
  const { release, before } = live.value;
  const state = happenedSince(release, post.openedAt);
  if (!state) return null;
  return (
    <div class="since-opened">
      <CityNotice release={release} state={state} before={before} since />
    </div>
  );
}
