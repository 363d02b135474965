import browser from 'webextension-polyfill';
import { joinSettings } from '../../utils/backup/carried-settings.ts';
import { rehearseContents, takeContents } from '../../utils/backup/contents.ts';
import { loadFolder } from '../../utils/browser/folder.ts';
import { onLastCopy } from '../../utils/browser/last-copy.ts';
import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { changeSettings, defaultSettings, loadSettings, readSettings } from '../../utils/browser/settings.ts';
import { modelOrigin } from '../../utils/caption/model-choice.ts';
import { db, type Secret } from '../../utils/db/database.ts';
import { eraseEverything } from './erase.ts';
import { renewFirstScreen, renewSoon } from './first-screen.ts';
import { inputsStored } from './inputs.ts';
import { remindSoon } from './reminders.ts';
import { forgetBegun } from './schedule.ts';

/** The first screen says whether a copy is due. */
export function registerBackup(): void {
  onLastCopy(() => void renewFirstScreen());
}

/** What the messages about copies do. */
export const backupCommands = {
  'take-rows': async ({ rows, rehearse }: Payload<'take-rows'>): Promise<Answer<'take-rows'>> => {
    if (rehearse) return rehearseContents(db, rows);
    const taken = await takeContents(db, rows, { settings: takeSettings, secret: takeSecret });
    renewSoon();
    remindSoon();
    return taken;
  },
  'erase-everything': async (): Promise<null> => {
    await inputsStored();
    await eraseEverything();
    forgetBegun();
    return null;
  },
};

async function takeSettings(theirs: unknown): Promise<boolean> {
  let isNew = false;
  const sound = readSettings(theirs);
  const { model } = sound;
  const isAllowed =
    model.kind !== 'address' ||
    (await browser.permissions.contains({ origins: [modelOrigin(model.address)] }));
  await changeSettings((mine) => {
    const change = joinSettings(mine, isAllowed ? sound : { ...sound, model: mine.model }, defaultSettings);
    isNew = Object.keys(change).length > 0;
    return change;
  });
  return isNew;
}

/** A key that is missing here, for the very address that is set up: any other would only lie about. */
async function takeSecret(secret: Secret): Promise<boolean> {
  const [{ model }, { choice }] = await Promise.all([loadSettings(), loadFolder()]);
  const wanted: Record<string, string> = {
    ...(model.kind === 'address' && { model: model.address }),
    ...(choice.address && { webdav: choice.address }),
  };
  if (wanted[secret.id] !== secret.address) return false;
  return db.transaction('rw', db.secrets, async () => {
    if (await db.secrets.get(secret.id)) return false;
    await db.secrets.add(secret);
    return true;
  });
}
