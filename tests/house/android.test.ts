import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatData, Identifier } from '@mdn/browser-compat-data';
import { describe, expect, test } from 'vitest';
import type { ConfigEnv } from 'wxt';
import config from '../../wxt.config.ts';
import { filesIn, lineOf, type Node, type Parsed, parse, walk } from './parse.ts';

// 20 MB: not through vite.
const { webextensions } = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;

const env: ConfigEnv = { browser: 'firefox', mode: 'production', command: 'build', manifestVersion: 3 };
const given = typeof config.manifest === 'function' ? config.manifest(env) : config.manifest;
const manifest = (await given) ?? {};

/** What Firefox for Android lacks of the APIs that Jubir uses, and what is done there instead. */
const absentApis: Record<string, string> = {
  'browser.commands': 'no keyboard: the toolbar’s popup and its buttons',
  'browser.contextMenus': 'the popup’s own button shares the page in view',
  'browser.identity': 'Mastodon accounts are added on a computer; its composer opens all the same',
  'browser.sidebarAction': 'the popup fills the screen, its button for the panel is not shown',
  'browser.storage.managed': 'as where no policy is set',
  'browser.windows': 'there is one; what would open in a small window opens in a tab',
};

/** The same of the manifest: Firefox for Android passes over what it does not know. */
const absentKeys: Record<string, string> = {
  commands: 'as the API above',
  'permissions.contextMenus': 'as the API above',
  'permissions.identity': 'as the API above',
  sidebar_action: 'as the API above',
};

/** Keys that WXT adds for entry points, and each entry point. */
const fromEntrypoints: Record<string, string> = {
  'action.default_popup': 'entrypoints/popup/index.html',
  background: 'entrypoints/background/index.ts',
  'options_ui.open_in_tab': 'entrypoints/options/index.html',
  sidebar_action: 'entrypoints/sidepanel/index.html',
};

interface Use {
  /** "browser.storage.local", without what is called on it. */
  path: string;
  /** "file:line". */
  at: string;
  /** Names behind which `?.` stands: "browser.windows" of `browser.windows?.create`. */
  guarded: string[];
}

/** Every use of the WebExtension APIs in a file. */
function usesIn(file: Parsed): Use[] {
  const uses: Use[] = [];
  const inside = new Set<Node>();
  walk(file.body, (node) => {
    if (node.type !== 'MemberExpression' || inside.has(node)) return;
    const names: string[] = [];
    const guards: number[] = [];
    let at: Node = node;
    while (at.type === 'MemberExpression' && at.computed !== true) {
      inside.add(at);
      names.unshift(String((at.property as Node).name));
      if (at.optional === true) guards.push(names.length);
      at = at.object as Node;
    }
    if (at.type !== 'Identifier' || at.name !== 'browser') return;
    const path = ['browser', ...names];
    uses.push({
      path: path.join('.'),
      at: `${file.path}:${lineOf(file, node.start)}`,
      guarded: guards.map((fromEnd) => path.slice(0, path.length - fromEnd).join('.')),
    });
  });
  return uses;
}

const uses = filesIn('utils', 'entrypoints').flatMap(usesIn);

/** The first version of Firefox for Android that has it: Infinity for none, undefined where the data do not say. */
function firstVersion(root: Identifier | undefined, path: readonly string[]): number | undefined {
  let known: Identifier | undefined = root;
  let found: number | undefined;
  for (const name of path) {
    known = known?.[name];
    const support = known?.__compat?.support.firefox_android;
    const newest = Array.isArray(support) ? support[0] : support;
    if (!newest) continue;
    const { version_added: added, version_removed: removed } = newest;
    const isThere = typeof added === 'string' && removed === undefined;
    found = Math.max(found ?? 0, isThere ? Number.parseFloat(added) : Infinity);
  }
  return found;
}

/** The compatibility data name menus as Firefox does. */
const named: Record<string, string> = { contextMenus: 'menus' };

const minimum = Number.parseFloat(
  manifest.browser_specific_settings?.gecko_android?.strict_min_version ?? 'none',
);

const versionOfUse = ({ path }: Use): number | undefined => {
  const [, ...names] = path.split('.').map((name) => named[name] ?? name);
  return firstVersion(webextensions.api, names);
};

describe('Firefox for Android, by the compatibility data', () => {
  test('every API that is used is known to them', () => {
    expect(uses.length).toBeGreaterThan(100);
    expect(uses.filter((use) => versionOfUse(use) === undefined)).toEqual([]);
  });

  test('has every API from the named version on, but those that are named here', () => {
    const missing = uses.filter((use) => (versionOfUse(use) ?? Infinity) > minimum);
    const ofNamed = ({ path }: Use) =>
      Object.keys(absentApis).find((name) => `${path}.`.startsWith(`${name}.`));
    expect(missing.filter((use) => !ofNamed(use))).toEqual([]);
    // None is named that is there, or is used no more.
    expect([...new Set(missing.map(ofNamed))].sort()).toEqual(Object.keys(absentApis));
  });

  test.each(Object.keys(absentApis))('%s is asked for before it is used', (name) => {
    const bare = uses.filter(({ path, guarded }) => path.startsWith(`${name}.`) && !guarded.includes(name));
    expect(bare).toEqual([]);
  });

  test('knows every key of the manifest, but those that are named here', () => {
    const { permissions = [], browser_specific_settings: settings, ...keys } = manifest;
    const paths = [
      ...Object.keys(keys).map((key) => [key]),
      ...Object.keys(fromEntrypoints).map((key) => key.split('.')),
      ...Object.keys(settings ?? {}).map((key) => ['browser_specific_settings', key]),
      ...Object.keys(settings?.gecko ?? {}).map((key) => ['browser_specific_settings', 'gecko', key]),
      ...permissions.map((permission) => ['permissions', String(permission)]),
    ];
    const newer = paths
      .filter((path) => (firstVersion(webextensions.manifest, path) ?? Infinity) > minimum)
      .map((path) => path.join('.'));
    expect([...new Set(newer)].sort()).toEqual(Object.keys(absentKeys));
    for (const [key, path] of Object.entries(fromEntrypoints)) expect(existsSync(path), key).toBe(true);
  });

  test('the version is the least that is true', () => {
    const { gecko } = webextensions.manifest?.browser_specific_settings ?? {};
    expect(firstVersion(gecko, ['data_collection_permissions'])).toBe(minimum);
  });
});

test('a use that is not asked for is seen', () => {
  const [bare, asked, deep] = usesIn(
    parse(
      'a.ts',
      'browser.windows.getCurrent(); browser.windows?.create({}); browser.storage.managed?.get(null);',
    ),
  );
  expect(bare).toMatchObject({ path: 'browser.windows.getCurrent', at: 'a.ts:1', guarded: [] });
  expect(asked?.guarded).toEqual(['browser.windows']);
  expect(deep?.guarded).toEqual(['browser.storage.managed']);
});
