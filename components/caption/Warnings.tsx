import type { Finding } from '../../utils/check/check.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  findings: Finding[];
  platform: PlatformId;
  /** Puts a mended text in place of the present one. */
  onMend: (text: string) => void;
}

/** What to look at before it goes out, each with its mend where one tap is enough. */
export function Warnings({ findings, platform, onMend }: Props) {
  const texts = useTexts();
  const { name } = catalogue[platform];
  const say = (finding: Finding): string => {
    switch (finding.kind) {
      case 'too-long':
        return texts.checks.tooLong(finding.over, name);
      case 'no-link':
        return texts.checks.noLink;
      case 'too-many-hashtags':
        return texts.checks.tooManyHashtags(finding.limit, name);
      case 'already-shared':
        return texts.checks.alreadyShared[finding.state](name);
    }
  };
  return (
    <div class="warnings" role="status">
      {findings.map((finding) => (
        <Notice kind="warn" key={finding.kind}>
          {say(finding)}
          {finding.kind === 'no-link' && (
            <button type="button" class="button button-plain" onClick={() => onMend(finding.mended)}>
              {texts.checks.addLink}
            </button>
          )}
        </Notice>
      ))}
    </div>
  );
}
