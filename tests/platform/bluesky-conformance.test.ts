import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect, richText } from '../../utils/platform/bluesky/facets.ts';
import { isTid } from '../../utils/platform/bluesky/tid.ts';

const shared = new URL('../../../shared/data/conformance/atproto/', import.meta.url);
const present = existsSync(shared);
if (!present) console.warn('skipped: ../shared/data/conformance/atproto is not here');

interface Tables {
  links_and_mentions: { text: string; segments: [string, string?][] }[];
  tags: Tagged[];
  cashtags: Tagged[];
}
interface Tagged {
  text: string;
  tags: string[];
  indices: { byteStart: number; byteEnd: number }[];
}

const tables: Tables = present
  ? (JSON.parse(readFileSync(new URL('richtext-detection.json', shared), 'utf8')) as Tables)
  : { links_and_mentions: [], tags: [], cashtags: [] };

/** The text cut where something begins or ends, each piece with where it leads; every handle has a DID of its own. */
function segmentsOf(text: string): [string, string?][] {
  const segments: [string, string?][] = [];
  let at = 0;
  for (const found of detect(text)) {
    if (found.kind === 'tag') continue;
    if (found.start > at) segments.push([text.slice(at, found.start)]);
    const leads = found.kind === 'link' ? found.uri : `did:fake:${found.handle}`;
    segments.push([text.slice(found.start, found.end), leads]);
    at = found.end;
  }
  if (at < text.length) segments.push([text.slice(at)]);
  return segments;
}

function tagsOf(text: string): Omit<Tagged, 'text'> {
  const facets = richText(text).facets.flatMap(({ index, features }) =>
    features.flatMap((feature) => ('tag' in feature ? [{ index, tag: feature.tag }] : [])),
  );
  return { tags: facets.map(({ tag }) => tag), indices: facets.map(({ index }) => index) };
}

describe.skipIf(!present)('atproto rich text', () => {
  const { links_and_mentions: links, tags, cashtags } = tables;

  test('the tables hold 97 cases', () => {
    expect(links.length + tags.length + cashtags.length).toBe(97);
  });

  test(`${links.length} of ${links.length} cases of links and mentions`, () => {
    const wrong = links.filter(({ text, segments }) => {
      return JSON.stringify(segmentsOf(text)) !== JSON.stringify(segments);
    });
    expect(wrong.map(({ text }) => [text, segmentsOf(text)])).toEqual([]);
  });

  test.each([
    ['hashtags', tags],
    ['cashtags', cashtags],
  ])('every case of %s, with its bytes', (_, cases) => {
    const wrong = cases.filter(({ text, ...want }) => JSON.stringify(tagsOf(text)) !== JSON.stringify(want));
    expect(wrong.map(({ text }) => [text, tagsOf(text)])).toEqual([]);
  });
});

describe.skipIf(!present)('atproto syntax of TIDs', () => {
  const lines = (name: string) =>
    readFileSync(new URL(`interop-test-files/syntax/${name}`, shared), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));

  test('every valid one is one, no other is', () => {
    expect(lines('tid_syntax_valid.txt').filter((tid) => !isTid(tid))).toEqual([]);
    expect(lines('tid_syntax_invalid.txt').filter(isTid)).toEqual([]);
  });
});
