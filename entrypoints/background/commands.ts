import browser from 'webextension-polyfill';
import { handOverKey } from '../../utils/browser/hand-over.ts';
import { textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { answerMessages, type Handed, type Payload } from '../../utils/browser/messages.ts';
import { isPhone } from '../../utils/browser/phone.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { answerPost, answerPosts, draftsOf, markAsked } from '../../utils/draft/history.ts';
import { openPlatform, recordShared } from '../../utils/flow/publish.ts';
import { preferredFor } from '../../utils/humas/store.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { markRead } from '../../utils/release/archive.ts';
import { accountCommands } from './accounts.ts';
import { askedCommands } from './asked.ts';
import { backupCommands } from './backup.ts';
import { copyCommands } from './copies.ts';
import { pictureCommands } from './draft-pictures.ts';
import { ready, renewFirstScreen, renewSoon } from './first-screen.ts';
import { folderCommands, meetIfStale } from './folder.ts';
import { humasCommands } from './humas.ts';
import { inputsStored, takeInput } from './inputs.ts';
import { takeMark } from './marks.ts';
import { modelCommands } from './model.ts';
import { begin, refresh, refreshIfStale } from './schedule.ts';
import { sendCommands } from './sends.ts';
import { sourceCommands } from './sources.ts';
import { kept, storeCommands } from './store.ts';

/** The background's one page: what each message does. */
export function registerCommands(): void {
  answerMessages(
    {
      ...kept({
        'refresh-if-stale': async () => {
          meetIfStale();
          return { started: await refreshIfStale() };
        },
        'refresh-now': () => done(refresh()),
        'mark-read': (payload) => changed(markRead(db, payload === 'all' ? 'all' : payload.releaseIds)),
        'best-caption': bestFor,
        'write-draft': async (input) => {
          const written = await takeInput(input);
          renewSoon();
          return written;
        },
        'open-platform': openFor,
        'record-share': sharedFor,
        'answer-post': ({ postId, state, link }) => changed(answerPost(db, postId, state, link, Date.now())),
        'answer-posts': ({ postIds, state }) => changed(answerPosts(db, postIds, state, Date.now())),
        'question-shown': ({ postId }) => changed(markAsked(db, postId)),
        'mark-entries': takeMark,
        ...copyCommands,
        ...pictureCommands,
        'hand-over': async (target) => {
          // The panel must not show a draft older than the inputs that came before this.
          await inputsStored();
          return done(browser.storage.session.set({ [handOverKey]: target }));
        },
        ...sourceCommands,
        ...modelCommands,
        ...backupCommands,
        ...folderCommands,
        ...accountCommands,
        ...sendCommands,
        ...askedCommands,
        ...humasCommands,
      }),
      ...storeCommands,
      'open-page': ({ page, query }) =>
        done(browser.tabs.create({ url: browser.runtime.getURL(`${page}.html${query ?? ''}`) })),
    },
    (name, error) => logFailure(name, error),
    begin,
  );
}

const done = async (job: Promise<unknown>): Promise<null> => {
  await job;
  return null;
};

/** A write that the first screen shows. */
const changed = async (job: Promise<unknown>): Promise<null> => {
  await job;
  void renewFirstScreen();
  return null;
};

async function bestFor({
  releaseId,
  platform,
}: {
  releaseId: string;
  platform: Handed['draft']['platform'];
}) {
  const release = await db.releases.get(releaseId);
  const source = release && (await db.sources.get(release.sourceId));
  if (!release || !source) return null;
  const preferred = (await preferredFor(db, [release.url], Date.now())).get(release.url);
  const of = { release, source, preferred };
  return ready(of, platform, await draftsOf(db, [releaseId]), await loadSettings());
}

async function openFor(handed: Handed): Promise<null> {
  const settings = await loadSettings();
  await openPlatform(db, handed, {
    mastodonServer: settings.mastodonServer,
    addresses: settings.addresses,
    phone: isPhone(),
    now: Date.now(),
    openTab: async (url) => {
      await browser.tabs.create({ url });
    },
  });
  if (handed.from === 'popup' && catalogue[handed.draft.platform].route === 'copy') {
    const texts = textsFor(settings.language);
    // The platform is open: a hint that the system refuses must not say that it is not.
    await browser.notifications
      .create({
        type: 'basic',
        iconUrl: browser.runtime.getURL('icon/128.png'),
        title: texts.notices.copiedTitle(catalogue[handed.draft.platform].name),
        message: texts.notices.copied,
      })
      .catch((error) => logFailure('hint', error));
  }
  return wentOut(handed);
}

async function sharedFor(handed: Payload<'record-share'>): Promise<null> {
  await recordShared(db, handed, Date.now());
  return wentOut(handed);
}

async function wentOut({ draft }: Pick<Handed, 'draft'>): Promise<null> {
  // It is open, whatever becomes of the mark.
  await markRead(db, [draft.releaseId]).catch((error) => logFailure('mark read', error));
  void renewFirstScreen();
  return null;
}
