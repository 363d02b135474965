import { Search } from 'lucide';
import { useTexts } from '../../components/hooks/texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import type { Filter } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { type PlatformId, platformIds } from '../../utils/platform/platform.ts';

interface Props {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Search and the platform filter above the list. */
export function Tools({ filter, onFilter }: Props) {
  const texts = useTexts();
  return (
    <search class="desk-tools">
      <div class="search">
        <Icon icon={Search} />
        <input
          type="search"
          aria-label={texts.desk.search}
          placeholder={texts.desk.search}
          value={filter.search}
          onInput={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        />
      </div>
      <select
        class="input"
        aria-label={texts.desk.platform}
        value={filter.platform ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, platform: (event.currentTarget.value || null) as PlatformId | null })
        }
      >
        <option value="">{texts.desk.anyPlatform}</option>
        {platformIds.map((platform) => (
          <option key={platform} value={platform}>
            {catalogue[platform].name}
          </option>
        ))}
      </select>
    </search>
  );
}
