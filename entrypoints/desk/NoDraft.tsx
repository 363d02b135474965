import { ArrowLeft } from 'lucide';
import { useTexts } from '../../components/hooks/texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';

/** In the place of a draft's tools while the text in view is still the suggestion. */
export function NoDraft({ onBack }: { onBack: () => void }) {
  const texts = useTexts();
  return (
    <div class="detail-tools">
      <button type="button" class="button detail-back" onClick={onBack}>
        <Icon icon={ArrowLeft} size={16} />
        {texts.app.back}
      </button>
      <p class="detail-hint">{texts.detail.onlySuggestion}</p>
    </div>
  );
}
