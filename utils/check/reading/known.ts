/** Words with a capital that name nothing a release would have to say, and short forms of what it says. */

const list = (words: string): string[] => words.split(/\s+/u).filter(Boolean);

/** Titles and forms of address, faith, the country, the networks themselves. */
export const known: ReadonlySet<string> = new Set(
  list(`
    pak bu bapak ibu bpk kang teh teteh mbak mas bang kak kakak adik dik gus neng aa abah ambu saudara saudari sdr
    sdri tuan nyonya ust ustaz ustadz ustadzah kyai kiai habib h hj kh dr drg drs dra ir prof tb rd rr mr mrs ms yth
    wali walkot wawali wawalkot sekda kadis camat lurah plt plh pj pjs anda kami kita saya
    allah tuhan alhamdulillah insyaallah insya masyaallah subhanallah bismillah assalamualaikum waalaikumsalam wassalam
    wr wb swt saw amin aamiin salam ramadan ramadhan idulfitri iduladha idul lebaran natal waisak nyepi imlek
    indonesia ri nkri republik nusantara pancasila wib wita wit rt rw rp idr hut
    whatsapp wa instagram ig facebook fb youtube tiktok twitter x threads telegram linkedin bluesky mastodon line google
    maps zoom website web email qr qris app playstore appstore android ios cc dm via link bio
    pt cv tbk persero perumda csr humas kominfo diskominfo prokopim prokompim protokol asn pns sobat sobatkota warga wargi baraya info infografis
    pemkot pemkab pemda pemprov balaikota dprd opd skpd foto video sumber dok dokumentasi rilis catatan nb ps
    channel story reels live streaming wni wna as covid tni polri smp sd sma smk paud tk mc pic
  `),
);

/** Words that officials write with a capital inside a line, though they are no names; and that open a sentence. */
export const common: ReadonlySet<string> = new Set(
  list(`
    yuk ayo mari simak catat cek baca lihat klik kunjungi ikuti hadiri hadir datang datanglah saksikan dukung jaga cegah
    daftar segera jangan lewatkan ingat penting gratis terbuka umum selengkapnya selamat terima kasih terimakasih mohon
    doa semoga bersama kegiatan acara program pelayanan layanan masyarakat warga pemerintah kota kabupaten kecamatan
    kelurahan desa provinsi dinas badan kantor bagian kepala ketua sekretaris wakil anggota peserta tim panitia petugas
    lokasi tempat waktu tanggal hari jam pukul biaya syarat kuota narahubung kontak telepon hubungi alamat pendaftaran
    tema pembicara narasumber jadwal agenda berita kabar pengumuman penjelasan resmi fakta hoaks kutipan pesan poin
    halo hai hallo sahabat teman kawan keluarga anak pelajar mahasiswa guru pemuda ibu-ibu bapak-bapak lansia
    pagi siang sore malam senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli
    agustus september oktober november desember wah alhamdulillah kini sekarang nanti besok lusa kemarin tadi lalu
    ia dia beliau mereka pihaknya menurutnya setelah sebelum saat ketika sejak selama selain sementara namun tetapi tapi
    meski meskipun walau walaupun sehingga bahkan termasuk terutama khususnya antara lain yakni yaitu adapun sedangkan
    senang bangga bahagia syukur salut mantap keren luar biasa hari malam kali tahun bulan pekan akhir awal
    kepada sebuah seorang sekitar melansir dokter gubernur bupati presiden menteri direktur kapolda kapolres
    untuk dari dengan pada dalam oleh yang ini itu dan atau serta agar supaya karena sebab jika bila apabila kalau maka
    juga lagi sudah telah akan masih belum tidak bukan tanpa hanya semua seluruh setiap para banyak beberapa
    satu dua tiga empat lima bagaimana apa siapa kapan mengapa kenapa dimana berapa ternyata rupanya
    jalan jl jln gang gg gedung aula lapangan taman pasar terminal stasiun rumah sakit sekolah masjid puskesmas posyandu
    wilayah daerah pusat perumahan kampung lingkungan pembangunan kesehatan pendidikan anggaran penghargaan
    the and of to for with please read more details full release mayor city deputy head office department today tomorrow
  `),
);

