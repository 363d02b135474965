import { ReadError } from '../errors.ts';
import { read } from '../read.ts';
import type { Download } from '../source.ts';
import type { Finds } from './finds.ts';
import { confidenceOf } from './judge.ts';
import { FOR_MAP } from './pages.ts';
import { type Candidate, softwareOf, usualWays } from './ways.ts';

/** A way this sure makes looking for feeds that nothing names needless. */
const GOOD = 0.8;

/** Two at a time: a city's server is a small one. */
export async function tryAll(finds: Finds, candidates: readonly Candidate[]): Promise<void> {
  for (let at = 0; at < candidates.length; at += 2) {
    await Promise.all(candidates.slice(at, at + 2).map((candidate) => tryFeed(finds, candidate)));
  }
}

async function tryFeed(finds: Finds, candidate: Candidate): Promise<void> {
  const download = await finds.session.get(candidate.url, candidate.foundBy);
  if (download) takeFeed(finds, download, candidate);
}

/** Reads a document as a feed; false where it is none or empty, which is on record. */
export function takeFeed(finds: Finds, download: Download, { kind, foundBy }: Candidate): boolean {
  try {
    const source = finds.sourceOf({ kind, url: download.url, foundBy });
    const reading = read(download, source);
    if (reading.items.length === 0) throw new ReadError('empty', `${download.url} has no items`);
    // An address added as a feed may turn out to be JSON: stored as what it is.
    const first = /\S/.exec(download.text)?.[0];
    source.kind = first === '[' ? 'wordpress' : first === '{' ? 'jsonfeed' : kind;
    finds.add(source, foundBy, reading, confidenceOf(reading, source.kind, finds.session.hosts));
    return true;
  } catch (error) {
    finds.session.noteFailure(download.url, foundBy, error);
    return false;
  }
}

/**
 * Tries where feeds usually are until one is good. Where the page itself reads well already, only the first two that
 * the site's own software is known to have: many sites run WordPress and hide its interface.
 */
export async function tryUsual(finds: Finds): Promise<void> {
  const software = finds.front ? softwareOf(finds.front) : 'unknown';
  const ways = usualWays(finds.origin, software);
  const few = finds.has(GOOD) ? (software === 'unknown' ? 0 : 2) : ways.length;
  for (const candidate of ways.slice(0, few)) {
    if (finds.session.left <= FOR_MAP || finds.has(GOOD, 'feed')) return;
    await tryFeed(finds, candidate);
  }
}
