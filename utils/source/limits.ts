/**
 * How much Jubir asks of a city's server, all of it in one place: every number with its reason, and the source where
 * the reason is not our own. What protects the official's machine from a document is in `bounds.ts`. What these come
 * to with 100,000 officials at one server: `npm run bench reach`.
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times in milliseconds, all others in number. */
export const limits = {
  /**
   * Waits between two looks at a source. A release is to be in the popup within a quarter of an hour while the browser
   * runs (the mayor's "cepat"); nobody waits longer by day.
   */
  dayMs: 15 * MINUTE,
  /**
   * While the city publishes, within an hour of a release or at its usual hours: the next release and the correction of
   * the last one are likeliest then. Nothing comes of asking still more often, "every minute, or every 2 minutes":
   * https://rachelbythebay.com/w/2023/01/18/http/
   */
  busyMs: 8 * MINUTE,
  /** No press office publishes while it sleeps; hourly is what feed readers are asked for: https://rachelbythebay.com/w/feed/ */
  nightMs: HOUR,
  /** By the official's own clock, hours: when a city's evening events are out, and before its first office opens. */
  nightFrom: 21,
  nightTo: 5,
  /** The device has no network: nothing is asked of anybody, so it may try soon. */
  offlineMs: 5 * MINUTE,
  /**
   * Each wait is shorter by up to this share, by lot: installs that began together part within a few looks.
   * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("equal jitter", with a smaller share, as
   * nobody is to wait longer than said)
   */
  jitter: 0.2,
  /**
   * The hour at which a server wants to be asked again (`Retry-After`) is the same for everybody: they come over as long
   * as a usual wait, so no denser than on any day. Over one minute, as it once was, they came 6.6 times as dense.
   */
  spreadMs: 15 * MINUTE,
  /** So is the end of the night; the first look of the day is not to be late, and most computers are off by then. */
  morningMs: 5 * MINUTE,
  /** A site that fails is left alone twice as long each time, up to this; a morning's failure is over by the afternoon. */
  longestBackOffMs: 6 * HOUR,
  /** `Retry-After` is obeyed (RFC 9110, 10.2.3) up to here; a wish for longer is a slip that would silence a city. */
  longestHoldMs: DAY,
  /** Publishing times that make a rhythm: two working weeks, and as many as a busy press office fills them with. */
  rhythmMs: 14 * DAY,
  rhythmKept: 50,
  /** So many releases around this hour within those make it a usual one: two are chance. */
  usual: 3,

  /**
   * A page of ours that opens asks sources whose last look is older than this; a person opens the popup several times
   * in a row, and the city is asked once.
   */
  staleMs: 5 * MINUTE,
  /** Chrome lets no alarm ring sooner: https://developer.chrome.com/docs/extensions/reference/api/alarms */
  soonestMs: 30 * SECOND,

  /** Requests to a source under way at once: what RFC 2616, 8.1.4 allowed one person's client; a city's server is small. */
  atATime: 2,
  /** After so many requests in a row without an answer the site is down, and is left alone until the next look. */
  silences: 3,
  /** Pages besides the listing in one refresh: two listings' worth of releases. What is left waits for the next. */
  pagesARefresh: 20,
  /** Of those, pages that were read before: a day's releases of a busy city. */
  rechecksARefresh: 8,
  /** Pages are looked at again while a release is this young; older ones are seldom corrected. */
  recentMs: 7 * DAY,
  /** How long after a look the next one comes, by the release's age: corrections come soon or not at all. */
  recheckMs: [
    [DAY, 10 * MINUTE],
    [3 * DAY, HOUR],
    [7 * DAY, 6 * HOUR],
  ] as readonly (readonly [age: number, interval: number])[],
  /**
   * Every look is conditional (RFC 9110, 13.1) where the server gave validators; yet a server that says "nothing
   * changed" by mistake would say so for ever, so the whole is read this often.
   */
  wholeMs: 6 * HOUR,

  /** Older pages in one refresh, to join what was missed: a holiday's worth, with room for the day's own pages. */
  gapPages: 5,
  /** A gap of more pages is left open: the site has changed its addresses, or cannot page. */
  gapLimit: 60,
  /** How often a feed's older pages are read to see withdrawals, and how many: the recent days of a busy city. */
  sweepEveryMs: 6 * HOUR,
  sweepPages: 4,

  /** Small pictures are had for as many releases as a list shows at first. */
  pictures: 30,
  /** A picture that could not be had is no news: a day passes. */
  pictureRetryMs: DAY,
  /** A page that answers, but never readably, is given up after so many times. */
  attempts: 5,

  /** Fetching an archive is in no hurry: the wait between two of its pages, about as a person turns them. */
  archivePauseMs: SECOND,
  /** Release pages after each of its listing pages, where the listing has no texts: more than one lists. */
  archiveBodies: 30,
  /** More listing pages than a year of any city has. */
  archivePages: 1_000,
  /** An archive's failure that may pass is tried again after the first, then ever later up to the last, so often. */
  archiveFirstRetryMs: MINUTE,
  archiveLastRetryMs: HOUR,
  archiveRetries: 8,

  /** An official waits for a detection and watches it; a server sees what one visit of a person costs it. */
  detectRequests: 12,
  detectMs: 60 * SECOND,
} as const;
