import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findHashtags } from '../../utils/caption/hashtags.ts';
import { measure } from '../../utils/platform/measure.ts';
import { findUrls } from '../../utils/platform/urls.ts';
import { weightedLength } from '../../utils/platform/weighted.ts';

const shared = new URL('../../../shared/data/conformance/', import.meta.url);
const present = existsSync(shared);
if (!present) console.warn('skipped: ../shared/data/conformance is not here');

interface Case {
  description: string;
  text: string;
  expected: unknown;
}

function load(name: string): Record<string, Case[]> {
  if (!present) return {};
  const file = readFileSync(new URL(`twitter-text/${name}`, shared), 'utf8');
  return (parse(file, { uniqueKeys: false }) as { tests: Record<string, Case[]> }).tests;
}

/** Runs every case and tells all failures at once. */
function failures(cases: Case[], run: (text: string) => unknown): string[] {
  return cases.flatMap((one) => {
    const got = JSON.stringify(run(one.text));
    const want = JSON.stringify(one.expected);
    return got === want ? [] : [`${one.description}: got ${got}, want ${want}`];
  });
}

describe.skipIf(!present)('twitter-text', () => {
  const groups = load('validate.yml');
  const weighted = [
    'WeightedTweetsCounterTest',
    'WeightedTweetsWithDiscountedEmojiCounterTest',
    'UnicodeDirectionalMarkerCounterTest',
  ].flatMap((group) =>
    (groups[group] ?? []).map((one) => ({
      ...one,
      expected: (one.expected as { weightedLength: number }).weightedLength,
      discount: group !== 'WeightedTweetsCounterTest',
    })),
  );

  it(`${weighted.length} of ${weighted.length} weighted cases`, () => {
    expect(weighted).toHaveLength(present ? 44 : 0);
    const wrong = weighted.flatMap((one) => failures([one], (text) => weightedLength(text, one.discount)));
    expect(wrong).toEqual([]);
  });

  const extract = load('extract.yml');
  const urls = ['urls', 'tco_urls_with_params'].flatMap((group) => extract[group] ?? []);
  const urlsAt = ['urls_with_indices', 'urls_with_directional_markers'].flatMap(
    (group) => extract[group] ?? [],
  );
  const tags = ['hashtags', 'hashtags_from_astral'].flatMap((group) => extract[group] ?? []);
  const tagsAt = extract.hashtags_with_indices ?? [];
  it(`${urls.length} of ${urls.length} URL cases`, () => {
    expect(failures(urls, (text) => findUrls(text).map(({ url }) => url))).toEqual([]);
  });
  it(`${urlsAt.length} of ${urlsAt.length} URL cases with places`, () => {
    expect(
      failures(urlsAt, (text) =>
        findUrls(text).map(({ url, start, end }) => ({ url, indices: points(text, start, end) })),
      ),
    ).toEqual([]);
  });
  it(`${tags.length} of ${tags.length} hashtag cases`, () => {
    expect(failures(tags, (text) => findHashtags(text).map(({ tag }) => tag.slice(1)))).toEqual([]);
  });
  it(`${tagsAt.length} of ${tagsAt.length} hashtag cases with places`, () => {
    expect(
      failures(tagsAt, (text) =>
        findHashtags(text).map(({ tag, start, end }) => ({
          hashtag: tag.slice(1),
          indices: points(text, start, end),
        })),
      ),
    ).toEqual([]);
  });
});

/** The suite's places count code points. */
function points(text: string, start: number, end: number): number[] {
  return [[...text.slice(0, start)].length, [...text.slice(0, end)].length];
}

type Piece = string | { repeat: [string, number] };

describe.skipIf(!present)('Mastodon', () => {
  interface Length {
    name: string;
    spoiler_text?: Piece | Piece[];
    text: Piece | Piece[];
    valid: boolean;
  }
  const suite = present
    ? (JSON.parse(readFileSync(new URL('mastodon-length/status-length.json', shared), 'utf8')) as {
        max: number;
        cases: Length[];
      })
    : { max: 500, cases: [] };
  const build = (piece: Piece | Piece[] | undefined): string => {
    if (piece === undefined) return '';
    if (typeof piece === 'string') return piece;
    if (Array.isArray(piece)) return piece.map(build).join('');
    // PROVENANCE.txt: the stored example has lost its U+200D.
    return piece.repeat[0].replace(/^🏳️\u200D?⚧️$/u, '🏳️\u200D⚧️').repeat(piece.repeat[1]);
  };
  it(`${suite.cases.length} of ${suite.cases.length} length cases`, () => {
    expect(suite.cases).toHaveLength(10);
    const wrong = suite.cases.filter(
      (one) =>
        measure('mastodon', build(one.spoiler_text)) + measure('mastodon', build(one.text)) <= suite.max !==
        one.valid,
    );
    expect(wrong.map((one) => one.name)).toEqual([]);
  });
});
