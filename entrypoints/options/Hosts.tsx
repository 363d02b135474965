import { useEffect, useState } from 'preact/hooks';
import { useLive } from '../../components/hooks/use-live.ts';
import '../../components/ui/hosts.css';
import { HostList } from '../../components/ui/HostList.tsx';
import { noFolder } from '../../utils/backup/folder-choice.ts';
import { loadFolder, onFolder } from '../../utils/browser/folder.ts';
import { contactedHosts, openedHosts } from '../../utils/browser/hosts.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { allowedOrigins, onHostsChanged } from '../../utils/browser/permissions.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';

/** "Host yang dihubungi", as it stands and as it changes. */
export function Hosts({ settings }: { settings: Settings }) {
  const [folder, setFolder] = useState(noFolder);
  const [allowed, setAllowed] = useState<string[]>([]);
  const stored = useLive(
    async () => ({ sources: await db.sources.toArray(), accounts: await db.accounts.toArray() }),
    [],
  );
  useEffect(() => {
    loadFolder().then(
      ({ choice }) => setFolder(choice),
      (error) => logFailure('folder', error),
    );
    return onFolder(({ choice }) => setFolder(choice));
  }, []);
  useEffect(() => {
    const read = () => {
      allowedOrigins().then(setAllowed, (error) => logFailure('permissions', error));
    };
    read();
    return onHostsChanged(read);
  }, []);
  if (stored.state === 'loading') return null;
  const contacted =
    stored.state === 'ready' ? contactedHosts({ settings, ...stored.value, folder, allowed }) : null;
  return <HostList contacted={contacted} opened={openedHosts(settings)} />;
}
