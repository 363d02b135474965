import type { City, CityRelease } from '../city.ts';
import { escapeMarkup } from '../pages.ts';

/** The city's pages as another agency would build them: same releases, other markup. */
export interface Redesign {
  name: string;
  /** Where a release is. */
  path: (release: CityRelease) => string;
  listing: (city: City) => string;
  release: (city: City, release: CityRelease) => string;
  /** Whether the listing, or else only a release's own page, tells the date, and with a time. */
  dates: { listing: 'day' | 'time' | 'none'; release: 'day' | 'time' | 'none' };
}

export const text = escapeMarkup;

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
const short = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ');
const english = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' ');

/** A moment in the city's own time, in the pieces that templates write it with. */
export function clock(at: number) {
  const date = new Date(at + 7 * 3_600_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const month = date.getUTCMonth();
  return {
    weekday: days[date.getUTCDay()] ?? '',
    day: String(date.getUTCDate()),
    dd: two(date.getUTCDate()),
    mm: two(month + 1),
    month: months[month] ?? '',
    short: short[month] ?? '',
    english: english[month] ?? '',
    year: String(date.getUTCFullYear()),
    hh: two(date.getUTCHours()),
    ii: two(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
  };
}

export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** The beginning of a release, as portals show it under a title. */
export function excerpt(release: CityRelease, chars = 150): string {
  return `${text((release.paragraphs[0] ?? '').slice(0, chars))}...`;
}

export function picture(release: CityRelease): string {
  return `https://kotabogor.go.id/storage/foto/${release.id}.jpg`;
}

/** The releases that a side column calls popular: others than the newest, in another order. */
export function popular(city: City): CityRelease[] {
  return city.releases
    .filter((_, index) => index % 2 === 1)
    .reverse()
    .slice(0, 5);
}

/** A menu with as many links as a listing, all on the site. */
export function menu(
  item = (label: string, path: string) => `<li><a href="${path}">${label}</a></li>`,
): string {
  const entries = [
    ['Beranda', '/'],
    ['Profil Kota Bogor', '/profil/kota-bogor'],
    ['Visi dan Misi Wali Kota', '/profil/visi-dan-misi'],
    ['Struktur Organisasi Pemerintah', '/profil/struktur-organisasi'],
    ['Layanan Publik dan Perizinan', '/layanan/perizinan-terpadu'],
    ['Berita', '/berita'],
    ['Pengumuman Lelang Barang dan Jasa', '/pengumuman/lelang-barang-2026'],
    ['Dokumen Perencanaan 2025-2029', '/dokumen/perencanaan-2025-2029'],
    ['PPID', '/ppid'],
    ['Kontak Kami', '/kontak'],
  ];
  return entries.map(([label, path]) => item(label ?? '', path ?? '')).join('\n');
}

export function html(head: string, body: string, lang = 'id'): string {
  return `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8">\n${head}\n</head>\n<body>\n${body}\n</body></html>`;
}
