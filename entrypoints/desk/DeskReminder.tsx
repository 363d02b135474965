import { useEffect, useState } from 'preact/hooks';
import { CopyReminder } from '../../components/backup/CopyReminder.tsx';
import { isReminderDue, onLastCopy, remindLater } from '../../utils/browser/last-copy.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';

/** The line that asks for a copy, while one is due. */
export function DeskReminder() {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const look = () => {
      isReminderDue(db).then(setDue, (error) => logFailure('reminder', error));
    };
    look();
    return onLastCopy(look);
  }, []);
  if (!isDue) return null;
  const failed = (error: unknown) => logFailure('reminder', error);
  return (
    <CopyReminder
      onSave={() => void send('open-page', { page: 'options', query: '#cadangan' }).catch(failed)}
      onLater={() => void remindLater(Date.now()).catch(failed)}
    />
  );
}
