import type { Answer, Payload } from '../../utils/browser/messages.ts';
import { hasHosts } from '../../utils/browser/permissions.ts';
import { db } from '../../utils/db/database.ts';
import { pictureFile, pictureOn } from '../../utils/release/picture-file.ts';

/** What the message about a draft's picture does. */
export const pictureCommands = {
  'draft-picture': async ({ sourceId, url }: Payload<'draft-picture'>): Promise<Answer<'draft-picture'>> => {
    const source = await db.sources.get(sourceId);
    if (!source || pictureOn(url, source) !== url) return { failed: 'elsewhere' };
    if (!(await hasHosts([new URL(url).hostname]))) return { failed: 'not-allowed' };
    return pictureFile(url, source);
  },
};
