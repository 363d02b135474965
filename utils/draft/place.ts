const start = '#/draft/';

/** Where a draft is found on the desk, as the fragment of its address. */
export const draftPlace = (draftId: string): string => `${start}${encodeURIComponent(draftId)}`;

/** The draft that a fragment names, or null. */
export function draftAt(hash: string): string | null {
  if (!hash.startsWith(start)) return null;
  try {
    return decodeURIComponent(hash.slice(start.length)) || null;
  } catch {
    // Half an escape: an address that somebody cut off names no draft.
    return null;
  }
}
