/** What generated releases speak of. Verbs stand in all their forms: queries use another one than the release. */

const words = (text: string): string[] => text.trim().split(/\s*\|\s*/);

export const offices = words(
  'Wali Kota Bogor|Wakil Wali Kota|Sekretaris Daerah|Kepala Dinas Kesehatan|Kepala Dinas Pendidikan|Camat Bogor Timur|Kepala Bappeda|Lurah Cibogor|Kepala Dinas Sosial|Ketua TP PKK|Kepala BPBD|Kepala Disdukcapil|Dirut Perumda Tirta Pakuan|Kepala Satpol PP|Menteri Dalam Negeri|Gubernur Jawa Barat|Kepala Dinas Perhubungan|Asisten Pemerintahan|Kepala Dinas Pertanian|Direktur RSUD',
);

export const firstNames = words(
  'Bima|Dedie|Denny|Usmar|Syarifah|Ade|Hery|Siti|Yane|Atang|Jenal|Rudi|Agus|Dewi|Ratna|Hanafi|Firdaus|Irwan|Sri|Ujang|Asep|Cecep|Entis|Euis|Lilis|Neneng|Maman|Nandang|Oman|Rina|Sujatmiko|Taufik|Umi|Wawan|Yayat|Zaenal|Anas|Bambang|Chusnul|Dadang|Eko|Fitri|Gatut|Hidayat|Iceu|Juniarti|Karnain|Lia|Marse|Naufal|Okto|Priyatna|Rakhmawati|Soni|Tri|Wahyu',
);
export const lastNames = words(
  'Arya|Rachim|Mulyadi|Hariman|Sofiah|Hidayat|Antasari|Nurbaya|Iskandar|Sukma|Trisnanto|Mutaqin|Mashudi|Gumelar|Permana|Kusnadi|Saputra|Wijaya|Rosadi|Supriatna|Hermawan|Sanjaya|Nugraha|Kurnia|Sutisna|Suherman|Fauzi|Ramdani|Setiawan|Lestari|Handayani|Maulana|Gunawan|Pratama|Sugiarto|Anwar|Basri|Darmawan|Effendi|Firmansyah|Ginanjar|Herdiana|Irawan|Junaedi|Komarudin|Lukman|Mahendra|Novianti|Oktaviani|Prasetyo',
);

export const places = words(
  'Tanah Sareal|Bogor Selatan|Bogor Utara|Bogor Barat|Bogor Timur|Bogor Tengah|Katulampa|Baranangsiang|Bondongan|Empang|Sukasari|Pamoyanan|Mulyaharja|Rancamaya|Kedunghalang|Cibadak|Kayumanis|Semplak|Situgede|Bubulak|Menteng|Ciwaringin|Pabaton|Sempur|Babakan|Tegallega|Bantarjati|Tegalgundil|Cimahpar|Ciluar|Tanah Baru|Kebon Kalapa|Gudang|Paledang|Panaragan|Loji|Gunungbatu|Pasirjaya|Pasirkuda|Curugmekar|Margajaya|Sindangbarang|Sindangsari|Tajur|Lawanggintung|Batutulis|Ranggamekar|Cipaku|Genteng|Kertamaya|Bojongkerta|Harjasari|Muarasari|Pakuan|Cikaret|Alun-Alun Kota Bogor|Kebun Raya|Balaikota|Taman Sempur|Lapangan Heulang|GOR Pajajaran|Stasiun Bogor|Terminal Bubulak|Pasar Jambu Dua|Mal Pelayanan Publik|RSUD Kota Bogor|Puskesmas Merdeka|SMAN 3|Taman Ekspresi|Jalan Suryakencana',
);

/** One root a line, its forms side by side: active, passive, noun, and others. */
export const verbs = `
menyalurkan disalurkan penyaluran
meresmikan diresmikan peresmian
membangun dibangun pembangunan
meninjau ditinjau peninjauan
membagikan dibagikan pembagian
memperbaiki diperbaiki perbaikan
menertibkan ditertibkan penertiban
melantik dilantik pelantikan
menyerahkan diserahkan penyerahan
mengukuhkan dikukuhkan pengukuhan
meluncurkan diluncurkan peluncuran
menata ditata penataan
memantau dipantau pemantauan
mengawasi diawasi pengawasan
mengevaluasi dievaluasi evaluasi
menanam ditanam penanaman
membersihkan dibersihkan pembersihan
mengoptimalkan dioptimalkan pengoptimalan
menyosialisasikan disosialisasikan sosialisasi
melepas dilepas pelepasan
menerima diterima penerimaan
merevitalisasi direvitalisasi revitalisasi
menyelenggarakan diselenggarakan penyelenggaraan
menggelar digelar gelaran
mempercepat dipercepat percepatan
memberantas diberantas pemberantasan
menguatkan dikuatkan penguatan
mendata didata pendataan
mengembangkan dikembangkan pengembangan
merelokasi direlokasi relokasi
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

export const things = words(
  'bantuan pangan|pasar murah|vaksinasi anak|sertifikat tanah|jalur pedestrian|taman kota|beasiswa prestasi|posyandu keluarga|bank sampah|rumah tidak layak huni|pedagang kaki lima|angkutan kota|trotoar Suryakencana|gedung sekolah|kartu identitas anak|program stunting|jembatan gantung|drainase lingkungan|pelayanan perizinan|koperasi merah putih|makan bergizi gratis|kampung tematik|UMKM kuliner|pengurus karang taruna|festival budaya|pemadam kebakaran|pohon mahoni|air bersih|pajak bumi bangunan|parkir elektronik|kader PKK|guru honorer|perpustakaan keliling|alun-alun|masjid agung|kolam retensi|tembok penahan tanah|pejabat administrator|atlet pelajar|relawan bencana|pupuk bersubsidi|kendaraan listrik|lampu penerangan|data kependudukan|inflasi pangan|laporan keuangan|mutu pendidikan|rawat inap|donor darah|hewan kurban',
);

/** Said where the shared articles are not there. */
export const plainSentences = words(
  'Kegiatan ini merupakan bentuk komitmen pemerintah dalam meningkatkan kesejahteraan warga|Ia berharap seluruh pihak dapat bekerja sama menjaga kebersihan lingkungan|Menurutnya, kolaborasi menjadi kunci keberhasilan program tersebut|Para peserta tampak antusias mengikuti acara sejak pagi|Anggaran berasal dari APBD dan bantuan provinsi|Warga menyambut baik upaya itu karena sudah lama dinantikan|Petugas akan melakukan pendataan ulang pekan depan|Pemerintah juga menyiapkan layanan pengaduan bagi masyarakat|Hasil evaluasi menunjukkan peningkatan dibandingkan tahun sebelumnya|Koordinasi dengan aparat wilayah terus dilakukan agar berjalan lancar|Anak-anak muda diajak terlibat sebagai relawan|Pelaksanaan dibagi menjadi tiga tahap hingga akhir tahun|Dinas terkait memastikan stok aman menjelang hari raya|Sosialisasi dilakukan melalui RT dan RW setempat|Kota ini meraih penghargaan atas inovasi pelayanan publik',
);
