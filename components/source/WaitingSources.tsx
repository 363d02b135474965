import { useEffect, useRef, useState } from 'preact/hooks';
import { type CitySource, citySourceName } from '../../utils/source/city-source.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { CityMark } from '../ui/CityMark.tsx';

/** What came of a click on "Izinkan". */
export type Allowed = 'added' | 'refused' | 'notFound' | 'failed';

interface Props {
  waiting: readonly CitySource[];
  /** Called straight from the click: the browser shows its question only then. Never rejects. */
  onAllow: (source: CitySource) => Promise<Allowed>;
  /** The page was opened for these. */
  wanted?: boolean;
}

/** Sources that the city set; a policy may name a site, but only the official can let Jubir read it. */
export function WaitingSources({ waiting, onAllow, wanted = false }: Props) {
  const words = useLaterTexts().city;
  const box = useRef<HTMLDivElement>(null);
  const isThere = waiting.length > 0;
  useEffect(() => {
    if (isThere && wanted) box.current?.scrollIntoView();
  }, [isThere, wanted]);
  if (!isThere) return null;
  return (
    <div class="city-waits" ref={box}>
      <h3 id="sumber-kota">{words.waiting.title}</h3>
      <p class="field-help">{words.waiting.help}</p>
      <ul class="city-list" aria-labelledby="sumber-kota">
        {waiting.map((source) => (
          <Waiting key={source.url} source={source} onAllow={onAllow} />
        ))}
      </ul>
      <CityMark words={words.setByCity} />
    </div>
  );
}

function Waiting({ source, onAllow }: { source: CitySource } & Pick<Props, 'onAllow'>) {
  const texts = useTexts();
  const words = useLaterTexts().city.waiting;
  const [state, setState] = useState<'waiting' | 'looking' | Allowed>('waiting');
  const name = citySourceName(source);
  const told = state === 'waiting' || state === 'added' ? '' : words[state];
  return (
    <li>
      <div class="city-site">
        <span>
          <strong>{name}</strong> · {new URL(source.url).host}
        </span>
        <button
          type="button"
          class="button button-main"
          aria-label={words.allow(name)}
          disabled={state === 'looking'}
          onClick={() => {
            const asked = onAllow(source);
            setState('looking');
            void asked.then(setState);
          }}
        >
          {texts.sources.allow}
        </button>
      </div>
      <p role="status" class={state === 'looking' ? 'field-help' : 'field-error'}>
        {told}
      </p>
    </li>
  );
}
