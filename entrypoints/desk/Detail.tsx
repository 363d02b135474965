import { ArrowLeft, Copy, Image, Trash2 } from 'lucide';
import { PostDetail } from '../../components/draft/PostDetail.tsx';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { PlatformMark } from '../../components/platform/PlatformMark.tsx';
import { CityNotice } from '../../components/release/CityNotice.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { changeSettings, type Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import type { Post } from '../../utils/draft/draft.ts';
import type { Entry } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { happenedSince, versionAt, versionsOf } from '../../utils/release/versions.ts';
import { ComposeScreen } from '../popup/ComposeScreen.tsx';
import { useCardScreen } from '../popup/use-card-screen.ts';
import type { DeskActions } from './use-desk-actions.ts';

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
  const card = useCardScreen();
  return (
    <>
      <div class="detail-tools">
        <button type="button" class="button detail-back" onClick={onBack}>
          <Icon icon={ArrowLeft} size={16} />
          {texts.app.back}
        </button>
        <button type="button" class="button" onClick={() => actions.copy(entry)}>
          <Icon icon={Copy} size={16} />
          {texts.desk.copy}
        </button>
        {entry.kind === 'post' && (
          <button type="button" class="button" onClick={() => card.open(entry.post)}>
            <Icon icon={Image} size={16} />
            {texts.card.make}
          </button>
        )}
        <button type="button" class="button" onClick={() => actions.remove(entry)}>
          <Icon icon={Trash2} size={16} />
          {texts.desk.delete}
        </button>
      </div>
      {entry.kind === 'draft' ? (
        <ComposeScreen
          releaseId={entry.draft.releaseId}
          initial={{ platform: entry.draft.platform, angle: entry.draft.angle }}
          settings={settings}
          place="panel"
          onServer={(mastodonServer) =>
            void changeSettings({ mastodonServer }).catch((error) => logFailure('settings', error))
          }
        />
      ) : (
        <>
          <SinceOpened post={entry.post} />
          <PostDetail post={entry.post} onAnswer={(state, link) => actions.answer(entry.post, state, link)} />
          <footer class="open-bar">
            <span />
            <button type="button" class="button button-large" onClick={() => actions.reopen(entry.post)}>
              <PlatformMark platform={entry.post.platform} />
              {texts.desk.reopen(catalogue[entry.post.platform].name)}
            </button>
          </footer>
          {card.screen && (
            <card.screen.Screen
              {...card.screen.going}
              releaseId={entry.post.releaseId}
              place="panel"
              onClose={card.close}
            />
          )}
        </>
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
