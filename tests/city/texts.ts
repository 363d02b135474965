import type { Scene } from './scenes.ts';

/** A release as the city's editor wrote it; ids and dates are given when the portal starts. */
export interface ReleaseText {
  title: string;
  /** How long before the portal's clock it went out. */
  hoursAgo: number;
  /** What its picture shows; null for a release without one. */
  scene: Scene | null;
  tags: string[];
  paragraphs: string[];
}

/**
 * The portal's releases, newest first: written for these tests in the manner of a city's press office.
 * Every person, price and event in them is invented.
 */
export const releaseTexts: ReleaseText[] = [
  {
    title: 'Pasar Pangan Murah Hadir di Enam Kecamatan, Beras Dijual Rp 58.000 per 5 Kilogram',
    hoursAgo: 1,
    scene: 'market',
    tags: ['pangan', 'kecamatan'],
    paragraphs: [
      'Pemerintah Kota (Pemkot) Bogor menggelar Pasar Pangan Murah secara serentak di enam kecamatan untuk menjaga harga kebutuhan pokok menjelang akhir tahun.',
      'Di setiap lokasi, warga dapat membeli beras medium Rp 58.000 per 5 kilogram, minyak goreng Rp 15.500 per liter, gula pasir Rp 16.000 per kilogram, dan telur ayam Rp 26.000 per kilogram.',
      '“Harga ini rata-rata 12 persen di bawah harga pasar. Kami ingin warga bisa memasak dengan tenang tanpa harus menghitung ulang belanja setiap pagi,” kata Kepala Dinas Ketahanan Pangan dan Pertanian Kota Bogor, Ratna Wulandari, di Lapangan Kelurahan Sukaresmi.',
      'Pasar dibuka pukul 07.00 sampai 11.00 WIB. Pembelian dibatasi dua paket untuk setiap keluarga dengan menunjukkan KTP Kota Bogor.',
      'Salah seorang pembeli, Yuyun (46), mengaku berhemat sekitar Rp 40.000 dibandingkan berbelanja di warung dekat rumahnya.',
      '“Lumayan sekali, sisanya bisa untuk ongkos anak sekolah,” ujarnya. (Prokompim)',
    ],
  },
  {
    title: 'Bus Rute Baru Terminal Selatan–Stasiun Utara Mulai Beroperasi, Gratis Selama Sebulan',
    hoursAgo: 5,
    scene: 'bus',
    tags: ['transportasi', 'bus kota'],
    paragraphs: [
      'Warga Bogor Selatan kini dapat mencapai Stasiun Utara tanpa berganti kendaraan. Dinas Perhubungan Kota Bogor mengoperasikan sepuluh bus di rute baru sepanjang 14,6 kilometer dengan 23 titik henti.',
      'Bus berangkat setiap 12 menit pada jam sibuk dan setiap 20 menit di luar itu, mulai pukul 05.00 hingga 21.00 WIB.',
      '“Selama 30 hari pertama penumpang tidak dipungut biaya. Setelah itu tarifnya Rp 4.000, dan tetap Rp 2.000 untuk pelajar, lansia, dan penyandang disabilitas,” ujar Kepala Dinas Perhubungan Kota Bogor, Arman Prasetyo.',
      'Seluruh bus berlantai rendah dan memiliki ruang untuk dua kursi roda.',
      'Menurut Arman, rute tersebut dipilih setelah survei terhadap 3.200 penumpang angkutan kota pada bulan Februari.',
    ],
  },
  {
    title: 'Cakupan Imunisasi Campak Capai 93 Persen, Dinkes Buka Pos Tambahan di Posyandu',
    hoursAgo: 22,
    scene: 'clinic',
    tags: ['kesehatan', 'imunisasi'],
    paragraphs: [
      'Dinas Kesehatan (Dinkes) Kota Bogor mencatat 41.870 anak telah menerima imunisasi campak-rubela, atau 93 persen dari sasaran.',
      'Untuk mengejar sisanya, 68 pos tambahan dibuka di posyandu dan taman kanak-kanak selama dua pekan.',
      'Kepala Dinkes Kota Bogor, dr. Melati Anggraini, meminta orang tua tidak ragu bertanya kepada petugas.',
      '“Demam ringan setelah imunisasi itu wajar dan biasanya hilang dalam dua hari. Yang berbahaya justru campak pada anak yang belum terlindungi,” tutur Melati.',
      'Imunisasi diberikan tanpa biaya. Orang tua cukup membawa buku KIA atau kartu keluarga.',
    ],
  },
  {
    title: 'Kota Bogor Raih Penghargaan Kota Ramah Pejalan Kaki Tingkat Nasional',
    hoursAgo: 30,
    scene: 'prize',
    tags: ['penghargaan', 'pedestrian'],
    paragraphs: [
      'BOGOR – Kota Bogor meraih peringkat pertama Penghargaan Kota Ramah Pejalan Kaki untuk kategori kota sedang, mengungguli 56 kota lainnya.',
      'Dewan juri menilai lebar trotoar, keteduhan, penyeberangan di depan sekolah, dan kemudahan bagi penyandang disabilitas.',
      '“Penghargaan ini milik para penyapu jalan, petugas taman, dan warga yang setiap hari menjaga trotoar. Tugas kami memastikan anak-anak bisa berjalan kaki ke sekolah dengan aman,” kata Wali Kota Bogor, Surya Wirakusuma, seusai menerima piala.',
      'Dalam tiga tahun terakhir, Pemkot Bogor telah membangun 27 kilometer trotoar dan menanam 4.100 pohon peneduh.',
    ],
  },
  {
    title: 'Jembatan Sempur Kaler Diperlebar, Pemkot Siapkan Rp 18,4 Miliar',
    hoursAgo: 47,
    scene: 'bridge',
    tags: ['infrastruktur', 'pupr'],
    paragraphs: [
      'Pelebaran Jembatan Sempur Kaler akan dimulai bulan depan dengan anggaran Rp 18,4 miliar dari APBD Kota Bogor.',
      'Jembatan yang kini selebar 6 meter itu akan menjadi 11 meter, dilengkapi trotoar di kedua sisi. Pekerjaan dijadwalkan selesai dalam 210 hari kalender.',
      '“Selama pekerjaan, satu lajur tetap dibuka. Kami tidak menutup total karena jembatan ini dilewati sekitar 9.000 kendaraan setiap hari,” jelas Kepala Dinas PUPR Kota Bogor, Hendra Gunadi.',
      'Rekayasa lalu lintas berlaku setiap hari pukul 21.00 sampai 04.00 WIB. Kendaraan berat dialihkan melalui Jalan Ahmad Yani.',
      'Warga yang terdampak debu atau getaran dapat melapor melalui kanal pengaduan Pemkot Bogor. (humas)',
    ],
  },
  {
    title: 'Undangan Terbuka: Musyawarah Warga tentang Taman Lingkungan',
    hoursAgo: 52,
    scene: 'park',
    tags: ['musrenbang', 'taman'],
    paragraphs: [
      'Pemkot Bogor mengundang seluruh warga untuk hadir dalam Musyawarah Warga tentang Taman Lingkungan.',
      'Hari, tanggal: Sabtu, 14 November. Waktu: pukul 09.00 sampai 12.00 WIB. Tempat: Aula Kecamatan Tanah Sareal, Jalan Kesehatan.',
      'Warga dapat mengusulkan lokasi, permainan anak, jenis pohon, hingga aturan pemakaian. Usulan juga diterima dalam bahasa Sunda.',
      '“Datanglah walau hanya membawa satu usul. Taman yang baik lahir dari orang yang akan duduk di sana,” ajak Kepala Dinas Perumahan dan Permukiman Kota Bogor, Nia Kurniasih.',
      'Acara terbuka untuk umum dan tidak dipungut biaya. Tersedia juru bahasa isyarat serta ruang bermain anak.',
    ],
  },
  {
    title:
      'Pemerintah Kota Bogor Bersama Dua Belas Perguruan Tinggi, Sembilan Puluh Tiga Sekolah, dan Komunitas Peduli Sungai Sepakat Menandatangani Nota Kesepahaman tentang Pengelolaan, Pemantauan, dan Pemulihan Daerah Aliran Sungai Ciliwung dan Cisadane hingga Tahun 2030 demi Air yang Lebih Bersih bagi Generasi Mendatang',
    hoursAgo: 71,
    scene: 'river',
    tags: ['lingkungan', 'sungai'],
    paragraphs: [
      'Nota kesepahaman pengelolaan sungai ditandatangani oleh Pemkot Bogor, dua belas perguruan tinggi, dan 93 sekolah di Balai Kota Bogor.',
      'Setiap sekolah akan mengukur kejernihan, suhu, dan keasaman air sekali sebulan di titik yang ditentukan. Hasilnya diumumkan di papan informasi kelurahan.',
      '“Data dari anak-anak ini akan kami pakai untuk menentukan lokasi instalasi pengolahan air limbah,” ucap Kepala Dinas Lingkungan Hidup Kota Bogor, Bayu Saputra.',
      'Sepanjang tahun lalu, Satgas Naturalisasi Ciliwung mengangkat 812 ton sampah dari bantaran sungai.',
    ],
  },
  {
    title: '“Jajan & Jalan” di Kampung Batik: 40 UMKM, Satu Hari, Banyak Cerita 🎉',
    hoursAgo: 96,
    scene: 'market',
    tags: ['umkm', 'wisata'],
    paragraphs: [
      'Festival “Jajan & Jalan” di Kampung Batik Cibuluh mempertemukan 40 pelaku UMKM dengan lebih dari 2.500 pengunjung dalam sehari.',
      'Dinas KUKM, Perdagangan & Perindustrian Kota Bogor mencatat transaksi Rp 187 juta; hampir separuhnya lewat QRIS.',
      '“Stok toge goreng saya habis pukul dua siang. Baru kali ini!” kata pemilik Dapur “Mak Inah”, Inah Sutinah, sambil tertawa.',
      'Festival akan digelar setiap Minggu terakhir, bergilir di kampung-kampung tematik.',
      'Pelaku usaha dapat mendaftar sampai tanggal 20 tanpa biaya sewa tempat.',
    ],
  },
  {
    title: 'Penyesuaian Jam Layanan Mal Pelayanan Publik Selama Perbaikan Listrik',
    hoursAgo: 120,
    scene: null,
    tags: ['layanan publik'],
    paragraphs: [
      'Mal Pelayanan Publik (MPP) Kota Bogor menyesuaikan jam layanan selama perbaikan jaringan listrik pada Rabu dan Kamis.',
      'Loket dibuka pukul 08.00 sampai 12.00 WIB. Pengambilan dokumen yang sudah selesai tetap dilayani sampai pukul 15.00 WIB.',
      'Layanan daring tidak terganggu: permohonan KTP, akta kelahiran, dan izin usaha tetap dapat diajukan 24 jam.',
      '“Kami mohon maaf atas ketidaknyamanan ini,” kata Kepala DPMPTSP Kota Bogor, Lukman Hakim Nasution.',
    ],
  },
  {
    title: 'Sekolah Dasar di Bogor Timur Menjadi yang Pertama Memakai Listrik Surya',
    hoursAgo: 146,
    scene: 'school',
    tags: ['pendidikan', 'energi'],
    paragraphs: [
      'SD Negeri Katulampa 9 menjadi sekolah pertama di Kota Bogor yang seluruh lampu dan kipasnya memakai listrik surya.',
      'Panel berkapasitas 12 kilowatt di atap sekolah itu dibangun selama enam pekan dan menghemat tagihan listrik sekitar Rp 2,1 juta per bulan.',
      'Uang yang dihemat akan dipakai untuk menambah buku perpustakaan, kata Kepala Sekolah SD Negeri Katulampa 9, Euis Komariah.',
      '“Anak-anak sekarang rajin melihat meteran. Mereka bersorak kalau matahari terik,” ujarnya.',
    ],
  },
  {
    title: 'Petugas Gabungan Bersihkan Saluran Air di 31 Titik Jelang Musim Hujan',
    hoursAgo: 170,
    scene: 'rain',
    tags: ['bpbd', 'banjir'],
    paragraphs: [
      'Sebanyak 420 petugas gabungan membersihkan saluran air di 31 titik rawan genangan di Kota Bogor.',
      'Badan Penanggulangan Bencana Daerah (BPBD) juga memeriksa 14 alat pengukur tinggi muka air dan menyiapkan 9 perahu karet.',
      '“Kalau warga melihat saluran tersumbat, kirim foto dan lokasinya. Kami targetkan petugas datang dalam 24 jam,” tegas Kepala Pelaksana BPBD Kota Bogor, Dadang Sukmana.',
      'Musim hujan di Bogor diperkirakan mencapai puncaknya pada Januari.',
    ],
  },
  {
    title: 'Angkutan Kota Tua Ditarik Bertahap, Sopir Mendapat Pelatihan Kerja',
    hoursAgo: 199,
    scene: 'bus',
    tags: ['transportasi', 'tenaga kerja'],
    paragraphs: [
      'Sebanyak 150 angkutan kota berumur lebih dari 20 tahun ditarik dari jalan pada tahap pertama.',
      'Para sopir mendapat pelatihan selama tiga bulan: mengemudi bus, montir kendaraan listrik, atau barista.',
      '“Tidak ada yang kami tinggalkan. Setiap sopir punya pendamping sampai mendapat pekerjaan baru,” kata Kepala Dinas Tenaga Kerja Kota Bogor, Sri Handayani.',
      'Tahap kedua direncanakan setelah evaluasi bersama koperasi angkutan. Sampai kini belum ada keputusan tentang trayek mana yang akan dikurangi.',
    ],
  },
  {
    title: 'Perpustakaan Kota Buka Sampai Malam, Pengunjung Naik Dua Kali Lipat',
    hoursAgo: 240,
    scene: 'night',
    tags: ['literasi', 'perpustakaan'],
    paragraphs: [
      'Sejak buka sampai pukul 22.00 WIB, Perpustakaan Kota Bogor menerima rata-rata 1.140 pengunjung per hari, dua kali lipat dari semester lalu.',
      'Ruang belajar menjadi tempat favorit mahasiswa, sedangkan ruang dongeng ramai pada akhir pekan.',
      '“Perpustakaan ini ruang tamu warga. Silakan datang meski hanya untuk duduk,” tutur Kepala Dinas Arsip dan Perpustakaan Kota Bogor, Oki Ramdhani.',
      'Kartu anggota dapat dibuat di tempat dalam lima menit, gratis.',
    ],
  },
  {
    title: 'Klarifikasi: Tidak Ada Kenaikan Tarif Air Minum Tahun Ini',
    hoursAgo: 290,
    scene: 'river',
    tags: ['klarifikasi', 'air minum'],
    paragraphs: [
      'Pemkot Bogor menegaskan tidak ada kenaikan tarif air minum tahun ini. Kabar yang beredar melalui pesan berantai tidak benar.',
      'Tarif untuk rumah tangga tetap Rp 3.150 per meter kubik untuk sepuluh meter kubik pertama.',
      '“Surat yang beredar itu palsu. Nomor dan tanda tangannya tidak terdaftar,” kata Direktur Perumda Air Minum Kota Bogor, Galih Permana.',
      'Warga diminta memeriksa pengumuman resmi sebelum meneruskan pesan.',
    ],
  },
];
