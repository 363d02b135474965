import type { Month } from '../../utils/backup/csv.ts';
import type { Angle } from '../../utils/caption/caption.ts';
import type { Post } from '../../utils/draft/draft.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { daysIn } from '../../utils/recap/month.ts';
import type { Release } from '../../utils/release/release.ts';
import { post, release } from '../draft/samples.ts';

const platforms: PlatformId[] = [
  'x',
  'x',
  'whatsapp',
  'whatsapp',
  'facebook',
  'threads',
  'instagram',
  'telegram',
];
const angles: Angle[] = ['summary', 'summary', 'summary', 'figure', 'quote', 'invitation', 'points'];
const titles = [
  'Pasar Murah di 68 Kelurahan: Beras Rp58.000 per 5 Kilogram, Cek Jadwalnya',
  'Trans Pakuan Koridor 3 Beroperasi sampai Pukul 22.00 WIB',
  'Wali Kota Ajak Warga Bersihkan Ciliwung Setiap Minggu',
  'Enam Taman Ramah Anak Dibuka Sabtu Ini',
  'Pendaftaran Beasiswa Kota Bogor Ditutup Akhir Bulan',
  'Jalan Suryakencana Ditutup Sementara untuk Perbaikan Saluran Air',
  'Puskesmas Tegal Gundil Buka Layanan Malam',
];
const lines = [
  'Beras Rp58.000 per 5 kilogram di pasar murah 68 kelurahan, mulai Senin ini. “Kami ingin harga terjangkau sampai ke gang,” kata Kepala Dinas KUKM.',
  '*Trans Pakuan Koridor 3* sekarang sampai pukul 22.00 WIB. Rute dan tarif tetap.',
  '“Sungai ini halaman depan kita,” kata Wali Kota saat mengajak warga membersihkan Ciliwung.',
];

/** A moment of a month by this computer's calendar, epoch milliseconds. */
export const at = ({ year, month }: Month, day: number, hour = 9, minute = 0): number =>
  new Date(year, month, day, hour, minute).getTime();

/** A month in which so many posts went out, of a release a day or more; the same one every time. */
export function monthOfPosts(month: Month, count: number): { posts: Post[]; releases: Release[] } {
  const days = daysIn(month);
  const releases = Array.from({ length: Math.min(count, days * 2) + 4 }, (_, n): Release => {
    // Each day at eight by the city's clock, and twice in the second half of the list.
    const published = Date.UTC(month.year, month.month, (n % days) + 1, 1);
    return release({
      id: `rekap-${n}`,
      sourceId: n % 5 === 4 ? 'kecamatan' : 'kota-bogor',
      url: `https://${n % 5 === 4 ? 'kecamatan' : 'kotabogor'}.go.id/berita/${n}`,
      title: `${titles[n % titles.length]}${n < titles.length ? '' : ` (${n})`}`,
      published: { at: published, precision: 'time' },
      order: published,
      firstSeenAt: published + 600_000,
      unread: 0,
      ...(n === 3 && { changedAt: published + 86_400_000 }),
      ...(n === 9 && { withdrawnAt: published + 2 * 86_400_000 }),
    });
  });
  // Four of them nobody took up.
  const taken = releases.slice(0, -4);
  const posts = Array.from({ length: count }, (_, n): Post => {
    const of = taken[(n * 7) % taken.length] as Release;
    const openedAt = (of.published?.at ?? 0) + (25 + ((n * 37) % 400)) * 60_000;
    const state = n % 6 === 5 ? 'opened' : 'posted';
    const text = lines[n % lines.length] ?? '';
    return post({
      ...{ id: `rekap-p${n}`, releaseId: of.id, releaseTitle: of.title, releaseUrl: of.url },
      ...{ sourceId: of.sourceId, platform: platforms[n % platforms.length] ?? 'x' },
      ...{ angle: angles[(n * 3) % angles.length] ?? 'summary', text, state, openedAt, order: n + 1 },
      changes: [{ n: n + 1, by: 'm', state, at: openedAt }],
      asked: 1,
      ...(n < 3 && { starredAt: openedAt + 1 }),
    });
  });
  return { posts, releases };
}
