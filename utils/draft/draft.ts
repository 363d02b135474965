import type { Angle } from '../caption/caption.ts';
import type { PlatformId, Route } from '../platform/platform.ts';

/**
 * One write: the machine that made it and that machine's count then. A count is greater than every other that the
 * machine knew of, so counts put writes in order where clocks cannot. Two writes that did not know of each other are
 * told apart by `seen`.
 */
export interface Stamp {
  n: number;
  by: string;
}

/** What the official marks on an entry, apart from its text. */
export interface Marks {
  /** Epoch milliseconds of deletion; 0 while it stands. Deleted ones can be restored. */
  deletedAt: number;
  /** Epoch milliseconds of putting away; 0 while it lies on the desk. */
  archivedAt: number;
  /** The official's note to themselves; '' without one. */
  note: string;
  /** Epoch milliseconds of choosing it as one of the best lines; 0 taken back, absent while it never was. */
  starredAt?: number;
}

/** What release, platform and angle a draft or post is of. */
export interface Subject {
  releaseId: string;
  releaseTitle: string;
  releaseUrl: string;
  /** '' where an old version of Jubir wrote it and the release is gone. */
  sourceId: string;
  platform: PlatformId;
  angle: Angle;
}

/** A text as it was written once. */
export interface Wording extends Stamp {
  text: string;
  /** The page that wrote it. */
  writer: string;
  /** Epoch milliseconds, for showing only. */
  at: number;
  /** Set where a language model wrote it, whatever was typed into it since. */
  model?: true;
}

/** A picture that goes out with a text; it is fetched from the city's own host when it is needed, and stored nowhere. */
export interface DraftPicture {
  /** An address that `isPictureAddress` passes. */
  url: string;
  /** What is seen in it, for those who do not see it; '' until the official wrote it. At most `longestAlt`. */
  alt: string;
}

/** A caption that the official took up and may edit. The background is its only writer. */
export interface Draft extends Subject, Marks {
  /** One per release, platform and angle, from `draftId`: a repeated write is the same write. */
  id: string;
  text: string;
  model?: true;
  /** The stamp of the text: a page's input is taken over it only if the page had seen this one. */
  revision: number;
  machine: string;
  writer: string;
  /** Texts that were written without having seen the present one: the official chooses. */
  rivals: Wording[];
  /** Per machine the newest write that this draft holds or replaced knowingly. */
  seen: Record<string, number>;
  /** Per page that wrote lately its count of inputs: an echo of an older input changes nothing. */
  inputs: Record<string, number>;
  /** Inputs since an earlier text was last kept. */
  unkept: number;
  /** `writing`: editable. `opened`: a composer was opened with it. `posted`: the official said it went out. */
  state: 'writing' | 'opened' | 'posted';
  /** When the official wants to be reminded, epoch milliseconds; 0 = never. */
  remindAt: number;
  /** The mark of the Humas caption that it was made from, see `utils/caption/preferred.ts`; absent where of none. */
  preferred?: string;
  /** Of the draft, whichever text is chosen; absent where there is none, or it was taken away. */
  picture?: DraftPicture;
  /** When each of these was last set; the later wins where two machines set it. */
  stamps: Partial<Record<keyof Marks | 'remindAt' | 'state' | 'picture', Stamp>>;
  /** Epoch milliseconds, for showing; `revision` is the order. */
  createdAt: number;
  updatedAt: number;
}

/** An earlier text of a draft, kept so that it can be had back. */
export interface Revision extends Wording {
  /** `draftId:by:n`. */
  id: string;
  draftId: string;
}

/** The id of the draft of a release on a platform at an angle. */
export const draftId = (releaseId: string, platform: PlatformId, angle: Angle): string =>
  `${releaseId}:${platform}:${angle}`;

/** The record that a draft went out. What happened to it is only ever added to `changes`. */
export interface Post extends Subject, Marks {
  id: string;
  draftId: string;
  /** `api`: Jubir sent it itself, with the account's own token. `share`: by the system's sheet, to an app of which only the official knows. */
  route: Route | 'api' | 'share';
  /** Name of the account it went out from; null where only the platform knows. */
  account: string | null;
  /** The exact text that was handed over. */
  text: string;
  model?: true;
  /** The picture that Jubir sent with it; absent where there was none, or where it was attached by hand. */
  picture?: DraftPicture;
  /** The last of `changes`. `opened` is not `posted`: only the official, or an API that answered, says that. */
  state: PostState;
  changes: PostChange[];
  /** Address of the post, if it is known. */
  link: string | null;
  /** The count at which it was opened: the order of posts. */
  order: number;
  openedAt: number;
  /** 1 once the question "Sudah terbit?" was shown. */
  asked: 0 | 1;
  stamps: Partial<Record<keyof Marks, Stamp>>;
}

/**
 * `unknown`: no answer came, it may have gone out. Of those that Jubir sends itself: `prepared` waits in the outbox,
 * `sending` is on its way, `failed` did not go out for certain (of a thread: not all of it), `removed` was deleted there.
 */
export type PostState =
  | 'opened'
  | 'prepared'
  | 'sending'
  | 'posted'
  | 'not-posted'
  | 'failed'
  | 'unknown'
  | 'removed';

/** One change of a post's state. */
export interface PostChange extends Stamp {
  state: PostState;
  at: number;
  link?: string;
}

/** Whether this is an address that a post may have: https, with a host. `URL.parse` is newer than Chrome 120. */
export const isPostLink = (link: string): boolean =>
  URL.canParse(link) && new URL(link).protocol === 'https:';

/** The longest alternative text, in characters: Mastodon takes 1,500 by default (its `description_limit`). */
export const longestAlt = 1_500;
/** The longest address of a picture, in characters, as of every address that is stored. */
const longestAddress = 2_048;

/** Whether a draft's picture may have this address: https, a host, no name or password in it. */
export function isPictureAddress(address: string): boolean {
  if (address.length > longestAddress || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
