import type { PlatformId } from '../platform/platform.ts';
import type { ReleaseState } from '../release/versions.ts';
import { alreadyShared } from './already-shared.ts';
import { campaignWords } from './campaign-words.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import { likeMyLast } from './like-my-last.ts';
import { meaningChanged } from './meaning-changed.ts';
import { noLink } from './no-link.ts';
import { oddHashtag } from './odd-hashtag.ts';
import { oldRelease } from './old-release.ts';
import { privateAddress } from './private-address.ts';
import { privateContact } from './private-contact.ts';
import { privateNumber } from './private-number.ts';
import { quoteChanged } from './quote-changed.ts';
import { type DraftReading, readDraft } from './reading/draft.ts';
import type { ReleaseFacts } from './reading/facts.ts';
import { releaseMoved } from './release-moved.ts';
import { shouting } from './shouting.ts';
import { speakerSwapped } from './speaker-swapped.ts';
import { tooLong } from './too-long.ts';
import { tooManyHashtags } from './too-many-hashtags.ts';
import { unknownDate } from './unknown-date.ts';
import { unknownMention } from './unknown-mention.ts';
import { unknownName } from './unknown-name.ts';
import { unknownNumber } from './unknown-number.ts';
import { wrongOffice } from './wrong-office.ts';

/** A draft as the checks see it. */
export interface Checked {
  text: string;
  platform: PlatformId;
  /** The release's address. */
  link: string;
  /** What is known of this release on this platform. */
  shared: 'opened' | 'posted' | null;
  /** What the release says, from `factsOf`; null while its text is unread: then nothing is compared with it. */
  facts: ReleaseFacts | null;
  /** What the city did with the release since, unless the official said to have seen it. */
  state: ReleaseState | null;
  /** Epoch milliseconds; null where the city gave no date. */
  publishedAt: number | null;
  /** Epoch milliseconds. */
  now: number;
  /** The official's last posts on this platform about other releases. */
  lastPosts: readonly { text: string }[];
  /** The official's own standing words (kept lines, closing line, accounts, hashtags): nobody expects them of a release. */
  own: readonly string[];
  /** Words that a civil servant avoids, while an election period runs; else null. */
  campaignWords: readonly string[] | null;
}

/** A stretch of the text, as UTF-16 offsets. */
export interface Mark {
  start: number;
  end: number;
}

/** What each reason's text is filled with; the texts of both languages have exactly these. */
export interface Reasons {
  tooLong: [over: number, platform: string];
  suspicious: [];
  withdrawn: [];
  changed: [];
  nationalId: [];
  privatePhone: [];
  privateMail: [];
  privateAddress: [];
  hiddenCharacters: [];
  lookAlikes: [];
  unknownNumber: [];
  swappedNumber: [];
  unknownDate: [];
  swappedDate: [];
  unknownName: [];
  swappedName: [];
  unknownMention: [];
  wrongOffice: [name: string, office: string];
  otherOffice: [office: string];
  quoteChanged: [];
  notQuoted: [];
  speakerSwapped: [speaker: string];
  negationDropped: [words: string];
  negationAdded: [word: string];
  opposite: [word: string];
  hedgeDropped: [words: string];
  noLink: [];
  tooManyHashtags: [limit: number, platform: string];
  hashtagDigits: [];
  hashtagBroken: [];
  hashtagHardToRead: [];
  hashtagUnfortunate: [word: string];
  shouting: [];
  alreadyOpened: [platform: string];
  alreadyPosted: [platform: string];
  likeMyLast: [percent: number];
  oldRelease: [days: number];
  campaignWords: [];
}

/** Why a draft is warned about: the key of its text and what that is filled with. */
export type Reason = { [Key in keyof Reasons]: { key: Key; args: Reasons[Key] } }[keyof Reasons];

/** What one tap can do about it; the key of the button's text. */
export type MendKey =
  | 'shorten'
  | 'addLink'
  | 'fewerHashtags'
  | 'removeHidden'
  | 'plainLetters'
  | 'remove'
  | 'useInstead'
  | 'useReleaseWords'
  | 'calm'
  | 'mendHashtag';

/** The text as it would be after one tap. */
export interface Mend {
  key: MendKey;
  /** What comes in, where the button names it. */
  word?: string;
  text: string;
}

/** One thing to look at before a draft goes out. */
export interface Finding {
  /**
   * `stop`: it should not go out like this. `warn`: it may be right, and the official decides. Neither blocks the
   * button: the account and the words are the official's own.
   */
  severity: 'stop' | 'warn';
  reason: Reason;
  /** Where in the text, in order; empty where it is about the whole. */
  marks: readonly Mark[];
  mends: readonly Mend[];
}

/** One check: what it finds wrong with a draft, nothing being best. */
export type Check = (draft: Checked, reading: DraftReading) => Finding[];

/** Most serious first: what breaks a law or the network, what says something false, then manners. */
const checks: readonly Check[] = [
  ...[privateNumber, privateContact, privateAddress],
  ...[tooLong, releaseMoved, hiddenCharacters],
  ...[unknownNumber, unknownDate, unknownName, wrongOffice, quoteChanged, speakerSwapped, meaningChanged],
  ...[noLink, campaignWords, tooManyHashtags, oddHashtag, unknownMention, shouting],
  ...[alreadyShared, likeMyLast, oldRelease],
];

/**
 * Everything to look at before a draft goes out, the most serious first. What one check has marked, a later one does
 * not mark again. An empty text has nothing to warn about. Fast enough for every keystroke; `facts` are made once.
 */
export function check(draft: Checked): Finding[] {
  if (draft.text.trim() === '') return [];
  const reading = readDraft(draft.text, draft.facts, draft.own);
  const told: Finding[] = [];
  for (const run of checks) {
    for (const finding of run(draft, reading)) {
      const fresh = finding.marks.filter((mark) => !told.some((other) => other.marks.some(over(mark))));
      if (finding.marks.length === 0 || fresh.length > 0) told.push({ ...finding, marks: fresh });
    }
  }
  const stops = told.filter(({ severity }) => severity === 'stop');
  return [...stops, ...told.filter(({ severity }) => severity === 'warn')];
}

const over =
  (a: Mark) =>
  (b: Mark): boolean =>
    a.start < b.end && b.start < a.end;
