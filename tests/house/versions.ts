import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { type Node, type Parsed, walk } from './parse.ts';

/** A feature in MDN's compatibility data, and the features that belong to it. */
interface Feature {
  [name: string]: Feature | undefined;
}
interface Compat {
  support: Record<string, Support | Support[] | undefined>;
}
interface Support {
  version_added?: string | boolean | null;
  version_removed?: string | boolean | null;
  flags?: object;
  partial_implementation?: boolean;
}

const data = bcd as unknown as Record<'api' | 'css' | 'javascript' | 'webextensions', Feature>;
const { api, css, webextensions } = data;
const builtins = data.javascript.builtins as Feature;

/** The first version of a browser that has a feature, whole and without a setting; Infinity where none has. */
function since(feature: Feature | undefined, browser: string): number {
  const compat = feature?.__compat as unknown as Compat | undefined;
  const found = compat?.support[browser];
  const all = Array.isArray(found) ? found : found ? [found] : [];
  const versions = all
    .filter((one) => !one.flags && !one.partial_implementation && !one.version_removed)
    .map(({ version_added: added }) => Number.parseFloat(String(added).replace('≤', '')));
  return Math.min(
    ...versions.map((version) => version || Number.POSITIVE_INFINITY),
    Number.POSITIVE_INFINITY,
  );
}

/** A feature of SubtleCrypto. */
export const ed25519 = (browser: string): number =>
  Math.max(
    ...['generateKey', 'importKey', 'sign', 'verify'].map((job) =>
      since(api.SubtleCrypto?.[job]?.ed25519, browser),
    ),
  );

/** The first version that has anything of this name, whosever it is. */
function namesOf(browser: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const owner of [...Object.values(api), ...Object.values(builtins), builtins, api]) {
    for (const [name, feature] of Object.entries(owner ?? {})) {
      const known = name.replace(/_static$/, '');
      if (name !== '__compat')
        names.set(known, Math.min(names.get(known) ?? Number.POSITIVE_INFINITY, since(feature, browser)));
    }
  }
  return names;
}

/** Names that our own objects have: a call of one says nothing of the browser. */
function ownNames(files: Parsed[]): Set<string> {
  const own = new Set<string>();
  const kinds = [
    'Property',
    'MethodDefinition',
    'PropertyDefinition',
    'TSPropertySignature',
    'TSMethodSignature',
  ];
  for (const { body } of files)
    walk(body, (node) => {
      const { name } = (node.key ?? {}) as { name?: string };
      if (kinds.includes(node.type) && name) own.add(name);
    });
  return own;
}

/**
 * What the code calls that a browser has only after its version `most`, each as "path: name (version)". What is called
 * with `?.` is looked for first, and left out.
 */
export function youngCalls(files: Parsed[], browser: string, most: number): string[] {
  const names = namesOf(browser);
  const own = ownNames(files);
  const told = new Set<string>();
  for (const { path, body } of files)
    walk(body, (node) => {
      if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
      const callee = node.callee as Node;
      if (node.optional === true) return;
      const isMember = callee.type === 'MemberExpression';
      // A plain function is nearly always ours; a plain class of the browser's is known exactly.
      if (!isMember && node.type === 'CallExpression') return;
      const [label, version] = isMember ? memberOf(callee) : classOf(callee);
      const name = label.split('.').at(-1) ?? '';
      const first = version ?? (own.has(name) ? undefined : names.get(name));
      if (label && first !== undefined && first > most) told.add(`${path}: ${label} (${first})`);
    });
  return [...told];

  function classOf(callee: Node): [string, number | null] {
    const name = nameOf(callee);
    const feature = api[name] ?? builtins[name];
    return [name, feature ? since(feature, browser) : 0];
  }

  function memberOf(callee: Node): [string, number | null] {
    const name = nameOf(callee.property as Node);
    const object = callee.object as Node;
    const owner = nameOf(object);
    if (callee.optional === true) return ['', null];
    // browser.tabs.create, and URL.parse, are known exactly.
    if (object.type === 'MemberExpression' && nameOf(object.object as Node) === 'browser') {
      const space = nameOf(object.property as Node);
      const feature = (webextensions.api?.[space] as Feature | undefined)?.[name];
      return [`browser.${space}.${name}`, feature ? since(feature, browser) : null];
    }
    const home = api[owner] ?? builtins[owner];
    const exact = home?.[`${name}_static`] ?? home?.[name];
    return exact ? [`${owner}.${name}`, since(exact, browser)] : [name, null];
  }
}

const nameOf = (node: Node): string => (node.type === 'Identifier' ? String(node.name) : '');

/** What a style sheet asks for that a browser has only after its version `most`, each as "name (version)". */
export function youngStyles(text: string, browser: string, most: number): string[] {
  const told = new Set<string>();
  const look = (label: string, feature: Feature | undefined) => {
    const first = feature?.__compat ? since(feature, browser) : 0;
    if (first > most) told.add(`${label} (${first})`);
  };
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, property = '', value = ''] of plain.matchAll(/([a-z-]+)\s*:\s*([^;{}]+)[;}]/g)) {
    const feature = css.properties?.[property];
    look(property, feature);
    for (const [word] of value.matchAll(/[a-z-]+/g)) look(`${property}: ${word}`, feature?.[word]);
    // What is inside param() is no function of its own.
    for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/g))
      for (const [type, parts] of Object.entries(css.types ?? {}))
        if (type !== 'param') look(`${name}()`, parts?.[name]);
  }
  for (const [, name = ''] of plain.matchAll(/::?([a-z-]+)/g)) look(`:${name}`, css.selectors?.[name]);
  for (const [, name = ''] of plain.matchAll(/@([a-z-]+)/g)) look(`@${name}`, css['at-rules']?.[name]);
  return [...told];
}
