import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSuspicious } from '../../utils/release/suspicious.ts';
import { shared } from '../source/samples.ts';

describe('an attack is held back: in the title', () => {
  test.each([
    'Situs Slot Gacor Hari Ini Mudah Maxwin',
    'SLOT88: Daftar Situs Slot Online Terpercaya 2026',
    'Slot Gacor Malam Ini Server Thailand',
    'Link Alternatif Slot777 Login Resmi',
    'Slot Demo Pragmatic Play Gratis Anti Rungkad',
    'RTP Slot Tertinggi Hari Ini',
    'Bocoran Slot Gacor dan Pola Gacor Terbaru',
    'Toto Macau: Data Macau dan Live Draw Tercepat',
    'Prediksi Togel Hongkong Jitu Malam Ini',
    'Bandar Togel Terpercaya Hadiah 4D 10 Juta',
    'Agen Judi Bola SBOBET dan Mix Parlay',
    'Judi Online Terpercaya dengan Deposit Pulsa',
    'Mahjong Ways 2 Scatter Hitam Gampang Menang',
    'Gates of Olympus x1000 Jackpot Terbesar',
    'Sweet Bonanza 1000 Slot Gacor',
    'Poker Online dan DominoQQ Uang Asli',
    'BandarQQ PKV Games Resmi',
    'Bonus New Member 100% di Awal TO Kecil',
    'Slot Deposit 5000 Tanpa Potongan',
    'Slot Dana Minimal Depo 10k',
    'Best Online Casino Bonus with Free Spins',
    'Live Casino 24 Jam, Daftar dan Klaim Bonus',
    '𝐒𝐋𝐎𝐓 𝐆𝐀𝐂𝐎𝐑 hari ini',
    'SL0T G4COR Mudah Menang',
    'S L O T  G A C O R paling mudah menang',
    's.l.o.t online terpercaya',
    'Slоt Gаcоr dengan huruf yang menyamar',
    'Akun Slot Pro Kamboja Maxwin x500',
    'Situs Toto 4D dan Togel Online, daftar sekarang, bonus besar',
    'Ｓｌｏｔ Ｇａｃｏｒ Terbaru',
  ])('%s', (title) => {
    expect(isSuspicious(title, [])).toBe(true);
  });
});

const honest = ['Wali Kota Bogor meresmikan taman baru di Tanah Sareal.', 'Taman itu seluas dua hektare.'];

describe('an attack is held back: in the text', () => {
  test.each([
    'slot gacor | slot88 | situs toto | togel online',
    'Kunjungi situs slot terpercaya kami, daftar dan dapatkan bonus new member hari ini.',
    'slot online',
    'Dapatkan maxwin setiap hari di sini',
    'raja88 dewa138 slot777 link alternatif login',
  ])('%s', (paragraph) => {
    expect(isSuspicious('Wali Kota Resmikan Taman', [...honest, paragraph])).toBe(true);
    expect(isSuspicious('Wali Kota Resmikan Taman', [paragraph, ...honest])).toBe(true);
  });

  test('also at the end of a very long one, and inside of a release that warns of gambling', () => {
    const long = Array.from({ length: 3_000 }, () => honest[0] as string);
    expect(isSuspicious('Taman', [...long, 'slot gacor maxwin'])).toBe(true);
    const advert = 'Slot gacor maxwin situs toto pragmatic play, daftar sekarang, bonus deposit hari ini';
    expect(isSuspicious('Pemkot Tolak Judi Online', [...honest, advert])).toBe(true);
  });
});

