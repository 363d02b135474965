import { describe, expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { recapAsCsv } from '../../utils/recap/csv.ts';
import { factsOf } from '../../utils/recap/facts.ts';
import { RecapError, readRecap, writeRecap } from '../../utils/recap/file.ts';
import { recapOf } from '../../utils/recap/recap.ts';
import { monthOfPosts } from './samples.ts';

const month = { year: 2026, month: 10 };
const now = Date.UTC(2026, 10, 30);
const sources = new Map([['kota-bogor', 'Kota Bogor']]);
const facts = (count = 30) => factsOf(month, { ...monthOfPosts(month, count), sources });
const read = (content: string) => readRecap(new Blob([content]));
const raw = () => JSON.parse(writeRecap(facts(), 'Kecamatan Bogor Tengah', now));
const refusal = async (content: string) => {
  const error = await read(content).then(
    () => null,
    (failed: unknown) => failed,
  );
  expect(error).toBeInstanceOf(RecapError);
  return (error as RecapError).reason;
};

describe('a month as a file', () => {
  test('comes back as it was handed in, but for the archive’s own ids', async () => {
    const written = facts();
    const handed = await read(writeRecap(written, '  Kecamatan Bogor Tengah ', now));
    expect(handed).toMatchObject({ from: 'Kecamatan Bogor Tengah', createdAt: now, month, refused: 0 });
    expect(handed.posts).toEqual(written.posts);
    expect(handed.releases).toEqual(written.releases.map(({ id: _, ...release }) => release));
    expect(recapOf(handed)).toEqual(
      recapOf({ ...written, releases: written.releases.map(({ id: _, ...release }) => release) }),
    );
  });

  test('three thousand posts fit', async () => {
    const content = writeRecap(facts(3_000), '', now);
    expect(content.length).toBeLessThan(1024 * 1024);
    expect((await read(content)).posts).toHaveLength(3_000);
  });

  test.each([
    ['', 'not-ours'],
    ['{"app":"Jubir","format":1,"rows":[]}', 'not-ours'],
    ['[]', 'not-ours'],
    ['['.repeat(200_000), 'not-ours'],
    ['{"app":"Lain","recap":1}', 'not-ours'],
    ['{"app":"Jubir","recap":2}', 'newer'],
    ['{"app":"Jubir","recap":1,"month":"2026-13"}', 'not-ours'],
    [`"${'a'.repeat(4 * 1024 * 1024)}"`, 'too-large'],
  ] as const)('what is none is refused: %.40s', async (content, reason) => {
    expect(await refusal(content)).toBe(reason);
  });

  test('too many rows are no month of one official', async () => {
    const whole = raw();
    expect(await refusal(JSON.stringify({ ...whole, releases: Array(5_001).fill(0) }))).toBe('not-ours');
  });

  test('a row that is none is left out alone', async () => {
    const whole = raw();
    const [post] = whole.posts;
    const [release] = whole.releases;
    const bad = [
      null,
      { ...post, id: '__proto__' },
      { ...post, day: 31 },
      { ...post, day: 0 },
      { ...post, day: 1.5 },
      { ...post, platform: 'toString' },
      { ...post, angle: 'constructor' },
      { ...post, state: 'best' },
      { ...post, delay: -1 },
      { ...post, delay: 4e15 },
      { ...post, line: 'a'.repeat(2_001) },
      { ...post, title: { html: '<b>' } },
    ];
    const badReleases = [
      'https://kotabogor.go.id',
      { ...release, url: 'javascript:alert(1)' },
      { ...release, url: 'data:text/html,<script>' },
      { ...release, taken: 1 },
      { ...release, moved: 'best' },
      { ...release, platforms: ['x', 'myspace'] },
      { ...release, day: 99 },
    ];
    const handed = await read(
      JSON.stringify({
        ...whole,
        posts: [...bad, ...whole.posts],
        releases: [...badReleases, ...whole.releases],
      }),
    );
    expect(handed.refused).toBe(bad.length + badReleases.length);
    expect(handed.posts).toHaveLength(whole.posts.length);
    expect(handed.releases).toHaveLength(whole.releases.length);
  });

  test('nothing comes in that the form does not have, and no sign turns what stands around it', async () => {
    const whole = raw();
    const posts = [{ ...whole.posts[0], rank: 1, line: 'satu\n\u202edua\u2066', title: 'a\u202e\n b' }];
    const releases = [{ ...whole.releases[0], id: 'r-mine', title: '<img src=x onerror=alert(1)>' }];
    const handed = await read(JSON.stringify({ ...whole, posts, releases, from: '\u202eBudi\n\n' }));
    expect(handed.from).toBe('Budi');
    expect(handed.posts[0]).toMatchObject({ line: 'satu\ndua', title: 'a b' });
    expect(handed.posts[0]).not.toHaveProperty('rank');
    expect(handed.releases[0]).not.toHaveProperty('id');
    expect(handed.releases[0]?.title).toBe('<img src=x onerror=alert(1)>');
  });
});

test('the table has every number and every list, and no formula', () => {
  const { recap: words } = later.id;
  const csvWords = {
    ...words.csvWords,
    noSource: words.noSource,
    angles: texts.angles,
    states: texts.states,
  };
  const found = recapOf(facts());
  const [first] = found.untaken;
  if (first) first.title = '=HYPERLINK("http://x")';
  const csv = recapAsCsv(found, csvWords);
  const lines = csv.slice(1).trimEnd().split('\r\n');
  expect(lines[0]).toBe('"Bagian";"Rincian";"Terbit";"Menunggu";"Jumlah";"Keterangan"');
  expect(lines[1]).toBe('"Bulan";"2026-11";"";"";"";""');
  expect(lines).toContain(`"Unggahan";"";"${found.posted}";"${found.waiting}";"30";""`);
  expect(lines.filter((line) => line.startsWith('"Hari";'))).toHaveLength(30);
  expect(lines.filter((line) => line.startsWith('"Kanal";'))).toHaveLength(found.platforms.length);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(lines.filter((line) => line.startsWith('"Belum diangkat";'))).toHaveLength(found.untaken.length);
  // A table of an empty month is one all the same.
  const empty = recapAsCsv(recapOf({ month, posts: [], releases: [] }), csvWords);
  expect(empty.trimEnd().split('\r\n')).toHaveLength(5 + 30);
});
