import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Checked, check, type Finding } from '../../utils/check/check.ts';
import { type CheckRules, ruled } from '../../utils/check/rules.ts';
import type { Wording } from '../../utils/draft/draft.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { movedMarks } from './moved-marks.ts';
import type { useComposer } from './use-composer.ts';

/** What the checks compare a text with. */
export interface Known extends Pick<Checked, 'facts' | 'state' | 'now' | 'campaignWords' | 'own'> {
  /** How serious the city wants each kind of finding. */
  rules?: CheckRules | undefined;
  /** The official's own posts, newest first, on every platform. */
  lastPosts: readonly { text: string; platform: PlatformId; releaseId: string }[];
}

interface Given {
  composer: Pick<
    ReturnType<typeof useComposer>,
    'platform' | 'angle' | 'text' | 'type' | 'replace' | 'settle' | 'undo'
  >;
  release: Release;
  known: Known;
  shared: Checked['shared'];
}

/** The hand rests this long, in milliseconds, before the text is checked: nothing flickers under a half-typed word. */
const settles = 300;

/**
 * The findings of the text in view, and the composer's ways of changing it. While the hand is typing the findings
 * stay as they were; any other change (another platform or angle, a mend, a hashtag) is checked at once.
 */
export function useFindings({ composer, release, known, shared }: Given) {
  const { platform, angle, text } = composer;
  const id = `${platform} ${angle}`;
  const { facts, state, now, campaignWords, own, rules } = known;
  const publishedAt = release.published?.at ?? null;
  const lastPosts = useMemo(
    () => known.lastPosts.filter((post) => post.platform === platform && post.releaseId !== release.id),
    [known.lastPosts, platform, release.id],
  );
  const checkNow = () => {
    const about = { facts, state, now, campaignWords, own, publishedAt, lastPosts, shared };
    return { findings: ruled(check({ text, platform, link: release.url, ...about }), rules), text };
  };

  const [typing, setTyping] = useState<string | null>(null);
  const isTyping = typing === id;
  const shown = useRef<{ findings: Finding[]; text: string }>({ findings: [], text: '' });
  const fresh = useMemo(
    () => (isTyping ? null : checkNow()),
    [
      isTyping,
      id,
      text,
      facts,
      state,
      now,
      campaignWords,
      own,
      publishedAt,
      lastPosts,
      shared,
      release.url,
      rules,
    ],
  );
  if (fresh) shown.current = fresh;
  useEffect(() => {
    if (!isTyping) return;
    const timer = setTimeout(() => setTyping(null), settles);
    return () => clearTimeout(timer);
  }, [isTyping, text]);

  const put = (change: () => void) => {
    setTyping(null);
    change();
  };
  const { current } = shown;
  return {
    ...current,
    /** The places in the present text that the findings are about. */
    marks: movedMarks(
      current.findings.flatMap(({ marks }) => marks),
      current.text,
      text,
    ),
    type: (content: string) => {
      setTyping(id);
      composer.type(content);
    },
    replace: (content: string, byModel?: boolean) => put(() => composer.replace(content, byModel)),
    settle: (chosen: Wording) => put(() => composer.settle(chosen)),
    undo: () => put(composer.undo),
    /** Does a mend of a finding, to the text as it is by now. */
    mend: (finding: Finding, mend: number) => {
      const { findings } = text === current.text ? current : checkNow();
      const reason = JSON.stringify(finding.reason);
      const mended = findings.find((one) => JSON.stringify(one.reason) === reason)?.mends[mend]?.text;
      put(() => mended !== undefined && composer.replace(mended));
    },
  };
}
