/** What a key does in the list. */
export type Command =
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'open'
  | 'select'
  | 'select-all'
  | 'clear'
  | 'search'
  | 'away'
  | 'delete'
  | 'undo'
  | 'help';

const plain = new Map<string, Command>([
  ['ArrowUp', 'up'],
  ['k', 'up'],
  ['ArrowDown', 'down'],
  ['j', 'down'],
  ['PageUp', 'page-up'],
  ['PageDown', 'page-down'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Enter', 'open'],
  [' ', 'select'],
  ['x', 'select'],
  ['Escape', 'clear'],
  ['/', 'search'],
  ['e', 'away'],
  ['Delete', 'delete'],
  ['#', 'delete'],
  ['u', 'undo'],
  ['?', 'help'],
]);

const withControl = new Map<string, Command>([
  ['a', 'select-all'],
  ['z', 'undo'],
]);

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means in the list; null where it means nothing here. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: Key): Command | null {
  if (altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return (ctrlKey || metaKey ? withControl : plain).get(name) ?? null;
}

/** Whether a key typed there belongs to what is being written or chosen there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, dialog, [contenteditable="true"]') !== null;
