import { ArrowDown, ArrowUp } from 'lucide';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { type PlatformId, platformIds } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { CityMark } from '../ui/CityMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PlatformMark } from './PlatformMark.tsx';

interface Props {
  /** The chosen platforms in their order. */
  chosen: PlatformId[];
  /** The platforms among which the city lets the official choose; all by default. */
  offered?: readonly PlatformId[] | undefined;
  /** Says that the city did. */
  locked?: string | undefined;
  onChange: (chosen: PlatformId[]) => void;
  /** With buttons that move a platform up and down. */
  sortable?: boolean;
}

/** Which platforms the official uses, in which order; at least one stays. */
export function PlatformPicker({ chosen, offered = platformIds, locked, onChange, sortable = false }: Props) {
  const texts = useTexts();
  const rest = offered.filter((platform) => !chosen.includes(platform));
  const all = sortable ? [...chosen, ...rest] : offered;
  const toggle = (platform: PlatformId) => {
    const next = chosen.includes(platform)
      ? chosen.filter((each) => each !== platform)
      : [...chosen, platform];
    if (next.length > 0) onChange(next);
  };
  const move = (platform: PlatformId, step: 1 | -1) => {
    const at = chosen.indexOf(platform);
    const next = chosen.toSpliced(at, 1);
    onChange(next.toSpliced(at + step, 0, platform));
  };
  return (
    <>
      <ul class={`picker ${sortable ? 'picker-sortable' : ''}`}>
        {all.map((platform) => {
          const { name } = catalogue[platform];
          const at = chosen.indexOf(platform);
          const last = at >= 0 && chosen.length === 1;
          return (
            <li key={platform} class={`picker-item ${at >= 0 ? 'picker-on' : ''}`}>
              <label title={last ? texts.options.atLeastOne : undefined}>
                <input type="checkbox" checked={at >= 0} disabled={last} onChange={() => toggle(platform)} />
                <PlatformMark platform={platform} size={20} />
                {name}
              </label>
              {sortable && at >= 0 && (
                <>
                  <IconButton
                    label={texts.options.moveUp(name)}
                    disabled={at === 0}
                    onClick={() => move(platform, -1)}
                  >
                    <Icon icon={ArrowUp} size={16} />
                  </IconButton>
                  <IconButton
                    label={texts.options.moveDown(name)}
                    disabled={at === chosen.length - 1}
                    onClick={() => move(platform, 1)}
                  >
                    <Icon icon={ArrowDown} size={16} />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {locked && <CityMark words={locked} />}
    </>
  );
}
