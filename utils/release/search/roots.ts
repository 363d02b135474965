/**
 * What `stem.ts` knows of Indonesian. Collected for Jubir: words that carry affixes in press releases and news, gone
 * through by hand. A word that is missing here is peeled only where its shape leaves no doubt.
 */

/** Roots, and derived words whose sense has left their root ("pemerintah" is not "perintah"): others build on them. */
const ROOTS = `
abadi abai acak acara acu adab adang adaptasi adil adopsi adu aduk agama agenda ahli air ajak ajar aju akar
akhir akibat akomodasi akrab akses aksi aktif aku akuisisi akumulasi alami alih alir alokasi alur aman amanah
amanat amat ambil ampu ampun amuk analisis ancam andal anggap anggar anggota anggun angkat angkut angsur
aniaya anjur antar antisipasi antre antusias anugerah anut anyam apresiasi arah arsip arti asah asap asas
asesmen asing aspal aspirasi asuh asumsi asuransi atap atasi atlet atur audit awak awal awas awet azas baca
badai bagi bahagia bahas bahasa bahaya baik bajak bakal bakar bakti balap balas balik balut ban bandara
banding bangga bangkit bangun banjir bank bantah bantu banyak bara barang baris barter basmi batal batas batik
bawa bayang bayar beban bebas beda bedah bekal bekas bekerjasama beku bela belah belanja beli belit belok bena
benah benar bencana benih bentang bentuk bentur benua berangkat berani berantas beras berat beri berita
beritahu berkah berkas berlaku bersama bersih beruntun besar betah betul biak biasa biaya bicara bidang bidik
bijak bimbing bina binasa bincang bingkai bingung bisnis blokir bobol bocor bohong bolong bongkar bor borong
bosan botol buah buang buat budaya budi budidaya bugar bujuk buka bukti buku bulan bulat bumi bunga bunuh
bunyi buru buruh buruk busuk butuh cabang cabul cabut cacat cadang cair cakap cakup calon campur canang candu
canggih cangkok cantik cantum capai capek cari catat cegah cekal celaka celup cemar cemas cepat cerah cerai
ceramah cerdas cerita cermat cermin cetak cetus cinta cipta ciri citra coba coblos cocok contoh copot corak
cuci cukup cukur curah curang curi curiga daftar dagang dahulu daki dakwa dakwah dalang dalil damai damkar
dampak damping dana dapur dasar data datang datar daulat daur daya debat dedikasi dekat deklarasi dekorasi
demam denda dengar depan derita desa desain desak deteksi dewasa dialog diam didik digital dingin direksi
direktorat direktori diri disiplin diskusi distribusi doa dokumen dokumentasi dominasi donasi donor dorong
duduk duga dukung dunia durasi ebut edar edukasi efektif efisien ekonomi eksekusi ekspansi eksplorasi ekspor
elak elok emban emisi empat empati enak enam entas erat evakuasi evaluasi fasilitas fasilitasi favorit fokus
foto fungsi gabung gadai gagal gagas gaji galak galang gali gambar ganda ganggu ganti gantung garap garis gaul
gaung gaya gegas gelap gelar geledah geleng gelincir gelontor gemar gembira gempa gempur gemuk genang genap
gencar genggam genjot gerak gerebek gerus gesa geser giat giling gilir girang giring gizi goda goreng gotong
goyang gratis gubah gubernur gugah gugat gugur guling gulir guna guncang guru gusur habis hadang hadap hadiah
hadir hafal hajat haji hak hakim halal halang halus hambat hambur hampar hancur hangat hantam hapus harap
harga hari harmoni haru harum hasil hasut hati haus hebat heboh hemat hendak hening hentak henti heran hias
hibah hibur hidang hidup hijau hikmah hilang himbau himpun hina hindar hirup hitung hormat hubung hujan hukum
huni hutan hutang ibadah ibarat identifikasi ikan ikat ikhlas iklan ikut ilham iman imbang imbas imbau imbuh
imigrasi implementasi impor imun imunisasi inap incar indah indikasi induk industri infeksi informasi ingat
ingin inisiasi inisiatif injak inovasi insaf insentif inspeksi inspirasi instalasi instruksi integrasi
intensif interaksi intervensi investasi investigasi irigasi iring isap isi islam isolasi istimewa istirahat
isyarat izin jabar jabat jadi jadwal jaga jagung jahat jahit jajah jajak jalan jalin jambak jambret jamin jamu
jamur jangkau janji jarak jaring jasa jatah jatuh jauh jawab jebak jelajah jelang jelas jelma jemput jemur
jenguk jera jerat jernih jerumus jilid jinak jiwa jorok jual juang juara judi judul jujur juluk jumlah jumpa
jurang juru jurus jurusan kabar kabul kabur kabut kacau kader kagum kait kaji kala kalah kali kampanye kampung
kandung kantor kapal kapling karang karantina karcis karya kasih kasus kata kategori kawal kawin kaya kebal
kebun kecam kecewa kecil kecoh kecuali kedap kejam kejar keji kejuruan kejut kelam kelas keliling kelola
kelompok keluar keluarga keluh kemah kemas kembali kembang kemudi kena kenal kenan kenang kencang kendali
kendara kental kepala kepung kerah kerajinan keramat kerap keras kering keringat kerja kerjasama keruh keruk
kesan ketat ketik ketua ketuk khawatir khianat khidmat khitan khusus kibar kicau kikis kilas kilat kinerja
kira kirab kirim kisah kisar kisruh klaim klarifikasi klasifikasi kobar kokoh kolaborasi komando komentar
komersial komitmen kompetensi kompetisi komplain kompor komposisi kompromi komunikasi kondisi konfirmasi
konsentrasi konservasi konsolidasi konstruksi konsultasi konsumsi kontak kontribusi kontrol konversi
koordinasi koperasi korban koreksi korupsi kosong kota kotor kreasi kreatif kriminal kritik kritis kuasa kuat
kubur kucur kuda kuku kukuh kuliah kumandang kumpul kumuh kunci kunjung kuota kupas kupon kurang kuras kurban
kurir kurus kutip kutuk labuh lacak ladang laga lahan lahap lahir laik laju laksana laku lalai lalu lamar
lamban lambat lampau lampir lampu lancar landa landas langgan langgar langka langkah langsing langsung lanjut
lansia lantai lantik lantun lapak lapang lapangan lapis lapor larang lari laris larut latih lauk laut lawan
lawat layak layan layang layar lazim lebar lebaran lebat lebih lebur ledak legal lekat lelah lelang lelap
lemah lemak lembab lembaga lembap lempar lengkap lepas lestari lesu letak letus libat libur lihat liku limbah
limpah lindung lingkar lingkung lingkungan lintas lipat liput listrik loka lolos lomba lompat longgar longsor
lonjak lontar luang luap luas lucut lugas luhur luka lukis lulus lumas lumpuh lunak lunas luncur lupa lurah
lurus maaf macet mahasiswa mahir main maju makam makan makmur makna maksimal maksud malang malas malu mampir
mampu mandi mandiri manfaat manis manja mantap marah marak masak masalah masuk masyarakat mata matang mati
mediasi megah mekar menang mendung meninggal menteri merah merdeka meriah merosot mesra mewah mikro milik
mimpi minat minggu minta minum minyak miring mirip miskin mitigasi mitra modal model moderasi modern
modifikasi mohon monitor monitoring mortir motivasi motor muara muat muda mudah mudik mufakat muka mukim mula
mulia mulut mundur mungkin murah muram murni musik musim muslim musnah musyawarah mutakhir mutasi mutu nafkah
naik nama nanti nasib nasihat naung negara negosiasi netral niaga niat nikah nikmat nilai nobat noda nomor
nonaktif nyala nyaman nyanyi nyata nyawa obat obral olah olahraga omong operasi operasional optimal
optimalisasi orang orasi organisasi orientasi otomatis pacu padam padat padu paham pajak pajang pakai paksa
palang palsu pamer pamit panas pancar pancing pandang pandu panen pangan panggang panggil panggul pangkal
pangkas panjang panjat pantas pantau papar paraf parah parkir partisipasi pasang pasar pasok pasti pasung
patah patri patroli patuh patungan patut payung pecah pecat peduli pegang pekik pelatuk pelihara pelopor
peluang peluk pemerintah pemuda pendam pendapat pendapatan pendek penduduk pengacara pengalaman penganggur
pengaruh penghargaan penting penuh penyakit perah peran perang perangkat peras percaya percik pergi perhati
periksa perintah periode perkosa perlu permukiman peroleh pertama pesan pesat pesisir pesona pesta peta petik
pidana pidato pihak pijak pikat pikir pikul pilah pilih pilot pimpin pinang pindah pinggir pinjam pintar pisah
plastik pohon pokok polisi politik pompa populer posisi positif potensi potong potret praktek praktik prediksi
presentasi prestasi pribadi prihatin prioritas privat produk produksi produktif profesi profesional program
promosi proses protes provokasi proyeksi puas puasa publik publikasi pugar puisi puji pukau pukul pulang pulau
pulih pulung punah puncak pungkas pungut punya pupuk puri pusat putar putih putus raba rabun racik racun
radang raga ragam ragu rahasia raih raja rajin rakit rakyat ramah ramai rampas ramping rampok rampung rancang
rangka rangkai rangkap rangkul rangkum rangsang rapat rapi rasa rasional rata rawan rawat raya rayu razia
realisasi rebut reda redam refleksi reformasi regenerasi regulasi rehab rehabilitasi rekam rekayasa
rekomendasi rekonstruksi rekrut rela relokasi remaja rembuk renang rencana rendah rendam renovasi rentan
renung resah resap resik resmi respon respons restorasi restu retak retas retribusi revisi revitalisasi riang
rias ribut rigid rilis rinci rindang rindu ringan ringkas ringkus rintang rintis risau robek roboh robot rokok
rombak rotasi ruang rubah rugi rujuk rukun rumah rumus runding runtuh rusak rusuh rutin sabar sabotase sabun
sadar sah sahabat saing saji sakit saksi salah salam salin saling salur sama samar sambil sambung sambut
sampah sampai samping sandang sandar sanding sangga sanggup sangka sangkut santai santap santri santun sapa
sapu saran sarang saring sasar satu saudara sayang sebab sebar seberang sebut sedekah sederhana sedia sedih
sedot segan segar segel segera sehat sejahtera sejarah sejuk sekolah selam selamat selancar selaras selenggara
selesai selidik selimut selisih seluruh semai semangat semarak sembah sembelih sembilan sembuh sembunyi semen
sempit semprot sempurna senam senang sendat sendiri sengaja sengketa seni senjata sensor sensus sentral sentuh
senyum sepak sepakat sepeda serah serang serap serasi serbu sering serius serobot sertifikasi seru sesak sesat
sesuai setia setor setrum setuju sewa siaga sial siap siar sibuk sidak sidang sidik sigap sikap silaturahmi
simak simpan simpang simpati simpul simulasi sinar sindir sinergi singgah singgung singkat singkir singkron
sinkron sinkronisasi siram sirkulasi sisa sisih sisip sisir siswa sita solusi sorak sorot sosial sosialisasi
stabil standar sterilisasi suara subsidi subur sudah sudut suguh suka sukarela sukses sulam suling sulit
sumbang sumbat sumber sumpah sunat sungguh sungkem sunyi supervisi surat suruh surut survei survey susah susul
susun susut swadaya syarat syukur taat tabrak tabung tabur tagih tahan tahap tahu tahun tajam takar takjub
takluk takut taman tambah tambak tambal tambang tampak tampil tampung tamu tanah tanam tanda tandang
tandatangan tanding tanduk tangan tangani tangga tanggal tanggap tangguh tanggul tanggulang tanggung tangis
tangkal tangkap tani tantang tanya tarawih target tari tarif tarik taruh tarung tata tatap tatar tawar tayang
tebak tebal tebang tebar tebus teduh tegak tegang tegas tegur tekan teken teknis tekun telaah teladan telantar
teliti telusur teman tembak tembus tempat tempel tempuh tempur temu tenaga tenang tengah tenggelam tentang
tentu tenun tepat tepi terang terap terbang terbit teriak terima terjang terjemah terjun ternak teror tertawa
tertib terus tetangga tetap tetes tiba tidur tilang timbang timbul timpa timun tindak tindaklanjut tinggal
tinggi tingkat tinjau tipis tipu tiru titik titip tiup togel tolak toleran toleransi tolong tongkrong tonjol
tonton topang toreh transaksi transfer transformasi transparan transportasi trauma tua tuai tuang tuding tuduh
tugas tuju tukar tular tuli tulis tulus tumbang tumbuh tumpah tumpang tumpu tumpuk tuna tunai tunda tunduk
tunggak tunggal tunggu tunjang tunjuk tuntas tuntun tuntut turun turut tutup tutur uang ubah ucap udara ujar
uji ujung ukir ukur ulang ulas ulung umbar umrah umum undang undi unduh undur unggah unggul ungkap ungkit
ungsi unik unjuk untai untung upacara upaya urai urus usaha usir usul usung usut utama utang utara utus vaksin
vaksinasi valid validasi variasi verifikasi visi vonis wabah wacana wadah wafat wajar wajib wakaf wakil wali
wangi warga waris warna warta warung waspada wawancara wawasan wenang wibawa wirausaha wisata wisuda wujud
yakin yatim zakat zalim ziarah
`;

