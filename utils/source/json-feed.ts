import { resolveAddress } from './address.ts';
import { bounds } from './bounds.ts';
import { Contents } from './contents.ts';
import { parseDate } from './date.ts';
import { attachmentsOf } from './enclosures.ts';
import { ReadError } from './errors.ts';
import { distinctNames, firstImage, noteGaps } from './feed-parts.ts';
import { plainToParagraphs } from './fold.ts';
import { isObject, type JsonObject, objectsOf, parseJson, textOf, textOrNull } from './json.ts';
import type { Download, ReadItem, Reading } from './source.ts';
import { htmlToLine } from './text.ts';

/**
 * Reads a JSON Feed, version 1 or 1.1. https://www.jsonfeed.org/version/1.1/
 * @throws ReadError `unreadable` when the document is no JSON Feed
 */
export function readJsonFeed(download: Download): Reading {
  const parsed = parseJson(download.text);
  const repairs = new Set([...(download.repairs ?? []), ...parsed.repairs]);
  const feed = parsed.value;
  if (!isObject(feed) || !Array.isArray(feed.items)) {
    throw new ReadError('unreadable', `${download.url} is no JSON Feed`);
  }
  const contents = new Contents((repair) => void repairs.add(repair));
  const feedAuthors = authorsOf(feed);
  const items = objectsOf(feed.items)
    .slice(0, bounds.items)
    .map((item) => readItem(item, download.url, feedAuthors, contents));
  noteGaps(items, contents.note);
  const link = resolveAddress(textOf(feed.home_page_url), download.url);
  return {
    title: htmlToLine(textOf(feed.title)) || null,
    ...(link && { link }),
    language: textOrNull(feed.language),
    items,
    repairs: [...repairs],
  };
}

function readItem(
  item: JsonObject,
  documentUrl: string,
  feedAuthors: string[],
  contents: Contents,
): ReadItem {
  const html = textOf(item.content_html);
  const authors = authorsOf(item);
  return {
    url:
      resolveAddress(textOf(item.url), documentUrl) ?? resolveAddress(textOf(item.external_url), documentUrl),
    guid: textOrNull(item.id),
    title: htmlToLine(textOf(item.title)),
    published: parseDate(textOf(item.date_published)),
    updated: parseDate(textOf(item.date_modified)),
    paragraphs: html ? contents.paragraphs(html) : plainToParagraphs(textOf(item.content_text)),
    summary: plainToParagraphs(textOf(item.summary)),
    image: imageOf(item, html, documentUrl, contents),
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: distinctNames(Array.isArray(item.tags) ? item.tags.map(textOrNull) : []),
    ...attachmentsOf(item, documentUrl),
  };
}

/** Version 1.1 has a list of authors, version 1 had one. */
function authorsOf(object: JsonObject): string[] {
  const authors = [...objectsOf(object.authors), ...objectsOf([object.author])];
  return distinctNames(authors.map((author) => textOrNull(author.name)));
}

function imageOf(item: JsonObject, html: string, base: string, contents: Contents): string | null {
  const attached = objectsOf(item.attachments).find((each) => textOf(each.mime_type).startsWith('image/'));
  for (const address of [item.image, item.banner_image, attached?.url]) {
    const resolved = resolveAddress(textOf(address), base);
    if (resolved) return resolved;
  }
  return firstImage(contents.nodes(html), base);
}
