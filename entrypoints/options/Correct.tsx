import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/hooks/texts.ts';
import { PointRecipe } from '../../components/source/PointRecipe.tsx';
import { type Way, WayPicker } from '../../components/source/WayPicker.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { bounds } from '../../utils/source/bounds.ts';
import { downloadText } from '../../utils/source/download.ts';
import {
  type Picks,
  type Pointed,
  PointingError,
  recipeFromPointing,
} from '../../utils/source/recognise/pointing.ts';
import type { Download, Recipe, Source } from '../../utils/source/source.ts';
import { htmlToParagraphs } from '../../utils/source/text.ts';

interface Props {
  source: Source;
  onDone: (recipe: Recipe) => void;
  onCancel: () => void;
}

/** A page's lines are many; what is pointed at stands among the first. */
const linesShown = 400;

async function page(url: string, hosts: string[]): Promise<Download> {
  const download = await downloadText(url, { hosts, maxBytes: bounds.pageBytes });
  if (download === 'not-modified') throw new Error('304 to an unconditional request');
  return download;
}

/** Corrects how a source's pages are read: a title and a date on the listing, then a paragraph of a release. */
export function Correct(props: Props) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // It opens below all sources, often out of view of the button that was pressed.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="correct">
      <h3 ref={heading} tabIndex={-1}>
        {texts.sources.correct}: {props.source.name}
      </h3>
      <Steps {...props} />
    </div>
  );
}

function Steps({ source, onDone, onCancel }: Props) {
  const texts = useTexts();
  const [listing, setListing] = useState<Download | null>(null);
  const [release, setRelease] = useState<Download | null>(null);
  const [picks, setPicks] = useState<Partial<Picks>>({});
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [dated, setDated] = useState(true);
  const [trouble, setTrouble] = useState<string | null>(null);

  useEffect(() => {
    page(source.url, source.hosts).then(setListing, (error) => {
      logFailure('correct', error);
      setTrouble(texts.point.noPage);
    });
  }, [source, texts]);

  const step = !picks.title ? 'title' : dated && !picks.date ? 'date' : 'body';

  /** The listing is understood: its first release is fetched, for the body. */
  const takeListing = async (next: Picks) => {
    if (!listing) return;
    const { items } = recipeFromPointing(listing, next, source.hosts, undefined, source.recipe);
    const url = items.find((item) => item.url)?.url;
    if (!url) throw new PointingError('title', 'no row has a link');
    setRelease(await page(url, source.hosts));
  };

  const pick = async (line: string | null) => {
    setTrouble(null);
    const next = { ...picks, ...(line === null ? {} : { [step]: { text: line } }) };
    try {
      if (step === 'title') return setPicks(next);
      if (!next.title || !listing) return;
      if (step === 'date') {
        await takeListing(next as Picks);
        setPicks(next);
        setDated(line !== null);
        return;
      }
      if (release) setPointed(recipeFromPointing(listing, next as Picks, source.hosts, release));
    } catch (error) {
      logFailure('pointing', error);
      setTrouble(texts.point.again[error instanceof PointingError ? troubleOf(error) : 'page']);
      // Nothing is alike to that title: then it is the title that is pointed at anew.
      if (step === 'date') setPicks({});
    }
  };

  if (pointed) {
    const way: Way = { source: { ...source, foundBy: 'pointed' }, confidence: 1, items: pointed.items };
    return (
      <div class="point">
        <WayPicker ways={[way]} chosen={0} now={Date.now()} onChoose={() => {}} />
        {pointed.page && <p class="post-text">{pointed.page.paragraphs.slice(0, 3).join('\n\n')}</p>}
        <div class="sheet-actions">
          <button type="button" class="button" onClick={onCancel}>
            {texts.app.cancel}
          </button>
          <button type="button" class="button button-main" onClick={() => onDone(pointed.recipe)}>
            {texts.point.use}
          </button>
        </div>
      </div>
    );
  }
  const shown = step === 'body' ? release : listing;
  if (!shown) {
    return trouble ? (
      <>
        <Notice kind="warn" live>
          {trouble}
        </Notice>
        <div class="sheet-actions">
          <button type="button" class="button" onClick={onCancel}>
            {texts.app.back}
          </button>
        </div>
      </>
    ) : (
      <p role="status">{texts.app.loading}</p>
    );
  }
  return (
    <PointRecipe
      step={step}
      lines={htmlToParagraphs(shown.text).slice(0, linesShown)}
      trouble={trouble}
      onPick={(line) => void pick(line)}
      onNone={() => void pick(null)}
      onCancel={onCancel}
    />
  );
}

const troubleOf = (error: PointingError): 'title' | 'date' | 'body' =>
  error.pick === 'date' ? 'date' : error.pick === 'body' ? 'body' : 'title';
