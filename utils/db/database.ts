import { Dexie, type EntityTable } from 'dexie';
import type { Draft, Post } from '../draft/draft.ts';
import type { Release } from '../release/release.ts';
import type { Source } from '../source/source.ts';
import { declareVersions } from './versions.ts';

/** A release's picture, scaled small, kept so that lists show it offline. */
export interface Picture {
  releaseId: string;
  /** `data:` address of the scaled picture; null when the picture could not be had, so it is not asked again. */
  data: string | null;
  /** Epoch milliseconds. */
  fetchedAt: number;
}

/** Everything Jubir keeps: the release archive, drafts and posts. One database per browser profile. */
export class JubirDatabase extends Dexie {
  declare sources: EntityTable<Source, 'id'>;
  declare releases: EntityTable<Release, 'id'>;
  declare pictures: EntityTable<Picture, 'releaseId'>;
  declare drafts: EntityTable<Draft, 'id'>;
  declare posts: EntityTable<Post, 'id'>;

  constructor(name = 'jubir') {
    // strict: a committed word must survive a power cut (Chrome's default acknowledges earlier).
    super(name, { chromeTransactionDurability: 'strict' });
    declareVersions(this);
  }
}

/** The one open database of this context; Dexie opens it on first use. */
export const db = new JubirDatabase();
