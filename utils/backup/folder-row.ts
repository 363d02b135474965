import type { JubirDatabase, Secret } from '../db/database.ts';

/** What is wrong with another machine's file. */
export type FileFault =
  /** It ends before its end, or lines in it are damaged: what could be read was taken. */
  | 'cut'
  /** No file of Jubir's, or none that can be read here. */
  | 'unreadable'
  /** Written by a newer Jubir. */
  | 'newer'
  | 'too-large'
  /** The server does not give it out. */
  | 'refused';

/** What this machine knows of the folder; it lies with the password, and goes with it. */
export interface FolderRow extends Secret {
  id: 'webdav';
  /** Per file the tag that it had when it was last taken in, and what was wrong with it. */
  files: Record<string, { tag: string; fault?: FileFault }>;
  /** What this machine's own file holds, as a digest; '' before the first time. */
  sent: string;
  /** What was being sent when the connection ended, perhaps: the server may have it all the same. */
  sending: string;
  /** This machine's count when its file was sent. */
  count: number;
}

/** The row that holds the folder's password. */
const id = 'webdav';

/** The folder's row, if it was given for this very address. */
export async function folderRow(db: JubirDatabase, address: string): Promise<FolderRow | null> {
  const row = await db.secrets.get(id);
  if (!row || row.address !== address) return null;
  // A copy under a passphrase brings the password alone.
  return { ...{ files: {}, sent: '', sending: '', count: 0 }, ...row, id };
}

/** Keeps the password for an address, and nothing of what was known of another folder. */
export async function keepFolder(db: JubirDatabase, address: string, value: string): Promise<void> {
  const row: FolderRow = { id, address, value, files: {}, sent: '', sending: '', count: 0 };
  await db.secrets.put(row);
}

/** Forgets the folder and its password. */
export async function forgetFolder(db: JubirDatabase): Promise<void> {
  await db.secrets.delete(id);
}

/** Notes what was learnt of the folder; nothing where it was turned off or exchanged meanwhile. */
export function noteFolder(
  db: JubirDatabase,
  address: string,
  change: (row: FolderRow) => Partial<FolderRow>,
): Promise<void> {
  return db.transaction('rw', db.secrets, async () => {
    const row = await folderRow(db, address);
    if (row) await db.secrets.put({ ...row, ...change(row) });
  });
}
