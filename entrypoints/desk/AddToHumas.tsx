import { Megaphone } from 'lucide';
import { useState } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Draft } from '../../utils/draft/draft.ts';

/** "Masukkan ke takarir Humas": the draft's text as one that the whole city is to be offered. */
export function AddToHumas({ draft }: { draft: Draft }) {
  const words = useLaterTexts().humasDesk;
  const [toast, setToast] = useState<string | null>(null);
  const { angle, platform, text, releaseUrl: release, releaseTitle: title } = draft;
  // What an official selected by hand is no angle of the city's.
  if (angle === 'selection' || release === '') return null;
  const add = () =>
    send('write-humas', { do: 'add', release, title, platform, angle, text }).then(
      () => setToast(words.added),
      (error) => {
        logFailure('humas', error);
        setToast(words.addFailed);
      },
    );
  return (
    <>
      <button type="button" class="button" onClick={() => void add()}>
        <Icon icon={Megaphone} size={16} />
        {words.add}
      </button>
      {toast && <Toast text={toast} onGone={() => setToast(null)} />}
    </>
  );
}
