/** What is said otherwise in a phone's browser, which has no toolbar, no keys and no left and right. */
export const idPhone = {
  composer: {
    opensAs: (platform: string) =>
      `Terbit dari akun ${platform} yang sedang masuk, di aplikasi atau situsnya`,
    copied: 'Takarir sudah disalin: tekan lama kotak tulisnya, lalu pilih Tempel',
  },
  notices: { copied: 'Takarir sudah disalin: tekan lama kotak tulisnya, lalu pilih Tempel' },
  desk: {
    emptyHelp: 'Buka Jubir dari menu peramban, pilih rilis, lalu ketuk kanalnya. Drafnya muncul di sini.',
    copyFailed: 'Belum tersalin. Tekan lama teksnya, lalu pilih Salin.',
    select: 'Pilih satu di daftar untuk membaca dan mengubahnya.',
  },
  welcome: {
    doneLead:
      'Lihat rilis terbaru, lalu ketuk kanalnya. Berikutnya buka menu peramban (⋮), pilih Ekstensi, lalu Jubir.',
    pin: 'Di halaman kota atau halaman berita, buka Jubir dari menu yang sama untuk membagikannya.',
  },
};
