import { beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../utils/browser/snapshot.ts';
import { id as texts } from '../../utils/browser/texts/id.ts';
import type { Release } from '../../utils/release/release.ts';
import { poll } from '../browsers/session.ts';
import type { CityRelease } from '../city/city.ts';
import { useJubir } from './harness.ts';
import { refreshNow, releasesOf } from './source-steps.ts';
import {
  clickAway,
  closePage,
  closePlatformTabs,
  openComposer,
  openList,
  rowAt,
  rowOf,
  setSettings,
  shareButton,
  waitForReleases,
  waitForSnapshot,
  waitForText,
} from './steps.ts';

/** What strangers put on broken sites. */
const advert = {
  title: 'Situs Slot Gacor Hari Ini Gampang Menang Maxwin',
  paragraphs: [
    'Daftar di situs slot online terpercaya dan dapatkan bonus new member 100 persen hari ini.',
    'Link alternatif dan RTP slot tertinggi setiap malam.',
  ],
};
/** What cities write when they fight it, as press offices do. */
const honest = [
  {
    title: 'Polresta Bogor Kota Tutup 120 Situs Judi Slot, Tujuh Tersangka Ditangkap',
    paragraphs: [
      'Satreskrim Polresta Bogor Kota menggerebek rumah yang dijadikan markas judi online di Kelurahan Kedung Badak.',
      '“Para pelaku mengelola situs slot dan togel online dengan omzet Rp 2 miliar per bulan,” kata Kapolresta.',
    ],
  },
  {
    title: 'Wali Kota Bogor: Perang terhadap Judi Online Dimulai dari Keluarga',
    paragraphs: [
      'Istilah seperti slot gacor, maxwin, dan bonus new member kini dikenal anak sekolah dasar.',
      'Ia meminta orang tua mendampingi anak saat memakai gawai.',
    ],
  },
  {
    title: 'Diskominfo Bersihkan 37 Subdomain dari Iklan Slot Gacor',
    paragraphs: ['Subdomain itu disusupi halaman situs slot dan togel; seluruhnya sudah dibersihkan.'],
  },
  {
    title: 'Pelatihan Barista: Tersisa 12 Slot, Daftar Online Hari Ini',
    paragraphs: ['Disnaker Kota Bogor membuka 60 slot pelatihan gratis. Pendaftaran ditutup malam ini.'],
  },
];

const jubir = useJubir({
  prepare: ({ city }) => {
    for (const release of honest) city.add(release);
  },
});

let broken: CityRelease;
let untouched: string[];
beforeAll(async () => {
  untouched = (await waitForReleases(jubir)).rows.map(({ id }) => id);
  await setSettings(jubir, { platforms: ['x', 'whatsapp'] });
});

const titleOf = (title: string) => async (): Promise<Release | undefined> =>
  (await releasesOf(jubir, 'kota-bogor')).find(
    (release) => release.title === title && release.body === 'read',
  );
const suspiciousOf = ({ rows }: Snapshot): string[] =>
  rows.filter(({ blocked }) => blocked === 'suspicious').map(({ title }) => title);

test('a city that tells how it fights online gambling is shared in one click', async () => {
  const snapshot = await waitForSnapshot(jubir, 'the rows', ({ rows }) => rows.length >= 9);
  for (const { title } of honest) expect(snapshot.rows.map((row) => row.title)).toContain(title);
  expect(snapshot.rows.filter(({ blocked }) => blocked)).toEqual([]);
  const popup = await openList(jubir);
  expect(await popup.$('.state-mark')).toBeNull();
  const row = snapshot.rows.find(({ title }) => title === honest[0]?.title);
  await clickAway(popup, shareButton(rowAt({ rows: row ? [row] : [] }, 0), 'x'));
  const { searchParams } = await jubir.waitForUrl(({ host }) => host === 'x.com');
  expect(searchParams.get('text')).toContain('judi online');
  await closePage(popup);
  await closePlatformTabs(jubir);
});

test('a site that suddenly advertises slots is marked: new releases, and one that was good yesterday', async () => {
  const { city } = jubir.portal;
  const [, , , , old] = city.releases;
  if (!old) throw new Error('the city has no fifth release');
  broken = old;
  city.add(advert);
  city.edit(broken.id, { paragraphs: [...broken.paragraphs, 'slot gacor | situs toto | link slot maxwin'] });
  await poll('both', async () => {
    await refreshNow(jubir);
    const found = await Promise.all([titleOf(advert.title)(), titleOf(broken.title)()]);
    return found.every((release) => release?.suspicious === true);
  });
  const marked = await waitForSnapshot(jubir, 'the marks', (shown) => suspiciousOf(shown).length === 2);
  expect(suspiciousOf(marked).sort()).toEqual([advert.title, broken.title].sort());
});

test('its row says so and offers no click at all; the others still do', async () => {
  const popup = await openList(jubir);
  for (const title of [advert.title, broken.title]) {
    const row = (await titleOf(title)()) ?? { id: '' };
    await waitForText(popup, `${rowOf(row)} .state-mark`, texts.states.suspicious);
    expect(await popup.$(`${rowOf(row)} .share-buttons`)).toBeNull();
    expect(await popup.$(`${rowOf(row)} [data-platform]`)).toBeNull();
  }
  expect(await popup.$$eval('.state-mark', (marks) => marks.length)).toBe(2);
  const others = await popup.$$eval('[data-release]', (rows) =>
    rows.filter((row) => row.querySelector('.share-buttons')).map((row) => row.getAttribute('data-release')),
  );
  const shown = await popup.$$eval('[data-release]', (rows) => rows.length);
  expect(others).toHaveLength(shown - 2);
  await closePage(popup);
});

test('no search offers it either', async () => {
  const popup = await openList(jubir);
  await popup.click(`button[aria-label="${texts.archive.searchShort}"]`);
  await popup.waitForSelector('.archive input');
  await popup.type('.archive input', 'slot gacor');
  const row = (await titleOf(advert.title)()) ?? { id: '' };
  await waitForText(popup, `.archive ${rowOf(row)} .state-mark`, texts.states.suspicious);
  expect(await popup.$(`.archive ${rowOf(row)} .share-buttons`)).toBeNull();
  await closePage(popup);
});

test('the composer says why', async () => {
  const popup = await openList(jubir);
  await openComposer(popup, (await titleOf(advert.title)()) ?? { id: '' });
  await waitForText(popup, '.notice-warn', texts.states.suspiciousHelp);
  expect(await popup.$(`::-p-xpath(//button[.="${texts.states.understood}"])`)).toBeNull();
  await closePage(popup);
});

test('once the city has cleaned its site the mark is gone; what was mended is told as a change', async () => {
  const { city } = jubir.portal;
  const spam = city.releases.find(({ title }) => title === advert.title);
  if (spam) city.remove(spam.id);
  city.edit(broken.id, { paragraphs: broken.paragraphs });
  const row = (await titleOf(broken.title)()) ?? { id: '' };
  await poll('it to be clean', async () => {
    await refreshNow(jubir);
    return (await titleOf(broken.title)())?.suspicious === undefined;
  });
  const marked = await waitForSnapshot(jubir, 'the rows', (shown) => {
    return shown.rows.find(({ id }) => id === row.id)?.blocked === 'changed';
  });
  expect(marked.rows.filter(({ id, blocked }) => blocked && id !== row.id && untouched.includes(id))).toEqual(
    [],
  );
});
