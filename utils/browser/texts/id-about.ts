/** Texts on Jubir itself and on what leaves this computer, in Indonesian. */
export const idAbout = {
  title: 'Tentang',
  what: 'Jubir (singkatan dari juru bicara) mengambil rilis resmi kota, menyiapkan takarirnya untuk tiap kanal, dan membukanya agar Anda unggah dari akun sendiri.',
  privacy:
    'Draf, riwayat, dan pilihan Anda ada di komputer ini. Jubir hanya menghubungi situs sumber Anda dan situs takarir Humas untuk membacanya; akun, folder kota, dan model bahasa hanya bila Anda memasangnya. Kanal dibuka hanya saat Anda mengeklik tombolnya.',
  free: (licence: string) =>
    `Jubir adalah perangkat lunak bebas dengan lisensi ${licence}: setiap kota boleh memakai, memeriksa, dan mengubahnya.`,
  /** The archive that is made with each package, by its name. */
  sources: (archive: string) =>
    `Kode sumber versi ini ada dalam arsip ${archive}, yang dibuat bersama paket pemasangnya.`,
  licences: 'Lisensi semua yang ada di dalamnya',
  licencesHelp:
    'Selain Jubir sendiri dan IndoSum (data), semuanya pustaka yang dipakai tanpa diubah, seperti terbit di npm dengan nama dan versi itu.',
  firefoxAsks:
    'Firefox akan bertanya apakah data ini boleh “dikumpulkan”: begitulah sebutannya. Yang menerimanya hanya server pilihan Anda; pembuat Jubir tidak menerima apa pun.',
  loading: 'Memuat…',
  failed: 'Daftar lisensi tidak dapat dibaca. Pasang ulang Jubir bila ini terulang.',
};
