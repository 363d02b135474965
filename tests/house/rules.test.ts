import { describe, expect, test } from 'vitest';
import { codeBreaches } from './code.ts';
import { importBreaches } from './imports.ts';
import { filesIn, parse } from './parse.ts';
import { uiTextBreaches } from './ui-text.ts';

const files = filesIn('utils', 'components', 'entrypoints');

describe('the house', () => {
  test('all of it is read', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.map(({ path }) => path)).toContain('entrypoints/background/index.ts');
  });

  test('imports only what each room may', () => {
    expect(files.flatMap((file) => importBreaches(file))).toEqual([]);
  });

  test('keeps to its size, its types and its rooms for requests', () => {
    expect(files.flatMap(codeBreaches)).toEqual([]);
  });

  test('says nothing that is not in the texts', () => {
    expect(files.flatMap(uiTextBreaches)).toEqual([]);
  });
});

const there = () => true;
const imports = (path: string, text: string) => importBreaches(parse(path, text), there);

describe('the import rule', () => {
  test.each([
    ['utils/source/a.ts', "import { b } from '../flow/b.ts';"],
    ['utils/draft/a.ts', "import type { b } from '../../components/b.tsx';"],
    ['utils/db/a.ts', "export { b } from '../../entrypoints/b.ts';"],
    ['utils/check/a.ts', "export * from '../flow/b.ts';"],
    ['utils/flow/a.ts', "import { b } from '../../components/b.ts';"],
    ['utils/flow/a.ts', "const b = await import('../../entrypoints/b.ts');"],
    ['utils/browser/a.ts', "import { b } from '../../components/b.ts';"],
    ['components/ui/A.tsx', "import { b } from '../../utils/flow/b.ts';"],
    ['components/ui/A.tsx', "import type { b } from '../../utils/flow/b.ts';"],
    ['components/ui/A.tsx', "type B = typeof import('../../entrypoints/b.ts').b;"],
    ['components/ui/A.tsx', "import { downloadText } from '../../utils/source/download.ts';"],
    ['components/ui/A.tsx', "import { db } from '../../utils/db/database.ts';"],
    ['components/ui/A.tsx', "import browser from 'webextension-polyfill';"],
    ['components/ui/A.tsx', "import type { Tabs } from 'webextension-polyfill';"],
    ['utils/draft/a.ts', "import browser from 'webextension-polyfill';"],
    ['utils/flow/a.ts', "import { browser } from 'wxt/browser';"],
    ['entrypoints/desk/a.ts', "import { city } from '../../tests/city/city.ts';"],
    ['utils/draft/a.ts', "import { b } from './b';"],
    ['utils/draft/a.ts', "import { b } from '@/utils/draft/b.ts';"],
    ['utils/draft/a.ts', "import { b } from '~/b.ts';"],
  ])('%s may not: %s', (path, text) => {
    expect(imports(path, text)).toHaveLength(1);
    expect(imports(path, text)[0]).toMatch(`${path}:1: `);
  });

  test.each([
    ['utils/flow/a.ts', "import { b } from '../source/b.ts';"],
    ['utils/source/a.ts', "import { b } from '../release/b.ts';"],
    ['utils/browser/a.ts', "import browser from 'webextension-polyfill';"],
    ['entrypoints/popup/A.tsx', "import { b } from '../../utils/flow/b.ts';"],
    ['entrypoints/popup/A.tsx', "import browser from 'webextension-polyfill';"],
    ['components/ui/A.tsx', "import type { JubirDatabase } from '../../utils/db/database.ts';"],
    ['components/ui/A.tsx', "import { type Picture } from '../../utils/db/database.ts';"],
    ['components/ui/A.tsx', "import { ago } from '../../utils/browser/i18n.ts';"],
    ['components/ui/A.tsx', "import './ui.css';"],
    ['components/ui/A.tsx', "// import { b } from '../../utils/flow/b.ts';\nexport const a = 1;"],
    ['components/ui/A.tsx', 'export const a = "import { b } from \'../../utils/flow/b.ts\'";'],
  ])('%s may: %s', (path, text) => {
    expect(imports(path, text)).toEqual([]);
  });

  test('an import of a file that is not there is told', () => {
    expect(importBreaches(parse('utils/draft/a.ts', "import './gone.ts';"))).toEqual([
      'utils/draft/a.ts:1: no such file: utils/draft/gone.ts',
    ]);
  });
});

