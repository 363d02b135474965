import { ReadError } from './errors.ts';
import { readListing } from './page.ts';
import type { Download, Reader, Reading, Source, SourceKind } from './source.ts';

const readers: Readonly<Partial<Record<SourceKind, Reader>>> = {
  page: readListing,
};

/** Reads a source's listing or feed with the reader of its kind. */
export function read(download: Download, source: Source): Reading {
  const reader = readers[source.kind];
  if (!reader) throw new ReadError('unreadable', 'no reader');
  return reader(download, source);
}
