import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from './PlatformMark.tsx';

interface Props {
  platforms: PlatformId[];
  chosen: PlatformId;
  onChoose: (platform: PlatformId) => void;
  /** Id of the element that shows the chosen one. */
  controls: string;
}

/** The platforms as tabs: one in the tab order, arrows move, as the ARIA pattern asks. */
export function PlatformTabs({ platforms, chosen, onChoose, controls }: Props) {
  const texts = useTexts();
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: platforms.length - 1 }[event.key];
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const at = platforms.indexOf(chosen);
    const next = platforms[edge ?? (at + (step ?? 0) + platforms.length) % platforms.length];
    if (!next) return;
    onChoose(next);
    const tabs = event.currentTarget as HTMLElement;
    tabs.querySelector<HTMLElement>(`[data-platform="${next}"]`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={texts.composer.platforms} onKeyDown={move} tabIndex={-1}>
      {platforms.map((platform) => {
        const { name } = catalogue[platform];
        const selected = platform === chosen;
        return (
          <button
            type="button"
            role="tab"
            key={platform}
            class="tab"
            data-platform={platform}
            aria-selected={selected}
            aria-controls={controls}
            aria-label={name}
            title={name}
            tabIndex={selected ? 0 : -1}
            onClick={() => onChoose(platform)}
          >
            <PlatformMark platform={platform} size={20} />
            {selected && <span>{name}</span>}
          </button>
        );
      })}
    </div>
  );
}
