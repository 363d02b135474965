import type { Element } from 'domhandler';
import { resolveAddress } from './address.ts';
import { bounds } from './bounds.ts';
import { childrenOf } from './feed-parts.ts';
import { foldText } from './fold.ts';
import { type JsonObject, objectsOf, textOf } from './json.ts';
import type { Enclosure } from './source.ts';

/**
 * The files that an item carries: RSS's `enclosure` and Atom's `link rel="enclosure"`, each address once.
 * @returns an empty object where there are none, to be spread into the item
 */
export function enclosuresOf(item: Element, base: string): { enclosures?: Enclosure[] } {
  const links = childrenOf(item, 'atom:link').filter(({ attribs }) => /^enclosure$/i.test(attribs.rel ?? ''));
  return distinct(
    [...childrenOf(item, 'enclosure'), ...links].map(({ attribs }) =>
      // 0.3 and hand-made feeds mix the two vocabularies up.
      enclosure(attribs.url ?? attribs.href ?? attribs.src, attribs.type, attribs.length, base),
    ),
  );
}

/** The `attachments` of a JSON Feed's item. */
export function attachmentsOf(item: JsonObject, base: string): { enclosures?: Enclosure[] } {
  return distinct(
    objectsOf(item.attachments)
      .slice(0, bounds.names)
      .map((each) => enclosure(textOf(each.url), textOf(each.mime_type), textOf(each.size_in_bytes), base)),
  );
}

function enclosure(
  address: string | undefined,
  type: string | undefined,
  length: string | undefined,
  base: string,
): Enclosure | null {
  const url = resolveAddress(address, base);
  if (!url) return null;
  const bytes = /^\s*\d{1,15}\s*$/.test(length ?? '') ? Number(length) : null;
  return { url, type: foldText((type ?? '').slice(0, 100)) || null, bytes };
}

function distinct(found: readonly (Enclosure | null)[]): { enclosures?: Enclosure[] } {
  const byUrl = new Map<string, Enclosure>();
  for (const each of found) if (each && !byUrl.has(each.url)) byUrl.set(each.url, each);
  return byUrl.size > 0 ? { enclosures: [...byUrl.values()].slice(0, bounds.names) } : {};
}
