/** On the pages that the official reads: the context menu, the button there, and what Jubir shows of a click. */
export const idPage = {
  menu: 'Bagikan sebagai unggahan resmi',
  button: {
    share: 'Bagikan',
    hide: 'Sembunyikan di situs ini',
    changed: 'Rilis ini diubah kota setelah Anda membagikannya.',
    withdrawn: 'Rilis ini ditarik kota setelah Anda membagikannya.',
    hiddenTitle: 'Tombol “Bagikan” di halaman kota',
    hiddenHelp:
      'Anda menyembunyikan tombol di situs ini. Tombol Jubir untuk halaman yang sedang dibuka tetap bekerja.',
    showAgain: (host: string) => `Tampilkan lagi di ${host}`,
  },
  reading: 'Membaca halaman…',
  slow: 'Ini lebih lama daripada biasanya. Anda dapat menunggu atau mencoba lagi; tidak ada yang hilang.',
  back: 'Kembali ke daftar',
  listing: {
    title: 'Rilis di halaman ini',
    help: (source: string) => `Pilih rilis ${source} yang ingin Anda bagikan.`,
  },
  news: {
    title: 'Rilis kota tentang hal ini',
    from: (host: string) => `Anda sedang membaca ${host}`,
    searching: 'Mencari rilis yang membahas hal yang sama…',
    why: 'Sama-sama menyebut',
    answer: 'Jawab dengan rilis ini',
    nothing: 'Tidak ada rilis yang cocok',
    nothingHelp:
      'Jubir sudah mencari di seluruh arsip di komputer ini. Lebih baik tidak menjawab daripada menjawab dengan rilis yang tidak tepat.',
    failedTitle: 'Arsip tidak dapat dibaca',
    failed: 'Jubir belum dapat mencari rilis yang cocok. Tidak ada yang hilang; coba lagi sebentar lagi.',
    more: 'Rilis lain yang mungkin terkait',
  },
  link: {
    title: 'Bukan dari kota',
    ownTitle: 'Bukan rilis',
    help: 'Halaman ini dapat Anda bagikan sebagai tautan biasa. Jubir menandainya sebagai bukan rilis kota.',
    share: 'Bagikan sebagai tautan biasa',
    notice: (host: string) =>
      `Ini tautan dari ${host}, bukan rilis kota. Jubir tidak memeriksa isinya; pastikan Anda sudah membacanya.`,
    read: 'Buka halamannya',
    failed: 'Draf tautan belum dapat disimpan, jadi tidak ada yang dibuka. Coba lagi.',
  },
  reply: {
    x: (name: string) => `Buka di ${name} sebagai balasan untuk unggahan itu`,
    threads: (name: string) => `Di ${name}, buka unggahan itu dan salin takarir; tempel sebagai balasan`,
  },
  failed: {
    'not-release': 'Halaman ini bukan rilis',
    unreadable: 'Teks halaman ini tidak dapat dibaca',
    'no-page': 'Ini bukan halaman web',
    'no-permission': 'Jubir belum diizinkan membaca situs ini',
    offline: 'Komputer ini sedang luring',
    gone: 'Halaman ini sudah tidak ada di situs kota',
    broken: 'Jubir tidak berhasil membacanya',
    'no-answer': 'Situs kota tidak menjawab',
  },
  next: {
    'not-release': 'Pilih salah satu rilis terbaru, atau buka halaman rilisnya lalu coba lagi.',
    'not-release-link': 'Tautan itu tidak menuju rilis dari sumber Anda.',
    unreadable:
      'Sorot beberapa kalimat di halaman itu, klik kanan, lalu pilih “Bagikan sebagai unggahan resmi”.',
    'unreadable-phone': 'Di ponsel, halaman ini hanya dapat dibagikan sebagai tautan biasa.',
    'no-page': 'Buka halaman berita atau rilis kota, lalu coba lagi.',
    'no-permission': (host: string) =>
      `Izinkan Jubir membaca ${host}. Jubir hanya membaca rilis di sana; tidak ada yang dikirim atau diubah.`,
    offline:
      'Tidak ada yang hilang. Rilis yang sudah tersimpan tetap dapat dibagikan; coba lagi setelah daring.',
    gone: 'Kota mungkin memindahkan atau menariknya. Cari judulnya di arsip Jubir.',
    broken: 'Tidak ada yang hilang. Coba lagi; bila tetap gagal, buka rilisnya dari daftar.',
    'no-answer': 'Tidak ada yang hilang. Coba lagi sebentar lagi.',
  },
  allow: (host: string) => `Izinkan ${host}`,
  again: 'Coba lagi',
  newest: 'Lihat rilis terbaru',
  lookAlike: {
    title: 'Awas, situs tiruan',
    help: (host: string, real: string) =>
      `${host} bukan situs resmi. Situs kota adalah ${real}. Jangan bagikan apa pun dari halaman ini, dan laporkan kepada Humas.`,
  },
  notes: {
    'words-elsewhere': 'Kata yang Anda sorot tidak ada dalam teks rilis, jadi takarir memakai saran biasa.',
    'picture-elsewhere': 'Gambar itu bukan dari situs kota, jadi tidak ikut dibagikan.',
  },
};
