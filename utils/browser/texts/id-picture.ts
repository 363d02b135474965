/** Texts on a draft's picture, in Indonesian. */
export const idPicture = {
  title: 'Gambar',
  alt: 'Teks alternatif',
  altHelp:
    'Dibacakan kepada warga yang tidak dapat melihat gambarnya. Terangkan dalam satu atau dua kalimat apa yang tampak.',
  altMissing: 'Teks alternatif masih kosong.',
  /** In place of the words for the small picture, while there are none. */
  unnamed: 'Gambar draf ini, belum diterangkan',
  loading: 'Mengambil gambar…',
  detach: 'Lepas gambar',
  goesAlong: 'Gambar ini ikut terbit bila Anda menerbitkan dari akun Anda di bawah.',
  byHand: (platform: string) =>
    `Tautan ke ${platform} tidak dapat membawa gambar: simpan gambarnya, lalu lampirkan sendiri di sana.`,
  save: 'Simpan gambar',
  saved: 'Gambar disimpan di folder unduhan Anda.',
  copyAlt: 'Salin teks alternatif',
  copied: 'Teks alternatif tersalin.',
  copyFailed: 'Belum tersalin. Pilih teksnya, lalu salin sendiri.',
  refused: 'Gambar itu tidak dipasang: alamatnya bukan di situs sumber rilis ini.',
  failed: {
    elsewhere: 'Gambar tidak dapat diambil: alamatnya bukan di situs sumber rilis ini.',
    'not-allowed':
      'Gambar tidak dapat diambil: Jubir belum diizinkan membaca situsnya. Izinkan sumbernya di Pengaturan.',
    offline: 'Gambar tidak dapat diambil: tidak ada sambungan internet.',
    gone: 'Gambar tidak dapat diambil: situs kota tidak memilikinya lagi.',
    unfit: 'Gambar tidak dapat diambil: berkasnya bukan gambar yang dapat dipakai.',
    failed: 'Gambar tidak dapat diambil. Tidak ada yang hilang; silakan coba lagi.',
  },
  /** Beside a post that Jubir sent. */
  sentWith: (alt: string) => `Dengan gambar: ${alt}`,
};
