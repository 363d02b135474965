import { describe, expect, test } from 'vitest';
import { knownAt, knownSources, otherAddress, presets } from '../../utils/source/cities.ts';
import { normaliseAddress } from '../../utils/source/detect/hosts.ts';
import { RECOGNISED, readReleasePage } from '../../utils/source/page.ts';
import type { Source } from '../../utils/source/source.ts';
import { City } from '../city/city.ts';
import { oldBogorPage } from '../city/redesigns/old-bogor.ts';
import { download } from './samples.ts';

const bogor = presets[0] as Source;

describe('known cities', () => {
  test('Kota Bogor first, and more than ten others that were never seen live', () => {
    expect(knownSources[0]).toBe(bogor);
    expect(bogor.seen).toBeUndefined();
    expect(knownSources.slice(1).every(({ seen }) => seen === 'never-live')).toBe(true);
    expect(knownSources.length).toBeGreaterThan(11);
  });

  test.each(knownSources.map((each) => [each.id, each] as const))('%s is whole', (_id, each) => {
    expect(normaliseAddress(each.url)).toBe(each.url);
    expect(each.hosts).toContain(new URL(each.url).hostname);
    expect(each.hosts.every((host) => host.endsWith('.go.id'))).toBe(true);
    expect(each.hashtags.every((tag) => /^[A-Za-z]+$/.test(tag))).toBe(true);
    expect(each.kind === 'page').toBe(each.recipe !== undefined);
  });

  test('ids and addresses are each their own', () => {
    expect(new Set(knownSources.map(({ id }) => id)).size).toBe(knownSources.length);
    expect(new Set(knownSources.map(({ url }) => url)).size).toBe(knownSources.length);
  });

  test('a known city is found by its host', () => {
    expect(knownAt('www.berita.depok.go.id')?.id).toBe('kota-depok');
    expect(knownAt('madiunkota.go.id')?.id).toBe('kota-madiun');
    expect(knownAt('depok.go.id')).toBeNull();
  });
});

describe("Kota Bogor's older pages", () => {
  const canonical = 'https://kotabogor.go.id/index.php/show_post/detail/103947';
  test.each([
    'http://kotabogor.go.id/index.php/show_post/detail/103947',
    'https://kotabogor.go.id/index.php/show_post/detail/103947/bogor-hotel-great-sale',
    'https://kotabogor.go.id/index.php/show_post/detail/103947/',
    'https://kotabogor.go.id/show_post/detail/103947/bogor-hotel-great-sale?x=1',
  ])('%s is one release', (address) => {
    expect(otherAddress(address, bogor)).toBe(canonical);
  });

  test.each([
    'https://kotabogor.go.id/berita-detail/103947',
    'https://kotabogor.go.id/index.php/show_post/detail/',
    'https://kotabogor.go.id.example/index.php/show_post/detail/1',
    'https://lain.go.id/index.php/show_post/detail/1',
    'kata',
  ])('%s is none', (address) => {
    expect(otherAddress(address, bogor)).toBeNull();
  });

  test('such a page is read as a release of the source', () => {
    const city = new City(() => Date.parse('2026-11-24T03:00:00Z'));
    for (const release of city.releases) {
      const read = readReleasePage(download(oldBogorPage(city, release), `${canonical}`), bogor);
      expect(read.title).toBe(release.title);
      expect(read.paragraphs).toEqual(release.paragraphs);
      expect(read.published?.precision).toBe('day');
      expect(read.repairs).toContain(RECOGNISED);
    }
  });
});
