import { expect, test } from 'vitest';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Picture } from '../../utils/db/database.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import type { City } from '../city/city.ts';
import { hasRecordedPages, recordedExpectations } from '../city/recorded.ts';
import { useJubir } from './harness.ts';
import { closePage, labelled, openList, waitForReleases, waitForText } from './steps.ts';

/** A release as the pages' makers say it has to come out. */
interface Expected {
  url: string;
  title: string;
  date_iso: string;
  body_paragraphs: string[];
}

// The city's own pages, rebuilt, where they lie beside the repository; else the portal's.
const recorded = hasRecordedPages();
const jubir = useJubir({ recorded });

function expectedOf(city: City): Expected[] {
  if (!recorded) {
    return city.releases.slice(0, 9).map(({ id, title, published, paragraphs }) => ({
      url: `https://kotabogor.go.id/berita-detail/${id}`,
      title,
      date_iso: new Date(published + 7 * 3_600_000).toISOString().slice(0, 10),
      body_paragraphs: paragraphs,
    }));
  }
  const { listing, details } = recordedExpectations() as {
    listing: { items: Omit<Expected, 'body_paragraphs'>[] };
    details: Expected[];
  };
  return listing.items.map((item) => {
    const page = details.find(({ url }) => url === item.url);
    if (!page) throw new Error(`no page is expected for ${item.url}`);
    return { ...page, date_iso: item.date_iso };
  });
}

/** Words alone: what a bullet or a space is, the unit tests say. */
const words = (text: string): string => text.replace(/[•\s]+/gu, ' ').trim();

test('all nine rows of the listing are archived with title, date and body', async () => {
  await waitForReleases(jubir);
  const releases = await jubir.table<Release>('releases');
  const expected = expectedOf(jubir.portal.city);
  expect(expected).toHaveLength(9);
  expect(releases).toHaveLength(9);
  for (const { url, title, date_iso, body_paragraphs } of expected) {
    const release = releases.find((each) => each.url === url);
    expect(release, url).toMatchObject({ title, body: 'read', unread: 1, published: { precision: 'day' } });
    const at = release?.published?.at ?? 0;
    expect(new Date(at + 7 * 3_600_000).toISOString(), url).toBe(`${date_iso}T00:00:00.000Z`);
    const body = words(release?.paragraphs.join(' ') ?? '');
    for (const paragraph of body_paragraphs) expect(body).toContain(words(paragraph));
    expect(body).not.toMatch(/<\/?[a-z]/i);
  }
});

test('pictures are kept as small data: addresses, and the popup shows them', async () => {
  const pictures = await jubir.table<Picture>('pictures');
  expect(pictures).toHaveLength(9);
  for (const { data } of pictures) {
    expect(data).toMatch(/^data:image\/(png|jpeg|webp);base64,/);
    expect(data?.length).toBeLessThan(40_000);
  }
  const popup = await openList(jubir);
  const drawn = (): Promise<number> =>
    popup.$$eval('.release-picture img', (images) => images.filter((image) => image.naturalWidth > 0).length);
  await poll('nine pictures', async () => (await drawn()) === 9);
  const elsewhere = await popup.$$eval('img', (images) =>
    images.filter(({ src }) => !src.startsWith('data:')),
  );
  expect(elsewhere).toEqual([]);
  await closePage(popup);
});

test('rows stand newest first, the status line tells time and number, the badge counts the unread', async () => {
  const popup = await openList(jubir);
  await waitForText(popup, '.status [role=status]', /^Terakhir diperbarui \d\d\.\d\d · 9 rilis$/);
  const titles = await poll('nine rows', async () => {
    const found = await popup.$$eval('button.release-title', (rows) => rows.map(({ title }) => title));
    return found.length === 9 ? found : null;
  });
  expect(titles).toEqual(expectedOf(jubir.portal.city).map(({ title }) => title));
  expect(await jubir.badge()).toBe('9');
  await popup.click(labelled(`${texts.list.unread(9)}. ${texts.list.markAllRead}`));
  await poll('the badge to be empty', async () => (await jubir.badge()) === '');
  expect(await popup.$('.release-unread')).toBeNull();
  const releases = await jubir.table<Release>('releases');
  expect(releases.filter(({ unread }) => unread === 1)).toEqual([]);
  await closePage(popup);
});

test('a background killed in the midst of a refresh loses nothing, and the next refresh goes on', async () => {
  const { portal } = jubir;
  // The portal's own releases join the archive: nine new rows, whose pages answer slowly.
  portal.recorded = false;
  for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9]) portal.city.add({ title: `Kabar kota nomor ${at}` });
  portal.fault = { kind: 'slow', delayMs: 400, parts: ['release'] };
  const fresh = async (): Promise<Release[]> =>
    (await jubir.table<Release>('releases')).filter(({ title }) => title.startsWith('Kabar kota'));
  // Its answer never comes: whoever asked sees the background end.
  const asked = jubir.send('refresh-now', null).catch(() => 'no answer');
  await poll('the first pages to be read', async () => {
    const read = (await fresh()).filter(({ body }) => body === 'read');
    return read.length >= 2;
  });
  await jubir.session.killBackground();
  await asked;
  const left = await fresh();
  const read = left.filter(({ body }) => body === 'read');
  expect(left).toHaveLength(9);
  expect(read.length).toBeGreaterThanOrEqual(2);
  expect(read.length).toBeLessThan(9);

  portal.fault = null;
  await jubir.send('refresh-now', null);
  expect((await fresh()).map(({ body }) => body)).toEqual(Array(9).fill('read'));
  const known = new Set(read.map(({ url }) => new URL(url).pathname));
  const asks = portal.seen('kotabogor.go.id').filter(({ path }) => known.has(path));
  // A page that was read is not asked for again.
  expect(asks).toHaveLength(known.size);
  // The pages between the listing and what was known are read too: all that is new counts.
  const unread = (await jubir.table<Release>('releases')).filter((release) => release.unread === 1);
  expect(unread.length).toBeGreaterThanOrEqual(9);
  await poll('the badge to count them', async () => (await jubir.badge()) === `${unread.length}`);
});
