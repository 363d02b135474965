/** Word lists that several rules share: offices, verbs of saying, hedges, days. */

/** Names of the days, for patterns; Indonesian and English. */
export const weekday =
  "(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum[’']at|Sabtu|Minggu|Ahad|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";

/** Names of the months, for patterns; Indonesian and English. */
export const month =
  '(?:Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember|January|February|March|May|June|July|August|October|December)';

/** Verbs that say who spoke, as they stand behind a quotation; `-nya` comes off. */
export const saidAfter =
  'kata|ujar|ungkap|jelas|tutur|papar|tegas|imbuh|pungkas|ucap|sebut|terang|tandas|beber|urai|cetus|harap|ajak|puji|lanjut|tambah|sambung|singkat|imbau|himbau|pesan|nilai|jawab|tukas|simpul|said|says|added|explained|stressed|noted|told';

/** Of these, those that are true of one quotation alone; the others ("tambah", "pungkas") become "kata". */
export const plainSaid = new Set([
  'kata',
  'ujar',
  'ungkap',
  'jelas',
  'tutur',
  'papar',
  'tegas',
  'ucap',
  'terang',
]);

/** Verbs of saying that stand between a speaker and what was said. */
export const saying =
  'mengatakan|menyampaikan|menjelaskan|menegaskan|mengungkapkan|menuturkan|menambahkan|melanjutkan|memaparkan|menyebutkan|menyebut|mengaku|mengakui|menyoroti|mengingatkan|meminta|berharap|mengharapkan|mengajak|menilai|menekankan|mengapresiasi|menyadari|memastikan|mengucapkan|menyatakan|menerangkan|membeberkan|menguraikan|berpesan|mengimbau|menghimbau|menginginkan|bertutur|berujar|berkata|merasa|said|says|added|explained|stressed|noted|told|announced|urged|hopes';

/** Passive and short forms that name the speaker behind them: "dikatakan Bima", "menurut Usmar", "kata Sita". */
export const saidBy =
  'dikatakan|dijelaskan|diungkapkan|disampaikan|disampaikannya|ditegaskan|dituturkan|dipaparkan|diakui|ditambahkan|disebutkan|diterangkan|menurut|kata|ujar|lanjut|tambah|ungkap|tutur|terang|jelas|tegas|papar|imbuh|sebut|according to';

/** Words that make a statement less than a fact, or its opposite; what carries one is never dropped. */
export const hedge =
  /(?<!\p{L})(?:akan|rencana(?:nya)?|berencana|direncanakan|merencanakan|diharapkan|berharap|harap(?:an(?:nya)?)?|semoga|mudah-mudahan|tidak|tak|bukan|bukanlah|belum|jangan|tanpa|masih|kajian|sekitar|hampir|kurang|lebih|baru|rata-rata|mungkin|kemungkinan|diduga|diperkirakan|perkiraan|dijadwalkan|ditargetkan|target|bisa|dapat|harus|wajib|jika|bila|apabila|kalau|asal(?:kan)?|kecuali|hanya|usul(?:an)?|mengusulkan|diusulkan|tetapi|tapi|namun|melainkan|meski(?:pun)?|walau(?:pun)?|kendati|will|would|may|might|could|should|must|can|plans?|planned|expected|proposed|not|no|never|without|about|around|nearly|almost|only|if|unless|but|although|though|subject to|likely|under review|hopes?|aims?|intends?)(?!\p{L})/iu;

/** Offices that lead a person's name, most specific first; "Plt." and the like may stand before. */
export const officeHead =
  '(?:(?:Plt|Plh|Pj|Pjs)\\.? )?(?:[Ww]akil [Ww]ali ?[Kk]ota|[Ww]ali ?[Kk]ota|Wawali|[Ww]akil [Bb]upati|[Bb]upati|Wakil Gubernur|Gubernur|Sekretaris Daerah|Sekda|Wakil Menteri|Menteri|Wakil Presiden|Presiden|Wakil Ketua|Ketua|Wakil Kepala|Kepala|Kadis\\p{L}*|Kadin\\p{L}*|Kabag|Kabid|Kasatpol PP|Kasat\\p{L}*|Direktur Utama|Dirut|Direktur|Camat|Lurah|Asisten|Assisten|Staf Ahli|Kapolresta|Kapolres|Kapolsek|Dandim|Danrem|Danramil|Rektor|Dekan|Komandan|Pimpinan|Koordinator|Leader|Juru Bicara|Sekretaris|Sekdin|Pelatih|Deputy Mayor|Mayor|Deputy Governor|Governor|Regional Secretary|Deputy Minister|Minister|President|Director|Chairman|Chairwoman|Chair|Head|Councillor|Cllr|Spokesperson|Superintendent)';

/** Offices that lead straight to a place and a name. */
export const topOffice =
  /^(?:(?:Plt|Plh|Pj|Pjs)\.? )?(?:(?:Wakil )?(?:Wali ?Kota|Bupati|Gubernur|Presiden)|Wawali|Sekretaris Daerah|Sekda|Deputy Mayor|Mayor|Governor|Cllr|Councillor)$/i;

/** Titles before a name, never shown with it. */
export const nameTitle =
  /^(?:dr|drg|Dr|DR|Drs|Dra|Ir|IR|Prof|H|Hj|KH|Tb|Rd|Letkol|Kol|AKBP|Kombes|Kompol|Irjen|Brigjen|Mayjen|Capt|Bapak|Ibu|Pak|Bu|Mr|Mrs|Ms)\.?$/;

/** Degrees behind a name. */
export const degree = /^(?:[A-Z][A-Za-z]{0,4}\.[A-Za-z.]{1,6}|M[Ss]i|MM|SH|MH|SE|ST|MT|MSc|PhD|Ph\.D)\.?$/;

/** Degrees and the commas around them, behind a name. */
export const degreeBehind =
  /^(?:,? (?:[A-Z][A-Za-z]{0,4}\.[A-Za-z]{1,5}\.?|M[Ss]i|MM|SH|MH|SE|ST|MT|MSc|PhD|Ph\.D\.?)(?=[ ,.]),?)+(?= )/;

/** Words that begin the name of a place, a body or a day rather than of a person. */
export const notName = new Set(
  (
    'Kota Kabupaten Kecamatan Kelurahan Desa Provinsi Jalan Jl Gedung Hotel Kantor Dinas Badan Bagian Bidang Balai ' +
    'Balaikota Kampung Pasar Taman Lapangan Alun-Alun Alun-alun Stasiun Masjid Rumah Sekolah Universitas Fakultas ' +
    'Forum Komunitas Tim Satuan Kementerian Lembaga Komisi Kepolisian Pemerintah Pemkot Pemkab Pemprov DPRD TNI ' +
    'Polri PDAM PT CV UPT Program Senin Selasa Rabu Kamis Jumat Sabtu Minggu Ahad Indonesia Republik Negeri ' +
    'Sungai Plaza Istana Museum Terminal Puskesmas Posyandu Yang Dan Di Ke Dari Untuk City Regency Street Office ' +
    'Nomor Tahun Tentang Undang-Undang Undang Pasal Pembukaan Ikra WIB Selasa Yaitu Januari Februari Maret April Mei ' +
    'Juni Juli Agustus September Oktober November Desember ' +
    'Department Agency The Monday Tuesday Wednesday Thursday Friday Saturday Sunday'
  ).split(' '),
);
