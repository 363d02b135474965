import { existsSync, readFileSync } from 'node:fs';
import type { Composable } from '../../utils/flow/compose.ts';

/** Releases of our own, in the manner of a city's: each holds what captions get wrong. */
const own: Record<string, Omit<Composable, 'url'>> = {
  market: {
    language: 'id',
    title: 'Pemkot Cikaret Buka Bazar Sayur di Taman Merpati',
    paragraphs: [
      'CIKARET – Pada hari Rabu, 5 Maret 2025 Walikota Cikaret, Dr. Sari A. Wulandari, M.Si membuka Bazar Sayur di Taman Merpati, Kelurahan Kenanga, Kecamatan Cikaret Barat, Kota Cikaret. Bazar ini diikuti 48 kelompok tani.',
      'Kegiatan ini merupakan yang kedua pada tahun ini. Ia berharap bazar tersebut berlanjut.',
      '“Harga sayur di bazar lebih rendah karena warga membeli langsung dari petani,” kata Sari.',
      'Sementara itu, Kepala Dinas Pertanian (Distan) Kota Cikaret, Hendra Gunadi mengatakan, bantuan bibit senilai Rp 125.500.000 masih dalam kajian dan belum dibagikan kepada kelompok tani.',
      '“Kami akan menghitung kebutuhan bibit di setiap kelurahan. Hasilnya belum bisa diumumkan,” ujarnya.',
      'Bazar Sayur akan digelar setiap Sabtu pukul 07.00 WIB di halaman kantor kecamatan, tanpa biaya pendaftaran.',
      'Baca juga: Harga Cabai Turun',
      'Pengunjung dapat membawa kantong belanja sendiri dari rumah.(Humas)',
    ],
  },
  strangers: {
    language: 'id',
    title: 'Warga Kampung Melati Panen Ikan Nila',
    paragraphs: [
      'Warga Kampung Melati memanen 300 kilogram ikan nila dari kolam bersama di RT 02/07, Sabtu (8/3/2025) pagi.',
      'Lurah Melati, Agus Priyono hadir bersama warga.',
      'Seorang warga mengatakan panen kali ini lebih banyak dari tahun lalu.',
      '“Kolamnya kami bersihkan bergantian setiap minggu bersama tetangga,” ujarnya.',
    ],
  },
  award: {
    language: 'id',
    title: 'Cikaret Raih Penghargaan Kota Peduli Sungai',
    paragraphs: [
      'Bogor, 17 Mei 2022',
      'Pemerintah Kota (Pemkot) Cikaret menerima penghargaan Kota Peduli Sungai dari Kementerian Lingkungan, Kamis (6/3/2025).',
      'Penghargaan itu diserahkan di Jakarta.',
      'Sekretaris Daerah (Sekda) Kota Cikaret, Lina Marlina menuturkan, sungai dibersihkan oleh 1.200 relawan di enam kecamatan.',
      '"Relawan bekerja dua kali sebulan dan hasilnya terlihat di hilir," tuturnya.',
      'Tim tidak mengejar piala, melainkan air sungai yang layak bagi warga di bantaran.',
    ],
  },
  english: {
    language: 'en',
    title: 'City Opens Riverside Library',
    paragraphs: [
      'CIKARET - On Friday, 7 March 2025, Mayor of Cikaret Sari Wulandari opened the Riverside Library, which holds 12,000 books and is open to everyone.',
      'This event was attended by students. However, the café will not open before June.',
      '"Every child in this city should have a place to read within walking distance," Mayor Sari Wulandari said.',
      'She added that the library expects about 400 visitors a day.',
      'The library is open every day until 20.00. (ENDS)',
    ],
  },
  untold: { language: 'id', title: 'Jadwal Layanan Kependudukan Selama Ramadan', paragraphs: [] },
};

/** A release of this file under an address. */
export function ownRelease(name: string): Composable {
  const release = own[name];
  if (release === undefined) throw new Error(`no release "${name}"`);
  return { ...release, url: `https://cikaret.example.go.id/berita/${name}` };
}

export const ownNames: readonly string[] = Object.keys(own);
export const ownCity = { name: 'Kota Cikaret', hashtags: ['KotaCikaret'] };

const shared = new URL('../../../shared/data/releases/', import.meta.url);

/** Whether the shared releases are on this machine. */
export const sharedPresent = existsSync(shared);
if (!sharedPresent) console.warn('skipped: ../shared/data/releases is not here');

/** The city whose releases most of the shared ones are. */
export const sharedCity = { name: 'Kota Bogor', hashtags: ['KotaBogor'] };

/** The shared releases, each under an address of its own; none where they are not here. */
export function sharedReleases(): Composable[] {
  if (!sharedPresent) return [];
  return ['kotabogor', 'other-goid'].flatMap((name) =>
    readFileSync(new URL(`${name}.jsonl`, shared), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line, i): Composable => {
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
