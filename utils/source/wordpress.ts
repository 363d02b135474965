import { resolveAddress } from './address.ts';
import { bounds } from './bounds.ts';
import { Contents } from './contents.ts';
import { parseDate } from './date.ts';
import { ReadError } from './errors.ts';
import { distinctNames, firstImage } from './feed-parts.ts';
import { isObject, type JsonObject, objectsOf, parseJson, textOf, textOrNull } from './json.ts';
import type { Download, PublishedDate, ReadItem, Reading } from './source.ts';
import { htmlToLine } from './text.ts';

/**
 * Reads a list of posts of the WordPress REST API (`/wp-json/wp/v2/posts?_embed`), custom types included.
 * Pictures, authors and categories stand in `_embedded`. https://developer.wordpress.org/rest-api/reference/posts/
 * @throws ReadError `unreadable` when the document is no such list; a site that refuses answers with one object
 */
export function readWordPress(download: Download): Reading {
  const parsed = parseJson(download.text);
  const repairs = new Set([...(download.repairs ?? []), ...parsed.repairs]);
  // A damaged document comes back as its whole items.
  const list = isObject(parsed.value) && parsed.repairs.length > 0 ? parsed.value.items : parsed.value;
  if (!Array.isArray(list)) throw new ReadError('unreadable', `${download.url} is no list of posts`);
  const posts = objectsOf(list).slice(0, bounds.items);
  if (list.length > 0 && !posts.some((post) => 'link' in post || 'title' in post)) {
    throw new ReadError('unreadable', `${download.url} is a list of something else`);
  }
  const contents = new Contents((repair) => void repairs.add(repair));
  return {
    title: null,
    language: null,
    items: posts.map((post) => readPost(post, download.url, contents)),
    repairs: [...repairs],
  };
}

function readPost(post: JsonObject, documentUrl: string, contents: Contents): ReadItem {
  const url = resolveAddress(textOf(post.link), documentUrl);
  const html = textOf(post.content);
  const embedded = isObject(post._embedded) ? post._embedded : {};
  return {
    url,
    guid: htmlToLine(textOf(post.guid)) || textOrNull(post.id),
    title: htmlToLine(textOf(post.title)),
    published: dateOf(post.date_gmt, post.date),
    updated: dateOf(post.modified_gmt, post.modified),
    paragraphs: contents.paragraphs(html),
    summary: contents.paragraphs(textOf(post.excerpt)).map(withoutMore),
    image: imageOf(post, embedded, html, url ?? documentUrl, contents),
    authors: authorsOf(post, embedded),
    categories: distinctNames(termsOf(embedded).map((term) => textOrNull(term.name))),
  };
}

/** `date_gmt` is in UTC and says no zone; drafts have it as zeros. `date` is the site's own time, Jakarta's to us. */
function dateOf(gmt: unknown, local: unknown): PublishedDate | null {
  const utc = textOf(gmt);
  return (utc && !utc.startsWith('0000') ? parseDate(`${utc}Z`) : null) ?? parseDate(textOf(local));
}

/** Where a site hides its users from the interface, the Yoast plugin still tells who wrote. */
function authorsOf(post: JsonObject, embedded: JsonObject): string[] {
  const named = distinctNames(objectsOf(embedded.author).map((author) => textOrNull(author.name)));
  return named.length > 0 ? named : distinctNames([textOrNull(yoastOf(post).author)]);
}

function yoastOf(post: JsonObject): JsonObject {
  return isObject(post.yoast_head_json) ? post.yoast_head_json : {};
}

/** WordPress ends a cut excerpt with "[…]". */
function withoutMore(paragraph: string): string {
  return paragraph.replace(/\s*\[(?:…|\.\.\.)\]$/, '…');
}

function termsOf(embedded: JsonObject): JsonObject[] {
  const taxonomies = embedded['wp:term'];
  return Array.isArray(taxonomies) ? taxonomies.flatMap(objectsOf) : [];
}

function imageOf(
  post: JsonObject,
  embedded: JsonObject,
  html: string,
  base: string,
  contents: Contents,
): string | null {
  const media = objectsOf(embedded['wp:featuredmedia'])[0];
  const shared = objectsOf(yoastOf(post).og_image)[0];
  for (const address of [
    ...smallSizes(media),
    media?.source_url,
    post.jetpack_featured_media_url,
    shared?.url,
  ]) {
    const resolved = resolveAddress(textOf(address), base);
    if (resolved) return resolved;
  }
  return firstImage(contents.nodes(html), base);
}

/** The sizes that WordPress has ready: a camera's 8 MB original is not needed for a small square. */
function smallSizes(media: JsonObject | undefined): unknown[] {
  const details = isObject(media?.media_details) ? media.media_details : {};
  const sizes = isObject(details.sizes) ? details.sizes : {};
  return ['medium', 'medium_large', 'large'].map((name) => {
    const size = sizes[name];
    return isObject(size) ? size.source_url : undefined;
  });
}
