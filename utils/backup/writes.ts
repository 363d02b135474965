import type { DBCore, DBCoreMutateRequest } from 'dexie';
import type { Draft, Post, Revision } from '../draft/draft.ts';
import type { Named } from './ledger.ts';
import type { Row } from './rows.ts';

/** What one transaction wrote, as far as a snapshot holds it. */
export interface Writes {
  machine?: { name: string; n: number };
  drafts: Map<string, Written>;
  removed: boolean;
  /** What tells which of the rows that are kept were removed. */
  gone: ((row: Row) => boolean)[];
  /** Sources, or what a Humas officer writes: small, and taken into the snapshot all at once. */
  sources: boolean;
  secrets: boolean;
}

/** Of one draft: how it is called, where that was written, and the rows. */
export interface Written {
  named: Named | null;
  rows: Row[];
}

const newWrites = (): Writes => ({
  ...{ drafts: new Map(), removed: false, gone: [], sources: false, secrets: false },
});

/** Collects what each transaction writes, and tells it once that is committed. */
export function watched(core: DBCore, tell: (writes: Writes) => void): DBCore {
  const open = new WeakMap<object, Writes>();
  return {
    ...core,
    transaction: (stores, mode, options) => {
      const trans = core.transaction(stores, mode, options);
      const writes = newWrites();
      open.set(trans, writes);
      // Before Dexie hangs its own listener on it: the note is there when the write is acknowledged.
      if (mode === 'readwrite') {
        (trans as unknown as IDBTransaction).addEventListener('complete', () => tell(writes));
      }
      return trans;
    },
    table: (name) => {
      const table = core.table(name);
      const collect = collectors[name];
      if (!collect) return table;
      return {
        ...table,
        mutate: (request) => {
          const writes = open.get(request.trans);
          if (writes) collect(writes, request);
          return table.mutate(request);
        },
      };
    },
  };
}

type Collect = (writes: Writes, request: DBCoreMutateRequest) => void;

const valuesOf = (request: DBCoreMutateRequest): readonly unknown[] =>
  request.type === 'add' || request.type === 'put' ? request.values : [];

/** Notes that rows, some or all of a kind, were removed; tells whether any were. */
function collectRemoval(kind: Row['kind'], writes: Writes, request: DBCoreMutateRequest): boolean {
  if (request.type !== 'delete' && request.type !== 'deleteRange') return false;
  const keys = request.type === 'delete' ? new Set<unknown>(request.keys) : null;
  writes.gone.push((row) => row.kind === kind && (keys?.has((row.value as { id?: string }).id) ?? true));
  return true;
}

/** Notes rows under the draft that they belong to. */
function collectRows(writes: Writes, id: string, named: Named | null, row: Row): void {
  const known = writes.drafts.get(id);
  writes.drafts.set(id, { named: named ?? known?.named ?? null, rows: [...(known?.rows ?? []), row] });
}

const nameOf = ({ releaseTitle, platform }: Draft | Post): Named => ({ title: releaseTitle, platform });

const collectors: Record<string, Collect> = {
  drafts: (writes, request) => {
    for (const value of valuesOf(request) as Draft[]) {
      collectRows(writes, value.id, nameOf(value), { kind: 'draft', value });
    }
    if (collectRemoval('draft', writes, request)) writes.removed = true;
  },
  posts: (writes, request) => {
    for (const value of valuesOf(request) as Post[]) {
      collectRows(writes, value.draftId, nameOf(value), { kind: 'post', value });
    }
    if (collectRemoval('post', writes, request)) writes.removed = true;
  },
  // The oldest go as new ones come, and with them the draft is written.
  revisions: (writes, request) => {
    for (const value of valuesOf(request) as Revision[]) {
      collectRows(writes, value.draftId, null, { kind: 'revision', value });
    }
    collectRemoval('revision', writes, request);
  },
  sources: (writes) => {
    writes.sources = true;
  },
  humasItems: (writes) => {
    writes.sources = true;
  },
  secrets: (writes, request) => {
    writes.secrets ||= valuesOf(request).length > 0;
  },
  machine: (writes, request) => {
    for (const machine of valuesOf(request) as { name: string; n: number }[]) writes.machine = machine;
  },
};
