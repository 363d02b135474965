import { describe, expect, test } from 'vitest';
import { FeedError, type FeedReason, most } from '../../utils/humas/caption-feed.ts';
import { readCaptionFeed } from '../../utils/humas/read.ts';
import { feedObject, feedText } from '../../utils/humas/write.ts';
import { readJsonFeed } from '../../utils/source/json-feed.ts';
import { feed, item, url } from './samples.ts';

const whole = item({
  vary: true,
  picture: { url: 'https://kotabogor.go.id/foto.jpg', alt: 'Anak-anak di taman' },
  expires: Date.UTC(2026, 5, 1),
  notBefore: Date.UTC(2026, 4, 11),
  topic: 'Taman',
  writtenBy: 'Rina',
  reviewedBy: 'Budi',
});

type Loose = Record<string, unknown>;
const inner = (whole: Loose | undefined): Loose => whole?._jubir as Loose;

/** A feed's text with one thing changed in what would be saved. */
function changed(change: (raw: Loose, items: Loose[]) => unknown): string {
  const raw: Loose = feedObject(feed({ items: [whole, item({ release: `${url}-2` })] }));
  change(raw, raw.items as Loose[]);
  return JSON.stringify(raw);
}
function reasonOf(text: string): FeedReason | null {
  try {
    readCaptionFeed(text);
    return null;
  } catch (error) {
    if (error instanceof FeedError) return error.reason;
    throw error;
  }
}

test('what is written is read, whole', () => {
  const written = feed({ items: [whole, item({ release: `${url}-2` })] });
  const { feed: read, leftOut } = readCaptionFeed(feedText(feedObject(written)));
  expect(read).toEqual(written);
  expect(leftOut).toBe(0);
});

test('other readers understand it: a JSON Feed 1.1 with the release, its title and the first caption', () => {
  const text = feedText(feedObject(feed({ items: [whole] })));
  const address = 'https://humas.kotabogor.go.id/takarir.json';
  const reading = readJsonFeed({ url: address, text, contentType: null, validators: {} });
  expect(reading.title).toBe('Takarir Humas Kota Bogor');
  expect(reading.items).toMatchObject([
    { url, guid: url, title: whole.title, image: whole.picture?.url, categories: ['Taman'] },
  ]);
  expect(reading.items[0]?.paragraphs.join(' ')).toContain('Taman baru dibuka untuk semua.');
});

describe('a feed that is refused', () => {
  test.each<[FeedReason, string]>([
    ['unreadable', ''],
    ['unreadable', '<rss></rss>'],
    ['unreadable', '[]'],
    ['unreadable', 'null'],
    ['unreadable', changed(() => {}).slice(0, -1)],
    ['unreadable', '['.repeat(200_000)],
    ['unreadable', ' '.repeat(most.bytes + 1)],
    ['unreadable', changed((raw) => Object.assign(raw, { version: 'https://jsonfeed.org/version/2' }))],
    ['unreadable', changed((raw) => Object.assign(raw, { items: {} }))],
    ['unreadable', changed((raw) => Reflect.deleteProperty(inner(raw), 'issued'))],
    ['unreadable', changed((raw) => Object.assign(inner(raw), { issued: 'kemarin' }))],
    ['no-captions', changed((raw) => Reflect.deleteProperty(raw, '_jubir'))],
    ['no-captions', changed((raw) => Object.assign(raw, { _jubir: 'x' }))],
    ['no-captions', changed((raw) => Object.assign(inner(raw), { version: '1' }))],
    ['newer', changed((raw) => Object.assign(inner(raw), { version: 2 }))],
  ])('%s: %.40s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason);
  });
});

