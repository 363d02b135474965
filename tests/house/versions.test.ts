import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { manifestFor } from './manifest-for.ts';
import { filesIn, parse } from './parse.ts';
import { ed25519, youngCalls, youngStyles } from './versions.ts';

const files = filesIn('utils', 'components', 'entrypoints');
const styles = ['components', 'entrypoints'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(`${room}/${name}`, 'utf8')),
);

/** The oldest version that the manifest lets in: the browser itself refuses Jubir below it, and says so. */
async function oldest(browser: 'chrome' | 'firefox'): Promise<number> {
  const { minimum_chrome_version, browser_specific_settings } = await manifestFor(browser);
  return Number.parseInt(
    browser === 'chrome'
      ? (minimum_chrome_version ?? '')
      : (browser_specific_settings?.gecko?.strict_min_version ?? ''),
    10,
  );
}

/** What is called and is not what MDN's data means, or does what we need of it before, too. */
const others = new Map([
  ['openPopup', 'where it fails or is missing, a small window is opened (entrypoints/background/asked.ts)'],
  [
    'timeout',
    'of AbortSignal: Chrome before 124 gives another error at the end, and we ask the signal itself',
  ],
  ...['equals', 'first', 'last', 'use', 'where'].map((name): [string, string] => [name, 'Dexie’s']),
]);

/** What is newer, and does no harm where it is missing. */
const spared = new Map([
  ['field-sizing', 'a box keeps its height, and scrolls'],
  ['scrollbar-width', 'the scroll bar is as wide as elsewhere'],
  [':-webkit-search-cancel-button', 'a mark of Chrome’s own that is hidden there'],
]);

describe.each(['chrome', 'firefox'] as const)('the oldest %s that is let in', (browser) => {
  test('has everything that the code calls without asking first', async () => {
    const young = youngCalls(files, browser, await oldest(browser));
    expect(young.filter((one) => !others.has(/(\w+) \(/.exec(one)?.[1] ?? ''))).toEqual([]);
  });

  test('has everything that the style sheets ask for, but for what does no harm', async () => {
    const most = await oldest(browser);
    const young = styles.flatMap((text) => youngStyles(text, browser, most));
    expect(young.filter((one) => !spared.has(/^:?[\w-]+/.exec(one)?.[0] ?? ''))).toEqual([]);
  });
});

test('the minimum versions are the supported ones: Chrome and Edge 120, Firefox 140', async () => {
  expect([await oldest('chrome'), await oldest('firefox')]).toEqual([120, 140]);
});

test('where a signature cannot be checked the message names the versions that can, as they are', () => {
  const [chrome, firefox] = [ed25519('chrome'), ed25519('firefox')];
  for (const texts of [id, en]) {
    const told = laterTexts(texts).humas.feed.reasons['no-ed25519'];
    expect(told.match(/\d+/g)).toEqual([String(chrome), String(firefox)]);
    expect(told).toMatch(/perbarui peramban|update the browser/);
  }
});

describe('the rule on versions tells', () => {
  const calls = (text: string) => youngCalls([parse('utils/a.ts', text)], 'chrome', 120);
  test.each([
    ["URL.parse('x');", 'URL.parse (126)'],
    ['Promise.try(work);', 'Promise.try (128)'],
    ['new Set(a).union(b);', 'union (122)'],
    ['browser.action.openPopup();', 'browser.action.openPopup (127)'],
  ])('%s', (text, what) => {
    expect(calls(text)).toEqual([`utils/a.ts: ${what}`]);
  });

  test.each([
    "URL.canParse('x');",
    'JSON.parse(a);',
    'await browser.action.openPopup?.();',
    'browser.tabs.create({});',
  ])('not %s', (text) => {
    expect(calls(text)).toEqual([]);
  });

  test('a young property, and a young function', () => {
    expect(youngStyles('a { interpolate-size: allow-keywords; }', 'chrome', 120)).toContain(
      'interpolate-size (129)',
    );
    expect(youngStyles('a { color: light-dark(red, blue); }', 'chrome', 120)).toEqual(['light-dark() (123)']);
    expect(youngStyles('a { color: red; }', 'chrome', 120)).toEqual([]);
  });
});
