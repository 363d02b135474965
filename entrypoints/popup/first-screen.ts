import browser from 'webextension-polyfill';
import { readSettings, type Settings, settingsKey } from '../../utils/browser/settings.ts';
import {
  picturesKey,
  type Snapshot,
  type SnapshotPictures,
  snapshotKey,
} from '../../utils/browser/snapshot.ts';

/** Everything the first paint needs, from one read of `storage.local`. */
export interface FirstScreen {
  /** Null before the very first refresh. */
  snapshot: Snapshot | null;
  pictures: SnapshotPictures;
  settings: Settings;
}

/** Reads the first screen as the background stored it. */
export async function readFirstScreen(): Promise<FirstScreen> {
  const stored = await browser.storage.local.get([snapshotKey, picturesKey, settingsKey]);
  return {
    snapshot: (stored[snapshotKey] as Snapshot | undefined) ?? null,
    pictures: (stored[picturesKey] as SnapshotPictures | undefined) ?? {},
    settings: readSettings(stored[settingsKey]),
  };
}
