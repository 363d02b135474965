import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { stamp } from '../../components/hooks/use-draft-writer.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type HandOver, send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import type { Caption } from '../../utils/caption/caption.ts';
import { plainLinkText } from '../../utils/caption/plain-link.ts';
import { type Preferred, preferredCaptions, withPreferred } from '../../utils/caption/preferred.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { isPlainLink } from '../../utils/draft/plain-link.ts';
import { compose, composeAnswer, composeSelected } from '../../utils/flow/compose.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';

/** What the official asked for, with the release that it is about. */
export type Wish = Omit<HandOver, 'platform'>;

/**
 * The captions of a release for a network: first what was asked for, then what the Humas office prefers, then those that
 * the release carries.
 */
export function useCaptions(
  release: Release | undefined,
  source: Source | undefined,
  wish: Wish,
  settings: Settings,
  lost: Draft | undefined,
  preferred: Preferred | undefined,
): (platform: PlatformId) => Caption[] {
  // As they were when the view opened: a hashtag that is remembered must not change the text under the hand.
  const [choices] = useState(settings);
  const { releaseTitle: title = '', releaseUrl: url = '' } = lost && isPlainLink(lost) ? lost : {};
  const news = wish.news ? `${wish.news.title}\n${wish.news.text}` : '';
  return useCallback(
    (platform: PlatformId) => {
      if (url) return [plain({ title, url }, platform)];
      if (!release || !source) return [];
      const humas = preferredCaptions(preferred, platform, choices.seed);
      const own = withPreferred(compose(release, source, [platform], choices), humas);
      if (wish.lead) return [composeSelected(release, source, platform, wish.lead, choices), ...own];
      if (!news) return own;
      const answer = composeAnswer(release, source, platform, news, choices);
      return [answer, ...own.filter(({ angle }) => angle !== 'counterweight')];
    },
    [release, source, choices, wish.lead, news, title, url, preferred],
  );
}

const plain = (page: { title: string; url: string }, platform: PlatformId): Caption => ({
  angle: 'summary',
  platform,
  text: plainLinkText(page, platform),
  ...{ hashtags: [], moreHashtags: [] },
});

/**
 * Lets an older draft at the angle that was asked for give way, once: the official wants these words now. What stood
 * there is kept as an earlier text.
 */
export function useFreshWords(
  { at = 0, angle, platform }: HandOver,
  drafts: readonly Draft[] | null,
  captionsFor: (platform: PlatformId) => Caption[],
): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || drafts === null || !angle || at === 0) return;
    const caption = captionsFor(platform).find((each) => each.angle === angle);
    if (!caption) return;
    done.current = true;
    const draft = drafts.find((each) => each.platform === platform && each.angle === angle);
    if (!draft || draft.updatedAt >= at || draft.text === caption.text) return;
    const { id, releaseId, releaseTitle, releaseUrl, sourceId, revision } = draft;
    const subject = { releaseId, releaseTitle, releaseUrl, sourceId, platform, angle };
    const input = stamp({ id, ...subject, text: caption.text, base: revision, step: true as const });
    send('write-draft', input).catch((error) => logFailure('fresh words', error));
  }, [drafts, captionsFor]);
}
