import type { FolderError } from '../../utils/backup/folder-error.ts';
import { keepFolder } from '../../utils/backup/folder-row.ts';
import { meet, type Synced } from '../../utils/backup/sync.ts';
import { type Access, WebDavFolder } from '../../utils/backup/webdav.ts';
import { JubirDatabase } from '../../utils/db/database.ts';
import type { Draft } from '../../utils/draft/draft.ts';
import { writeDraft } from '../../utils/draft/history.ts';
import { input } from '../draft/samples.ts';

let names = 0;

/** One of an official's machines: a database of its own, and the folder that it meets the others in. */
export class Machine {
  readonly db: JubirDatabase;
  readonly access: Access;
  readonly folder: WebDavFolder;
  now = 1_000;

  constructor(access: Access, waits = {}) {
    names += 1;
    this.db = new JubirDatabase(`machine-${names}-${Math.random()}`);
    this.access = access;
    this.folder = new WebDavFolder(access, waits);
  }

  /** As the official's switch in the options does. */
  async switchOn(): Promise<this> {
    await keepFolder(this.db, this.access.address, this.access.password);
    return this;
  }

  meet(): Promise<Synced> {
    return meet(this.db, this.folder, {
      address: this.access.address,
      label: 'Firefox, Linux',
      now: this.now,
    });
  }

  /** Meets, unless the connection has other plans: then why not. */
  async tryToMeet(): Promise<Synced | FolderError> {
    return this.meet().catch((error: FolderError) => {
      if (error.name !== 'FolderError') throw error;
      return error;
    });
  }

  /** Types a text into a window of its own that has seen what stands, or in one that has not. */
  async write(
    text: string,
    { id = draftIdOf(0), seen = true, writer = `page of ${this.db.name}`, settles = false } = {},
  ): Promise<void> {
    const known = await this.db.drafts.get(id);
    const [releaseId = '', platform, angle] = id.split(':');
    // More than a minute after the last: what it replaces is worth keeping.
    this.now += 61_000;
    const at = { releaseId, platform, angle } as Pick<Draft, 'releaseId' | 'platform' | 'angle'>;
    const count = (known?.inputs[writer] ?? 0) + 1;
    const base = seen ? (known?.revision ?? 0) : 0;
    await writeDraft(
      this.db,
      input({ ...at, text, writer, count, base, step: true, ...(settles && { settles }) }),
      this.now,
    );
  }

  /** Everything that the machines have to agree on, in the order of ids. */
  async history() {
    const [drafts, posts, revisions] = await Promise.all([
      this.db.drafts.toArray(),
      this.db.posts.toArray(),
      this.db.revisions.toArray(),
    ]);
    // What a page sent is remembered on its own machine.
    return { drafts: drafts.map(({ inputs: _, ...draft }) => draft), posts, revisions };
  }

  /** Every text that can be had here: as a draft's, as a rival, as an earlier one. */
  async texts(): Promise<Set<string>> {
    const { drafts, revisions } = await this.history();
    const standing = drafts.flatMap(({ text, rivals }) => [text, ...rivals.map((rival) => rival.text)]);
    return new Set([...standing, ...revisions.map(({ text }) => text)]);
  }
}

/** The id of one of a few drafts. */
export const draftIdOf = (at: number): string => `r${at}:x:summary`;
