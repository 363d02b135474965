import { useMemo, useRef, useState } from 'preact/hooks';
import '../../components/account/account.css';
import '../../components/caption/caption.css';
import { Composer } from '../../components/caption/Composer.tsx';
import { OpenCardContext } from '../../components/card/open-card.ts';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { useTexts } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { CityNotice } from '../../components/release/CityNotice.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { type HandOver, send } from '../../utils/browser/messages.ts';
import { isPhone } from '../../utils/browser/phone.ts';
import { rememberHashtag, type Settings } from '../../utils/browser/settings.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import type { Preferred } from '../../utils/caption/preferred.ts';
import { campaignWordsOn } from '../../utils/check/campaign-words.ts';
import { factsOf } from '../../utils/check/reading/facts.ts';
import { db } from '../../utils/db/database.ts';
import type { Post } from '../../utils/draft/draft.ts';
import { draftsOf, lastPosts, revisionsOf, sharedOn } from '../../utils/draft/history.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import { preferredFor } from '../../utils/humas/store.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { hasShareSheet } from '../../utils/platform/share-sheet.ts';
import { pictureOn } from '../../utils/release/picture-file.ts';
import type { Release } from '../../utils/release/release.ts';
import { blockedReason, versionAt, versionsOf } from '../../utils/release/versions.ts';
import type { Source } from '../../utils/source/source.ts';
import { useCaptions, useFreshWords } from './asked-captions.ts';
import { usePictureWays } from './draft-picture.ts';
import { LostNotice, lostRelease } from './LostRelease.tsx';
import { rewriteWith, useTakesModel } from './rewrite.ts';
import { openDraft } from './share.ts';
import { shareDraft } from './share-draft.ts';
import { useAnswer } from './use-answer.tsx';
import { useCardScreen } from './use-card-screen.ts';
import { usePublishing } from './use-publishing.ts';

interface Props {
  releaseId: string;
  initial: Omit<HandOver, 'releaseId'>;
  settings: Settings;
  place: 'popup' | 'panel';
  onView?: (view: { platform: PlatformId; angle: Angle }) => void;
  onServer: (server: string | null) => void;
  /** Absent where the list stands beside it. */
  onBack?: () => void;
}

const write = (input: DraftInput) => send('write-draft', input);
const earlierTexts = (draftId: string) => revisionsOf(db, draftId);

/** The composer view over the database, read live, so that two windows show the same. */
export function ComposeScreen({ releaseId, initial, settings, place, onView, onServer, onBack }: Props) {
  const texts = useTexts();
  const { page } = useLaterTexts();
  // Two queries: an input changes the drafts, and must not make the captions anew.
  const live = useLive(() => readRelease(releaseId), [releaseId]);
  const history = useLive(() => readHistory(releaseId), [releaseId]);
  const { release, source, preferred } = live.state === 'ready' ? live.value : {};
  // What an official wrote is theirs, whatever became of the release.
  const drafts = history.state === 'ready' ? history.value.drafts : null;
  const lost = live.state === 'ready' && !release ? drafts?.[0] : undefined;
  const wish = { releaseId, ...initial };
  const captionsFor = useCaptions(release, source, wish, settings, lost, preferred);
  useFreshWords(wish, drafts, captionsFor);
  const answer = useAnswer(initial.news, release?.language ?? 'id');
  const known = useKnown(release, source, settings, answer.lines);
  const publishing = usePublishing(release, settings);
  const view = useRef<{ platform: PlatformId; angle?: Angle }>(initial);
  const card = useCardScreen();
  const shown = release ?? (lost && lostRelease(lost));
  const pictures = usePictureWays(shown, source, initial.picture);
  const takesModel = useTakesModel(settings.model, release?.language);

  if (live.state === 'loading' || history.state === 'loading')
    return <p class="visually-hidden">{texts.app.loading}</p>;
  if (!shown || history.state === 'failed') {
    return (
      <div class="empty-state">
        <Notice kind="warn" live>
          {live.state === 'failed' || history.state === 'failed'
            ? texts.desk.damagedHelp
            : texts.composer.missing}
        </Notice>
        {onBack && (
          <button type="button" class="button" onClick={onBack}>
            {texts.app.back}
          </button>
        )}
      </div>
    );
  }
  const textInView = () => {
    const { platform, angle } = view.current;
    const isOfView = (text: { platform: PlatformId; angle: Angle }) =>
      text.platform === platform && (angle === undefined || text.angle === angle);
    const written = history.value.drafts.find(isOfView) ?? captionsFor(platform).find(isOfView);
    return { platform, text: written?.text ?? null };
  };
  const rewrite = takesModel && release ? rewriteWith(settings.model, release) : undefined;
  const { state, before } = history.value.city;
  return (
    <OpenCardContext.Provider value={release && source ? () => card.open(textInView()) : null}>
      <Composer
        {...(lost && { notice: <LostNotice draft={lost} /> })}
        aside={initial.note ? <Notice kind="warn">{page.notes[initial.note]}</Notice> : answer.aside}
        {...(state && {
          notice: (
            <CityNotice
              release={shown}
              state={state}
              before={before}
              onUnderstood={() =>
                void send('acknowledge-change', { releaseId }).catch((error) =>
                  logFailure('acknowledge', error),
                )
              }
            />
          ),
        })}
        release={shown}
        sourceName={source?.name ?? ''}
        drafts={history.value.drafts}
        shared={history.value.shared}
        known={{ ...known, state }}
        platforms={settings.platforms}
        mastodonServer={settings.mastodonServer}
        initial={initial}
        captionsFor={captionsFor}
        write={write}
        pictures={pictures}
        revisionsOf={earlierTexts}
        lines={[...answer.lines, ...settings.lines]}
        onHashtag={(hashtag, on) =>
          void rememberHashtag(hashtag, on).catch((error) => logFailure('hashtag', error))
        }
        open={(draft, first) =>
          openDraft(draft, place === 'popup' ? 'popup' : 'page', {
            first,
            replyTo: answer.replyTo(draft.platform),
          })
        }
        // A popup beside the page would be gone with the sheet, and the record of it.
        share={hasShareSheet() && (place === 'panel' || isPhone()) ? shareDraft : undefined}
        onServer={onServer}
        publishing={publishing}
        {...(rewrite && { rewrite })}
        onView={(now) => {
          view.current = now;
          onView?.(now);
        }}
        {...(onBack && { onBack })}
      />
      {card.screen && (
        <card.screen.Screen {...card.screen.going} releaseId={releaseId} place={place} onClose={card.close} />
      )}
    </OpenCardContext.Provider>
  );
}

