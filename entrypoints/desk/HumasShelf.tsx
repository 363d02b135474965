import '../../components/humas/humas-desk.css';
import { useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { HumasCard } from '../../components/humas/HumasCard.tsx';
import { HumasHead } from '../../components/humas/HumasHead.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { Toast } from '../../components/ui/Toast.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { BackgroundError, send } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';
import { most } from '../../utils/humas/caption-feed.ts';
import { deskOf, type HumasWrite } from '../../utils/humas/desk.ts';

/** The same in every language: the file is to take the place of the one before. */
const cityFile = 'takarir.json';
const colleagueFile = 'takarir-untuk-rekan.json';

const readDesk = async () => ({
  desk: await deskOf(db),
  items: (await db.humasItems.toArray()).sort((a, b) => b.release.localeCompare(a.release)),
});

/** "Takarir Humas": what an officer writes for every official of the city, and the one file that it becomes. */
export function HumasShelf() {
  const texts = useTexts();
  const { humas, humasDesk: words } = useLaterTexts();
  const live = useLive(readDesk, []);
  const [now] = useState(Date.now);
  const [toast, setToast] = useState<string | null>(null);
  const number = new Intl.NumberFormat(texts.locale);

  const failed = (what: string, said: string) => (error: unknown) => {
    logFailure(what, error);
    setToast(error instanceof BackgroundError ? (reasonIn(humas.feed.reasons, error) ?? said) : said);
  };
  const write = (one: HumasWrite) => void send('write-humas', one).catch(failed('humas', words.notStored));
  const save = async (forColleague: boolean) => {
    const { text, count, ...left } = await send('make-humas-file', { forColleague });
    saveFile(forColleague ? colleagueFile : cityFile, new Blob([text], { type: 'application/feed+json' }));
    const isUnsigned =
      !forColleague && !left.signed && live.state === 'ready' && live.value.desk.publicKey !== '';
    const told = [
      words.saved(number.format(count)),
      left.unapproved > 0 && words.unapproved(number.format(left.unapproved)),
      left.over > 0 && words.over(number.format(left.over)),
      left.tooMany > 0 && words.tooMany(number.format(left.tooMany)),
      isUnsigned && words.notSigned,
    ];
    setToast(told.filter(Boolean).join(' '));
  };
  const open = async (file: File) => {
    if (file.size > most.bytes) return setToast(humas.feed.reasons['too-large']);
    const { taken, leftOut } = await send('open-humas-file', { text: await file.text() });
    const told = [
      words.opened(number.format(taken)),
      leftOut > 0 && humas.feed.leftOut(number.format(leftOut)),
    ];
    setToast(told.filter(Boolean).join(' '));
  };
  if (live.state === 'failed') return <Notice kind="warn">{texts.desk.damagedHelp}</Notice>;
  if (live.state === 'loading') return <p class="desk-loading">{texts.app.loading}</p>;
  const { desk, items } = live.value;
  return (
    <div class="humas-page">
      <HumasHead
        desk={desk}
        onWrite={write}
        onSave={(forColleague) => void save(forColleague).catch(failed('save captions', words.failed))}
        onOpen={(file) => void open(file).catch(failed('open captions', words.failed))}
        onKey={() => void send('make-humas-key', null).catch(failed('key', words.failed))}
      />
      {items.length === 0 && (
        <div class="empty-state">
          <h2>{words.empty}</h2>
          <p>{words.emptyHelp}</p>
        </div>
      )}
      {items.map((item) => (
        <HumasCard
          key={item.id}
          item={item}
          reviews={desk.reviews}
          author={desk.name}
          now={now}
          onWrite={write}
        />
      ))}
      {toast && <Toast text={toast} onGone={() => setToast(null)} />}
    </div>
  );
}

/** A FeedError's message begins with its reason, and that is all that comes over from the background. */
function reasonIn(reasons: Readonly<Record<string, string>>, { failure, message }: BackgroundError) {
  if (failure !== 'FeedError') return undefined;
  const said = reasons[message.split(':')[0] ?? ''];
  return said && said.charAt(0).toUpperCase() + said.slice(1);
}
