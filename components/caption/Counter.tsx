import { room } from '../../utils/platform/measure.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';

const radius = 8;
const around = 2 * Math.PI * radius;

/** How much of the platform's limit the text uses, by the platform's own count, and what is counted. */
export function Counter({ platform, text }: { platform: PlatformId; text: string }) {
  const texts = useTexts();
  const { used, limit, unit, fits } = room(platform, text);
  const number = new Intl.NumberFormat(texts.locale);
  const counted = [number.format(used), number.format(limit)] as const;
  const what = texts.composer.units[unit];
  return (
    <span
      class={`counter ${!fits ? 'counter-over' : ''}`}
      role="img"
      aria-label={texts.composer.countLabel(...counted, what)}
    >
      <svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle class="counter-track" cx="10" cy="10" r={radius} />
        <circle
          class="counter-used"
          cx="10"
          cy="10"
          r={radius}
          stroke-dasharray={`${Math.min(used / limit, 1) * around} ${around}`}
          transform="rotate(-90 10 10)"
        />
      </svg>
      {texts.composer.count(...counted)}
      <small class="counter-what">{what}</small>
    </span>
  );
}
