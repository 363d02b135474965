import { useMemo, useRef, useState } from 'preact/hooks';
import type { Angle, Caption } from '../../utils/caption/caption.ts';
import { type Draft, type DraftPicture, draftId, type Wording } from '../../utils/draft/draft.ts';
import type { DraftInput, Written } from '../../utils/draft/writing.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';
import { stamp, type Unstamped, useDraftWriter } from '../hooks/use-draft-writer.ts';
import { useOwnPicture } from './use-own-picture.ts';
import { useSteps } from './use-steps.ts';
import { useUntilStored } from './use-until-stored.ts';

interface Given {
  release: Release;
  /** This release's drafts as stored, newest input first. */
  drafts: Draft[];
  /** The captions of each angle for a platform, best first. */
  captionsFor: (platform: PlatformId) => Caption[];
  write: (input: DraftInput) => Promise<Written>;
  initial: { platform: PlatformId; angle?: Angle };
}

/** What stands in a text box, and whether a language model wrote it. */
interface Content {
  text: string;
  model: boolean;
}
/** A text of this page that the database may not have yet, and the draft's revision that it was written over. */
interface Local extends Content {
  base: number;
}

/**
 * The composer's state: every platform and angle has a text of its own, so looking at another never costs what
 * was written. A text is the draft if there is one, else the suggestion.
 */
export function useComposer({ release, drafts, captionsFor, write, initial }: Given) {
  const [platform, setPlatform] = useState(initial.platform);
  const [angles, setAngles] = useState<Partial<Record<PlatformId, Angle>>>(
    initial.angle ? { [initial.platform]: initial.angle } : {},
  );
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
  const steps = useSteps<Content>(id);
  const own = useOwnPicture(id, draft, writer.holds);
  const suggestion = caption?.text ?? '';
  // An input that stands beside the stored text leads nothing: the official is to choose.
  const { here, set } = useUntilStored<Local>(id, draft !== undefined && writer.isIn(draft));
  const text = here?.text ?? draft?.text ?? suggestion;
  const model = here ? here.model : draft?.model === true;
  // What this page has seen of the draft: what it shows, and what its own writing made of it since.
  const base = here ? Math.max(here.base, writer.baseOf(id)) : (draft?.revision ?? 0);

  const saveState = writer.stateOf(id);

  const facts = (content: Content, seen: number): Unstamped => ({
    ...{ id, platform, angle, text: content.text, base: seen },
    ...{ releaseId: release.id, releaseTitle: release.title },
    ...{ releaseUrl: release.url, sourceId: release.sourceId },
    ...(content.model && { model: true }),
    // A draft is made from the Humas office's text or it is not: only the first input says so.
    ...(!draft && caption?.preferred && { preferred: caption.preferred.mark }),
    ...own.unstored,
  });

  const put = (
    content: Content,
    how: Pick<DraftInput, 'step' | 'settles' | 'picture' | 'preferred'> = {},
  ) => {
    // Whoever settles has seen all that stands.
    const seen = how.settles ? (draft?.revision ?? 0) : base;
    set({ ...content, base: seen });
    writer.save({ ...facts(content, seen), ...how });
  };

  const change = (content: Content, typed: boolean, how: { step?: true; settles?: true } = {}) => {
    if (content.text === text && !how.settles) return;
    // Typing is one step per word, a button's change always one.
    const isStep = !typed || /\s$/u.test(text) !== /\s$/u.test(content.text) || !steps.last;
    if (isStep) steps.add({ text, model });
    // The suggestion is the release's own words, whoever put it back.
    put({ ...content, model: content.model && content.text !== suggestion }, how);
  };

  const undo = () => {
    if (!steps.last) return;
    steps.drop();
    put(steps.last, { step: true });
  };

  const setPicture = (picture: DraftPicture | null, typed = false) => {
    own.set(picture);
    put({ text, model }, { picture, ...(!typed && { step: true }) });
  };

  /** The Humas office's text as it is now takes the place of this one, or this one stays and has seen it. */
  const answerHumas = (preferred: string, take: boolean) => {
    if (take && text !== suggestion) steps.add({ text, model });
    put(take ? { text: suggestion, model: false } : { text, model }, { step: true, preferred });
  };

  return {
    platform,
    choosePlatform: setPlatform,
    captions,
    /** Those that the release carries, and those at which something is written: a counterweight's news may be gone. */
    angles: [
      ...new Set(
        [...captions, ...drafts.filter((each) => each.platform === platform)].map((each) => each.angle),
      ),
    ],
    angle,
    chooseAngle: (next: Angle) => setAngles({ ...angles, [platform]: next }),
    /** Whether the official wrote something of their own at this angle. */
    isEdited: (each: Angle) => {
      const here = draftHere(each);
      return here !== undefined && here.text !== captions.find((one) => one.angle === each)?.text;
    },
    isFromHumas: (each: Angle) => captions.some((one) => one.angle === each && one.preferred !== undefined),
    /** Those of the caption and those offered beside them. */
    hashtags: [...(caption?.hashtags ?? []), ...(caption?.moreHashtags ?? [])],
    text,
    suggestion,
    /** The caption at this angle; absent where the release carries none. */
    caption: caption?.angle === angle ? caption : undefined,
    answerHumas,
    draftId: id,
    /** The draft as stored, with the texts that stand beside its own; absent before the first input. */
    draft,
    /** Whether a language model wrote what stands in the box. */
    model,
    saveState: saveState === 'idle' && draft ? ('saved' as const) : saveState,
    failure: writer.failure,
    type: (content: string) => change({ text: content, model }, true),
    /** A button's change; a text that is changed stays a model's, another one says what it is. */
    replace: (content: string, byModel = model) =>
      change({ text: content, model: byModel }, false, { step: true }),
    /** The official chose among the texts that stand side by side. */
    settle: (chosen: Wording) =>
      change({ text: chosen.text, model: chosen.model === true }, false, { step: true, settles: true }),
    undo,
    canUndo: steps.last !== undefined,
    picture: own.picture,
    /** Gives the draft another picture, or none, or, letter by letter, other words for it; the text stays. */
    setPicture,
    /** What goes out now, stamped as this page's newest input. */
    handed: () => stamp(facts({ text, model }, base)),
  };
}
