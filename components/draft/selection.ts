/** What is selected in the list, and from where a range reaches. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** The one that was selected or deselected last: ranges begin there. */
  anchor: string | null;
  /** What was selected before the range. */
  base: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Nothing is selected. */
export const nothing: Selection = { ids: none, anchor: null, base: none };

/** Selects one, or deselects it. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, base: next };
}

/**
 * Selects all from the anchor to one, in place of the range that was selected last.
 * @param list ids in the order in which they are shown
 * @param from where the range begins if nothing was selected yet
 */
export function extended(selection: Selection, list: readonly string[], from: string, to: string): Selection {
  const known = selection.anchor !== null && list.includes(selection.anchor);
  const anchor = known && selection.anchor !== null ? selection.anchor : from;
  const base = known ? selection.base : selection.ids;
  const [a, b] = [list.indexOf(anchor), list.indexOf(to)];
  const range = list.slice(Math.min(a, b), Math.max(a, b) + 1);
  return { ids: new Set([...base, ...range]), anchor, base };
}

/** Selects all that is shown. */
export function all(list: readonly string[]): Selection {
  const ids = new Set(list);
  return { ids, anchor: null, base: ids };
}
