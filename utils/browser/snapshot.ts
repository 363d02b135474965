import browser from 'webextension-polyfill';
import type { Angle } from '../caption/caption.ts';
import type { PlatformId } from '../platform/platform.ts';
import type { ReleaseState } from '../release/versions.ts';
import type { Outcome, PublishedDate } from '../source/source.ts';

/** What one click sends. */
export interface ReadyText {
  angle: Angle;
  text: string;
  /** A language model wrote it. */
  model?: true;
  /** The mark of the Humas caption that it is. */
  preferred?: string;
  /**
   * The official has to look before anything goes out: it was written in two places, or the Humas office corrected what
   * it was made from, or asks to wait.
   */
  lookFirst?: true;
}

/** One release as the list shows it, with the captions that a single click sends. */
export interface ReleaseRow {
  id: string;
  title: string;
  url: string;
  sourceId: string;
  sourceName: string;
  published: PublishedDate | null;
  unread: boolean;
  /** What one click sends, for each of the official's first platforms: a draft they wrote, else the best caption. */
  captions: Partial<Record<PlatformId, ReadyText>>;
  /** Why one click must not send it, but ask first; absent where all is well. */
  blocked?: ReleaseState;
  /** When the city last changed it, epoch milliseconds. */
  changedAt?: number;
  /** Its source's own mark, "#rrggbb". */
  colour?: string;
  /** Platforms this release was opened or posted on. */
  shared: Partial<Record<PlatformId, 'opened' | 'posted'>>;
}

/** A post that waits for the official's word: "Sudah terbit di X?" */
export interface Question {
  postId: string;
  platform: PlatformId;
  releaseTitle: string;
}

/**
 * The first screen, kept small in `storage.local` by the background alone, so that the popup paints without
 * opening the database (a cold IndexedDB costs about 100 ms).
 */
export interface Snapshot {
  rows: ReleaseRow[];
  /** The source that the outcome is of; how many there are that are not paused. */
  sourceName: string;
  sources: number;
  outcome: Outcome | null;
  /** Releases in the archive, and how many of them are unread. */
  total: number;
  unread: number;
  question: Question | null;
  /** The official is to be reminded of a copy of what they wrote. */
  copyDue?: true;
  /** Sources that the city set and the official has not allowed yet; absent where there are none. */
  waiting?: number;
  /** The city's folder has failed for days. */
  folderFails?: true;
}

export const snapshotKey = 'snapshot';
/** Pictures apart from the rows: `data:` addresses by release id; the rows paint without them. */
export const picturesKey = 'snapshot-pictures';

export type SnapshotPictures = Record<string, string>;

const nothingSaved = { snapshot: '', pictures: '' };
let lastSaved = nothingSaved;

/** What this context stored is gone: the next one is stored whatever it holds. */
export function forgetSnapshot(): void {
  lastSaved = nothingSaved;
}

/** Stores what changed of the first screen since this context last stored it. Called by the background only. */
export async function saveSnapshot(snapshot: Snapshot, pictures: SnapshotPictures): Promise<void> {
  const next = { snapshot: JSON.stringify(snapshot), pictures: JSON.stringify(pictures) };
  const changed: Record<string, unknown> = {};
  if (next.snapshot !== lastSaved.snapshot) changed[snapshotKey] = snapshot;
  if (next.pictures !== lastSaved.pictures) changed[picturesKey] = pictures;
  if (Object.keys(changed).length === 0) return;
  await browser.storage.local.set(changed);
  lastSaved = next;
}

/** Calls back on every later first screen; returns the function that stops it. */
export function onSnapshot(listener: (change: { snapshot?: Snapshot; pictures?: SnapshotPictures }) => void) {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local') return;
    const snapshot = changes[snapshotKey]?.newValue as Snapshot | undefined;
    const pictures = changes[picturesKey]?.newValue as SnapshotPictures | undefined;
    if (snapshot || pictures) listener({ ...(snapshot && { snapshot }), ...(pictures && { pictures }) });
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
