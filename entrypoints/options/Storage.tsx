import { useEffect, useState } from 'preact/hooks';
import { useLive } from '../../components/hooks/use-live.ts';
import { StorageSection } from '../../components/ui/StorageSection.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { type StorageFacts, storageFacts } from '../../utils/browser/storage-facts.ts';
import { db } from '../../utils/db/database.ts';

const unknown: StorageFacts = { persisted: false, used: null, snapshotAt: null };
/** How often it is looked at again while the page stands, in milliseconds. */
const every = 20_000;

/** The section "Penyimpanan", as it stands. */
export function Storage() {
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const counts = useLive(
    async () => ({ drafts: await db.drafts.count(), posts: await db.posts.count() }),
    [],
  );
  useEffect(() => {
    const look = () => storageFacts().then(setFacts, (error) => logFailure('storage', error));
    void look();
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, []);
  const { drafts, posts } = counts.state === 'ready' ? counts.value : { drafts: 0, posts: 0 };
  return <StorageSection facts={facts ?? unknown} drafts={drafts} posts={posts} now={Date.now()} />;
}
