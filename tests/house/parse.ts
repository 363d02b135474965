import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A node of the syntax tree, as loosely as a walk needs it. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** One file with its syntax tree; `path` is from the repository's root, with forward slashes. */
export interface Parsed {
  path: string;
  text: string;
  body: Node[];
  comments: { value: string; start: number }[];
}

/** @throws Error when the file is not TypeScript. */
export function parse(path: string, text: string): Parsed {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return { path, text, body: program.body as unknown as Node[], comments };
}

/** Every .ts and .tsx below these folders. */
export function filesIn(...roots: string[]): Parsed[] {
  return roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${root}/${name.replaceAll('\\', '/')}`)
      .sort()
      .map((path) => parse(path, readFileSync(path, 'utf8'))),
  );
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Calls back on every node with its parent and the parent's key that holds it. */
export function walk(nodes: Node[], visit: (node: Node, parent: Node | null, key: string) => void): void {
  const go = (node: Node, parent: Node | null, key: string) => {
    visit(node, parent, key);
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) go(child, node, name);
    }
  };
  for (const node of nodes) go(node, null, '');
}

/** "12" for a position in the file. */
export const lineOf = (file: Parsed, at: number): number => file.text.slice(0, at).split('\n').length;