describe('news is no attack: in the title', () => {
  test.each([
    'Wali Kota Lantik 12 Pejabat, Tiga Slot Jabatan Masih Kosong',
    'Disnaker Buka 500 Slot Pelatihan Kerja Gratis',
    'Pendaftaran Vaksin Dibuka, Tersedia 200 Slot per Hari',
    'Dishub Tambah Slot Parkir di Alun-Alun Kota Bogor',
    'Jadwal Slot Waktu Layanan Paspor Diperpanjang',
    'Pemkot Bogor Deklarasi Anti Judi Online',
    'ASN Kota Bogor Teken Pakta Integritas Tolak Judi Online',
    'Diskominfo Blokir 1.200 Situs Judi Slot',
    'Satgas Judi Online Kota Bogor Resmi Dibentuk',
    'Bahaya Judi Slot bagi Pelajar, Disdik Gelar Sosialisasi',
    'Polresta Bogor Tangkap Pengecer Togel',
    'Wali Kota Ingatkan Warga soal Judol dan Pinjol',
    'Waspada Situs Slot Gacor Menyusup ke Laman Sekolah, Diskominfo Edukasi Admin',
    'Perangi Judi Online, Pemkot Gandeng Ulama',
    'Lomba Burung Kicau Gacor Meriahkan Hari Jadi Bogor',
    'UMKM Kota Bogor Makin Gacor di Pasar Ekspor',
    'Persib Menang, Warga Nobar di Alun-Alun',
    'Hadiah Jackpot Undian Pajak Kendaraan Diserahkan',
    'Toto Sutanto Dilantik Jadi Camat Bogor Utara',
    'Dedie Rachim: Deposit Sampah di Bank Sampah Bernilai Rupiah',
    'Kasus Judi Sabung Ayam Dibongkar Polsek Bogor Barat',
    'Bonus Atlet Porprov Diserahkan, Daftar Penerima Bertambah',
    'Anggaran RTP Disetujui DPRD',
    'Mahjong Jadi Cabang Olahraga di Pekan Budaya',
    'Kecanduan Judi Online, RSUD Kota Bogor Buka Layanan Konseling',
    'Police Arrest Online Gambling Operators in Bogor',
    'Judi Online',
    'SMA 88 Juara Lomba Cerdas Cermat',
    'SDN Polisi 4 Raih Adiwiyata',
    'Main Game Edukasi Bersama Anak di Taman Ekspresi',
  ])('%s', (title) => {
    expect(isSuspicious(title, honest)).toBe(false);
  });
});

describe('news is no attack: in the text', () => {
  test.each([
    [
      'Cegah Judi Online, Diskominfo Keliling Sekolah',
      'Pelajar diminta menjauhi situs slot gacor dan togel online karena merusak masa depan.',
    ],
    [
      'Cegah Judi Online, Diskominfo Keliling Sekolah',
      'Istilah seperti “maxwin”, “scatter hitam”, atau “bonus new member” kerap dipakai pelaku.',
    ],
    [
      'Laman Kelurahan Sempat Diretas',
      'Halaman itu disusupi iklan slot gacor; Diskominfo telah menutup celahnya.',
    ],
    [
      'Rapat Koordinasi Forkopimda',
      'Kapolresta menyampaikan penanganan kasus judi online, narkoba, dan tawuran.',
    ],
    ['Wali Kota Buka MTQ', 'Ia mengimbau warga agar menjauhi judi online dan pinjaman online ilegal.'],
    ['PPDB 2026', 'Tersedia 36 slot untuk jalur afirmasi; daftar secara online melalui laman resmi.'],
    ['Reses Anggota DPRD', 'Warga menyampaikan keresahan soal judi di sekitar terminal.'],
  ])('%s: %s', (title, paragraph) => {
    expect(isSuspicious(title, [...honest, paragraph])).toBe(false);
  });
});

