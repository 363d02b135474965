import { logFailure } from '../../utils/browser/log.ts';
import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { maySend } from '../../utils/browser/permissions.ts';
import { changeSettings, loadSettings } from '../../utils/browser/settings.ts';
import { ModelError, rewriteAt } from '../../utils/caption/model.ts';
import { modelOrigin } from '../../utils/caption/model-choice.ts';
import { db } from '../../utils/db/database.ts';
import { giveBack } from './permissions.ts';

/** The row of the model's key; no message ever gives it out again. */
const keyId = 'model';

/** What the messages about the language model do. */
export const modelCommands = {
  rewrite: async (request: Payload<'rewrite'>): Promise<Answer<'rewrite'>> => {
    const { model } = await loadSettings();
    if (model.kind !== 'address') throw new ModelError('refused');
    if (!(await maySend())) throw new ModelError('no-permission');
    const key = await keyFor(model.address);
    return { text: await rewriteAt(model, key, request) };
  },
  'set-model': async ({ model, key }: Payload<'set-model'>): Promise<null> => {
    const { model: before, city } = await loadSettings();
    if (city?.model === false) throw new ModelError('refused');
    const { address } = model;
    // The key first: a model without its key is only refused, a key without its model would lie about.
    const value = model.kind === 'address' ? key || (await keyFor(address)) : '';
    if (value) await db.secrets.put({ id: keyId, address, value });
    else await db.secrets.delete(keyId);
    await changeSettings({ model });
    if (before.kind === 'address') {
      // It is set, whatever becomes of the permission that the one before had.
      await giveBack([modelOrigin(before.address)]).catch((error) => logFailure('permissions', error));
    }
    return null;
  },
};

/** The key that was given for this very address; empty where there is none. */
async function keyFor(address: string): Promise<string> {
  const stored = await db.secrets.get(keyId);
  return stored?.address === address ? stored.value : '';
}
