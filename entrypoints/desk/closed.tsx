import './closed.css';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { loadStore, type StoreTold } from '../../utils/browser/store.ts';
import { db } from '../../utils/db/database.ts';
import { ClosedDesk } from './ClosedDesk.tsx';
import { readEntries } from './copy-out.ts';

/** How long the desk waits to hear how the store is, in milliseconds: a worker that is stopped wakes in 20. */
const patience = 2_000;
const readOnly: readonly StoreTold['state'][] = ['newer', 'step-failed', 'unreadable'];

/** Whether the database can only be read; the background looks first whether it is whole. */
export async function isClosed(): Promise<boolean> {
  const told = await Promise.race([
    send('open-store', { again: false }).catch((error) => {
      logFailure('store', error);
      return loadStore();
    }),
    new Promise<StoreTold>((resolve) => setTimeout(() => loadStore().then(resolve), patience)),
  ]);
  return readOnly.includes(told.state);
}

/** The desk that only shows, with what can be read. */
export async function closedDesk(settings: Settings) {
  const entries = await readEntries(db.name).catch((error) => {
    logFailure('read the store', error);
    return null;
  });
  return <ClosedDesk settings={settings} entries={entries} />;
}
