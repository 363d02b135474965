import { ago } from '../../utils/browser/i18n.ts';
import type { ReadItem, Source } from '../../utils/source/source.ts';
import { useTexts } from '../hooks/texts.ts';

/** One way of reading a site, as the detector found it. */
export interface Way {
  /** Ready to be stored. */
  source: Source;
  /** From 0 to 1: how sure the detector is. */
  confidence: number;
  /** The newest releases, as read. */
  items: ReadItem[];
}

interface Props {
  /** Best first. */
  ways: Way[];
  /** Index of the chosen one. */
  chosen: number;
  /** Epoch milliseconds. */
  now: number;
  onChoose: (index: number) => void;
}

const sureness = (confidence: number): 'high' | 'middle' | 'low' =>
  confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low';

/** What tells the ways of one site apart: "/?feed=rss2". */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** The ways found, best first, and the five newest releases of the chosen one as they will appear. */
export function WayPicker({ ways, chosen, now, onChoose }: Props) {
  const texts = useTexts();
  const way = ways[chosen];
  return (
    <>
      <fieldset class="ways">
        <legend>{texts.sources.ways}</legend>
        {ways.map(({ source, confidence }, index) => (
          <label key={`${source.kind} ${source.url}`} class="way">
            <input type="radio" name="way" checked={index === chosen} onChange={() => onChoose(index)} />
            <span>
              {source.foundBy && texts.sources.foundBy[source.foundBy]}
              <small class="field-help">
                {texts.sources.sure[sureness(confidence)]} · {pathOf(source.url)}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {way && (
        <div class="preview">
          <h3>{texts.sources.preview}</h3>
          <ol>
            {way.items.slice(0, 5).map((item) => (
              <li key={`${item.url} ${item.title}`}>
                <strong>{item.title}</strong>
                <span class="field-help">
                  {way.source.name} · {ago(texts, item.published, now)}
                </span>
                {item.paragraphs[0] && <p>{item.paragraphs[0]}</p>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}
