import '../../components/card/card.css';
import { CityLook } from '../../components/card/CityLook.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { send } from '../../utils/browser/messages.ts';
import { readCrest } from '../../utils/card/crest.ts';
import { db } from '../../utils/db/database.ts';
import type { Source } from '../../utils/source/source.ts';
import type { SourceEdit } from '../../utils/source/store.ts';
import { useCrest } from '../popup/card-pictures.ts';

interface Props {
  /** Tells an outcome in the page's toast. */
  tell: (text: string) => void;
}

/** How each source's cards look. */
export function Cards({ tell }: Props) {
  const { settings } = useLaterTexts().card;
  const live = useLive(() => db.sources.toArray(), []);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{settings.title}</h2>
      <p class="sheet-help">{settings.help}</p>
      {live.value.map((source) => (
        <Look key={source.id} source={source} tell={tell} />
      ))}
    </section>
  );
}

function Look({ source, tell }: Props & { source: Source }) {
  const texts = useTexts();
  const crest = useCrest(source.crest);
  const edit = (change: SourceEdit) =>
    void send('edit-source', { id: source.id, edit: change }).then(
      () => tell(texts.options.saved),
      () => tell(texts.desk.failed),
    );
  return (
    <CityLook
      source={source}
      crest={crest}
      read={readCrest}
      onCrest={(address) => edit({ crest: address })}
      onColours={(cardColours) => edit({ cardColours })}
    />
  );
}
