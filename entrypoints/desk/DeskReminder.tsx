import { useEffect, useState } from 'preact/hooks';
import { CopyReminder } from '../../components/backup/CopyReminder.tsx';
import { FolderTrouble } from '../../components/backup/FolderTrouble.tsx';
import { hasFailedFor, loadFolder, onFolder } from '../../utils/browser/folder.ts';
import { isReminderDue, onLastCopy, remindLater } from '../../utils/browser/last-copy.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';

/** Days after which the desk tells of a folder that fails. */
const days = 1;

/** The line that tells of the city's folder while it fails, or asks for a copy while one is due. */
export function DeskReminder() {
  const [isDue, setDue] = useState(false);
  const [failing, setFailing] = useState(false);
  useEffect(() => {
    const look = () => {
      isReminderDue(db).then(setDue, (error) => logFailure('reminder', error));
    };
    look();
    return onLastCopy(look);
  }, []);
  useEffect(() => {
    const look = () => {
      loadFolder().then(
        (state) => setFailing(hasFailedFor(days, state, Date.now())),
        (error) => logFailure('folder', error),
      );
    };
    look();
    return onFolder(look);
  }, []);
  const failed = (error: unknown) => logFailure('reminder', error);
  const options = (query: string) => void send('open-page', { page: 'options', query }).catch(failed);
  if (failing) return <FolderTrouble onLook={() => options('#sinkronisasi')} />;
  if (!isDue) return null;
  return (
    <CopyReminder
      onSave={() => options('#cadangan')}
      onLater={() => void remindLater(Date.now()).catch(failed)}
    />
  );
}