const code = (text: string, path = 'utils/draft/a.ts') => codeBreaches(parse(path, text));

describe('the rule on code', () => {
  test.each([
    ['const a: any = 1;', 'any'],
    ['const a = (b as any[]).length;', 'any'],
    ['// @ts-ignore\nconst a = 1;', '@ts-ignore'],
    ['/* @ts-expect-error */ const a = 1;', '@ts-expect-error'],
    ['element.innerHTML = text;', 'innerHTML'],
    ["element.insertAdjacentHTML('beforeend', text);", 'insertAdjacentHTML'],
    ['eval(text);', 'eval'],
    ["new Function('return 1');", 'new Function'],
    ['await fetch(url);', 'fetch outside its rooms'],
    ['await globalThis.fetch(url);', 'fetch outside its rooms'],
    ['const get = fetch;', 'fetch outside its rooms'],
    ['run({ fetch });', 'fetch outside its rooms'],
    ['new XMLHttpRequest();', 'XMLHttpRequest outside its rooms'],
    ['navigator.sendBeacon(url);', 'sendBeacon outside its rooms'],
    ['browser.tabs.create({});', 'browser.* outside its rooms'],
    ['chrome.runtime.id;', 'chrome.* outside its rooms'],
    ['globalThis.chrome.runtime.id;', 'chrome.* outside its rooms'],
  ])('%s', (text, what) => {
    expect([...new Set(code(text))]).toHaveLength(1);
    expect(code(text)[0]).toContain(what);
  });

  test('a component that sets markup', () => {
    expect(code('<p dangerouslySetInnerHTML={{ __html: a }} />;', 'components/ui/A.tsx')).toHaveLength(1);
  });

  test.each([
    ['utils/source/download.ts', 'await fetch(url);'],
    ['utils/account/bluesky.ts', 'await fetch(url);'],
    ['utils/backup/webdav.ts', 'await fetch(url);'],
    ['utils/browser/a.ts', 'browser.tabs.create({});'],
    ['entrypoints/popup/a.ts', 'browser.tabs.create({});'],
    ['utils/draft/a.ts', 'source.fetch(url); const a = { fetch: 1 };'],
    ['utils/draft/a.ts', "const browser = 'Ikuti peramban'; const company = 1; // any innerHTML eval"],
    ['utils/source/page.ts', 'const text = "eval any fetch(url)";'],
  ])('%s may: %s', (path, text) => {
    expect(code(text, path)).toEqual([]);
  });

  test('fetch beside its room', () => {
    expect(code('await fetch(url);', 'utils/source/feed.ts')).toHaveLength(1);
    expect(code('await fetch(url);', 'entrypoints/popup/a.ts')).toHaveLength(1);
  });

  test('length, components shorter', () => {
    const lines = (count: number) => 'export {};\n'.repeat(count);
    expect(code(lines(300))).toEqual([]);
    expect(code(lines(301))).toHaveLength(1);
    expect(code(lines(150), 'components/ui/A.tsx')).toEqual([]);
    expect(code(lines(151), 'components/ui/A.tsx')).toHaveLength(1);
  });

  test('a barrel, but not a file with something of its own', () => {
    expect(code("export * from './b.ts';\nexport { c } from './c.ts';")).toHaveLength(1);
    expect(code("export * from './b.ts';\nexport const c = 1;")).toEqual([]);
  });
});

const texts = (markup: string) => uiTextBreaches(parse('components/ui/A.tsx', `export const a = ${markup};`));

describe('the rule on words in the markup', () => {
  test.each([
    '<p>Halo</p>',
    "<p>{'Halo'}</p>",
    '<p>{`Halo`}</p>',
    "<p>{open ? texts.a : 'Tutup'}</p>",
    "<p>{open && 'Tutup'}</p>",
    '<button aria-label="Tutup" />',
    "<button title={'Tutup'} />",
    '<input placeholder={`Cari`} />',
    '<Toast text="Tersimpan" />',
  ])('%s', (markup) => {
    expect(texts(markup)).toHaveLength(1);
  });

  test.each([
    '<p>{texts.a} · {count}/{limit}: (</p>',
    '<p class="Halo" data-state="saved" id="halo">{name}</p>',
    '<button aria-label={texts.close} title={`· `} />',
    '<img alt="" />',
    "<p>{texts['halo']}</p>",
  ])('%s is fine', (markup) => {
    expect(texts(markup)).toEqual([]);
  });
});