describe('a city’s own release about fighting it is none', () => {
  test.each<[string, string[]]>([
    [
      'Polresta Bogor Kota Gerebek Markas Judi Online di Tanah Sareal',
      [
        'Satreskrim Polresta Bogor Kota menggerebek sebuah rumah yang dijadikan markas judi online di Kelurahan Kedung Badak, Selasa malam.',
        'Dari lokasi, petugas menyita 25 unit komputer, 40 telepon genggam, dan buku rekening. Tujuh orang ditetapkan sebagai tersangka.',
        '“Para pelaku mengelola situs slot dan togel online dengan omzet Rp 2 miliar per bulan,” kata Kapolresta.',
      ],
    ],
    [
      'Kominfo Tutup 1.200 Situs Slot dan Togel',
      ['Sebanyak 1.200 situs slot gacor, situs toto, dan bandar togel ditutup sepanjang Oktober.'],
    ],
    [
      'Judi Online Rusak Keluarga, Wali Kota: Jangan Tergiur Bonus New Member',
      [
        'Wali Kota Bogor mengajak warga tidak tergiur iklan situs slot yang menjanjikan bonus new member dan deposit murah.',
      ],
    ],
    [
      'Pemkot Bogor dan Polresta Berantas Judol',
      ['Layanan aduan dibuka di nomor 112. Warga yang mengetahui adanya agen judi online dapat melapor.'],
    ],
    [
      'Ribuan ASN Ikuti Deklarasi Bebas Judi Online',
      [
        'Sebanyak 5.000 ASN mengucapkan ikrar bebas dari judi online dan pinjaman online di Plaza Balai Kota.',
        'Ikrar dibacakan serentak. ASN yang kedapatan bermain slot akan dipotong tunjangannya.',
      ],
    ],
    [
      'Satpol PP Razia Warnet, Cari Permainan Slot',
      ['Petugas memeriksa 14 warnet untuk memastikan tidak ada pengunjung yang bermain judi slot online.'],
    ],
    [
      'Kenali Modus Judi Online yang Menyasar Anak',
      [
        'Modusnya beragam, mulai dari game berhadiah, slot demo, hingga tautan “slot gacor” di kolom komentar.',
        'Orang tua diminta mendampingi anak saat memakai gawai.',
      ],
    ],
    [
      'Diskominfo Temukan 37 Subdomain Disusupi Iklan Judi',
      [
        'Iklan yang ditemukan memuat kata kunci slot gacor, maxwin, dan togel. Seluruh subdomain sudah dibersihkan.',
      ],
    ],
    [
      'Fatwa Ulama: Judi Online Haram',
      ['MUI Kota Bogor menegaskan bahwa judi online, termasuk slot dan togel, hukumnya haram.'],
    ],
    [
      'Dinsos Coret Penerima Bansos yang Main Judi Online',
      [
        'Sebanyak 312 penerima bantuan sosial dicoret karena rekeningnya terindikasi dipakai untuk transaksi judi online.',
      ],
    ],
    [
      'Puskesmas Buka Klinik Adiksi Judi Online',
      ['Pasien datang karena kecanduan main slot hingga terlilit utang.'],
    ],
    [
      'Wabup: Mari Selamatkan Generasi Muda dari Judi Online',
      [
        'Pelajar yang bermain slot online cenderung sulit berkonsentrasi.',
        'Sekolah diminta memeriksa gawai siswa.',
      ],
    ],
    [
      'Transaksi Judi Online Turun 57 Persen',
      ['PPATK mencatat deposit judi online turun dari Rp 51 triliun menjadi Rp 22 triliun.'],
    ],
    [
      'Kejari Bogor Musnahkan Barang Bukti',
      [
        'Barang bukti yang dimusnahkan antara lain mesin judi, kartu domino, rekapan togel, dan 120 telepon genggam dari perkara judi online.',
      ],
    ],
    ['Polres Ungkap Admin Situs Slot88', ['Admin situs slot88 ditangkap di sebuah apartemen.']],
    ['Rekapan Togel Disita di Warung Kopi', ['Seorang pengecer togel Hongkong diamankan.']],
    [
      'Pelajar Bogor Ciptakan Gim Lawan Judi Online',
      [
        'Gim itu menampilkan mesin slot yang selalu membuat pemainnya kalah, supaya pelajar paham cara kerja bandar.',
      ],
    ],
    [
      'Pengadilan Vonis Selebgram Promosi Judi Online 2 Tahun Penjara',
      [
        'Majelis hakim menyatakan selebgram itu terbukti mempromosikan situs judi slot melalui Instagram dengan bayaran Rp 3 juta.',
      ],
    ],
    [
      'Wali Kota: Judi Online Bukan Jalan Keluar',
      [
        '“Tidak ada orang kaya karena main slot online. Yang ada rumah tangga hancur,” ujarnya.',
        'Ia berharap warga lebih baik menabung.',
      ],
    ],
    [
      'Iklan Slot Gacor di Situs Kelurahan Sudah Dihapus',
      ['Diskominfo menghapus 48 halaman iklan slot gacor di situs kelurahan.'],
    ],
    [
      'Khotbah Jumat Angkat Tema Judi Online',
      ['Khatib mengingatkan jemaah tentang permainan slot online yang menguras harta.'],
    ],
    [
      'Bupati: Hukuman bagi ASN Pemain Slot Online',
      ['ASN yang terbukti main slot online dijatuhi hukuman disiplin berat.'],
    ],
    [
      'Perputaran Uang Judi Online Capai Rp 1,2 Triliun di Jawa Barat',
      ['Sebagian besar pemain bermain slot online dengan deposit di bawah Rp 100 ribu.'],
    ],
    [
      'Police Close 300 Online Gambling Sites in Bogor',
      ['Police closed 300 online gambling sites and arrested four people running an online casino.'],
    ],
    [
      'Polres Bogor Bongkar Sindikat Judi Online Internasional',
      [
        'Sindikat mengelola 15 situs slot dengan server di Kamboja. Dua belas orang diamankan di sebuah ruko.',
        'Mereka bertugas sebagai operator dan telemarketing yang menawarkan bonus deposit kepada calon pemain.',
      ],
    ],
    [
      'Sekda: ASN Terlibat Judi Online Bisa Dipecat',
      [
        'ASN yang kedapatan main slot, togel, atau taruhan bola akan diproses sesuai PP 94/2021.',
        'Sekda meminta kepala dinas memeriksa telepon genggam bawahannya secara berkala.',
      ],
    ],
    [
      'Cyber Patrol Polresta Temukan Puluhan Akun Penyebar Link Slot',
      ['Akun-akun tersebut menyebarkan link slot di kolom komentar Instagram pemerintah.'],
    ],
    [
      'Hasil Survei: 4 dari 10 Pelajar Pernah Lihat Iklan Judi Online',
      [
        'Iklan itu muncul saat mereka menonton siaran bola. Istilah yang diingat pelajar antara lain gacor, maxwin, dan scatter.',
      ],
    ],
    [
      'Pemkot Luncurkan Aplikasi Lapor Judol',
      [
        'Warga cukup mengirim tautan situs judi slot yang ditemukan; petugas akan meneruskannya untuk diblokir.',
      ],
    ],
    [
      'Kisah Dedi Lepas dari Judi Slot',
      [
        'Dedi (34) kehilangan rumah karena main slot. “Saya kira gampang menang, ternyata habis Rp 300 juta,” ujarnya.',
        'Kini ia berjualan bakso dan menjadi relawan.',
      ],
    ],
    [
      'DPRD Dorong Raperda Pemberantasan Judi Online',
      ['Raperda memuat kewajiban warnet menolak pelanggan yang mengakses situs toto dan poker online.'],
    ],
    [
      'Kapolresta: Pengelola Situs Togel Online Diringkus',
      ['Pengelola situs togel online diringkus di Cibinong. Polisi menemukan uang tunai Rp 120 juta.'],
    ],
    [
      'Tim Siber Bersihkan Situs Desa dari Halaman Slot Gacor',
      ['Sebanyak 60 halaman slot gacor dan slot88 dibersihkan dari situs enam desa.'],
    ],
    [
      'Karang Taruna Deklarasi Tolak Slot dan Togel',
      ['Pemuda se-Kecamatan Bogor Tengah menandatangani spanduk tolak slot dan togel.'],
    ],
    [
      'Wali Kota Copot Lurah yang Ketahuan Main Judi Online',
      ['Lurah itu diketahui bermain slot online saat jam kerja.'],
    ],
    [
      'Satu Keluarga Jadi Korban Judi Online, Dinsos Beri Pendampingan',
      ['Kepala keluarga menghabiskan gaji untuk deposit slot online.'],
    ],
    [
      'Bandar Togel Online Dibekuk Polsek Bogor Timur',
      ['Pelaku menerima pasangan melalui WhatsApp dan menyetorkannya ke bandar togel di Jakarta.'],
    ],
    ['Ketua RT Gagalkan Sabung Ayam', ['Warga membubarkan arena sabung ayam dan taruhan di kebun bambu.']],
    [
      'Guru Diminta Kenali Tanda Siswa Bermain Slot',
      [
        'Tanda itu antara lain sering meminjam uang dan murung setelah memegang ponsel.',
        'Disdik menyiapkan modul tentang judi slot online bagi guru BK.',
      ],
    ],
    [
      'Pesan Wali Kota di Hari Santri: Jauhi Judol',
      ['Santri diajak memakai media sosial untuk dakwah, bukan untuk mencari bocoran slot.'],
    ],
    [
      'Rekening Penampung Judi Online Dibekukan',
      ['Sebanyak 80 rekening yang menampung deposit slot online dibekukan bank.'],
    ],
    [
      'OJK dan Pemkot Bogor Bahas Judi Online',
      ['Pembahasan menyangkut deposit pulsa dan dompet digital yang dipakai bermain judi slot.'],
    ],
    ['Penindakan Judi Daring', ['Polresta menindak judi daring jenis slot di tiga kecamatan.']],
    [
      'Warga Diimbau Tidak Klik Link Slot di SMS',
      ['SMS itu menjanjikan bonus new member. Nomornya sudah dilaporkan.'],
    ],
  ])('%s', (title, paragraphs) => {
    expect(isSuspicious(title, paragraphs)).toBe(false);
    expect(isSuspicious(title, [...honest, ...paragraphs, ...honest])).toBe(false);
  });

  test.each<[string, string[]]>([
    [
      'Situs Judi Online',
      ['Kunjungi situs slot terpercaya kami, daftar dan dapatkan bonus new member hari ini.'],
    ],
    [
      'Judi Online',
      ['Slot gacor hari ini gampang menang, link alternatif dan deposit pulsa tanpa potongan.'],
    ],
    ['Hapus Rasa Bosan dengan Slot Gacor', ['Bonus new member 100%, daftar dan login sekarang juga.']],
    ['Bermain Tanpa Risiko di Situs Slot Terpercaya', ['Bonus new member dan link alternatif.']],
    [
      'Disdik Buka PPDB untuk Siswa Baru',
      [...honest, 'Kunjungi situs slot terpercaya kami, daftar dan dapatkan bonus new member hari ini.'],
    ],
    ['Jalan Ditutup Selama Perbaikan', [...honest, 'slot gacor hari ini link alternatif']],
    ['Korban Banjir Terima Bantuan', ['slot online', ...honest]],
  ])('an advertisement that borrows a word of it still is: %s', (title, paragraphs) => {
    expect(isSuspicious(title, paragraphs)).toBe(true);
  });
});

