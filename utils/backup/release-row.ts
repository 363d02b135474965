import type { Release } from '../release/release.ts';
import type { ReleaseVersion } from '../release/versions.ts';
import type { PublishedDate } from '../source/source.ts';
import { address, BadValue, fields, id, isTrue, list, most, oneOf, optional, text, time } from './check.ts';

/** The most entries of the lists in a row. */
const longest = { aliases: 64, paragraphs: 5_000, categories: 50 };

const readDate = (value: unknown): PublishedDate | null => {
  if (value === null) return null;
  const { at, precision } = fields(value);
  return { at: time(at), precision: oneOf(precision, ['day', 'time']) };
};

const readParagraphs = (value: unknown): string[] =>
  list(value, longest.paragraphs, (paragraph) => text(paragraph, most.text));

/** A release as it was read; what the search index holds of it is for this machine to say. @throws BadValue */
export function checkRelease(value: unknown): Release {
  const raw = fields(value);
  const { order } = raw;
  if (typeof order !== 'number' || !Number.isFinite(order)) throw new BadValue('no order');
  return {
    id: id(raw.id),
    sourceId: id(raw.sourceId),
    url: address(raw.url),
    title: text(raw.title, most.line),
    ...optional(raw, 'listedTitle', (title) => text(title, most.line)),
    paragraphs: readParagraphs(raw.paragraphs),
    body: oneOf(raw.body, ['pending', 'read', 'missing']),
    published: readDate(raw.published),
    image: raw.image === null ? null : address(raw.image),
    categories: list(raw.categories, longest.categories, (category) => text(category, most.name)),
    language: oneOf(raw.language, ['id', 'en']),
    order,
    firstSeenAt: time(raw.firstSeenAt),
    ...optional(raw, 'changedAt', time),
    ...optional(raw, 'acknowledgedAt', time),
    ...optional(raw, 'withdrawnAt', time),
    ...optional(raw, 'suspicious', isTrue),
    ...optional(raw, 'aliases', (aliases) => list(aliases, longest.aliases, id)),
    ...optional(raw, 'readWith', (way) => text(way, most.name)),
    // It was written about.
    unread: 0,
  };
}

/** An earlier state of a release. @throws BadValue */
export function checkVersion(value: unknown): ReleaseVersion {
  const raw = fields(value);
  const [of, until] = [id(raw.releaseId), time(raw.until)];
  return {
    id: `${of}:${until}`,
    releaseId: of,
    title: text(raw.title, most.line),
    paragraphs: readParagraphs(raw.paragraphs),
    published: readDate(raw.published),
    since: time(raw.since),
    until,
  };
}