/** Words that only look as if they carried affixes, names and places among them; nothing builds on them. */
const WHOLE = `
asahan atasan bagian balaikota banggai banten bappeda batuan bawahan bekasi belakang belakangan belanda
belawan berapa berapapun berau berawan berhala berlian berliana bermuda bernadeta bersangkutan beruang beserta
besok bukan bupati diagonal diah dian diana dibanding didi dika dimas dimyati dinas dinding dipa diplomat
diplomatik direktur hanya harian hasan hingga kalian kantin kasihan kawasan kebayoran kecamatan kediri kedua
keempat kejari kelapa kelima kemal kemarin kemudian kenari kendal kendari kepada kepulauan kerinci keris
ketapang keterangan ketiga ketimbang kuningan lagi lautan lekas melalui melasti melati memang mempawah menado
mendiang mengenai menjelang mentari mentawai menteng mentimun menurut merak merana merangin meranti mereka
merpati merupakan meski meskipun obatan pasangan pekalongan pelalawan pelanduk pelangi pelita pemalang
pematang pemilu penajam penata pengantin penjuru pepaya perawan perdana perdata perempuan peristiwa perkara
perkasa perlahan permai permana permata pernah persada persen persib persija pertalite pertanda pertiwi
perwira peserta petang raihan ramadan ratusan ribuan ringgit sebagai sebagian sebayang sebelah sebelas sebelum
secara sedang sedangkan sehingga sejak sekali sekalian sekaligus sekarang sekitar selain selaku selalu selama
selasa selatan selayar semakin semarang sembako sementara semoga senin senyawa seorang seorangan sepekan
seperti sepuluh serta sesekali setelah seterusnya setiap setiawan setidaknya tabanan tangerang tarigan teheran
telapak terawan terhadap terkait terlalu termasuk ternate ternyata tersebut tertentu terutama tetapi
`;

