import {
  type Draft,
  type DraftPicture,
  isPictureAddress,
  longestAlt,
  type Revision,
  type Stamp,
  type Subject,
  type Wording,
} from './draft.ts';

/** One input in a text box: the whole draft as the page has it. */
export interface DraftInput extends Subject {
  id: string;
  text: string;
  /** Id of the page that writes, made when it opens. */
  writer: string;
  /** That page's count of inputs. */
  count: number;
  /** The draft's revision that the page had seen when the official began to write; 0 = none. */
  base: number;
  /** A button's change and not a letter typed: what it replaces is worth keeping. */
  step?: true;
  /** The text is a language model's. */
  model?: true;
  /** The official saw the rivals and chose this text. */
  settles?: true;
  /** The Humas caption that the draft is made from: the mark of its text. Absent it stays as it is. */
  preferred?: string;
  /** The picture that the draft gets; null takes it away, and absent it stays as it is. */
  picture?: DraftPicture | null;
}

/** What became of an input. */
export interface Written {
  /** The count of this page that is now stored. */
  count: number;
  /** The draft's revision now. */
  revision: number;
  /** The text lies beside another one that the page had not seen; nothing was overwritten. */
  rival: boolean;
}

/** How many pages' counts, and how many rivals, a draft remembers. */
const pagesKept = 8;
/** Typing is kept as an earlier text after a pause this long (milliseconds), or this many inputs, or this much less. */
const pause = 60_000;
const burst = 200;
const cut = 20;

/** Whether the input is known: an older one of the same page that arrives late, or a second time. */
export const isEcho = (known: Draft | undefined, input: DraftInput): known is Draft =>
  known !== undefined && (known.inputs[input.writer] ?? 0) >= input.count;

/** What a page is told of a draft that holds its input. */
export const written = (draft: Draft, { writer }: DraftInput): Written => ({
  count: draft.inputs[writer] ?? 0,
  revision: draft.revision,
  rival: draft.rivals.some((rival) => rival.writer === writer),
});

/**
 * A draft with an input taken into it, and the texts that it replaced and that are worth keeping. An input whose page
 * had not seen the present text becomes its rival, and nothing is overwritten.
 * @param now epoch milliseconds
 */
export function takeIn(
  known: Draft | undefined,
  input: DraftInput,
  stamp: Stamp,
  now: number,
): { draft: Draft; replaced: Wording[] } {
  const { writer, count, base: _, step: __, model, settles: ___, picture, ...facts } = input;
  const wording: Wording = { ...stamp, text: input.text, writer, at: now, ...(model && { model }) };
  if (!known) {
    const draft = { ...first(now), ...facts, ...present(wording, undefined, count) };
    return { draft: pictured(draft, picture, stamp), replaced: [] };
  }
  const worth = (wordings: Wording[]) =>
    wordings.filter((each) => isWorthKeeping(each, input, known.unkept, now));
  const own = worth(known.rivals.filter((rival) => rival.writer === writer));
  const others = known.rivals.filter((rival) => rival.writer !== writer);
  if (!hasSeen(known, input)) {
    const rivals = [wording, ...others];
    const beside: Draft = {
      ...known,
      rivals: rivals.slice(0, pagesKept),
      // Nobody would look for a choice among what was put away.
      archivedAt: 0,
      stamps: { ...known.stamps, archivedAt: stamp },
      unkept: own.length > 0 ? 0 : known.unkept + 1,
      ...noted(known, stamp, writer, count),
    };
    return { draft: pictured(beside, picture, stamp), replaced: [...own, ...rivals.slice(pagesKept)] };
  }
  const { model: ____, ...rest } = known;
  const kept = worth([wordingOf(known)]);
  const left = input.settles ? known.rivals.filter(({ text }) => text !== input.text) : own;
  const draft: Draft = {
    ...rest,
    ...facts,
    rivals: input.settles ? [] : others,
    ...present(wording, known, count),
    unkept: kept.length > 0 ? 0 : known.unkept + 1,
  };
  return { draft: pictured(draft, picture, stamp), replaced: [...kept, ...left] };
}

/** A draft with this picture, with none, or as it is. An address that no picture may have changes nothing. */
function pictured(draft: Draft, picture: DraftInput['picture'], stamp: Stamp): Draft {
  if (picture === undefined || (picture && !isPictureAddress(picture.url))) return draft;
  const { picture: _, ...rest } = draft;
  const stamps = { ...draft.stamps, picture: stamp };
  if (!picture) return { ...rest, stamps };
  return { ...rest, stamps, picture: { url: picture.url, alt: picture.alt.slice(0, longestAlt) } };
}

/** The present text as it was written. */
export const wordingOf = (draft: Draft): Wording => ({
  n: draft.revision,
  by: draft.machine,
  text: draft.text,
  writer: draft.writer,
  at: draft.updatedAt,
  ...(draft.model && { model: draft.model }),
});

/** A wording as an earlier text of a draft. */
export const revisionOf = (draftId: string, wording: Wording): Revision => ({
  ...wording,
  id: `${draftId}:${wording.by}:${wording.n}`,
  draftId,
});

const first = (now: number) => ({
  rivals: [],
  unkept: 0,
  createdAt: now,
  remindAt: 0,
  note: '',
});

/** What changes in a draft that takes a wording as its text. Writing brings it back from wherever it was put. */
function present(wording: Wording, known: Draft | undefined, count: number) {
  const { n, by, text, writer, at, model } = wording;
  const stamp = { n, by };
  return {
    text,
    writer,
    ...(model && { model }),
    revision: n,
    machine: by,
    updatedAt: at,
    state: 'writing' as const,
    deletedAt: 0,
    archivedAt: 0,
    stamps: { ...known?.stamps, state: stamp, deletedAt: stamp, archivedAt: stamp },
    ...noted(known, stamp, writer, count),
  };
}

/** That a write was taken: the machine's newest, and the page's newest. */
function noted(known: Draft | undefined, { n, by }: Stamp, writer: string, count: number) {
  const pages = Object.entries(known?.inputs ?? {}).filter(([page]) => page !== writer);
  return {
    seen: { ...known?.seen, [by]: n },
    inputs: Object.fromEntries([...pages.slice(1 - pagesKept), [writer, count]]),
  };
}

/** Whether what stands was known to the page when it wrote; what says the same needs no choice. */
const hasSeen = (known: Draft, input: DraftInput): boolean =>
  known.deletedAt > 0 ||
  known.writer === input.writer ||
  input.base >= known.revision ||
  known.text === input.text;

function isWorthKeeping(before: Wording, input: DraftInput, unkept: number, now: number): boolean {
  if (before.text === input.text || before.text.trim() === '') return false;
  return (
    input.step === true ||
    // What was not chosen is kept, also where the page that chose had typed it.
    input.settles === true ||
    before.writer !== input.writer ||
    // A clock that was set back is a pause as well.
    Math.abs(now - before.at) > pause ||
    unkept >= burst ||
    before.text.length - input.text.length > cut
  );
}
