import { describe, expect, it } from 'vitest';
import type { House } from '../../utils/caption/house.ts';
import { plainHouse } from '../../utils/caption/house.ts';
import { compose } from '../../utils/flow/compose.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { complaints, complaintsOf } from './ear.ts';
import { ownCity, ownNames, ownRelease, sharedCity, sharedPresent, sharedReleases } from './releases.ts';
import { originalOf } from './spans.ts';

/** The plain choice, then installs as they come. */
const seeds = [0, ...Array.from({ length: 24 }, (_, i) => 7919 * (i + 1))];

describe('what nobody should ever see', () => {
  it.each(ownNames)('is in no caption of our own release %s', (name) => {
    const release = ownRelease(name);
    for (const seed of seeds) {
      const captions = compose(release, ownCity, platformIds, { seed });
      expect(complaints(captions, release, ownCity.name)).toEqual([]);
    }
  });

  const releases = sharedReleases();
  it.skipIf(!sharedPresent)(
    `is in no caption of ${releases.length} releases on ${platformIds.length} networks for ${seeds.length} seeds`,
    () => {
      expect(releases).toHaveLength(34);
      let read = 0;
      for (const release of releases) {
        const original = originalOf(release, sharedCity.name);
        for (const seed of seeds) {
          const captions = compose(release, sharedCity, platformIds, { seed });
          read += captions.length;
          expect(captions.flatMap((caption) => complaintsOf(caption, original))).toEqual([]);
        }
      }
      console.info(`${read} captions, no complaint`);
    },
    120_000,
  );
});

describe('a house style', () => {
  const styles: Partial<House>[] = [
    { emoji: true },
    { closing: 'Salam, Humas Kecamatan' },
    { mentions: ['@pemkotbogor', '@humasbogor'] },
    { naming: 'office' },
    { naming: 'name' },
    { hashtags: ['BogorBerlari', 'KotaBogor'], emoji: true, closing: 'Salam.', mentions: ['@pemkotbogor'] },
  ];
  const releases = [...sharedReleases(), ...ownNames.map(ownRelease)];
  it.each(styles.map((style) => [JSON.stringify(style), style] as const))(
    '%s says no more and fits as well',
    (_, style) => {
      const house = { ...plainHouse, ...style };
      for (const release of releases) {
        const original = originalOf(release, sharedCity.name, house);
        for (const seed of seeds.slice(0, 4)) {
          const captions = compose(release, sharedCity, platformIds, { seed, house });
          expect(captions.flatMap((caption) => complaintsOf(caption, original))).toEqual([]);
        }
      }
    },
    60_000,
  );
});

describe('angles', () => {
  it('are the same ones whatever the seed', { timeout: 60_000 }, () => {
    for (const release of [...sharedReleases(), ...ownNames.map(ownRelease)]) {
      const offered = seeds.map((seed) =>
        compose(release, sharedCity, ['facebook'], { seed })
          .map(({ angle }) => angle)
          .join(),
      );
      expect(new Set(offered).size, release.title).toBe(1);
    }
  });
});