/** Where two roots fit one shape, the commoner reading; and forms that no rule makes. */
const IRREGULAR = `
belajar ajar|pelajar ajar|pelajari ajar|mempelajari ajar|dipelajari ajar|pelajaran ajar|pembelajaran ajar|pembelajar ajar
mengawal kawal|pengawal kawal|pengawalan kawal|penanganan tangani|mengarang karang|pengarang karang|mengaji kaji|pengajian kaji
bekerja kerja|pekerja kerja|pekerjaan kerja|mempekerjakan kerja|terlantar telantar|menelantarkan telantar|mengesahkan sah|pengesahan sah
mengecek cek|pengecekan cek|dicek cek|mengecat cat|pengecatan cat|dicat cat|mengebom bom|pengeboman bom|dibom bom
mengepel pel|diamankan aman|diamnya diam|perajin kerajinan|pengrajin kerajinan|meninggalkan tinggal|memalukan malu
pengangguran penganggur|menganggur penganggur
memberdayakan daya|pemberdayaan daya|diberdayakan daya|kependudukan penduduk|praktek praktik|himbau imbau|menghimbau imbau|dihimbau imbau
himbauan imbau|hutang utang|azas asas|survey survei|rubah ubah|merubah ubah|dirubah ubah|respons respon
mengadakan adakan|diadakan adakan|pengadaan adakan|mengetahui tahu|diketahui tahu|pengetahuan tahu|ketahui tahu
ditetapkan tetap|walikota wali|
`;

const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

export const roots: ReadonlySet<string> = new Set(list(ROOTS));
export const whole: ReadonlySet<string> = new Set(list(WHOLE));
export const irregular: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(/[|\n]/)
    .map((pair) => pair.trim().split(' '))
    .flatMap(([form, root]) => (form && root ? [[form, root]] : [])),
);
