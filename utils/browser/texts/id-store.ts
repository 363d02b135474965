/** Texts on where drafts are stored, and on what happens when that place fails, in Indonesian. */
export const idStore = {
  /** What happened, that nothing was lost, what to do. */
  states: {
    newer: {
      title: 'Data Anda ditulis Jubir yang lebih baru',
      help: 'Semua draf dan riwayat Anda utuh dan dapat dibaca, tetapi Jubir versi ini tidak dapat menulisnya tanpa merusaknya. Pasang kembali Jubir terbaru; sementara itu Anda dapat menyimpan salinannya.',
    },
    'step-failed': {
      title: 'Data Anda belum dapat disiapkan untuk Jubir versi ini',
      help: 'Tidak ada yang hilang: semuanya tersimpan seperti sebelum pembaruan dan dapat dibaca, hanya belum dapat diubah. Simpan salinannya, lalu coba lagi.',
    },
    unreadable: {
      title: 'Penyimpanan Jubir di peramban ini tidak dapat dibuka',
      help: 'Jubir tidak menghapus apa pun. Tutup peramban sepenuhnya, buka lagi, lalu coba sekali lagi. Salinan otomatis terakhir dapat Anda simpan sekarang.',
    },
    outdated: {
      title: 'Jubir sudah diperbarui; halaman ini masih yang lama',
      help: 'Yang bertanda “tersimpan” aman. Bila ada tulisan yang belum tersimpan, salin dahulu dari halaman ini, lalu muat ulang.',
    },
    blocked: {
      title: 'Tutup halaman Jubir lainnya',
      help: 'Jubir sedang menyiapkan data Anda untuk versi ini, tetapi ada halaman Jubir lama yang masih terbuka. Begitu ditutup, Jubir melanjutkan dengan sendirinya. Tidak ada yang hilang.',
    },
    restoring: {
      title: 'Memulihkan draf Anda…',
      help: 'Penyimpanan Jubir rusak. Draf dan riwayat sedang dikembalikan dari salinan otomatis; jangan tutup peramban dahulu.',
    },
  },
  reload: 'Muat ulang',
  retry: 'Coba lagi',
  copyOut: 'Simpan salinan',
  openDesk: 'Lihat isinya',
  restored: 'Penyimpanan Jubir rusak dan sudah dipulihkan',
  restoredFrom: (drafts: number, posts: number, when: string) =>
    `${drafts} draf dan ${posts} unggahan ada lagi, dari salinan otomatis ${when} dan catatan sesudahnya.`,
  restoredNone: (drafts: number, posts: number) =>
    `${drafts} draf dan ${posts} unggahan ada lagi, dari catatan Jubir; salinan otomatis belum ada.`,
  restoredRest: 'Rilis dan gambarnya diambil lagi dari situs kota.',
  lost: 'Yang terakhir ditulis tidak dapat dipulihkan pada:',
  lostEntry: (title: string, platform: string) => `${title} · ${platform}`,
  lostMore: (n: number) => `dan ${n} draf lain`,
  lostNone: 'Tidak ada tulisan yang hilang.',
  secretsGone: 'Kunci dan kata sandi yang pernah Anda isi perlu diisi lagi di Pengaturan.',
  understood: 'Saya mengerti',
  readOnly: 'Hanya dapat dibaca',
  entries: (n: number) => `${n} draf dan unggahan`,
  noEntries: 'Tidak ada draf atau unggahan di sini.',
  draft: 'Draf',
  post: 'Unggahan',
  select: 'Pilih draf atau unggahan untuk membaca teksnya.',
  copySaved: 'Salinan disimpan: satu berkas berisi semuanya, satu berkas teks untuk dibaca.',
  copyFailed: 'Salinan belum tersimpan. Coba lagi; data Anda tidak berubah.',
  copyLeftOut: (n: number) => `${n} bagian tidak dapat dibaca dan tidak ada di salinan itu.`,
  untitled: 'Tanpa judul',
  section: 'Penyimpanan',
  persisted:
    'Peramban ini menyimpan data Jubir secara tetap: tidak dihapus dengan sendirinya saat ruang penyimpanan penuh.',
  notPersisted:
    'Peramban ini tidak berjanji menyimpan data secara tetap, tetapi izin penyimpanan Jubir melindungi data Anda dari penghapusan saat ruang penyimpanan hampir penuh.',
  used: (drafts: number, posts: number, size: string | null) =>
    `${drafts.toLocaleString('id')} draf dan ${posts.toLocaleString('id')} unggahan tersimpan${size === null ? '' : `; Jubir memakai ${size}`}.`,
  lastCopy: (when: string) => `Salinan otomatis terakhir: ${when}.`,
  noCopy: 'Belum ada salinan otomatis; dibuat paling lambat satu menit setelah Anda menulis.',
  copyHelp:
    'Salinan otomatis terletak di tempat lain di komputer ini dan dipakai bila penyimpanan Jubir rusak. Mencopot Jubir menghapus keduanya.',
};