const forms = `
  pemkot=pemerintah kota|pemkab=pemerintah kabupaten|pemprov=pemerintah provinsi|pemda=pemerintah daerah
  walkot=wali kota|walkot=walikota|wawali=wakil wali kota|wawali=wakil walikota|wawalkot=wakil wali kota
  wawalkot=wakil walikota|sekda=sekretaris daerah|sekdin=sekretaris dinas|kadis=kepala dinas|kabag=kepala bagian
  kabid=kepala bidang|kasi=kepala seksi|kadinkes=kepala dinas kesehatan|kadisdik=kepala dinas pendidikan
  kadishub=kepala dinas perhubungan|kadinsos=kepala dinas sosial|kadishub=kepala dishub|kadinkes=kepala dinkes
  kadisdik=kepala disdik|kadinsos=kepala dinsos|kasatpol=kepala satuan polisi
  dinkes=dinas kesehatan|disdik=dinas pendidikan|dishub=dinas perhubungan|dinsos=dinas sosial
  disnaker=dinas tenaga kerja|dispora=dinas pemuda olahraga|disparbud=dinas pariwisata kebudayaan
  disdukcapil=dinas kependudukan pencatatan sipil|dukcapil=kependudukan pencatatan sipil|dlh=dinas lingkungan hidup
  dpupr=dinas pekerjaan umum penataan ruang|pupr=pekerjaan umum penataan ruang
  disperumkim=dinas perumahan permukiman|perumkim=perumahan permukiman|diskominfo=dinas komunikasi informatika
  diskominfo=dinas komunikasi informasi|kominfo=komunikasi informatika|kominfo=komunikasi informasi
  diskopumkm=dinas koperasi|dkpp=dinas ketahanan pangan pertanian|bapenda=badan pendapatan daerah
  bappeda=badan perencanaan pembangunan daerah|bapperida=badan perencanaan pembangunan riset inovasi daerah
  bpbd=badan penanggulangan bencana daerah|bkad=badan keuangan aset daerah|bkpsdm=badan kepegawaian pengembangan
  satpol=satuan polisi|pp=pamong praja|damkar=pemadam kebakaran|kejari=kejaksaan negeri|kejati=kejaksaan tinggi
  pn=pengadilan negeri|rsud=rumah sakit umum daerah|rs=rumah sakit|dprd=dewan perwakilan rakyat daerah
  polresta=kepolisian resor kota|polres=kepolisian resor|kodim=komando distrik militer
  kapolresta=kepala kepolisian|kapolres=kepala kepolisian|kec=kecamatan|kel=kelurahan|kab=kabupaten|kp=kampung
  jl=jalan|jln=jalan|gg=gang|prov=provinsi|jabar=jawa barat|jateng=jawa tengah|jatim=jawa timur|jogja=yogyakarta
  diy=daerah istimewa yogyakarta|dki=jakarta|jaksel=jakarta selatan|jakbar=jakarta barat|jaktim=jakarta timur|jakut=jakarta utara
  jakpus=jakarta pusat|korsel=korea selatan|menpora=menteri pemuda olahraga|sumut=sumatera utara|sumbar=sumatera barat|sulsel=sulawesi selatan
  kalsel=kalimantan selatan|kaltim=kalimantan timur|ntb=nusa tenggara barat|ntt=nusa tenggara timur
  kemendagri=kementerian dalam negeri|mendagri=menteri dalam negeri|kemenkes=kementerian kesehatan
  menkes=menteri kesehatan|kemendikbud=kementerian pendidikan|kemensos=kementerian sosial|mensos=menteri sosial
  menkeu=menteri keuangan|kemenkeu=kementerian keuangan|wamen=wakil menteri|wamenkeu=wakil menteri keuangan
  menpan=menteri pendayagunaan|menpanrb=menteri pendayagunaan|kemenpanrb=kementerian pendayagunaan
  wapres=wakil presiden|wagub=wakil gubernur|wabup=wakil bupati|dirut=direktur utama|perda=peraturan daerah
  perwali=peraturan wali kota|uu=undang-undang|uu=undang undang|pp=peraturan pemerintah|apbd=anggaran pendapatan belanja daerah
  pad=pendapatan asli daerah|umkm=usaha mikro kecil menengah|ukm=usaha kecil menengah|bumd=badan usaha milik daerah
  pkl=pedagang kaki lima|rth=ruang terbuka hijau|kbm=kegiatan belajar mengajar|ssa=sistem satu arah
`;

/** What short forms stand for, each a list of words that the release must have. */
export const shortForms: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const map = new Map<string, string[][]>();
  for (const form of forms.split(/[|\n]/)) {
    const [short, long] = form.trim().split('=');
    if (short && long) map.set(short, [...(map.get(short) ?? []), long.split(' ')]);
  }
  return map;
})();

/** Names of two words that everybody knows. */
export const fixedPairs: ReadonlySet<string> = new Set([
  'idul fitri',
  'idul adha',
  'merah putih',
  'tanah air',
]);

/** Directions that make another place of a place: "Bogor Barat" is not "Bogor Timur". */
export const directions: ReadonlySet<string> = new Set(
  list('utara selatan barat timur tengah pusat north south west east central'),
);
