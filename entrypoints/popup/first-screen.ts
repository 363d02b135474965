import browser from 'webextension-polyfill';
import { type Settings, settingsFrom, settingsKeys } from '../../utils/browser/settings.ts';
import {
  picturesKey,
  type Snapshot,
  type SnapshotPictures,
  snapshotKey,
} from '../../utils/browser/snapshot.ts';
import { readUpdated, updatedKey } from '../../utils/browser/updated.ts';

/** Everything the first paint needs, from one small read of `storage.local`. */
export interface FirstScreen {
  /** Null before the very first refresh. */
  snapshot: Snapshot | null;
  settings: Settings;
  /** The version to tell of, after an update that brought something. */
  updated: string | null;
  /** Pictures are larger than all the rest and come a moment later, into places kept for them. */
  pictures: Promise<SnapshotPictures>;
}

// Asked for when this module is evaluated, which is before the modules that draw: main.tsx imports it first.
const stored = browser.storage.local.get([snapshotKey, updatedKey, ...settingsKeys]);
const pictures = browser.storage.local.get(picturesKey);

/** The first screen as the background stored it. */
export async function readFirstScreen(): Promise<FirstScreen> {
  const found = await stored;
  return {
    snapshot: (found[snapshotKey] as Snapshot | undefined) ?? null,
    settings: settingsFrom(found),
    updated: readUpdated(found[updatedKey], Date.now()),
    pictures: pictures.then((found) => (found[picturesKey] as SnapshotPictures | undefined) ?? {}),
  };
}
