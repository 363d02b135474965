import { moment } from '../../utils/browser/i18n.ts';
import type { Release } from '../../utils/release/release.ts';
import type { ReleaseState, ReleaseVersion } from '../../utils/release/versions.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { ReleaseChange } from './ReleaseChange.tsx';

interface Props {
  release: Release;
  /** What happened to it. */
  state: ReleaseState;
  /** What it said before its last change, if that is kept. */
  before: ReleaseVersion | null;
  /** That it happened after the official had opened it, where this is told of a draft or post. */
  since?: boolean;
  onUnderstood?: () => void;
}

/** What the city did with a release after publishing it; a change can be read word for word. */
export function CityNotice({ release, state, before, since = false, onUnderstood }: Props) {
  const texts = useTexts();
  if (state !== 'changed') {
    return (
      <Notice kind="warn" live>
        {state === 'withdrawn' ? texts.states.withdrawnHelp : texts.states.suspiciousHelp}
      </Notice>
    );
  }
  const when = moment(texts, release.changedAt ?? 0, Date.now());
  return (
    <ReleaseChange
      release={release}
      before={before}
      words={since ? texts.states.sinceOpened(when) : texts.states.changedHelp(when)}
      {...(onUnderstood && { onUnderstood })}
    />
  );
}
