import type { Download, Validators } from './source.ts';

/**
 * What a server said about freshness, as far as it can be trusted. WordPress makes the ETag and the date of its feeds
 * from the latest modification of what is *published*: a post that is taken back changes neither, and the feed answers
 * "nothing changed" without it. (`WP::send_headers`, `get_lastpostmodified`; seen with WordPress 6.1.) Such feeds are
 * read whole every time.
 */
export function trusted(download: Download): Validators {
  return isWordPressFeed(download.text) ? {} : download.validators;
}

/** By what it calls itself, or, where a site hides that, by the way it numbers its posts. */
function isWordPressFeed(text: string): boolean {
  return (
    /<generator\b[^>]{0,200}>[^<]{0,100}wordpress/i.test(text) ||
    /<generator\b[^>]{0,200}wordpress\.org/i.test(text) ||
    /<(?:guid|id)\b[^>]{0,60}>https?:\/\/[^<\s]{1,200}[/?]\?p=\d+<\//i.test(text)
  );
}
