import { describe, expect, test } from 'vitest';
import { stem } from '../../utils/release/search/stem.ts';

/** Forms of one word: all of a line meet. */
const meet = `
menyalurkan penyaluran disalurkan tersalurkan salurkan salur penyalur
membangun pembangunan dibangun terbangun bangunan pembangunannya
memilih pemilihan dipilih terpilih pemilih
menulis penulis ditulis tulisan tertulis
mengirim pengiriman dikirim kirimkan mengirimkan
meninjau peninjauan ditinjau
menyerahkan penyerahan diserahkan diserahkannya
meresmikan peresmian diresmikan resmi
melayani pelayanan layanan dilayani pelayanannya
menerima penerima penerimaan diterima penerimanya
mendukung dukungan pendukung didukung
mengawasi pengawasan pengawas diawasi
menertibkan penertiban ditertibkan ketertiban tertib
memberi pemberian diberikan memberikan berikan
belajar pelajar pembelajaran pelajaran mengajar pengajar
bekerja pekerja pekerjaan dikerjakan pekerjaannya
memelihara pemeliharaan dipelihara
mempersiapkan persiapan disiapkan menyiapkan siap
sehat kesehatan menyehatkan
aman keamanan pengamanan mengamankan diamankan
bersih kebersihan membersihkan pembersihan dibersihkan
tani petani pertanian
ikan perikanan
menteri kementerian menterinya
lurah kelurahan
camat
penduduk kependudukan
pemerintah pemerintahan pemerintahannya
selenggara penyelenggaraan menyelenggarakan diselenggarakan terselenggara
sosialisasi menyosialisasikan mensosialisasikan disosialisasikan
optimal mengoptimalkan dioptimalkan pengoptimalan
aspal mengaspal pengaspalan diaspal
evaluasi mengevaluasi dievaluasi
vaksin divaksin
distribusi mendistribusikan pendistribusian didistribusikan
mengembangkan pengembangan berkembang perkembangan dikembangkan
gerak gerakan pergerakan menggerakkan digerakkan
ringan keringanan meringankan
buruk keburukan memperburuk
memutuskan keputusan diputuskan putusan
meminta permintaan diminta
mengurangi pengurangan berkurang dikurangi
sah pengesahan disahkan mengesahkan
berita pemberitaan diberitakan
sekolah bersekolah sekolahnya
`;

/** Words that look alike and are not the same: none of a line meets another. */
const apart = `
pemerintah perintah
menteri tari
penata tata
penata penataan
berita tari
kepala pala
ketua tua
keluarga luar
bagian bagi
pasangan pasang
peserta serta
perempuan empu
pemuda muda
penduduk duduk
serang ringan
kediri diri
kuningan kuning
kerinci rinci
belanda landa
teheran heran
pemalang malang
penajam tajam
perdana dana
perdata data
penyakit sakit
penghargaan harga
pengalaman alam
pengacara acara
pengaruh aruh
lebaran lebar
meninggal tinggal
kering ringan
buru buruk
bank ban
kopi kop
jurusan jurus
bupati pati
dinas nas
dimas mas
diana ana
berlian lian
setiawan setia
ridwan rid
sekar kar
medan dan
perang rang
menteng teng
selayar layar
terawan awan
sebayang bayang
asahan asah
telapak lapak
gubernur bernur
pertama tama
`;

