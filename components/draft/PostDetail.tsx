import { CircleCheck, CircleHelp, CircleX, ExternalLink } from 'lucide';
import { useState } from 'preact/hooks';
import { clock, longDate } from '../../utils/browser/i18n.ts';
import type { Post, PostState } from '../../utils/draft/draft.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { PostQuestion } from './PostQuestion.tsx';

interface Props {
  post: Post;
  onAnswer: (state: 'posted' | 'not-posted', link: string | null) => void;
}

const icons = {
  opened: ExternalLink,
  posted: CircleCheck,
  'not-posted': CircleX,
  failed: CircleX,
  unknown: CircleHelp,
  prepared: CircleHelp,
  sending: ExternalLink,
  removed: CircleX,
};

/** A post as it went out: the exact text, what happened to it, and the question if it is still open. */
export function PostDetail({ post, onAnswer }: Props) {
  const texts = useTexts();
  const own = useSendingTexts();
  const { takenBack } = useLaterTexts().entries;
  const [asking, setAsking] = useState(true);
  const { name } = catalogue[post.platform];
  const words: Record<PostState, string> = {
    opened: texts.desk.wasOpened(name),
    posted: texts.desk.wasPosted,
    'not-posted': texts.desk.wasNotPosted,
    failed: texts.drafts.failed,
    unknown: texts.drafts.unknown,
    prepared: own.sends.prepared,
    sending: own.sends.sending,
    removed: own.sends.removed,
  };
  return (
    <article class="post">
      <header>
        <h2>{post.releaseTitle}</h2>
        <p class="post-meta">
          {name} · {longDate(texts, post.openedAt)}{' '}
          <a href={post.releaseUrl} target="_blank" rel="noreferrer">
            {texts.composer.openRelease}
          </a>
        </p>
      </header>
      {post.state === 'opened' && asking && (
        <PostQuestion
          question={{ postId: post.id, platform: post.platform, releaseTitle: post.releaseTitle }}
          onAnswer={onAnswer}
          onLater={() => setAsking(false)}
        />
      )}
      <h3>{post.route === 'api' ? own.publish.sent.text : texts.desk.exactText}</h3>
      <p class="post-text">{post.text}</p>
      {post.picture && <p class="post-meta">{own.picture.sentWith(post.picture.alt)}</p>}
      {post.model && <p class="post-meta">{texts.model.inBox}</p>}
      {post.link && (
        <a class="post-link" href={post.link} target="_blank" rel="noreferrer">
          {post.link} <Icon icon={ExternalLink} size={14} />
        </a>
      )}
      <h3>{texts.desk.historyOf}</h3>
      <ol class="post-changes">
        {post.changes.map((change, at) => (
          <li key={`${change.by} ${change.n}`}>
            <Icon icon={icons[change.state]} size={16} />
            <span>
              {clock(texts, change.at)}{' '}
              {at > 0 && change.state === 'opened' ? takenBack : words[change.state]}
            </span>
          </li>
        ))}
        {post.state === 'opened' && (
          <li>
            <Icon icon={CircleHelp} size={16} />
            <span>{texts.desk.waits}</span>
          </li>
        )}
      </ol>
    </article>
  );
}
