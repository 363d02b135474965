import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ConfigEnv, UserManifest } from 'wxt';
import config from '../../wxt.config.ts';
import { storeSizes } from '../demo/frames.ts';
import { storeWords } from '../demo/store-words.ts';
import { boldIn, isInUi } from './ui-words.ts';

/** The most that a store takes, in characters. */
const limits = {
  // Mozilla's is the shortest but one: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/name
  // (AMO 50, Chrome Web Store 75, Edge 45).
  name: 45,
  // https://developer.chrome.com/docs/extensions/reference/manifest/description; AMO's summary may have 250
  // (`DescribeForm` in mozilla/addons-server).
  short: 132,
  // As the Chrome Web Store's dashboard counts; no document says it.
  description: 16_000,
  purpose: 1_000,
  justification: 1_000,
};

const headings = {
  id: {
    ...{
      name: 'Nama',
      short: 'Ringkas',
      category: 'Kategori',
      description: 'Uraian',
      purpose: 'Tujuan tunggal',
    },
    ...{ permissions: 'Alasan izin', code: 'Kode jarak jauh', data: 'Penggunaan data' },
    walk: 'Langkah untuk peninjau',
  },
  en: {
    ...{ name: 'Name', short: 'Summary', category: 'Category', description: 'Description' },
    ...{ purpose: 'Single purpose', permissions: 'Permission justifications', code: 'Remote code' },
    ...{ data: 'Data use', walk: 'Walk for reviewers' },
  },
} as const;

async function manifestFor(browser: 'chrome' | 'firefox'): Promise<UserManifest> {
  const env: ConfigEnv = { browser, mode: 'production', command: 'build', manifestVersion: 3 };
  const { manifest } = config;
  return typeof manifest === 'function' ? manifest(env) : ((await manifest) ?? {});
}

describe.each(['id', 'en'] as const)('the store texts in %s', (language) => {
  const text = readFileSync(`docs/store/${language}.md`, 'utf8');
  const sections = new Map(
    text.split(/^## /m).map((part) => {
      const [title = '', ...rest] = part.split('\n');
      return [title, rest.join('\n').trim()];
    }),
  );
  const section = (name: keyof (typeof headings)['id']): string =>
    sections.get(headings[language][name]) ?? '';

  test('are all there, and no longer than the stores take', () => {
    for (const name of Object.keys(headings.id) as (keyof (typeof headings)['id'])[]) {
      expect(section(name), name).not.toBe('');
    }
    expect(section('name').length).toBeLessThanOrEqual(limits.name);
    expect(section('short').length).toBeLessThanOrEqual(limits.short);
    expect(section('description').length).toBeLessThanOrEqual(limits.description);
    expect(section('purpose').length).toBeLessThanOrEqual(limits.purpose);
  });

  test('name and describe Jubir as the package does', () => {
    const messages = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<
      string,
      { message: string }
    >;
    expect(section('name')).toBe(messages.name?.message);
    expect(section('short')).toBe(messages.description?.message);
  });

  test('justify every permission of both manifests, and none besides', async () => {
    const asked = new Set<string>();
    for (const browser of ['chrome', 'firefox'] as const) {
      const {
        permissions = [],
        host_permissions = [],
        optional_host_permissions = [],
      } = await manifestFor(browser);
      for (const each of [...permissions, ...host_permissions, ...optional_host_permissions]) {
        asked.add(String(each));
      }
    }
    const reasons = [...section('permissions').matchAll(/^- `([^`]+)`: (.+)$/gm)];
    expect(reasons.map(([, permission]) => permission).sort()).toEqual([...asked].sort());
    for (const [, permission, reason = ''] of reasons) {
      expect(reason.length, permission).toBeGreaterThan(30);
      expect(reason.length, permission).toBeLessThanOrEqual(limits.justification);
    }
  });

  test('answer for each kind of data that Firefox is told of', async () => {
    const { browser_specific_settings } = await manifestFor('firefox');
    const { required = [], optional = [] } = (browser_specific_settings?.gecko?.data_collection_permissions ??
      {}) as { required?: string[]; optional?: string[] };
    expect(required).toEqual(['none']);
    for (const kind of optional) expect(section('data')).toContain(`\`${kind}\``);
  });

  test('lead a reviewer by labels that are in the UI', () => {
    const labels = boldIn(section('walk'));
    expect(labels.length).toBeGreaterThan(8);
    expect(labels.filter((label) => !isInUi(label, language))).toEqual([]);
  });

  test('say on the pictures what fits on them', () => {
    for (const [name, { title, line }] of Object.entries(storeWords[language])) {
      expect(title.length, name).toBeLessThanOrEqual(48);
      expect(line.length, name).toBeLessThanOrEqual(120);
    }
  });
});

test('the pictures have the sizes that the Chrome Web Store asks for', () => {
  // https://developer.chrome.com/docs/webstore/images
  expect(storeSizes).toEqual({ screenshot: { width: 1280, height: 800 }, tile: { width: 440, height: 280 } });
});
