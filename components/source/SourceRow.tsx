import { Pause, Play, RefreshCw, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Source } from '../../utils/source/source.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { CityMark } from '../ui/CityMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ColourPicker, sourceColours } from './ColourPicker.tsx';
import { SourceState } from './SourceState.tsx';

/** What of a source the official may change by hand. */
export type SourceChange = Partial<Pick<Source, 'name' | 'colour' | 'paused'>>;

interface Props {
  source: Source;
  /** Releases of it in the archive. */
  total: number;
  /** Whether its hosts may be read. */
  allowed: boolean;
  /** Whether it is being refreshed by hand. */
  busy: boolean;
  onChange: (change: SourceChange) => void;
  onRefresh: () => void;
  onRemove: () => void;
  /** Corrects how its pages are read; absent for feeds. */
  onCorrect?: () => void;
  /** First thing in the click: the browser shows its prompt only then. */
  onAllow: () => void;
}

/** One source in the settings: its name to edit, how it is doing, and what can be done with it. */
export function SourceRow({
  source,
  total,
  allowed,
  busy,
  onChange,
  onRefresh,
  onRemove,
  onAllow,
  onCorrect,
}: Props) {
  const texts = useTexts();
  const [asking, setAsking] = useState(false);
  const { name } = source;
  const { setByCity } = useLaterTexts().city;
  const isCitys = source.city !== undefined;
  return (
    <li class="source" data-source={source.id}>
      <div class="source-head">
        <span class="source-dot" style={{ background: source.colour ?? sourceColours.green }} />
        <input
          class="source-name"
          aria-label={texts.sources.rename(name)}
          value={name}
          maxLength={80}
          readOnly={isCitys}
          onChange={(event) => {
            const next = event.currentTarget.value.trim();
            if (next && next !== name) onChange({ name: next });
            else event.currentTarget.value = name;
          }}
        />
        <IconButton
          label={texts.options.refreshNow}
          disabled={busy || source.paused === true}
          onClick={onRefresh}
        >
          <Icon icon={RefreshCw} size={16} class={busy ? 'spin' : ''} />
        </IconButton>
        {!isCitys && (
          <>
            <IconButton
              label={source.paused ? texts.sources.resume : texts.sources.pause}
              onClick={() => onChange({ paused: !source.paused })}
            >
              <Icon icon={source.paused ? Play : Pause} size={16} />
            </IconButton>
            <IconButton
              label={texts.sources.remove}
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              <Icon icon={Trash2} size={16} />
            </IconButton>
          </>
        )}
      </div>
      <p class="field-help">
        {new URL(source.url).host}
        {source.foundBy && ` · ${texts.sources.foundBy[source.foundBy]}`}
      </p>
      {isCitys && <CityMark words={setByCity} />}
      <SourceState source={source} total={total} allowed={allowed} onAllow={onAllow} />
      <ColourPicker chosen={source.colour} label={name} onChoose={(colour) => onChange({ colour })} />
      {source.cityRecipe && <p class="field-help">{texts.sources.setByCity}</p>}
      {onCorrect && (
        <button type="button" class="button button-plain source-correct" onClick={onCorrect}>
          {texts.sources.correct}
        </button>
      )}
      {asking && (
        <div class="source-ask" role="alertdialog" aria-label={texts.sources.removeAsk(name)}>
          <p>{texts.sources.removeAsk(name)}</p>
          <div class="sheet-actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {texts.app.cancel}
            </button>
            <button type="button" class="button button-main" onClick={onRemove}>
              {texts.sources.remove}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
