import { useEffect, useRef, useState } from 'preact/hooks';
import { EraseData } from '../../components/backup/EraseData.tsx';
import { PostList } from '../../components/backup/PostList.tsx';
import { RestoreBackup } from '../../components/backup/RestoreBackup.tsx';
import { SaveBackup } from '../../components/backup/SaveBackup.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { saveFile } from '../../components/ui/save-file.ts';
import { monthsWithPosts, postsAsCsv } from '../../utils/backup/csv.ts';
import { shortestPassphrase } from '../../utils/backup/seal.ts';
import { moment } from '../../utils/browser/i18n.ts';
import { loadLastCopy, onLastCopy } from '../../utils/browser/last-copy.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { db } from '../../utils/db/database.ts';
import { lookAtCopy, restoreCopy, saveCopy } from './copies.ts';

interface Props {
  /** Tells an outcome in the page's toast. */
  tell: (text: string) => void;
  /** The official said yes twice. Rejects where something could not be erased. */
  onErase: () => Promise<void>;
}

const readStored = async () => {
  const counts = [db.drafts, db.posts, db.releases, db.sources].map((table) => table.count());
  const [drafts = 0, posts = 0, releases = 0, sources = 0] = await Promise.all(counts);
  return { drafts, posts, releases, sources };
};

const nothing = { drafts: 0, posts: 0, releases: 0, sources: 0 };

/** Copies out and in, the list of posts for the office, and erasing everything. */
export function Backup({ tell, onErase }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().backup;
  const section = useRef<HTMLElement>(null);
  const last = useLastCopy();
  const months = useLive(() => monthsWithPosts(db), []);
  const stored = useLive(readStored, []);
  const show = () => {
    section.current?.scrollIntoView();
    section.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (location.hash === '#cadangan') show();
  }, []);
  return (
    <>
      <section ref={section} aria-labelledby="backup">
        <h2 id="backup">{words.title}</h2>
        <p class="sheet-help">{words.help}</p>
        <SaveBackup
          last={last === 0 ? null : moment(texts, last, Date.now())}
          shortest={shortestPassphrase}
          onSave={(phrase, withSecrets) => saveCopy(words.fileName, phrase, withSecrets)}
        />
        <div class="backup-part">
          <h3>{words.restore}</h3>
          <RestoreBackup onLook={lookAtCopy} onRestore={restoreCopy} now={Date.now()} />
        </div>
        <div class="backup-part">
          <h3>{words.list}</h3>
          <PostList
            months={months.state === 'ready' ? months.value : []}
            onSave={(month) => {
              const named = month ? `-${month.year}-${String(month.month + 1).padStart(2, '0')}` : '';
              postsAsCsv(db, month, words.csv).then(
                (csv) => saveFile(words.listName(named), new Blob([csv], { type: 'text/csv' })),
                (error) => {
                  logFailure('list of posts', error);
                  tell(words.saveFailed);
                },
              );
            }}
          />
        </div>
      </section>
      <EraseData
        stored={stored.state === 'ready' ? stored.value : nothing}
        onBackup={show}
        onErase={onErase}
      />
    </>
  );
}

/** When the last copy was made, epoch milliseconds; 0 before the first. */
function useLastCopy(): number {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const read = () => {
      loadLastCopy().then(
        (last) => setAt(last.at),
        (error) => logFailure('last copy', error),
      );
    };
    read();
    return onLastCopy(read);
  }, []);
  return at;
}
