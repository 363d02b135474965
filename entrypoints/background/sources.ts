import { logFailure } from '../../utils/browser/log.ts';
import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { db } from '../../utils/db/database.ts';
import { fetchArchive, stopArchive } from '../../utils/release/fetch-archive.ts';
import { indexPending, removeFromIndex } from '../../utils/release/search/write.ts';
import { acknowledgeChange } from '../../utils/release/versions.ts';
import type { ArchiveProgress, Source } from '../../utils/source/source.ts';
import { addSource, editSource, removeSource } from '../../utils/source/store.ts';
import { renewFirstScreen } from './first-screen.ts';
import { keptAlive } from './keep-alive.ts';
import { renewPageScripts } from './page-scripts.ts';
import { giveBack, originsOf } from './permissions.ts';
import { keepResuming } from './resume.ts';
import { refresh } from './schedule.ts';

/** How far back "Ambil arsip" goes, in milliseconds. */
const year = 365 * 24 * 60 * 60 * 1000;

/** What the messages about sources do. */
export const sourceCommands = {
  'add-source': async (source: Payload<'add-source'>): Promise<Answer<'add-source'>> => {
    const added = await addSource(db, source);
    if (added) refresh().catch((error) => logFailure('first refresh', error));
    return { added };
  },
  'edit-source': async ({ id, edit }: Payload<'edit-source'>): Promise<null> => {
    await editSource(db, id, edit);
    void renewFirstScreen();
    return null;
  },
  'remove-source': async ({ id }: Payload<'remove-source'>): Promise<null> => {
    const source = await db.sources.get(id);
    await stopArchive(db, id);
    await removeFromIndex(db, await removeSource(db, id));
    await renewFirstScreen();
    void renewPageScripts();
    // It is gone, whatever becomes of the permission.
    if (source) await giveBack(originsOf(source)).catch((error) => logFailure('permissions', error));
    return null;
  },
  'fetch-archive': async ({ id }: Payload<'fetch-archive'>): Promise<null> => {
    const source = await db.sources.get(id);
    if (source) void archive(source);
    return null;
  },
  'stop-archive': async ({ id }: Payload<'stop-archive'>): Promise<null> => {
    await stopArchive(db, id);
    return null;
  },
  'acknowledge-change': async ({ releaseId }: Payload<'acknowledge-change'>): Promise<null> => {
    await acknowledgeChange(db, releaseId, Date.now());
    void renewFirstScreen();
    return null;
  },
};

/** Fetches a source's archive, or goes on with one that was interrupted. */
export async function archive(source: Source): Promise<ArchiveProgress | null> {
  try {
    keepResuming();
    const reach = { now: Date.now, onProgress: () => void renewFirstScreen() };
    const progress = await keptAlive(fetchArchive(db, source, { until: Date.now() - year }, reach));
    await keptAlive(indexPending(db));
    return progress;
  } catch (error) {
    logFailure('archive', error);
    return null;
  } finally {
    void renewFirstScreen();
  }
}
