import { SentPosts } from '../../components/account/SentPosts.tsx';
import '../../components/account/account.css';
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
import { sendingActions } from '../popup/use-publishing.ts';
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
      {post.route === 'api' && <OwnPost post={post} />}
      <PostDetail post={post} onAnswer={(state, link) => actions.answer(post, state, link)} />
      {!mayGoOutYet(post) && (
        <footer class="open-bar">
          <span />
          <button type="button" class="button button-large" onClick={() => actions.reopen(post)}>
            <PlatformMark platform={post.platform} />
            {texts.desk.reopen(catalogue[post.platform].name)}
          </button>
        </footer>
      )}
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

/** Whether Jubir may still send it, or may have: opened by hand as well, it would be out twice. */
const mayGoOutYet = ({ route, state }: Post): boolean =>
  route === 'api' && (state === 'prepared' || state === 'sending' || state === 'unknown');

/** A post that Jubir sends itself: how it stands on this machine, and what can be done about it. */
function OwnPost({ post }: { post: Post }) {
  const outgoing = useLive(() => db.outbox.get(post.id), [post.id]);
  if (outgoing.state !== 'ready') return null;
  return (
    <div class="own-post">
      <SentPosts sendings={[{ post, outgoing: outgoing.value ?? null }]} act={sendingActions} />
    </div>
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
