import { ArrowLeft } from 'lucide';
import { useTexts } from '../../components/hooks/texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { changeSettings, type Settings } from '../../utils/browser/settings.ts';
import { ComposeScreen } from '../popup/ComposeScreen.tsx';

interface Props {
  releaseId: string;
  settings: Settings;
  /** Back to the list, on a narrow page. */
  onBack: () => void;
}

/** A release of the archive in the composer. */
export function ReleaseDetail({ releaseId, settings, onBack }: Props) {
  const texts = useTexts();
  return (
    <>
      <div class="detail-tools detail-tools-narrow">
        <button type="button" class="button detail-back" onClick={onBack}>
          <Icon icon={ArrowLeft} size={16} />
          {texts.app.back}
        </button>
      </div>
      <ComposeScreen
        releaseId={releaseId}
        initial={{ platform: settings.platforms[0] ?? 'x' }}
        settings={settings}
        place="panel"
        onServer={(mastodonServer) =>
          void changeSettings({ mastodonServer }).catch((error) => logFailure('settings', error))
        }
      />
    </>
  );
}
