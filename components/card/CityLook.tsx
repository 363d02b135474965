import { Landmark } from 'lucide';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { type CityColours, coloursOf } from '../../utils/card/colour.ts';
import { CrestError, type CrestReason } from '../../utils/card/crest.ts';
import type { Picture } from '../../utils/card/draw.ts';
import type { Source } from '../../utils/source/source.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { contentOf } from './content.ts';
import { useCard } from './use-card.ts';

interface Props {
  source: Source;
  /** The source's crest, opened; null without one. */
  crest: Picture | null;
  /** Makes a crest of a file. @throws CrestError */
  read: (file: Blob) => Promise<string>;
  /** Null takes back. */
  onCrest: (crest: string | null) => void;
  onColours: (colours: CityColours | null) => void;
}

/** A city's crest and colours, with a card to see them on. */
export function CityLook({ source, crest, read, onCrest, onColours }: Props) {
  const texts = useLaterTexts().card.settings;
  const [failed, setFailed] = useState<CrestReason | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const colours = coloursOf(source);
  const take = (chosen: Blob) =>
    read(chosen).then(
      (address) => {
        setFailed(null);
        onCrest(address);
      },
      (error: unknown) => setFailed(error instanceof CrestError ? error.reason : 'unreadable'),
    );
  return (
    <section class="city-look" aria-labelledby={`${id}-name`} data-look={source.id}>
      <div class="city-look-fields">
        <h3 id={`${id}-name`}>{source.name}</h3>
        <div class="city-look-line">
          <span class="city-look-crest">
            {source.crest ? <img src={source.crest} alt={texts.crest} /> : <Icon icon={Landmark} size={24} />}
          </span>
          <button
            type="button"
            class="button"
            aria-describedby={`${id}-help`}
            onClick={() => file.current?.click()}
          >
            {texts.chooseCrest}
          </button>
          {source.crest && (
            <button type="button" class="button button-plain" onClick={() => onCrest(null)}>
              {texts.removeCrest}
            </button>
          )}
          <input
            ref={file}
            type="file"
            hidden
            aria-label={texts.crest}
            accept="image/png,image/jpeg,image/svg+xml,image/webp"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void take(chosen);
              event.currentTarget.value = '';
            }}
          />
        </div>
        <p class="field-help" id={`${id}-help`}>
          {texts.crestHelp}
        </p>
        {failed && (
          <p class="field-error" role="alert">
            {texts.failed[failed]}
          </p>
        )}
        <div class="city-look-line">
          {(['main', 'accent'] as const).map((which) => (
            <label class="check" key={which}>
              <input
                type="color"
                value={colours[which]}
                onChange={(event) => onColours({ ...colours, [which]: event.currentTarget.value })}
              />
              {texts[which]}
            </label>
          ))}
          {source.cardColours && (
            <button type="button" class="button button-plain" onClick={() => onColours(null)}>
              {texts.reset}
            </button>
          )}
        </div>
      </div>
      <Sample source={source} crest={crest} colours={colours} />
    </section>
  );
}

function Sample({ source, crest, colours }: { source: Source; crest: Picture | null; colours: CityColours }) {
  const { language: spoken } = useTexts();
  const { settings } = useLaterTexts().card;
  const canvas = useRef<HTMLCanvasElement>(null);
  const { main, accent } = colours;
  const content = useMemo(() => {
    const language = spoken === 'en' ? ('en' as const) : ('id' as const);
    return contentOf({ title: settings.sample, url: source.url, language, published: null }, source.name);
  }, [spoken, settings, source.name, source.url]);
  const pictures = useMemo(() => ({ photo: null, crest }), [crest]);
  const choice = useMemo(
    () => ({ format: 'square' as const, style: 'colour' as const, qr: true, colours: { main, accent } }),
    [main, accent],
  );
  useCard(canvas, content, pictures, choice);
  return <canvas ref={canvas} role="img" aria-label={settings.sampleOf(source.name)} />;
}
