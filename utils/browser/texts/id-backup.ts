import { idCopy } from './id-copy.ts';

/** Texts on copies of what the official wrote, and on erasing it, in Indonesian. */
export const idBackup = {
  ...idCopy,
  help: 'Draf, riwayat, sumber, dan pengaturan Anda hanya ada di komputer ini. Bila Jubir dihapus dari peramban, semuanya ikut hilang. Simpan cadangannya ke berkas, lalu pulihkan kapan saja, di sini atau di komputer lain.',
  last: (when: string) => `Cadangan terakhir: ${when}.`,
  lastNever: 'Belum pernah ada cadangan.',
  saving: 'Menyimpan cadangan…',
  saved: (drafts: number, posts: number, size: string) =>
    `Cadangan dibuat: ${drafts} draf dan ${posts} unggahan, ${size}. Periksa folder unduhan Anda.`,
  saveFailed:
    'Cadangan belum tersimpan. Tidak ada yang hilang; kosongkan sedikit ruang di komputer ini, lalu coba lagi.',
  /** A file's name; the date goes before ".json". */
  fileName: (date: string) => `jubir-cadangan-${date}.json`,
  withPhrase: 'Lindungi dengan frasa sandi',
  phrase: 'Frasa sandi',
  phraseHelp: (shortest: number) =>
    `Sedikitnya ${shortest} huruf; beberapa kata lebih aman daripada satu. Tanpa frasa ini cadangan tidak dapat dibuka siapa pun, juga oleh Anda.`,
  repeat: 'Ulangi frasa sandi',
  repeatHelp: 'Ketik sekali lagi agar tidak ada salah ketik.',
  phraseShort: (shortest: number) => `Frasa sandi perlu sedikitnya ${shortest} huruf.`,
  phraseDiffers: 'Kedua frasa sandi tidak sama. Cadangan belum dibuat.',
  withSecrets: 'Sertakan kunci dan kata sandi yang disimpan Jubir',
  withSecretsHelp: 'Misalnya kunci model bahasa. Hanya bila cadangan ini untuk Anda sendiri.',
  restore: 'Pulihkan',
  restoreHelp:
    'Pilih berkas cadangan. Isinya ditampilkan dahulu. Tidak ada yang diganti atau dihapus di sini; isinya hanya ditambahkan.',
  reading: 'Memeriksa berkas…',
  open: 'Buka',
  preview: 'Isi cadangan',
  from: (when: string, machine: string) => `Dibuat ${when} di ${machine}.`,
  fromHere: (when: string) => `Dibuat ${when} di komputer ini.`,
  holds: (drafts: number, posts: number) => `Berisi ${drafts} draf dan ${posts} unggahan.`,
  fresh: (n: number) => `${n} belum ada di sini dan akan ditambahkan.`,
  changed: (n: number) => `${n} sudah ada di sini dan akan dilengkapi.`,
  rivals: (n: number) => `${n} draf akan berisi dua teks untuk Anda pilih.`,
  nothingNew: 'Tidak ada yang baru: semua isinya sudah ada di sini, atau sudah Anda hapus untuk selamanya.',
  damaged: (n: number) => `${n} bagian rusak atau tidak dikenal dan akan dilewati.`,
  notWhole:
    'Berkas ini tidak utuh: bagian akhirnya hilang atau ada yang berubah. Yang masih utuh tetap dapat dipulihkan; cari juga salinan lain.',
  merges: 'Tidak ada teks di sini yang akan hilang atau tertimpa.',
  confirm: 'Pulihkan sekarang',
  restoring: (percent: number) => `Memulihkan… ${percent}%`,
  restored: (added: number, changed: number) => `Selesai: ${added} ditambahkan, ${changed} dilengkapi.`,
  restoredSources: (n: number) =>
    `${n} sumber ditambahkan. Klik “Izinkan” pada masing-masing agar Jubir boleh membacanya.`,
  restoreStopped:
    'Pemulihan berhenti di tengah jalan. Yang sudah masuk tetap ada; pulihkan berkas yang sama sekali lagi, tidak akan ada yang ganda.',
  failures: {
    'not-ours': 'Ini bukan cadangan Jubir, atau awalnya rusak. Tidak ada yang berubah; pilih berkas lain.',
    newer:
      'Cadangan ini dibuat oleh Jubir yang lebih baru. Tidak ada yang berubah; perbarui Jubir di peramban ini, lalu coba lagi.',
    'too-large':
      'Berkas ini ditulis ulang oleh program lain dan terlalu besar untuk dibaca. Tidak ada yang berubah; pakai berkas aslinya.',
    sealed: 'Berkas ini dilindungi frasa sandi. Tulis frasanya untuk membukanya.',
    'wrong-passphrase':
      'Frasa sandinya tidak cocok. Tidak ada yang berubah; periksa huruf besar dan spasi, lalu coba lagi.',
    unreadable: 'Berkas ini tidak dapat dibaca. Tidak ada yang berubah; periksa berkasnya, lalu coba lagi.',
  },
  list: 'Daftar unggahan',
  listHelp:
    'Semua unggahan sebagai tabel untuk kantor, siap dibuka di Excel dengan pengaturan wilayah Indonesia.',
  month: 'Bulan',
  allMonths: 'Semua bulan',
  saveList: 'Simpan daftar unggahan (CSV)',
  /** The list's name; a month, or nothing, goes before ".csv". */
  listName: (month: string) => `jubir-unggahan${month}.csv`,
  csv: {
    columns: {
      date: 'Tanggal',
      time: 'Pukul',
      platform: 'Kanal',
      account: 'Akun',
      state: 'Keadaan',
      text: 'Teks',
      link: 'Tautan unggahan',
      release: 'Rilis',
      releaseLink: 'Tautan rilis',
      source: 'Sumber',
      picture: 'Gambar',
      alt: 'Teks alternatif',
    },
    states: {
      opened: 'dibuka, belum dikonfirmasi',
      posted: 'terbit',
      'not-posted': 'tidak terbit',
      failed: 'gagal',
      prepared: 'menunggu dikirim',
      sending: 'sedang dikirim',
      removed: 'dihapus dari kanal',
      unknown: 'belum pasti terbit',
    },
  },
  erase: 'Hapus semua data',
  eraseHelp:
    'Untuk komputer yang dipakai bersama: menghapus semua yang disimpan Jubir di peramban ini. Tidak dapat diurungkan.',
  eraseAsk: 'Yang akan dihapus untuk selamanya:',
  eraseEntries: (drafts: number, posts: number) => `${drafts} draf dan ${posts} unggahan`,
  eraseReleases: (releases: number, sources: number) => `${releases} rilis dari ${sources} sumber`,
  eraseRest: 'semua pengaturan, kunci, dan izin',
  eraseBackup: 'Simpan cadangan dahulu bila Anda masih memerlukannya.',
  eraseSure: 'Saya mengerti bahwa semua ini tidak dapat dikembalikan',
  eraseNow: 'Hapus semuanya',
  erasing: 'Menghapus…',
  eraseFailed:
    'Belum semuanya terhapus. Tutup halaman Jubir lainnya, lalu tekan “Hapus semuanya” sekali lagi.',
  erased: 'Semua data sudah dihapus',
  erasedHelp:
    'Jubir tidak menyimpan apa pun lagi di peramban ini, dan tidak melakukan apa pun sampai dibuka lagi.',
  startAnew: 'Mulai dari awal',
};
