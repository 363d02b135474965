import { useLayoutEffect, useState } from 'preact/hooks';
import type { Click } from '../../components/draft/EntryList.tsx';
import type { Command } from '../../components/draft/list-keys.ts';
import type { Deed } from '../../components/draft/SelectionBar.tsx';
import { all, extended, nothing, toggled } from '../../components/draft/selection.ts';
import { usePlace } from '../../components/draft/use-place.ts';
import { type Entry, type Filter, shelfOf } from '../../utils/draft/entries.ts';
import type { DeskActions } from './use-desk-actions.ts';

interface Options {
  entries: readonly Entry[];
  filter: Filter;
  chosenId: string | undefined;
  actions: DeskActions;
  /** Opens an entry; `enter`: the keyboard goes there too. */
  onChoose: (id: string, enter: boolean) => void;
  onSearch: () => void;
  onHelp: () => void;
}

/** The list's row that the keyboard is at, what is selected, and what keys and clicks do with them. */
export function useList({ entries, filter, chosenId, actions, onChoose, onSearch, onHelp }: Options) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [selection, setSelection] = useState(nothing);
  const [focus, setFocus] = useState(0);
  // What another filter hides must not be acted on unseen.
  useLayoutEffect(() => {
    setActiveId(null);
    setSelection(nothing);
  }, [filter]);
  const active = usePlace(entries, activeId ?? chosenId ?? null, filter);
  const chosen = selection.ids.size === 0 ? [] : entries.filter(({ id }) => selection.ids.has(id));
  const ids = () => entries.map(({ id }) => id);
  const enter = () => setFocus((times) => times + 1);

  const reach = (place: number, extend: boolean) => {
    const [from, to] = [entries[active], entries[Math.min(Math.max(place, 0), entries.length - 1)]];
    if (!from || !to) return;
    if (extend) setSelection((now) => extended(now, ids(), from.id, to.id));
    setActiveId(to.id);
    enter();
  };

  const run = (deed: Deed) => {
    const one = entries[active];
    const targets = chosen.length > 0 ? chosen : one ? [one] : [];
    if (targets.length === 0) return;
    const isOpened = (entry: Entry) => entry.kind === 'post' && entry.post.state === 'opened';
    if (deed === 'confirm') actions.confirm(targets.filter(isOpened));
    else actions[deeds[deed]](targets);
    setSelection(nothing);
    // The row that takes the place of one that goes is to be the next.
    if (one) setActiveId(one.id);
    enter();
  };

  const key = (command: Command, { shiftKey }: { shiftKey: boolean }, page: number) => {
    const here = entries[active];
    const moves: Partial<Record<Command, number>> = {
      up: active - 1,
      down: active + 1,
      'page-up': active - page,
      'page-down': active + page,
      first: 0,
      last: entries.length - 1,
    };
    const place = moves[command];
    if (place !== undefined) return reach(place, shiftKey);
    if (command === 'open' && here) onChoose(here.id, true);
    if (command === 'select' && here) setSelection((now) => toggled(now, here.id));
    if (command === 'select-all') setSelection(all(ids()));
    if (command === 'clear') setSelection(nothing);
    if (command === 'search') onSearch();
    if (command === 'help') onHelp();
    if (command === 'undo') actions.undo();
    if (command === 'away' && here) run(returns[shelfOf(here)] ?? 'away');
    if (command === 'delete' && here && shelfOf(here) !== 'deleted') run('delete');
  };

  const click = (place: number, how: Click) => {
    const entry = entries[place];
    if (!entry) return;
    if (how === 'extend') return reach(place, true);
    setActiveId(entry.id);
    if (how === 'select') {
      setSelection((now) => toggled(now, entry.id));
      enter();
    } else onChoose(entry.id, false);
  };

  return {
    active,
    focus,
    enter,
    chosen,
    selected: selection.ids,
    selectAll: () => {
      setSelection(all(ids()));
      enter();
    },
    clear: () => {
      setSelection(nothing);
      enter();
    },
    run,
    key,
    click,
  };
}

const deeds = { away: 'putAway', back: 'bringBack', delete: 'removeAll', restore: 'restore' } as const;

/** Where "e" brings back instead of putting away. */
const returns: Partial<Record<ReturnType<typeof shelfOf>, Deed>> = { away: 'back', deleted: 'restore' };
