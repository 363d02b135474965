import { hasFailedFor, loadFolder } from '../../utils/browser/folder.ts';
import { isReminderDue } from '../../utils/browser/last-copy.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import {
  type Question,
  type ReadyText,
  type ReleaseRow,
  type Snapshot,
  type SnapshotPictures,
  saveSnapshot,
} from '../../utils/browser/snapshot.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import { isEmbargoed, type Preferred, preferredCaptions } from '../../utils/caption/preferred.ts';
import { db } from '../../utils/db/database.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { draftsOf, postToAskAbout, sharedOn } from '../../utils/draft/history.ts';
import { bestCaption, type ComposeOptions } from '../../utils/flow/compose.ts';
import { preferredFor } from '../../utils/humas/store.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { newest, unreadCount } from '../../utils/release/archive.ts';
import type { Release } from '../../utils/release/release.ts';
import { blockedReason } from '../../utils/release/versions.ts';
import { waitingSources } from '../../utils/source/city-sources.ts';
import type { Source } from '../../utils/source/source.ts';
import { storeReady } from './store.ts';

/** How many releases the first screen holds, and for how many platforms their captions stand ready. */
const rowsKept = 30;
const platformsReady = 4;
/** Days of failing after which the first screen tells of the city's folder; the desk does sooner. */
const daysUntilTold = 3;

let running: Promise<void> | null = null;
let again = false;

/**
 * Makes the first screen anew from the database. Calls while one is being made are answered by one more run,
 * so the last state always wins.
 */
export function renewFirstScreen(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = make()
    .catch((error) => logFailure('first screen', error))
    .finally(() => {
      running = null;
      if (again) {
        again = false;
        return renewFirstScreen();
      }
    });
  return running;
}

let soon: ReturnType<typeof setTimeout> | undefined;

/** Renews once the typing pauses: the first screen shows a draft's text only through its button. */
export function renewSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void renewFirstScreen(), 250);
}

async function make(): Promise<void> {
  // Of a database that is being restored it would be empty.
  await storeReady();
  const [settings, sources, releases, total, unread, asked, copyDue, folder] = await Promise.all([
    loadSettings(),
    db.sources.toArray(),
    newest(db, rowsKept),
    db.releases.count(),
    unreadCount(db),
    postToAskAbout(db),
    isReminderDue(db),
    loadFolder(),
  ]);
  const ids = releases.map((release) => release.id);
  const [shared, drafts, pictures] = await Promise.all([
    sharedOn(db, ids),
    draftsOf(db, ids),
    db.pictures.bulkGet(ids),
  ]);
  const humas = await preferredFor(
    db,
    releases.map(({ url }) => url),
    Date.now(),
  );
  const platforms = settings.platforms.slice(0, platformsReady);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const rows: ReleaseRow[] = [];
  for (const release of releases) {
    const source = byId.get(release.sourceId);
    if (!source) continue;
    const captions: ReleaseRow['captions'] = {};
    const subject = { release, source, preferred: humas.get(release.url) };
    for (const platform of platforms) captions[platform] = ready(subject, platform, drafts, settings);
    const blocked = blockedReason(release);
    rows.push({
      id: release.id,
      title: release.title,
      url: release.url,
      sourceId: source.id,
      sourceName: source.name,
      published: release.published,
      unread: release.unread === 1,
      captions,
      ...(blocked && { blocked }),
      ...(release.changedAt !== undefined && { changedAt: release.changedAt }),
      ...(source.colour && { colour: source.colour }),
      shared: shared.get(release.id) ?? {},
    });
  }
  const stored: SnapshotPictures = {};
  for (const picture of pictures) if (picture?.data) stored[picture.releaseId] = picture.data;
  const question: Question | null = asked
    ? { postId: asked.id, platform: asked.platform, releaseTitle: asked.releaseTitle }
    : null;
  const waiting = waitingSources(settings.city?.sources, sources).length;
  const snapshot: Snapshot = {
    rows,
    ...statusOf(sources.filter((source) => !source.paused)),
    total,
    unread,
    question,
    ...(copyDue && { copyDue }),
    ...(waiting > 0 && { waiting }),
    ...(hasFailedFor(daysUntilTold, folder, Date.now()) && { folderFails: true as const }),
  };
  await saveSnapshot(snapshot, stored);
}

/** How the sources are doing, as one line: a failure is told before a success, and whose it is. */
function statusOf(sources: Source[]): Pick<Snapshot, 'sourceName' | 'sources' | 'outcome'> {
  const failing = sources.find(({ outcome }) => outcome && !outcome.ok);
  // The one that was read longest ago: "diperbarui 09.12" is then true of all.
  const oldest = sources.toSorted((a, b) => (a.outcome?.at ?? 0) - (b.outcome?.at ?? 0))[0];
  const told = failing ?? oldest;
  return { sourceName: told?.name ?? '', sources: sources.length, outcome: told?.outcome ?? null };
}

/** A release, with what the Humas office prefers for it. */
interface Of {
  release: Release;
  source: Source;
  preferred: Preferred | undefined;
}

/**
 * What one click sends: the draft that the official is writing for that platform, else the Humas office's caption, else
 * the best one. What the office corrected since, or asks to wait with, is to be looked at first.
 */
export function ready(
  { release, source, preferred }: Of,
  platform: PlatformId,
  drafts: Draft[],
  choices: ComposeOptions,
): ReadyText {
  const humas = preferredCaptions(preferred, platform, choices.seed ?? 0);
  const look = preferred && isEmbargoed(preferred, Date.now()) ? { lookFirst: true as const } : {};
  const draft = drafts.find(
    (each) =>
      each.releaseId === release.id &&
      each.platform === platform &&
      each.state === 'writing' &&
      // An emptied box is no wish to open an empty composer.
      each.text.trim() !== '',
  );
  if (draft) {
    const { angle, text, model, rivals } = draft;
    const now = humas.find((each) => each.angle === angle)?.preferred;
    const isCorrected = draft.preferred !== undefined && !now?.marks.includes(draft.preferred);
    const wants = rivals.length > 0 || isCorrected ? { lookFirst: true as const } : look;
    return { angle, text, ...(model && { model }), ...wants };
  }
  const [first] = humas;
  if (first?.preferred) {
    const { angle, text, preferred: preference } = first;
    return { angle, text, preferred: preference.mark, ...look };
  }
  return { ...best(release, source, platform, choices), ...look };
}

/** Captions already made in this life of the worker, so that a keystroke does not compose thirty releases. */
const made = new Map<string, { of: Release; caption: { angle: Angle; text: string } }>();

let madeWith = '';

function best(release: Release, source: Source, platform: PlatformId, choices: ComposeOptions) {
  const { seed, house, taken } = choices;
  const chosen = JSON.stringify({ seed, house, taken });
  if (chosen !== madeWith) made.clear();
  madeWith = chosen;
  const key = `${release.id} ${platform}`;
  const known = made.get(key);
  if (known && sameText(known.of, release)) return known.caption;
  const { angle, text } = bestCaption(release, source, platform, choices);
  if (made.size > 2000) made.clear();
  made.set(key, { of: release, caption: { angle, text } });
  return { angle, text };
}

const sameText = (a: Release, b: Release): boolean =>
  a.title === b.title && a.url === b.url && a.paragraphs.join('\n') === b.paragraphs.join('\n');
