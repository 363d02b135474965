import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leaving } from '../../utils/browser/permissions.ts';
import { presets } from '../../utils/source/cities.ts';
import { manifestFor } from './manifest-for.ts';

const hosts = ['https://kotabogor.go.id/*', 'https://adm.kotabogor.go.id/*'];
const reviewed = [
  'activeTab',
  'alarms',
  'contextMenus',
  'identity',
  'notifications',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
];

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (browser) => {
  test('asks for the default city alone, over https', async () => {
    const { host_permissions } = await manifestFor(browser);
    expect(host_permissions).toEqual(hosts);
  });

  test('covers every host of the default city, and no other', async () => {
    const { host_permissions = [] } = await manifestFor(browser);
    const [city] = presets;
    const needed = [...(city?.hosts ?? []), ...(city?.imageHosts ?? [])].map((host) => `https://${host}/*`);
    expect([...host_permissions].sort()).toEqual([...new Set(needed)].sort());
  });

  test('asks for the permissions of the design and no more', async () => {
    const { permissions = [] } = await manifestFor(browser);
    const asked: string[] = [...permissions].map(String).sort();
    expect(asked).toEqual(expect.arrayContaining(['alarms', 'notifications', 'storage']));
    expect(asked.filter((one) => !reviewed.includes(one))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.includes('sidePanel')).toBe(browser === 'chrome');
    for (const used of asked) expect(isUsed(used), used).toBe(true);
  });

  test('lets no page of ours load or send anything elsewhere but to sources', async () => {
    const csp = (await manifestFor(browser)).content_security_policy as { extension_pages: string };
    const policy = new Map(
      csp.extension_pages.split('; ').map((line) => {
        const [name = '', ...values] = line.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'self'");
    expect(policy.get('img-src')).toBe("'self' data:");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'none'");
    expect(policy.get('connect-src')).toMatch(/^'self' https:(?: http:\/\/(?:127\.0\.0\.1|localhost):\*)*$/);
    expect(csp.extension_pages).not.toMatch(/unsafe-|blob:|script-src (?!'self')/);
  });

  test('opens no file of ours to web pages, and names both languages', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    for (const language of ['id', 'en']) {
      const path = `public/_locales/${language}/messages.json`;
      expect(existsSync(path), path).toBe(true);
      const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
      for (const [, key = ''] of JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)) {
        expect(messages[key]?.message, `${language} ${key}`).toBeTruthy();
      }
    }
  });
});

test('the README gives each permission of either browser its reason, in one line, and no other', async () => {
  const manifests = await Promise.all((['chrome', 'firefox'] as const).map(manifestFor));
  const asked = manifests.flatMap((manifest) => [
    ...(manifest.permissions ?? []),
    ...(manifest.host_permissions ?? []),
    ...((manifest.optional_host_permissions as string[] | undefined) ?? []),
  ]);
  const [, section = ''] = readFileSync('README.md', 'utf8').split('\n## Permissions\n');
  const lines = [...(section.split('\n## ')[0] ?? '').matchAll(/^- `([^`]+)`(.*)$/gm)];
  expect(lines.map(([, name]) => name).sort()).toEqual([...new Set(asked.map(String))].sort());
  for (const [line, , reason = ''] of lines) expect(reason.trim().length, line).toBeGreaterThan(20);
  // What warns: https://developer.chrome.com/docs/extensions/reference/permissions-list, and in Firefox what has a
  // text in toolkit/global/extensionPermissions.ftl.
  const warn = ['notifications', ...hosts].sort();
  const warned = lines.filter(([, , reason]) => reason?.includes('(warns)')).map(([, name]) => name);
  expect(warned.sort()).toEqual(warn);
});

test('Firefox is told that nothing is collected, and what may leave once it was asked for', async () => {
  const { gecko } = (await manifestFor('firefox')).browser_specific_settings ?? {};
  expect(gecko?.data_collection_permissions).toEqual({ required: ['none'], optional: leaving });
});

/** Whether the code calls what a permission gives; the panel is declared by its entry point. */
function isUsed(permission: string): boolean {
  if (permission === 'sidePanel') return existsSync('entrypoints/sidepanel/index.html');
  if (permission === 'activeTab') return isUsed('scripting');
  // Nothing to call: it shields what is stored from the browser's tidying, and lets the snapshot grow.
  if (permission === 'unlimitedStorage') return isUsed('storage');
  return ['utils/browser', 'entrypoints'].some((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .some((name) =>
        new RegExp(`\\bbrowser\\??\\.${permission}\\b`).test(readFileSync(`${root}/${name}`, 'utf8')),
      ),
  );
}
