import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Composable, compose } from '../../utils/flow/compose.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { complaints } from './ear.ts';
import { ownCity, ownNames, ownRelease } from './releases.ts';

const shared = new URL('../../../shared/data/releases/', import.meta.url);
const present = existsSync(shared);
if (!present) console.warn('skipped: ../shared/data/releases is not here');

function sharedReleases(): Composable[] {
  if (!present) return [];
  return ['kotabogor', 'other-goid'].flatMap((name) =>
    readFileSync(new URL(`${name}.jsonl`, shared), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line, i) => {
        const { title, body_paragraphs: paragraphs } = JSON.parse(line) as {
          title: string;
          body_paragraphs: string[];
        };
        return {
          title,
          paragraphs,
          language: 'id',
          url: `https://kotabogor.go.id/berita-detail/${name.length}${i}`,
        };
      }),
  );
}

describe('what nobody should ever see', () => {
  it.each(ownNames)('is in no caption of our own release %s', (name) => {
    const release = ownRelease(name);
    const wrong = complaints(compose(release, ownCity), release, ownCity.name);
    expect(wrong).toEqual([]);
  });

  const releases = sharedReleases();
  it.skipIf(!present)(
    `is in no caption of ${releases.length} releases on ${platformIds.length} networks`,
    () => {
      expect(releases).toHaveLength(34);
      const city = { name: 'Kota Bogor', hashtags: ['KotaBogor'] };
      for (const seed of [0, 1, 2]) {
        const wrong = releases.flatMap((release) =>
          complaints(compose(release, city, platformIds, { seed }), release, city.name),
        );
        expect(wrong).toEqual([]);
      }
    },
    30_000,
  );
});
