import { Keyboard, Search } from 'lucide';
import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { db } from '../../utils/db/database.ts';
import { type Entry, everything, type Filter, facetsOf } from '../../utils/draft/entries.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { platformIds } from '../../utils/platform/platform.ts';

interface Props {
  /** All that there is: only what occurs on the shelf can be filtered by. */
  entries: readonly Entry[];
  filter: Filter;
  /** How many a search or filter lets through, in words; '' where nothing is narrowed. */
  found: string;
  input: RefObject<HTMLInputElement | null>;
  onFilter: (filter: Filter) => void;
  /** From the search into the list. */
  onLeave: () => void;
  onHelp: () => void;
}

/** Search and filters above the list. */
export function Tools({ entries, filter, found, input, onFilter, onLeave, onHelp }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().entries;
  const sources = useLive(() => db.sources.toArray(), []);
  const { shelf, platform, sourceId, angle } = filter;
  const facets = useMemo(() => facetsOf(entries, filter), [entries, shelf, platform, sourceId, angle]);
  const names = new Map(sources.state === 'ready' ? sources.value.map(({ id, name }) => [id, name]) : []);
  const onKeyDown = (event: KeyboardEvent) => {
    const leaves =
      event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && filter.search === '');
    if (!leaves || event.isComposing) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <search class="desk-tools">
      <div class="desk-search">
        <div class="search">
          <Icon icon={Search} />
          <input
            ref={input}
            type="search"
            aria-label={texts.desk.search}
            placeholder={texts.desk.search}
            value={filter.search}
            onInput={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
        </div>
        <IconButton label={words.keys} class="desk-keys" onClick={onHelp}>
          <Icon icon={Keyboard} size={20} />
        </IconButton>
      </div>
      <div class="desk-filters">
        <Choice
          label={texts.desk.platform}
          any={texts.desk.anyPlatform}
          value={platform}
          options={platformIds.filter((id) => facets.platforms.has(id)).map((id) => [id, catalogue[id].name])}
          onChoose={(chosen) => onFilter({ ...filter, platform: chosen })}
        />
        <Choice
          label={words.source}
          any={words.anySource}
          value={sourceId}
          options={[...facets.sources].map(([id, url]) => [id, names.get(id) ?? hostOf(url)])}
          onChoose={(chosen) => onFilter({ ...filter, sourceId: chosen })}
        />
        <Choice
          label={words.angle}
          any={words.anyAngle}
          value={angle}
          options={[...facets.angles].sort().map((id) => [id, texts.angles[id]])}
          onChoose={(chosen) => onFilter({ ...filter, angle: chosen })}
        />
      </div>
      {found !== '' && (
        <p class="desk-found">
          {found}
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              onFilter({ ...everything, shelf });
              input.current?.focus();
            }}
          >
            {texts.desk.clearFilters}
          </button>
        </p>
      )}
    </search>
  );
}

/** A filter; absent where there is nothing to choose from. */
function Choice<Id extends string>(props: {
  label: string;
  any: string;
  value: Id | null;
  options: [Id, string][];
  onChoose: (id: Id | null) => void;
}) {
  const { label, any, value, options, onChoose } = props;
  if (options.length < 2 && value === null) return null;
  return (
    <select
      class="input"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose((event.currentTarget.value || null) as Id | null)}
    >
      <option value="">{any}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What is left of a source's name once it was removed. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
