import { isJustNow, isOtherDate, isSameText, isSameTitle } from './compare.ts';
import type { Release } from './release.ts';
import { isSuspicious } from './suspicious.ts';

/** What a merge must know besides the two rows. */
export interface MergeContext {
  /** Keys of the titles of the source's other releases: links to them are no text of this one. */
  titles: ReadonlySet<string>;
  /** Ids of releases whose body differed from one reading to the next: theirs is not believed this time. */
  unsettled: ReadonlySet<string>;
}

/**
 * A known release and what the listing says of it now, as one. Never touches what the official did with a release
 * (`unread`), or when it was first seen.
 * @returns the row as it is to be stored, and whether the city said something else than before
 */
export function mergeRow(
  before: Release,
  listed: Release,
  context: MergeContext,
): { after: Release; changed: boolean } {
  const renamed = (before.listedTitle ?? before.title) !== listed.title;
  const otherTitle =
    renamed &&
    !isSameTitle(before.listedTitle ?? before.title, listed.title) &&
    !isSameTitle(before.title, listed.title);
  const body = mergeBody(before, listed, context);
  const otherDate = isOtherDate(before.published, listed.published);
  // A date that is nothing but the moment of asking must stand until the next time to be believed.
  const doubtful =
    otherDate && !otherTitle && !body.changed && isJustNow(listed.published, listed.firstSeenAt);
  const after: Release = {
    ...before,
    ...body.row,
    url: listed.url,
    // A page's own heading stays, until the listing itself says something new.
    title:
      renamed && (otherTitle || listed.title.length >= before.title.length) ? listed.title : before.title,
    listedTitle: listed.title,
    // A listing that stops telling the date takes nothing back.
    published: (doubtful ? null : listed.published) ?? before.published,
    // The listing speaks of a picture or is silent; one that the page told is kept.
    image: listed.image ?? before.image,
    categories: listed.categories.length > 0 ? listed.categories : before.categories,
    // Undated or dated ahead, it stands where it was first seen: it must not rise again with every refresh.
    order: listed.published && !doubtful ? Math.min(listed.order, before.firstSeenAt) : before.order,
  };
  const changed = otherTitle || body.changed || (otherDate && !doubtful);
  if (changed) after.changedAt = listed.firstSeenAt;
  if (after.title !== before.title || body.row) markSuspicion(after);
  return { after, changed };
}

interface MergedBody {
  /** What is to be written of it; absent where it stays. */
  row?: Partial<Release>;
  changed: boolean;
}

function mergeBody(before: Release, listed: Release, context: MergeContext): MergedBody {
  if (listed.body !== 'read') return { changed: false };
  const { paragraphs, language, readWith } = listed;
  const row: Partial<Release> = { body: 'read', paragraphs, language, ...(readWith && { readWith }) };
  if (before.body !== 'read') return { row, changed: false };
  if (before.readWith !== listed.readWith) {
    // Read in another way it may well differ; a teaser takes nothing from a text that was read whole.
    return listed.readWith === 'teaser' ? { changed: false } : { row, changed: false };
  }
  if (context.unsettled.has(before.id) || isSameText(before.paragraphs, paragraphs, context.titles)) {
    return { changed: false };
  }
  return { row, changed: true };
}

/** Whether a known release's body, as listed now, differs from the stored one by more than looks. */
export function bodyDiffers(before: Release, listed: Release, titles: ReadonlySet<string>): boolean {
  return mergeBody(before, listed, { titles, unsettled: new Set() }).changed;
}

/** Sets or clears a release's suspicion by its own text. */
export function markSuspicion(release: Release): void {
  if (isSuspicious(release.title, release.paragraphs)) release.suspicious = true;
  else delete release.suspicious;
}
