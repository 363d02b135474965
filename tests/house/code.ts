import { browserRooms, isIn, network } from './imports.ts';
import { lineOf, type Node, type Parsed, walk } from './parse.ts';

/** The longest file, and the longest component, in lines. */
const longest = { file: 300, component: 150 };

/** Names that turn text into markup or code. */
const unsafe = new Set([
  ...['dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment'],
  ...['srcdoc', 'eval', 'execScript'],
]);
/** Every way to the network that a page or a worker has. */
const requests = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon']);

/** Where only files of the extension itself are read. */
const ownFiles = ['utils/browser/licences.ts'];

/** Breaches of the house's rules on code in one file, each as "path:line: what". */
export function codeBreaches(file: Parsed): string[] {
  const told: string[] = [];
  const tell = (at: number, what: string) => told.push(`${file.path}:${lineOf(file, at)}: ${what}`);

  const lines = file.text.trimEnd().split('\n').length;
  const most =
    file.path.startsWith('components/') && file.path.endsWith('.tsx') ? longest.component : longest.file;
  if (lines > most) tell(file.text.length, `${lines} lines, at most ${most}`);
  if (isBarrel(file.body)) tell(0, 'a barrel: import from the file itself');
  for (const { value, start } of file.comments) {
    const found = /@ts-(?:ignore|nocheck|expect-error)/.exec(value);
    if (found) tell(start, found[0]);
  }

  walk(file.body, (node, parent, key) => {
    if (node.type === 'TSAnyKeyword') tell(node.start, 'any');
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'Function') tell(node.start, 'new Function');
    const name = nameOf(node);
    if (name === null) return;
    if (unsafe.has(name)) tell(node.start, name);
    if (requests.has(name) && isUse(parent, key) && !isIn([...network, ...ownFiles], file.path)) {
      tell(node.start, `${name} outside its rooms`);
    }
    if ((name === 'browser' || name === 'chrome') && isUse(parent, key)) {
      const used = parent?.type === 'MemberExpression';
      if (used && !isIn(browserRooms, file.path)) tell(node.start, `${name}.* outside its rooms`);
    }
  });
  return told;
}

function nameOf(node: unknown): string | null {
  const { type, name } = (node ?? {}) as Node;
  return (type === 'Identifier' || type === 'JSXIdentifier') && typeof name === 'string' ? name : null;
}

/** A name as a value: the global itself or one reached through `globalThis`, not a key or a field of ours. */
function isUse(parent: Node | null, key: string): boolean {
  if (parent?.type === 'MemberExpression' && key === 'property' && parent.computed !== true) {
    return ['globalThis', 'window', 'self', 'navigator'].includes(nameOf(parent.object) ?? '');
  }
  if (key === 'key' && parent?.shorthand !== true) return false;
  return !parent?.type.startsWith('TS');
}

const isBarrel = (body: Node[]): boolean =>
  body.length > 0 &&
  body.every((node) => /^Export(?:All|Named)Declaration$/.test(node.type) && Boolean(node.source));
