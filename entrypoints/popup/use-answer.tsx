import { useMemo, useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { phrasesFor } from '../../utils/caption/phrases.ts';
import type { News } from '../../utils/flow/share-page.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { answerable } from '../../utils/platform/reply.ts';

/**
 * What an answer to a news text adds to the composer: its address as a line to take up, in the release's language; and,
 * where it is a post, the choice to open the answer as a reply to it.
 */
export function useAnswer(news: News | undefined, language: 'id' | 'en') {
  const { reply } = useLaterTexts().page;
  const post = useMemo(() => (news ? answerable(news.url) : null), [news?.url]);
  const [replying, setReplying] = useState(true);
  const lines = useMemo(
    () => (news && !post ? [`${phrasesFor(language).answering}${news.url}`] : []),
    [news?.url, post, language],
  );
  return {
    lines,
    replyTo: (platform: PlatformId) => (replying && post?.platform === platform ? post.url : undefined),
    aside: post && (
      <label class="check">
        <input
          type="checkbox"
          checked={replying}
          onChange={({ currentTarget }) => setReplying(currentTarget.checked)}
        />
        {reply[post.platform](catalogue[post.platform].name)}
      </label>
    ),
  };
}
