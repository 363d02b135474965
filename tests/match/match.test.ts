import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JubirDatabase } from '../../utils/db/database.ts';
import { openMatcher } from '../../utils/match/open.ts';
import type { Release } from '../../utils/release/release.ts';
import { indexPending, removeFromIndex } from '../../utils/release/search/write.ts';
import { release } from '../release/samples.ts';

let db: JubirDatabase;
beforeEach(() => {
  db = new JubirDatabase(`match-${Math.random()}`);
});
afterEach(() => db.delete());

const told: [id: string, title: string, ...paragraphs: string[]][] = [
  [
    '00000000000000a1',
    'Pemkot Bogor Perbaiki Jembatan Otista',
    'BOGOR – Wali Kota Bogor Bima Arya meninjau perbaikan Jembatan Otista, Selasa (7/3/2023). Anggaran jembatan itu Rp 52,9 miliar dari APBD Provinsi Jawa Barat.',
    'Kepala Dinas PUPR Chusnul Rozaqi menyebut 120 pekerja bekerja siang dan malam. Lalu lintas di Jalan Otto Iskandardinata dialihkan ke Jalan Suryakencana.',
  ],
  [
    '00000000000000a2',
    'Vaksinasi Anak di Puskesmas Sindangbarang',
    'Dinas Kesehatan Kota Bogor memberi vaksin polio kepada 300 anak di Puskesmas Sindangbarang.',
    'Orang tua diminta membawa buku kesehatan anak, kata Sri Nowo Retno.',
  ],
  [
    '00000000000000a3',
    'Pasar Murah Jelang Lebaran di Tanah Sareal',
    'Warga Kecamatan Tanah Sareal membeli beras dan minyak goreng dengan harga lebih rendah di pasar murah.',
    'Pasar murah berlangsung di enam kecamatan sampai pekan depan.',
  ],
  [
    '00000000000000a4',
    'Pohon Tumbang di Jalan Pajajaran Ditangani',
    'Petugas BPBD memotong pohon tumbang di Jalan Pajajaran setelah hujan deras.',
    'Tidak ada korban, dan arus lalu lintas kembali normal pada malam hari.',
  ],
  [
    '00000000000000a5',
    'Pelajar Bogor Juara Olimpiade Sains',
    'Tiga pelajar SMAN 1 Bogor meraih medali emas pada olimpiade sains nasional di Yogyakarta.',
    'Mereka berlatih selama enam bulan bersama guru pembimbing.',
  ],
];
const bridge = '00000000000000a1';
const aboutBridge =
  'Proyek Jembatan Otista kembali menuai kritik. Anggaran Rp52,9 miliar dinilai terlalu besar, sementara pengguna jalan mengeluhkan kemacetan di Jalan Suryakencana sejak 7 Maret 2023, padahal Bima Arya berjanji perbaikan jembatan selesai tepat waktu.';

async function store(changes: Partial<Release> = {}): Promise<void> {
  await db.releases.bulkPut(
    told.map(([id, title, ...paragraphs]) =>
      release(id, { title, paragraphs, body: 'read', ...(id === bridge && changes) }),
    ),
  );
  await indexPending(db);
}

const ask = async (text: string) => (await openMatcher(db)).match(text);

describe('matching', () => {
  test('finds the release about the same matter, and says why in the news’ own words', async () => {
    await store();
    const { matches } = await ask(aboutBridge);
    expect(matches.map(({ releaseId }) => releaseId)).toEqual([bridge]);
    expect(matches[0]?.why).toEqual(
      expect.arrayContaining([
        { kind: 'name', text: 'Jembatan Otista' },
        { kind: 'name', text: 'Bima Arya' },
        { kind: 'place', text: 'Jalan Suryakencana' },
        { kind: 'figure', text: 'Rp52,9 miliar' },
        { kind: 'date', text: '7 Maret 2023' },
      ]),
    );
    for (const { text } of matches[0]?.why ?? []) expect(aboutBridge).toContain(text);
  });
  test('finds it from a whole article, which says much else', async () => {
    await store();
    const article = `${aboutBridge}\n\n${'Pengamat transportasi menilai pemerintah perlu lebih terbuka kepada warga. '.repeat(15)}`;
    expect((await ask(article)).matches[0]?.releaseId).toBe(bridge);
  });
  test.each([
    [
      'another matter',
      'Timnas Indonesia menang 3-0 atas Vietnam di Stadion Gelora Bung Karno. Pelatih Shin Tae-yong memuji para pemain.',
    ],
    [
      'the city alone',
      'Kota Bogor menjadi tujuan wisata. Banyak warga Jakarta datang ke Bogor pada akhir pekan untuk berlibur bersama keluarga.',
    ],
    ['nothing', ''],
    ['two words', 'Jembatan Otista'],
    ['no words', '!!! ??? 😀'],
  ])('says honestly that nothing fits: %s', async (_, text) => {
    await store();
    expect((await ask(text)).matches).toEqual([]);
  });
  test('an empty archive has no answer', async () => {
    expect(await ask(aboutBridge)).toEqual({ matches: [], near: [] });
  });
  test.each([{ withdrawnAt: 5 }, { suspicious: true } as const])(
    'leaves out what may not be quoted: %o',
    async (changes) => {
      await store(changes);
      const { matches, near } = await ask(aboutBridge);
      expect([...matches, ...near].map(({ releaseId }) => releaseId)).not.toContain(bridge);
    },
  );
  test('takes in what was indexed since it was opened, and lets go of what was deleted', async () => {
    const matcher = await openMatcher(db);
    expect((await matcher.match(aboutBridge)).matches).toEqual([]);
    await store();
    expect((await matcher.match(aboutBridge)).matches[0]?.releaseId).toBe(bridge);
    await db.releases.delete(bridge);
    expect((await matcher.match(aboutBridge)).matches).toEqual([]);
    await removeFromIndex(db, [bridge]);
    expect((await matcher.match(aboutBridge)).matches).toEqual([]);
  });
  test('a hostile text of megabytes costs no more than its beginning', async () => {
    await store();
    for (const text of [
      'A'.repeat(3e6),
      'Jembatan '.repeat(4e5),
      '“(1/1/1) '.repeat(4e5),
      `${aboutBridge} ${'x y '.repeat(1e6)}`,
    ]) {
      const start = performance.now();
      await ask(text);
      expect(performance.now() - start).toBeLessThan(3_000);
    }
  });
});
