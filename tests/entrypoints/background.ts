import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Snapshot } from '../../utils/browser/snapshot.ts';
import { snapshotKey } from '../../utils/browser/snapshot.ts';
import { db } from '../../utils/db/database.ts';
import { release, source } from '../draft/samples.ts';

let profiles = 0;

/** A browser profile in which Jubir was just installed, with two releases read. */
export async function freshProfile(): Promise<void> {
  fakeBrowser.reset();
  await Promise.all(db.tables.map((table) => table.clear()));
  // Another time in each: what a background stored for the profile before is not what it would store for this one.
  profiles += 1;
  await db.sources.put(source({ outcome: { ok: true, at: profiles, count: 2, fresh: 2 } }));
  await db.releases.bulkPut([
    release({ id: 'r1', order: 2000, title: 'Taman baru dibuka' }),
    release({
      id: 'r2',
      order: 1000,
      title: 'Jembatan diperbaiki',
      url: 'https://kotabogor.go.id/berita/jembatan',
      paragraphs: ['Jembatan di Jalan Otto Iskandardinata selesai diperbaiki pada Selasa.'],
      unread: 0,
    }),
  ]);
}

/** The first screen as stored now. */
export async function firstScreen(): Promise<Snapshot> {
  const stored = await fakeBrowser.storage.local.get(snapshotKey);
  return stored[snapshotKey] as Snapshot;
}

/** Waits until the first screen is as told; the background makes it anew by itself. */
export const screenSays = (check: (screen: Snapshot) => void): Promise<void> =>
  vi.waitFor(async () => check(await firstScreen()));

/** Addresses of the tabs that were opened. */
export const openedTabs = async (): Promise<string[]> =>
  (await fakeBrowser.tabs.query({})).flatMap(({ url }) => (url?.includes('://') ? [url] : []));
