import { ArrowLeft } from 'lucide';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';

/** In the place of a draft's tools while the text in view is still the suggestion. */
export function NoDraft({ onBack }: { onBack: () => void }) {
  const texts = useTexts();
  const { detail } = useLaterTexts();
  return (
    <div class="detail-tools">
      <button type="button" class="button detail-back" onClick={onBack}>
        <Icon icon={ArrowLeft} size={16} />
        {texts.app.back}
      </button>
      <p class="detail-hint">{detail.onlySuggestion}</p>
    </div>
  );
}
