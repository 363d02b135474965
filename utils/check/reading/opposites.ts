import { stem } from '../../release/search/stem.ts';

const pairs =
  'naik:turun tingkat:turun tambah:kurang buka:tutup terima:tolak dukung:tolak setuju:tolak menang:kalah ' +
  'untung:rugi mudah:sulit murah:mahal aman:bahaya mulai:akhir awal:akhir pertama:terakhir besar:kecil tinggi:rendah ' +
  'banyak:sedikit cepat:lambat masuk:keluar datang:pergi gratis:bayar wajib:larang boleh:larang izin:larang ' +
  'sehat:sakit bersih:kotor hijau:gersang utara:selatan barat:timur pagi:malam siang:malam laki:perempuan ' +
  'pria:wanita sebelum:sesudah sebelum:setelah maksimal:minimal lebih:kurang negeri:swasta pusat:daerah ' +
  'sukses:gagal berhasil:gagal hidup:mati pasang:bongkar bangun:bongkar lama:baru jauh:dekat ' +
  'open:close rise:fall increase:decrease accept:reject before:after more:less free:paid';

const table: ReadonlySet<string> = new Set(
  pairs.split(' ').flatMap((pair) => {
    const [a = '', b = ''] = pair.split(':');
    return [`${a}:${b}`, `${b}:${a}`];
  }),
);

/** Whether two words turn a statement round: "meningkat" and "menurun". */
export function opposites(a: string, b: string): boolean {
  return table.has(`${a}:${b}`) || table.has(`${stem(a)}:${stem(b)}`);
}
