import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPolicy } from '../../utils/browser/policy.ts';
import { isCheckKey } from '../../utils/check/rules.ts';
import { platformIds } from '../../utils/platform/platform.ts';

const read = (name: string) => readFileSync(`docs/policy/${name}`, 'utf8');
const base = JSON.parse(read('jubir.json')) as Record<string, unknown>;
const placeholder = 'ID_EKSTENSI';

type Value = string | number | boolean | Value[] | { [name: string]: Value };

/** The values of a property list, which is XML: https://www.apple.com/DTDs/PropertyList-1.0.dtd. */
function plist(text: string): Value {
  const tokens = [...text.matchAll(/<(\/?)(\w+)(\/?)>([^<]*)/g)].map(([, end, name, , content]) => ({
    ...{ end: end === '/', name: name ?? '', content: content ?? '' },
  }));
  // The outermost tag has an attribute, and so is none of these.
  let at = 0;
  const value = (): Value => {
    const { name, content } = tokens[at] ?? { name: '', content: '' };
    at += 1;
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'array' || name === 'dict') {
      const items: Value[] = [];
      while (!tokens[at]?.end) items.push(value());
      at += 1;
      if (name === 'array') return items;
      return Object.fromEntries(
        items.flatMap((key, place) => (place % 2 === 0 ? [[String(key), items[place + 1] as Value]] : [])),
      );
    }
    at += 1;
    return name === 'integer' ? Number(content) : content;
  };
  return value();
}

/** The one value of a registry file. */
function registry(text: string): { path: string; value: string } {
  const [, path = ''] = /^\[(.+)\]\r$/m.exec(text) ?? [];
  const [, value = ''] = /^"json"="(.*)"\r$/m.exec(text) ?? [];
  return { path, value: value.replaceAll('\\"', '"').replaceAll('\\\\', '\\') };
}

test('the policy to start from is sound, to the last name', () => {
  const { city, faults } = readPolicy(base);
  expect(faults).toEqual([]);
  expect(Object.keys(city).sort()).toEqual(Object.keys(base).sort());
});

test('the files for Linux and for Firefox hold the same', () => {
  expect(JSON.parse(read('chrome-linux.json'))).toEqual({
    '3rdparty': { extensions: { [placeholder]: base } },
  });
  const config = readFileSync('wxt.config.ts', 'utf8');
  const [, firefox = ''] = /id: '(\{[\w-]+\})'/.exec(config) ?? [];
  expect(JSON.parse(read('firefox-policies.json'))).toEqual({
    policies: { '3rdparty': { Extensions: { [firefox]: base } } },
  });
});

test.each([
  ['chrome-windows.reg', 'Google\\Chrome'],
  ['edge-windows.reg', 'Microsoft\\Edge'],
])('%s holds the same as one text', (name, vendor) => {
  const text = read(name);
  expect(text.startsWith('Windows Registry Editor Version 5.00\r\n')).toBe(true);
  const { path, value } = registry(text);
  expect(path).toBe(
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${placeholder}\\policy`,
  );
  expect(JSON.parse(value)).toEqual(base);
  expect(readPolicy({ json: value })).toEqual(readPolicy(base));
});

test('the profile for macOS holds the same, for Chrome and for Edge', () => {
  const { PayloadContent: payloads } = plist(read('macos.mobileconfig')) as {
    PayloadContent: Record<string, Value>[];
  };
  const types = payloads.map(({ PayloadType }) => PayloadType);
  expect(types).toEqual([
    `com.google.Chrome.extensions.${placeholder}`,
    `com.microsoft.Edge.extensions.${placeholder}`,
  ]);
  for (const payload of payloads) {
    const given = Object.entries(payload).filter(([name]) => !name.startsWith('Payload'));
    expect(Object.fromEntries(given)).toEqual(base);
  }
});

test('the page names every value, every platform and every check', () => {
  const page = readFileSync('docs/it.md', 'utf8');
  const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as {
    properties: object;
  };
  const named = new Set([...page.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name));
  for (const name of [...Object.keys(properties), ...platformIds]) expect(named).toContain(name);
  const [, listed = ''] = /^Nama pemeriksaan: ([^.]+)\./m.exec(page) ?? [];
  const checks = [...listed.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  expect(checks.filter((name) => !isCheckKey(name))).toEqual([]);
  expect(new Set(checks).size).toBe(38);
});