/** What the checks compare a text with; the release is read for them once. */
function useKnown(
  release: Release | undefined,
  source: Source | undefined,
  settings: Settings,
  lines: readonly string[],
) {
  const [now] = useState(Date.now);
  const posts = useLive(() => lastPosts(db, postsCompared), []);
  const facts = useMemo(
    () =>
      release?.body === 'read' && source
        ? factsOf({ ...release, publishedAt: release.published?.at ?? null }, source)
        : null,
    [release, source],
  );
  const campaignWords = useMemo(() => campaignWordsOn(settings.election, now), [settings.election, now]);
  const own = useMemo(() => [...lines, ...standingWords(settings)], [lines, settings.house, settings.lines]);
  const rules = settings.city?.checks;
  return { facts, campaignWords, own, now, rules, lastPosts: posts.state === 'ready' ? posts.value : none };
}

/** What the official's house style and kept lines put into any text. */
const standingWords = ({ house, lines }: Settings): string[] => [
  ...[...lines, house.closing, ...house.mentions],
  ...house.hashtags.map((tag) => `#${tag}`),
];

const none: Post[] = [];
/** As many of the official's posts as a new one is compared with. */
const postsCompared = 60;

interface Read {
  release?: Release;
  source?: Source;
  preferred?: Preferred;
}

async function readRelease(releaseId: string): Promise<Read> {
  const release = await db.releases.get(releaseId);
  const source = release && (await db.sources.get(release.sourceId));
  if (!release || !source) return {};
  const row = (await preferredFor(db, [release.url], Date.now())).get(release.url);
  if (!row) return { release, source };
  const { picture, ...preferred } = row;
  // Its picture is had as any other draft's: from the source's own hosts.
  const isOnHosts = picture && pictureOn(picture.url, source) !== null;
  return { release, source, preferred: { ...preferred, ...(isOnHosts && { picture }) } };
}

async function readHistory(releaseId: string) {
  const [drafts, shared, release, versions] = await Promise.all([
    draftsOf(db, [releaseId]),
    sharedOn(db, [releaseId]),
    db.releases.get(releaseId),
    versionsOf(db, releaseId),
  ]);
  const city = {
    state: release ? blockedReason(release) : null,
    // All that is unseen at once: a city that mends title, date and text is often seen doing it one by one.
    before: versionAt(versions, release?.acknowledgedAt ?? 0),
  };
  return { drafts, shared: shared.get(releaseId) ?? {}, city };
}
