import { ReadError, SourceError } from './errors.ts';
import { readFeed } from './feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { readListing } from './page.ts';
import type { Download, Reader, Reading, Source, SourceKind } from './source.ts';
import { readWordPress } from './wordpress.ts';

const readers: Readonly<Record<SourceKind, Reader>> = {
  page: readListing,
  feed: readFeed,
  jsonfeed: readJsonFeed,
  wordpress: readWordPress,
};

/**
 * Reads a source's listing or feed with the reader of its kind.
 * @throws SourceError, and nothing else: a document that no reader foresaw is `unreadable`
 */
export function read(download: Download, source: Source): Reading {
  try {
    return readers[kindOf(download, source)](download, source);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new ReadError('unreadable', `${download.url} could not be read`, { cause: error });
  }
}

/** An address added as a feed may answer with JSON: the document's first character says so. */
function kindOf(download: Download, source: Source): SourceKind {
  if (source.kind !== 'feed') return source.kind;
  const first = /\S/.exec(download.text)?.[0];
  return first === '{' ? 'jsonfeed' : first === '[' ? 'wordpress' : 'feed';
}