const folder = `${shared}/releases`;
const absent = !existsSync(folder);
if (absent) console.warn(`skipped: ${folder} is not there`);

test.skipIf(absent)('no real release is held back', () => {
  const releases = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { title?: string; body_paragraphs: string[] });
  expect(releases.length).toBeGreaterThan(30);
  const held = releases.filter(({ title, body_paragraphs }) => isSuspicious(title ?? '', body_paragraphs));
  expect(held.map(({ title }) => title)).toEqual([]);
});

const news = `${shared}/summaries`;
const noNews = !existsSync(news);
if (noNews) console.warn(`skipped: ${news} is not there`);

test.skipIf(noNews)('no article of 2,032 in the news is held back', () => {
  const lines = ['indosum-dev', 'indosum-train'].flatMap((name) =>
    readFileSync(`${news}/${name}.jsonl`, 'utf8').trim().split('\n'),
  );
  expect(lines).toHaveLength(2_032);
  const held = lines.filter((line) => {
    const { paragraphs, sentences } = JSON.parse(line) as { paragraphs?: string[]; sentences?: string[][] };
    return isSuspicious('', paragraphs ?? sentences?.map((each) => each.join(' ')) ?? []);
  });
  expect(held).toEqual([]);
});

test('a text made to take long is judged soon', () => {
  const started = performance.now();
  isSuspicious(
    's '.repeat(250),
    Array.from({ length: 2_000 }, () => 's.l.o.t '.repeat(500)),
  );
  isSuspicious('x', ['a'.repeat(256 * 1024), 'slot '.repeat(50_000), 'judi '.repeat(50_000)]);
  expect(performance.now() - started).toBeLessThan(2_000);
});
