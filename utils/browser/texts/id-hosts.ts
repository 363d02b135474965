/** Texts on whom Jubir contacts, and when, in Indonesian. */
export const idHosts = {
  title: 'Host yang dihubungi',
  help: 'Daftar ini disusun dari pengaturan Anda sekarang. Selain yang tertulis di sini Jubir tidak menghubungi siapa pun: tidak ada peladen Jubir, statistik, atau iklan.',
  own: 'Dihubungi Jubir sendiri',
  uses: {
    releases: (source: string) =>
      `Rilis ${source}: tiap 8–15 menit di siang hari, kira-kira sejam sekali di malam hari, dan saat Anda membuka Jubir.`,
    'releases-paused': (source: string) => `Rilis ${source}: dijeda, hanya saat Anda membagikan halamannya.`,
    pictures: (source: string) => `Gambar rilis ${source}, setelah rilisnya terbaca.`,
    captions: () => 'Takarir dari Humas, sesering rilis.',
    account: (handle: string) =>
      `Akun ${handle}: saat Anda masuk, menulis untuk akun itu, mengirim (atau mencari kiriman yang belum pasti), dan keluar.`,
    lookup: () => 'Hanya saat Anda menambah akun Bluesky: mencari tempat akun itu disimpan.',
    folder: () => 'Folder WebDAV Anda: tak lama setelah draf atau riwayat berubah, dan tiap 15 menit.',
    model: () => 'Model bahasa: hanya saat Anda menekan “Tulis ulang dengan model bahasa”.',
    allowed: () =>
      'Diizinkan, tetapi tidak ada yang memakainya sekarang: misalnya alamat yang pernah dicoba.',
  },
  opened: 'Dibuka hanya oleh klik Anda',
  openedHelp:
    'Jubir tidak menghubungi host ini; tombol kanal membuka halamannya, dan teks Anda ikut dalam alamat itu. Demikian pula halaman rilis, berita, dan unggahan yang Anda buka, serta halaman masuk akun Mastodon.',
  more: 'Alamat yang Anda ketik sendiri, seperti sumber atau akun baru, baru dihubungi setelah Anda menekan tombolnya; peramban meminta izin Anda lebih dahulu. Bila situs kota mengalihkan ke host lain, peramban menanyai host itu sekali, lalu Jubir menolak jawabannya tanpa membacanya.',
  none: 'Tidak dapat dibaca sekarang. Tutup halaman ini, lalu buka lagi.',
};
