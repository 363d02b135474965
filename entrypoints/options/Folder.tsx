import { useEffect, useRef, useState } from 'preact/hooks';
import { FolderForm, type FolderWish } from '../../components/backup/FolderForm.tsx';
import { FolderStatus } from '../../components/backup/FolderStatus.tsx';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { folderOrigin } from '../../utils/backup/folder-choice.ts';
import { type FolderState, loadFolder, onFolder } from '../../utils/browser/folder.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { askToSend } from '../../utils/browser/permissions.ts';

type Words = ReturnType<typeof useLaterTexts>['folder'];

interface Props {
  /** The address that the city set for everybody. */
  city?: string | undefined;
  /** Tells an outcome in the page's toast. */
  tell: (text: string) => void;
}

/** The city's folder: off, with a form to turn it on, or on, with how it goes. */
export function Folder({ city, tell }: Props) {
  const words = useLaterTexts().folder;
  const section = useRef<HTMLElement>(null);
  const state = useFolder();
  const [meeting, setMeeting] = useState(false);
  const [changing, setChanging] = useState(false);
  useEffect(() => {
    if (state && location.hash === '#sinkronisasi') section.current?.scrollIntoView();
  }, [state !== null]);

  const run = (job: Promise<unknown>, done?: string) =>
    job.then(
      () => done && tell(done),
      (error) => {
        logFailure('folder', error);
        tell(words.failed);
      },
    );
  const meet = () => {
    setMeeting(true);
    void run(send('meet-now', null)).then(() => setMeeting(false));
  };
  const tryIt = async (wish: FolderWish): Promise<string | null> => {
    const { why, done } = await turnOn(words, wish);
    if (why !== null) return why;
    tell(done);
    setChanging(false);
    return null;
  };
  return (
    <section ref={section} aria-labelledby="folder">
      <h2 id="folder">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      {state?.choice.on && !changing && (
        <FolderStatus
          state={state}
          now={Date.now()}
          meeting={meeting}
          onMeet={meet}
          onChange={() => setChanging(true)}
          onTurnOff={() => void run(send('folder-off', null), words.wentOff)}
        />
      )}
      {state && (!state.choice.on || changing) && (
        <FolderForm
          key={city}
          choice={state.choice}
          city={city}
          onTry={tryIt}
          {...(changing && { onCancel: () => setChanging(false) })}
        />
      )}
      <p class="field-help">{words.what}</p>
    </section>
  );
}

/** The permission first, in the click itself. */
async function turnOn(words: Words, wish: FolderWish): Promise<{ why: string | null; done: string }> {
  const asked = askToSend([folderOrigin(wish.address)]);
  try {
    if (!(await asked)) return { why: words.notAllowed, done: '' };
    const { reason, made } = await send('set-folder', wish);
    if (reason) return { why: words.notOn(words.reasons[reason]), done: '' };
    return { why: null, done: made ? words.made : words.found };
  } catch (error) {
    logFailure('folder', error);
    return { why: words.failed, done: '' };
  }
}

/** The folder as it is stored, now and later; null until it is read. */
function useFolder(): FolderState | null {
  const [state, setState] = useState<FolderState | null>(null);
  useEffect(() => {
    loadFolder().then(setState, (error) => logFailure('folder', error));
    return onFolder(setState);
  }, []);
  return state;
}
