import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { City } from '../../utils/browser/city.ts';
import { readPolicy } from '../../utils/browser/policy.ts';

const recipe = {
  listing: { item: '.kabar', title: 'h2', link: 'h2 a' },
  release: { title: 'h1', body: '.isi' },
  dateFormat: 'D M Y',
};
const key = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQ-_o';

/** A policy with every name in it, all of it sound. */
const whole = {
  sources: [
    {
      url: 'https://kotasatu.go.id/feed',
      name: 'Kota Satu',
      kind: 'feed',
      hashtags: ['#KotaSatu'],
      imageHosts: ['cdn.kotasatu.go.id'],
    },
    { url: 'http://kotadua.go.id' },
    { url: 'https://kotatiga.go.id/berita', kind: 'page' },
  ],
  platforms: ['instagram', 'x'],
  hashtags: ['#BogorBerlari', 'KotaBogor'],
  mentions: ['pemkotbogor'],
  closings: ['Salam, Humas', 'Info  resmi kota'],
  notifications: true,
  quietHours: { from: 20, to: 6 },
  checks: { noLink: 'stop', tooLong: 'warn' },
  captionFeed: 'https://humas.kotasatu.go.id/takarir.json',
  captionKey: `${key}`,
  folder: 'https://awan.kotasatu.go.id/remote.php/dav/files/{user}/Jubir',
  language: 'id',
  model: false,
  addresses: { x: 'https://x.com/intent/post?text={text}' },
  recipes: [{ source: 'https://kotatiga.go.id/berita', recipe }],
};

describe('a sound policy', () => {
  test('is taken whole, made tidy', () => {
    const { city, recipes, faults } = readPolicy(whole);
    expect(faults).toEqual([]);
    expect([...recipes.keys()]).toEqual(['https://kotatiga.go.id/berita']);
    expect(city).toEqual({
      ...whole,
      recipes: undefined,
      sources: [
        { ...whole.sources[0], hashtags: ['KotaSatu'] },
        { url: 'https://kotadua.go.id/' },
        { url: 'https://kotatiga.go.id/berita', kind: 'page', recipe },
      ],
      hashtags: ['BogorBerlari', 'KotaBogor'],
      mentions: ['@pemkotbogor'],
      closings: ['Salam, Humas', 'Info resmi kota'],
      captionKey: `${key.replace('-', '+').replace('_', '/')}=`,
    });
  });

  test('is the same as one text, which goes before what stands beside it', () => {
    const { city, faults } = readPolicy({ json: JSON.stringify(whole), language: 'en' });
    expect(faults).toEqual([]);
    expect(city).toEqual(readPolicy(whole).city);
  });

  test('has all of its names in the schema, which lets every text through', () => {
    const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as { properties: object };
    expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(whole), 'json'].sort());
    // An enum or a pattern would have Chromium drop a value before it can be named.
    expect(JSON.stringify(schema)).not.toMatch(/"(?:enum|pattern|minimum|maximum|format)":/);
  });

  test('none at all sets nothing', () => {
    for (const none of [undefined, null, {}, [], 'x'])
      expect(readPolicy(none)).toMatchObject({ city: {}, faults: [] });
  });
});

