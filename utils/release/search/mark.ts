import type { DBCore, DBCoreMutateRequest, Dexie } from 'dexie';
import type { Release } from '../release.ts';
import { FORMAT, hash } from './layout.ts';

/** Marks of one format are numbers within one such stretch, so those of another format are found by the index. */
const STRETCH = 2 ** 32;

/** The marks that this version of Jubir sets: lowest and highest. */
export const marks = [FORMAT * STRETCH, (FORMAT + 1) * STRETCH - 1] as const;

/** What a release carries once the index holds it: the format of the index and a hash of what is indexed. */
export function markOf(release: Release): number {
  const { sourceId, title, published, categories, paragraphs } = release;
  const text = [sourceId, title, String(published?.at ?? ''), ...categories, '', ...paragraphs].join('\n');
  return FORMAT * STRETCH + hash(text);
}

/** What a release carries that the index does not hold as it is. */
export const unmarked = 0;

/**
 * Takes the mark off a release as it is written, when its text is no longer what was indexed, and gives every new one
 * the mark of none, by which it is found. So whoever changes a release need not think of the index, and a worker that
 * is stopped anywhere finds later what is still to be done.
 */
export function watchReleases(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'search-mark',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (name !== 'releases') return table;
        return { ...table, mutate: (request) => table.mutate(checked(request)) };
      },
    }),
  });
}

function checked(request: DBCoreMutateRequest): DBCoreMutateRequest {
  if (request.type !== 'add' && request.type !== 'put') return request;
  return { ...request, values: request.values.map(withoutStaleMark) };
}

function withoutStaleMark(release: Release): Release {
  if (release.indexed !== undefined && release.indexed === markOf(release)) return release;
  return { ...release, indexed: unmarked };
}
