import { type CaptionFeed, extensionVersion, type FeedItem, jsonFeedVersion } from './caption-feed.ts';

/**
 * A caption feed as the object that is saved, unsigned: a JSON Feed 1.1 that any reader understands (each item's text
 * is its first caption), with `_jubir` for Jubir. What is not there is left out, as JSON Feed wants it.
 */
export function feedObject(feed: CaptionFeed): Record<string, unknown> & { _jubir: Record<string, unknown> } {
  return {
    version: jsonFeedVersion,
    title: feed.title,
    language: feed.language,
    _jubir: {
      version: extensionVersion,
      city: feed.city,
      issued: new Date(feed.issued).toISOString(),
    },
    items: feed.items.map(itemObject),
  };
}

/** The file's text, one thing per line: it is looked at, compared and kept in archives. */
export const feedText = (feed: object): string => `${JSON.stringify(feed, null, 2)}\n`;

function itemObject(item: FeedItem): Record<string, unknown> {
  const { release, title, captions, vary, picture, expires, notBefore, topic } = item;
  const updated = new Date(item.updated).toISOString();
  return {
    id: release,
    url: release,
    title,
    content_text: captions[0]?.texts[0] ?? title,
    date_modified: updated,
    ...(picture && { image: picture.url }),
    ...(topic && { tags: [topic] }),
    _jubir: {
      release,
      title,
      captions: captions.map(({ platform, angle, texts }) => ({ platform, angle, texts })),
      vary,
      ...(picture && { picture }),
      ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
      ...(notBefore !== undefined && { not_before: new Date(notBefore).toISOString() }),
      ...(topic && { topic }),
      ...(item.writtenBy && { written_by: item.writtenBy }),
      ...(item.reviewedBy && { reviewed_by: item.reviewedBy }),
      updated,
    },
  };
}
