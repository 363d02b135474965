import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { answerPages, type PageKnown, type PageSender } from '../../utils/browser/page-messages.ts';
import { changeSettings, loadSettings } from '../../utils/browser/settings.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { db } from '../../utils/db/database.ts';
import { lastSharedAt } from '../../utils/draft/history.ts';
import { addressesOf, releaseAt } from '../../utils/release/take-page.ts';
import { isOn } from '../../utils/source/address.ts';
import { bounds } from '../../utils/source/bounds.ts';
import { addressKind } from '../../utils/source/release-page.ts';
import { ask } from './asked.ts';
import { isBlank } from './erase.ts';
import { storeReady } from './store.ts';

/** Answers the button on the city's pages: what Jubir knows of the page, and the click. */
export function registerPageButton(): void {
  answerPages(
    {
      'page-known': async (_, { url }) => {
        // A page that was open while everything was erased: a look into the database would make it anew.
        if (await isBlank()) return null;
        await storeReady();
        return known(url);
      },
      // Not async: the panel opens only in the same breath as the click.
      'share-page': (payload, page) => share(payload, page).then(() => null),
      'hide-button': async (_, { url }) => {
        const { hostname } = new URL(url);
        await changeSettings(({ hiddenOn }) => ({ hiddenOn: [...new Set([...hiddenOn, hostname])] }));
        return null;
      },
    },
    (name, error) => logFailure(name, error),
  );
}

function share(
  { html }: { html: string | null },
  { url, tabId, windowId, title }: PageSender,
): Promise<void> {
  const clicked = { on: 'page' as const, page: url, title, link: '', words: '', image: '' };
  const whole = typeof html === 'string' && html.length <= bounds.pageBytes ? html : null;
  return ask(clicked, { tabId, windowId }, whole);
}

async function known(url: string): Promise<PageKnown | null> {
  const source = (await db.sources.toArray()).find(({ hosts }) => isOn(url, hosts));
  if (!source) return null;
  const release = await releaseAt(db, url, source);
  if (!release && addressKind(url, source, await addressesOf(db, source.id, 9)) !== 'release') return null;
  const { hiddenOn, language } = await loadSettings();
  const texts = textsFor(language);
  const { button } = laterTexts(texts).page;
  const sharedAt = release ? await lastSharedAt(db, release.id) : null;
  const since = release && sharedAt !== null ? changeSince(release, sharedAt) : null;
  return {
    shown: !hiddenOn.includes(new URL(url).hostname),
    since,
    words: {
      share: button.share,
      hide: button.hide,
      since: since ? button[since] : '',
      language: texts.language,
    },
  };
}

function changeSince(
  { changedAt = 0, withdrawnAt }: { changedAt?: number; withdrawnAt?: number },
  sharedAt: number,
): PageKnown['since'] {
  if (withdrawnAt !== undefined) return 'withdrawn';
  return changedAt > sharedAt ? 'changed' : null;
}