describe('a value that cannot be', () => {
  test.each([
    ['sources', 'x', 'sources list'],
    ['sources', ['x'], 'sources[0] group'],
    ['sources', [{ name: 'Tanpa alamat' }], 'sources[0].url address'],
    ['sources', [{ url: 'ftp://kota.go.id' }], 'sources[0].url address'],
    ['sources', [{ url: 'https://localhost/feed' }], 'sources[0].url address'],
    ['platforms', ['orkut'], 'platforms[0] platform'],
    ['platforms', [], ''],
    ['platforms', { x: true }, 'platforms list'],
    ['hashtags', ['12'], 'hashtags[0] hashtag'],
    ['hashtags', ['dua kata'], 'hashtags[0] hashtag'],
    ['mentions', [5], 'mentions[0] mention'],
    ['closings', ['x'.repeat(141)], 'closings[0] closing'],
    ['closings', ['dua\u0000baris'], 'closings[0] closing'],
    ['closings', ['  '], 'closings[0] closing'],
    ['notifications', 'ya', 'notifications yes-no'],
    ['quietHours', { from: 21 }, 'quietHours.to hour'],
    ['quietHours', { from: 21, to: 24 }, 'quietHours.to hour'],
    ['quietHours', 21, 'quietHours group'],
    ['checks', { manners: 'stop' }, 'checks.manners check'],
    ['checks', { noLink: 'block' }, 'checks.noLink severity'],
    ['checks', { constructor: 'stop' }, 'checks.constructor check'],
    ['captionFeed', 'http://humas.go.id/a.json', 'captionFeed address'],
    ['captionFeed', 'https://a:b@humas.go.id/a.json', 'captionFeed address'],
    ['captionKey', 'bukan kunci', 'captionKey key'],
    ['folder', 'https://awan.go.id', 'folder folder'],
    ['folder', 'http://awan.go.id/dav/{user}', 'folder folder'],
    ['language', 'jv', 'language language'],
    ['model', 0, 'model yes-no'],
    ['addresses', { orkut: 'https://orkut.com/?t={text}' }, 'addresses.orkut platform'],
    ['addresses', { x: 'http://x.com/?t={text}' }, 'addresses.x address'],
    [
      'recipes',
      [{ source: 'https://a.go.id/b', recipe: {} }],
      'recipes[https://a.go.id/b] recipe,sources[https://kotatiga.go.id/berita].kind recipe-missing',
    ],
    ['recipes', {}, 'recipes list,sources[https://kotatiga.go.id/berita].kind recipe-missing'],
    ['hastags', ['KotaBogor'], 'hastags unknown'],
    ['constructor', {}, 'constructor unknown'],
    ['json', '{', 'json json'],
    ['json', '[1]', 'json json'],
    ['json', 5, 'json json'],
  ])('%s: %o is named and left out, and nothing else', (name, value, told) => {
    // What needs another is left out of the others.
    const { captionFeed: _, captionKey: __, ...others } = whole;
    const { city, faults } = readPolicy({ ...others, [name]: value });
    expect(faults.map(({ path, reason }) => `${path} ${reason}`).join()).toBe(told);
    const sound = readPolicy({ ...others, [name]: undefined }).city;
    delete sound[name as keyof City];
    if (name === 'recipes') expect(city.sources?.at(2)).toEqual({ url: 'https://kotatiga.go.id/berita' });
    else expect(city).toEqual(sound);
  });

  test('one of a list takes no other with it', () => {
    const { city, faults } = readPolicy({
      sources: [
        {
          url: 'https://satu.go.id/',
          kind: 'zip',
          hashtags: ['A', 'b c'],
          imageHosts: ['https://x'],
          warna: 1,
        },
        7,
        { url: 'https://dua.go.id/', name: 'x'.repeat(81) },
        { url: 'https://satu.go.id' },
      ],
      hashtags: ['a', 'A', 'b', 'c', 'd', 'e', 'f', ''],
      checks: { noLink: 'stop', nope: 'stop' },
    });
    expect(city).toEqual({
      sources: [{ url: 'https://satu.go.id/', hashtags: ['A'] }, { url: 'https://dua.go.id/' }],
      hashtags: ['a', 'b', 'c', 'd', 'e'],
      checks: { noLink: 'stop' },
    });
    expect(faults.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual([
      'checks.nope check',
      'hashtags[1] twice',
      'hashtags[6] too-many',
      'hashtags[7] hashtag',
      'sources[0].hashtags[1] hashtag',
      'sources[0].imageHosts[0] address',
      'sources[0].kind kind',
      'sources[0].warna unknown',
      'sources[1] group',
      'sources[2].name text',
      'sources[3] twice',
    ]);
  });

  test('a damaged key takes the caption feed with it: signed captions never come unsigned', () => {
    const { city, faults } = readPolicy({ captionFeed: whole.captionFeed, captionKey: 'rusak' });
    expect(city).toEqual({});
    expect(faults.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'captionKey key',
      'captionFeed unsigned',
    ]);
  });

  test('a page without its recipe is looked at like any address, and that is told; the preset has its own', () => {
    const { city, faults } = readPolicy({
      sources: [
        { url: 'https://lain.go.id/berita', kind: 'page' },
        { url: 'https://kotabogor.go.id/berita', kind: 'page' },
      ],
    });
    expect(city.sources).toEqual([
      { url: 'https://lain.go.id/berita' },
      { url: 'https://kotabogor.go.id/berita' },
    ]);
    expect(faults).toEqual([{ path: 'sources[https://lain.go.id/berita].kind', reason: 'recipe-missing' }]);
  });
});
