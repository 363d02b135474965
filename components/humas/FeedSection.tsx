import { useState } from 'preact/hooks';
import type { FeedRow } from '../../utils/humas/store.ts';
import type { WantedFeed } from '../../utils/humas/wanted.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { CityMark } from '../ui/CityMark.tsx';
import { FeedForm } from './FeedForm.tsx';
import { FeedState } from './FeedState.tsx';

/** What came of a click that needs the browser's permission. */
export type Saved = 'saved' | 'refused' | 'failed';

interface Props {
  /** Where the feed is; null where none is set. */
  feed: WantedFeed | null;
  /** How reading it went; absent before it was taken in. */
  row: FeedRow | undefined;
  /** Whether its host may be read; null while that is not known. */
  allowed: boolean | null;
  /** The city set it. */
  byCity: boolean;
  /** The official writes such captions. */
  writes: boolean;
  /** Called straight from the click: the browser shows its question only then. Never rejects. */
  onSave: (feed: WantedFeed | null) => Promise<Saved>;
  onAllow: () => Promise<Saved>;
  onAgain: () => void;
  onWrites: (writes: boolean) => void;
}

/** Where the Humas office's captions come from, and how reading them goes: what is refused is named. */
export function FeedSection(props: Props) {
  const { feed, row, allowed, byCity, writes, onAllow, onAgain, onWrites } = props;
  const { humas, city } = useLaterTexts();
  const words = humas.feed;
  const [told, setTold] = useState('');
  const waits = feed !== null && allowed === false;
  return (
    <section aria-labelledby="humas">
      <h2 id="humas">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      {byCity && feed ? (
        <>
          <p class="city-list">
            <code>{feed.url}</code>
          </p>
          <CityMark words={city.setByCity} />
        </>
      ) : (
        <FeedForm key={`${feed?.url} ${feed?.key}`} feed={feed} onSave={props.onSave} tell={setTold} />
      )}
      {feed && <p class="field-help">{feed.key ? words.signed : words.unsigned}</p>}
      {waits && (
        <div>
          <p class="field-help">{words.allowHelp(new URL(feed.url).host)}</p>
          <button
            type="button"
            class="button button-main"
            onClick={() => {
              void onAllow().then((state) => setTold(state === 'saved' ? '' : words[state]));
            }}
          >
            {words.allow}
          </button>
        </div>
      )}
      <p role="status" class="field-error">
        {told}
      </p>
      {feed && !waits && (
        <>
          <FeedState row={row} />
          <div>
            <button type="button" class="button" onClick={onAgain}>
              {words.again}
            </button>
          </div>
        </>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={writes}
          aria-describedby="humas-writes-help"
          onChange={(event) => onWrites(event.currentTarget.checked)}
        />
        {words.writes}
      </label>
      <p class="field-help" id="humas-writes-help">
        {words.writesHelp}
      </p>
    </section>
  );
}
