import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { ModelError, rewriteAt } from '../../utils/caption/model.ts';
import { db } from '../../utils/db/database.ts';

/** The row of the model's key; no message ever gives it out again. */
const keyId = 'model';

/** What the messages about the language model do. */
export const modelCommands = {
  rewrite: async (request: Payload<'rewrite'>): Promise<Answer<'rewrite'>> => {
    const { model } = await loadSettings();
    if (model.kind !== 'address') throw new ModelError('refused');
    const key = await db.secrets.get(keyId);
    // A key is for the address it was given with.
    const token = key?.address === model.address ? key.value : '';
    return { text: await rewriteAt(model, token, request) };
  },
  'set-model-key': async ({ address, key }: Payload<'set-model-key'>): Promise<null> => {
    if (key === '') await db.secrets.delete(keyId);
    else await db.secrets.put({ id: keyId, address, value: key });
    return null;
  },
};