/** Parts of the names of Indonesian cities and regencies, and of people: none is a form of another word. */
const names = `
aceh simeulue singkil tenggara gayo pidie bireuen nagan raya bener meriah langsa lhokseumawe sabang subulussalam
nias mandailing natal tapanuli toba labuhanbatu asahan simalungun dairi karo deliserdang deli langkat humbang
hasundutan pakpak samosir serdang bedagai batubara padang lawas pematangsiantar pematang sibolga tanjungbalai
binjai tebing tebingtinggi medan gunungsitoli mentawai pesisir solok sijunjung dharmasraya tanahdatar datar
pariaman agam limapuluh pasaman sawahlunto bukittinggi payakumbuh kuantan singingi indragiri hulu hilir
pelalawan siak kampar rokan bengkalis meranti pekanbaru dumai kerinci merangin sarolangun batanghari muaro
tanjung jabung tebo bungo sungaipenuh ogan komering muara enim lahat musi rawas banyuasin empat penukal
prabumulih pagaralam lubuklinggau palembang bengkulu rejang lebong kaur seluma mukomuko kepahiang lampung
tanggamus pesawaran pringsewu mesuji tulangbawang waykanan metro bangka belitung belinyu pangkalpinang karimun
bintan natuna lingga anambas batam tanjungpinang jakarta bogor sukabumi cianjur bandung garut tasikmalaya ciamis
kuningan cirebon majalengka sumedang indramayu subang purwakarta karawang bekasi pangandaran cimahi banjar depok
cilacap banyumas purbalingga banjarnegara kebumen purworejo wonosobo magelang boyolali klaten sukoharjo wonogiri
karanganyar sragen grobogan blora rembang pati kudus jepara demak semarang temanggung kendal batang pekalongan
pemalang tegal brebes surakarta salatiga kulonprogo bantul gunungkidul sleman yogyakarta pacitan ponorogo
trenggalek tulungagung blitar kediri malang lumajang jember banyuwangi bondowoso situbondo probolinggo pasuruan
sidoarjo mojokerto jombang nganjuk madiun magetan ngawi bojonegoro tuban lamongan gresik bangkalan sampang
pamekasan sumenep surabaya batu pandeglang lebak tangerang serang cilegon jembrana tabanan badung gianyar
klungkung bangli karangasem buleleng denpasar lombok sumbawa dompu bima mataram sumba kupang timor belu alor
lembata flores sikka ende ngada manggarai rote nagekeo sabu malaka sambas bengkayang landak mempawah sanggau
ketapang sintang kapuas sekadau melawi kayong kuburaya pontianak singkawang kotawaringin barito sukamara
lamandau seruyan katingan pulang pisau gunungmas murung palangkaraya tapin tabalong balangan banjarmasin
banjarbaru tanahlaut kotabaru paser kutai kartanegara berau penajam balikpapan samarinda bontang malinau
bulungan nunukan tarakan bolaang mongondow minahasa sangihe talaud sitaro manado bitung tomohon kotamobagu
banggai morowali poso donggala tolitoli buol parigi moutong tojo sigi palu selayar bulukumba bantaeng jeneponto
takalar gowa sinjai maros pangkajene barru bone soppeng wajo sidenreng rappang pinrang enrekang luwu toraja
makassar parepare palopo buton muna konawe kolaka wakatobi bombana kendari baubau boalemo gorontalo pohuwato
bonebolango majene polewali mamasa mamuju pasangkayu maluku buru seram aru tual ambon halmahera ternate tidore
kepulauan sula morotai taliabu fakfak kaimana wondama bintuni manokwari sorong raja ampat tambrauw maybrat
merauke jayawijaya jayapura nabire yapen biak numfor paniai puncak mimika boven digoel mappi asmat yahukimo
pegunungan tolikara sarmi keerom waropen supiori mamberamo nduga lanny yalimo dogiyai intan deiyai arya dedie
rachim usmar hariman denny mulyadi hery antasari syarifah ade sarip hidayat yane ardian sugiarto ridwan kamil
joko widodo prabowo subianto gibran rakabuming tito karnavian sri mulyani budi gunadi sadikin nadiem makarim
retno marsudi mahfud luhut pandjaitan airlangga hartarto agus harimurti puan maharani anies baswedan ganjar
pranowo khofifah parawansa emil dardak risma tri rismaharini hendrar prihadi eri cahyadi bobby nasution danny
pomanto wahyu setiawan andi amran sulaiman erick thohir sandiaga uno bahlil lahadalia teten masduki menteri siti
nurbaya bakar syahrul yasin limpo basuki hadimuljono edhy trenggono dewi lestari kartika putri permata sari
indah wulandari rahmawati nurhayati fitriani handayani susanti yulianti hartono suharto sukarno soekarno habibie
wahid megawati yudhoyono kalla boediono ma ruf amin iwan kurniawan gunawan hermawan irawan darmawan setyawan
budiman firman rahman usman lukman nurman herman suherman sulaeman arifin zainal abidin samsudin saepudin mahmud
mahyudin komarudin nurdin baharudin wahyudin saputra pratama nugraha wijaya kusuma permana permadi perdana
pertiwi perkasa sanusi rosidi junaedi supriyadi suryadi haryadi kusnadi mulyana suryana maulana diana diah dian
dini dinda dimas dika didi didik bestari berliana bernadeta teresa terry kemal kenny sekar seno setia sebayang
sembiring sinaga siregar harahap simanjuntak hutagalung pangaribuan tarigan ginting situmorang manurung purba
penny pendi effendi mega melani menuk merry mekar pekik teguh tegar beni benny betty bella safitri murni hadi
hasan husni husein jati hasanah komari asmari juhari bahari lesmana mustari badri sabri fikri taufik luthfi
rizki rafi ilham ikhsan farhan burhan raihan reyhan adrian fabian kevin julian bastian febrian rian ryan brian
sultan taman ramadan ramadhan dahlan azlan ruslan arslan parlan sarlan mislan waluyan rayhan irfan wildan zidan
hamdan syahdan ramlan maksum berkah
`;

const lines = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

describe('stems', () => {
  test('the tables are as large as they should be', () => {
    const pairs = lines(meet).reduce((sum, line) => sum + line.length - 1, 0);
    expect(pairs).toBeGreaterThan(120);
    expect(lines(apart).length).toBeGreaterThan(50);
  });

  test.each(lines(meet).filter((line) => line.length > 1))('%s meets its other forms', (first, ...others) => {
    expect(others.map((word) => [word, stem(word)])).toEqual(others.map((word) => [word, stem(first ?? '')]));
  });

  test.each(lines(apart))('%s does not meet %s', (one, other) => {
    expect(stem(one ?? '')).not.toBe(stem(other ?? ''));
  });

  test('names, numbers and foreign words stay whole', () => {
    const others = 'tanahsareal baranangsiang digital festival president government covid19 2026 rp500';
    for (const word of [...lines(names).flat(), ...others.split(' ')]) expect(stem(word)).toBe(word);
  });

  test('a stem is its own stem, so that merging an index changes nothing', () => {
    for (const word of lines(meet).flat()) expect(stem(stem(word))).toBe(stem(word));
  });

  test('nothing typed or sent makes it slow or throw', () => {
    const hostile = [
      '',
      'a',
      'di'.repeat(16),
      'memper'.repeat(5),
      'kan'.repeat(10),
      'ńg',
      '中文',
      '\u0301'.repeat(20),
    ];
    const start = performance.now();
    for (const word of hostile) expect(typeof stem(word)).toBe('string');
    expect(performance.now() - start).toBeLessThan(200);
  });
});
