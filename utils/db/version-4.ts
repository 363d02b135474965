import type { Transaction } from 'dexie';

/** The shapes of version 3, frozen. */
interface OldSubject {
  id: string;
  releaseId: string;
  text: string;
  deletedAt: number;
}
interface OldDraft extends OldSubject {
  /** Absent, like `earlier`, where the first build of version 1 wrote it. */
  writer?: string;
  revision: number;
  earlier?: string[];
  state: string;
  createdAt: number;
  updatedAt: number;
}
interface OldPost extends OldSubject {
  state: string;
  changes: { state: string; at: number }[];
  link: string | null;
  openedAt: number;
}

/**
 * Step 4: every write gets a count, in the order that the clocks told. Texts that other windows had replaced become
 * revisions.
 */
export async function countTheHistory(tx: Transaction): Promise<void> {
  const by = crypto.randomUUID();
  let n = 0;
  const next = () => {
    n += 1;
    return { n, by };
  };
  const sources = new Map<string, string>();
  await tx.table('releases').each((release: { id: string; sourceId: string }) => {
    sources.set(release.id, release.sourceId);
  });
  const sourceOf = ({ releaseId }: OldSubject) => sources.get(releaseId) ?? '';

  const drafts: OldDraft[] = await tx.table('drafts').toArray();
  const posts: OldPost[] = await tx.table('posts').toArray();
  const writes = [
    ...drafts.map((draft) => ({ at: draft.updatedAt, run: () => countDraft(draft) })),
    ...posts.flatMap((post) =>
      post.changes.map((change, index) => ({ at: change.at, run: () => countChange(post, index) })),
    ),
  ].sort((a, b) => a.at - b.at);
  const newDrafts: object[] = [];
  const revisions: object[] = [];
  const counted = new Map<OldPost, object[]>();

  function countDraft({ earlier = [], writer = 'version-1', ...draft }: OldDraft): void {
    const { updatedAt: at } = draft;
    // Newest first, as they were kept.
    for (const text of [...earlier].reverse()) {
      const stamp = next();
      const id = `${draft.id}:${by}:${stamp.n}`;
      revisions.push({ id, draftId: draft.id, ...stamp, text, writer, at });
    }
    const stamp = next();
    newDrafts.push({
      ...draft,
      writer,
      sourceId: sourceOf(draft),
      revision: stamp.n,
      machine: by,
      rivals: [],
      seen: { [by]: stamp.n },
      inputs: { [writer]: draft.revision },
      unkept: 0,
      archivedAt: 0,
      note: '',
      remindAt: 0,
      stamps: { state: stamp, deletedAt: stamp },
    });
  }
  function countChange(post: OldPost, index: number): void {
    const change = post.changes[index];
    const last = index === post.changes.length - 1;
    const link = last && post.link !== null ? { link: post.link } : {};
    counted.set(post, [...(counted.get(post) ?? []), { ...change, ...next(), ...link }]);
  }
  for (const write of writes) write.run();

  await tx.table('drafts').bulkPut(newDrafts);
  await tx.table('revisions').bulkPut(revisions);
  await tx.table('posts').bulkPut(
    posts.map((post) => {
      const changes = counted.get(post) ?? [];
      const [opened] = changes as { n: number }[];
      const own = { sourceId: sourceOf(post), account: null, archivedAt: 0, note: '', stamps: {} };
      return { ...post, ...own, changes, order: opened?.n ?? 0 };
    }),
  );
  await tx.table('machine').put({ id: 'machine', name: by, n });
}
