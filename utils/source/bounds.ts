/**
 * How much of a document is ever looked at. A city's site can be hacked and a feed is anyone's: whatever is
 * beyond these is cut off, and what came before is kept. Largest seen among 43 real feeds: 851 KB.
 */
export const bounds = {
  /** Bytes on the wire, decoded characters in the readers. */
  feedBytes: 2 * 1024 * 1024,
  pageBytes: 4 * 1024 * 1024,
  pictureBytes: 8 * 1024 * 1024,
  /** Milliseconds for one request, its body included. */
  requestMs: 15_000,
  items: 200,
  attributes: 64,
  feedLevels: 64,
  pageLevels: 256,
  /** Elements in one document; a page of 4 MiB of "<p>" would otherwise become a tree of 300 MB. */
  elements: 30_000,
  /** Elements of a feed itself, and those in the texts of all its items: the fullest real one has some 8,000. */
  feedElements: 30_000,
  textElements: 30_000,
  /** Namespace prefixes that are bound at one place of a feed. */
  prefixes: 64,
  /** Characters of one item, before anything in it is decoded. */
  contentChars: 256 * 1024,
  /** Characters of a title: as shown, and as written with its entities and tags. */
  titleChars: 500,
  rawTitleChars: 4_000,
  paragraphs: 2_000,
  urlChars: 2_048,
  /** Authors or categories of one item. */
  names: 20,
} as const;