describe('an item that is left out alone', () => {
  test.each<[string, (jubir: Loose, item: Loose) => unknown]>([
    ['no address', (jubir) => Object.assign(jubir, { release: 'javascript:alert(1)' })],
    [
      'an address with a name in it',
      (jubir) => Object.assign(jubir, { release: 'https://a:b@kotabogor.go.id/x' }),
    ],
    ['an expiry that cannot be read', (jubir) => Object.assign(jubir, { expires: 'besok' })],
    ['an expiry of another type', (jubir) => Object.assign(jubir, { expires: 1 })],
    ['a "not before" that cannot be read', (jubir) => Object.assign(jubir, { not_before: null })],
    ['no captions', (jubir) => Object.assign(jubir, { captions: [] })],
    ['captions of another type', (jubir) => Object.assign(jubir, { captions: { x: 'teks' } })],
    [
      'no platform that there is',
      (jubir) => Object.assign(jubir, { captions: [{ platform: 'y', angle: 'summary', texts: ['a'] }] }),
    ],
    [
      'an angle of the official’s own',
      (jubir) => Object.assign(jubir, { captions: [{ platform: 'x', angle: 'selection', texts: ['a'] }] }),
    ],
    [
      'a text too long',
      (jubir) =>
        Object.assign(jubir, {
          captions: [{ platform: 'x', angle: 'summary', texts: ['a'.repeat(10_001)] }],
        }),
    ],
    [
      'one of several texts is none',
      (jubir) => Object.assign(jubir, { captions: [{ platform: 'x', angle: 'summary', texts: ['a', 1] }] }),
    ],
    ['an extension of another type', (_, each) => Object.assign(each, { _jubir: 3 })],
  ])('%s', (_, change) => {
    const { feed: read, leftOut } = readCaptionFeed(
      changed((_raw, items) => change(inner(items[0]), items[0] ?? {})),
    );
    expect(read.items.map(({ release }) => release)).toEqual([`${url}-2`]);
    expect(leftOut).toBe(1);
  });

  test('another reader’s item is none of ours, and no damage', () => {
    const text = changed((_raw, items) => Reflect.deleteProperty(items[0] ?? {}, '_jubir'));
    expect(readCaptionFeed(text)).toMatchObject({ leftOut: 0, feed: { items: [{ release: `${url}-2` }] } });
  });

  test('a release twice: the later word holds, wherever it stands', () => {
    const older = item({ updated: 1_000, captions: [{ platform: 'x', angle: 'quote', texts: ['lama'] }] });
    for (const items of [
      [item(), older],
      [older, item()],
    ]) {
      const { feed: read, leftOut } = readCaptionFeed(feedText(feedObject(feed({ items }))));
      expect(read.items).toEqual([item()]);
      expect(leftOut).toBe(1);
    }
  });

  test('no more than 200 items and 10 texts', () => {
    const items = Array.from({ length: 250 }, (_, n) => item({ release: `${url}/${n}` }));
    const { feed: read, leftOut } = readCaptionFeed(feedText(feedObject(feed({ items }))));
    expect([read.items.length, leftOut]).toEqual([200, 50]);
    const texts = Array.from({ length: 20 }, (_, n) => `teks ${n}`);
    const many = item({ captions: [{ platform: 'x', angle: 'summary', texts }] });
    const [first] = readCaptionFeed(feedText(feedObject(feed({ items: [many] })))).feed.items;
    expect(first?.captions[0]?.texts).toEqual(texts.slice(0, 10));
  });
});

test('a hostile text is only text: no marks of direction, no control characters, markup as it stands', () => {
  const texts = ['\u202eTaman\u0000 <img src=x onerror=alert(1)>\r\n\r\n\r\n\r\nbaru\ud800 \u2066#x'];
  const bad = item({ title: 'a\u0007\nb', captions: [{ platform: 'x', angle: 'summary', texts }] });
  const [read] = readCaptionFeed(feedText(feedObject(feed({ items: [bad] })))).feed.items;
  expect(read?.captions[0]?.texts).toEqual(['Taman <img src=x onerror=alert(1)>\n\nbaru #x']);
  expect(read?.title).toBe('a b');
});

test('names that a plain object has anyhow are no members', () => {
  const text = changed((_raw, items) => {
    (inner(items[0]).captions as Loose[]).push({ platform: '__proto__', angle: 'constructor', texts: ['a'] });
  }).replace('"vary"', '"__proto__": {"vary": 1}, "vary"');
  const { feed: read, leftOut } = readCaptionFeed(text);
  expect(read.items[0]?.captions).toHaveLength(2);
  expect(leftOut).toBe(1);
});

test('a picture that is on no https address is left away, and the captions stay', () => {
  const text = changed((_raw, items) =>
    Object.assign(inner(items[0]), { picture: { url: 'data:image/png;base64,AA', alt: 'x' } }),
  );
  const [read] = readCaptionFeed(text).feed.items;
  expect(read).not.toHaveProperty('picture');
  expect(read?.captions).toHaveLength(2);
});
