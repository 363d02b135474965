import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Angle, Caption } from '../../utils/caption/caption.ts';
import { type Draft, draftId } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/history.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { stamp, useDraftWriter } from '../hooks/use-draft-writer.ts';

interface Given {
  release: Release;
  /** This release's drafts as stored, newest input first. */
  drafts: Draft[];
  /** The captions of each angle for a platform, best first. */
  captionsFor: (platform: PlatformId) => Caption[];
  write: (input: DraftInput) => Promise<{ revision: number }>;
  initial: { platform: PlatformId; angle?: Angle };
}

/** How many steps back a text box keeps. */
const stepsKept = 100;

/**
 * The composer's state: every platform and angle has a text of its own, so looking at another never costs what
 * was written. A text is the draft if there is one, else the suggestion.
 */
export function useComposer({ release, drafts, captionsFor, write, initial }: Given) {
  const [platform, setPlatform] = useState(initial.platform);
  const [angles, setAngles] = useState<Partial<Record<PlatformId, Angle>>>(
    initial.angle ? { [initial.platform]: initial.angle } : {},
  );
  const [local, setLocal] = useState<Record<string, string>>({});
  const [steps, setSteps] = useState<Record<string, string[]>>({});
  const first = useRef<Partial<Record<PlatformId, Angle>>>({});
  const writer = useDraftWriter(write);

  const captions = useMemo(() => captionsFor(platform), [captionsFor, platform]);
  const draftHere = (angle: Angle) => drafts.find((each) => each.id === draftId(release.id, platform, angle));
  const lastWritten = drafts.find((each) => each.platform === platform && each.state === 'writing');
  // Settled once for each platform: what another window writes must not swap the text under the hand.
  first.current[platform] ??= lastWritten?.angle ?? captions[0]?.angle ?? 'summary';
  const angle = angles[platform] ?? first.current[platform];
  const caption = captions.find((each) => each.angle === angle) ?? captions[0];
  const id = draftId(release.id, platform, angle);
  const draft = draftHere(angle);
  const suggestion = caption?.text ?? '';
  const text = local[id] ?? draft?.text ?? suggestion;

  // Once it is stored, the stored text leads: another window's input then shows here too. Compared against the
  // state of that moment, since a letter may have been typed between the render and this.
  const saveState = writer.stateOf(id);
  const storedText = saveState === 'saved' ? draft?.text : undefined;
  useEffect(() => {
    if (storedText === undefined) return;
    setLocal((now) => {
      if (now[id] !== storedText) return now;
      const { [id]: _, ...rest } = now;
      return rest;
    });
  }, [storedText, id]);

  const facts = useCallback(
    (content: string) => ({
      id,
      releaseId: release.id,
      releaseTitle: release.title,
      releaseUrl: release.url,
      platform,
      angle,
      text: content,
    }),
    [id, release, platform, angle],
  );

  const put = (content: string) => {
    setLocal((now) => ({ ...now, [id]: content }));
    writer.save(facts(content));
  };

  const change = (content: string, typed: boolean) => {
    if (content === text) return;
    // Typing is one step per word, a button's change always one.
    const isStep = !typed || /\s$/u.test(text) !== /\s$/u.test(content) || !(steps[id]?.length ?? 0);
    if (isStep) setSteps((now) => ({ ...now, [id]: [...(now[id] ?? []), text].slice(-stepsKept) }));
    put(content);
  };

  const undo = () => {
    const before = steps[id]?.at(-1);
    if (before === undefined) return;
    setSteps((now) => ({ ...now, [id]: (now[id] ?? []).slice(0, -1) }));
    put(before);
  };

  return {
    platform,
    choosePlatform: setPlatform,
    captions,
    angle,
    chooseAngle: (next: Angle) => setAngles({ ...angles, [platform]: next }),
    /** Whether the official wrote something of their own at this angle. */
    isEdited: (each: Angle) => {
      const here = draftHere(each);
      return here !== undefined && here.text !== captions.find((one) => one.angle === each)?.text;
    },
    caption,
    text,
    suggestion,
    /** Texts of this draft that another window's input replaced. */
    earlier: draft?.earlier ?? [],
    saveState: saveState === 'idle' && draft ? ('saved' as const) : saveState,
    type: (content: string) => change(content, true),
    replace: (content: string) => change(content, false),
    undo,
    canUndo: (steps[id]?.length ?? 0) > 0,
    /** What goes out now, stamped as this page's newest input. */
    handed: () => stamp(facts(text)),
  };
}
