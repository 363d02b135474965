import { useRef, useState } from 'preact/hooks';
import type { Source } from '../../utils/source/source.ts';
import { useTexts } from '../hooks/texts.ts';
import { type Look, LookTrouble } from './LookTrouble.tsx';
import { Suggestions } from './Suggestions.tsx';
import { WayPicker } from './WayPicker.tsx';

interface Props {
  /** Cities that need no looking for. */
  presets: readonly Source[];
  /**
   * Asks for the permission as its first statement, then looks. Called straight from the click.
   * Never rejects: every outcome is a `Look`.
   */
  look: (address: string) => Promise<Look>;
  /** Called straight from the click: its pictures' hosts may need a permission too. */
  onAdd: (source: Source) => void;
  /** Addresses that wait to be looked at, for instance from an imported file. */
  waiting?: string[];
}

/** Adds a source by its address: nothing is stored before the official has seen its releases. */
export function AddSource({ presets, look, onAdd, waiting = [] }: Props) {
  const texts = useTexts();
  const [address, setAddress] = useState('');
  const [looking, setLooking] = useState(false);
  const [seen, setSeen] = useState<Look | null>(null);
  const [chosen, setChosen] = useState(0);
  const [name, setName] = useState('');

  /** The look under way: one that was overtaken by another must not show as its answer. */
  const latest = useRef<Promise<Look> | null>(null);

  const start = (wanted: string) => {
    const result = look(wanted);
    latest.current = result;
    setLooking(true);
    setSeen(null);
    setChosen(0);
    void result.then((found) => {
      if (latest.current !== result) return;
      setLooking(false);
      setSeen(found);
      if (found.state === 'found') setName(found.ways[0]?.source.name ?? '');
    });
  };
  const suggest = (next: string) => {
    setAddress(next);
    start(next);
  };
  const way = seen?.state === 'found' ? seen.ways[chosen] : undefined;

  return (
    <div class="add-source">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!looking) start(address);
        }}
      >
        <div class="field">
          <label for="source-address">{texts.sources.address}</label>
          <div class="server-line">
            <input
              id="source-address"
              class="input"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              value={address}
              aria-describedby="source-address-help"
              aria-invalid={seen?.state === 'bad-address'}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
            <button type="submit" class="button button-main" disabled={looking}>
              {texts.sources.find}
            </button>
          </div>
          <p class="field-help" id="source-address-help">
            {texts.sources.addressHelp}
          </p>
        </div>
      </form>
      <div class="field">
        <label for="source-preset">{texts.sources.preset}</label>
        <select
          id="source-preset"
          class="input"
          disabled={looking}
          value=""
          onChange={(event) => {
            const preset = presets.find((each) => each.id === event.currentTarget.value);
            if (!preset) return;
            setAddress(new URL(preset.url).host);
            start(preset.url);
          }}
        >
          <option value="">{texts.sources.presetNone}</option>
          {presets.map((preset) => (
            <option key={preset.id} value={preset.id}>
              {preset.name}
              {preset.seen === 'never-live' ? ` (${texts.sources.presetUnseen})` : ''}
            </option>
          ))}
        </select>
      </div>
      <Suggestions words={texts.sources.toLook} addresses={waiting} onChoose={suggest} />
      {looking && <p role="status">{texts.sources.finding(address)}</p>}
      {seen && seen.state !== 'found' && <LookTrouble seen={seen} />}
      {seen && 'otherHosts' in seen && (
        <Suggestions words={texts.sources.elsewhere} addresses={seen.otherHosts} onChoose={suggest} />
      )}
      {seen?.state === 'found' && way && (
        <>
          <p role="status">
            <strong>{texts.sources.found(seen.host)}</strong>
          </p>
          <WayPicker ways={seen.ways} chosen={chosen} now={Date.now()} onChoose={setChosen} />
          <div class="field">
            <label for="source-name">{texts.sources.name}</label>
            <input
              id="source-name"
              class="input"
              value={name}
              maxLength={80}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </div>
          <div class="sheet-actions">
            <button
              type="button"
              class="button button-main button-large"
              onClick={() => onAdd({ ...way.source, name: name.trim() || way.source.name })}
            >
              {texts.sources.confirm}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
