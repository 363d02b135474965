import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { copyDraft, undoCopies } from '../../utils/flow/duplicate.ts';
import { renewFirstScreen } from './first-screen.ts';
import { inputsStored } from './inputs.ts';

/** What the messages about a draft's copies on other platforms do. */
export const copyCommands = {
  'duplicate-draft': async (wish: Payload<'duplicate-draft'>): Promise<Answer<'duplicate-draft'>> => {
    // What is copied is what was typed last.
    await inputsStored();
    const copied = await copyDraft(db, wish, await loadSettings(), Date.now());
    void renewFirstScreen();
    return copied;
  },
  'undo-duplicate': async ({
    copies,
    writer,
  }: Payload<'undo-duplicate'>): Promise<Answer<'undo-duplicate'>> => {
    await inputsStored();
    const stay = await undoCopies(db, copies, writer, Date.now());
    void renewFirstScreen();
    return stay;
  },
};
