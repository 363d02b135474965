/** Texts on the accounts that Jubir posts from. */
export const idAccounts = {
  title: 'Akun',
  help: 'Untuk Mastodon dan Bluesky, Jubir dapat menerbitkan langsung dari akun Anda. Kanal lain tetap dibuka di halamannya sendiri. Tanda masuk disimpan di komputer ini saja.',
  none: 'Belum ada akun.',
  attention: 'Perlu masuk lagi',
  again: 'Masuk lagi',
  remove: 'Keluar',
  removeSure: (handle: string) => `Keluarkan ${handle} dari komputer ini?`,
  removed: 'Sudah keluar. Tanda masuknya dihapus dari komputer ini dan dari servernya.',
  removedHere:
    'Sudah keluar dari komputer ini. Servernya tidak terjangkau; hapus juga izinnya di pengaturan kanal.',
  removeFailed: 'Belum berhasil keluar. Silakan coba lagi.',
  addMastodon: 'Tambah akun Mastodon',
  addBluesky: 'Tambah akun Bluesky',
  server: 'Nama server Mastodon',
  serverHelp:
    'Misalnya mastodon.social. Anda masuk di halaman server itu; Jubir tidak melihat kata sandinya.',
  signIn: 'Masuk',
  signingIn: 'Menunggu…',
  handle: 'Nama akun Bluesky',
  handleHelp: 'Misalnya dinas.bsky.social.',
  find: 'Cari akun',
  found: (handle: string, host: string) =>
    `@${handle} ada di server ${host}. Jubir hanya akan menghubungi server itu.`,
  password: 'Kata sandi aplikasi',
  passwordHelp:
    'Buat di Bluesky: Pengaturan → Privasi dan keamanan → Kata sandi aplikasi. Bentuknya xxxx-xxxx-xxxx-xxxx. Jangan pakai kata sandi akun Anda.',
  other: 'Akun lain',
  added: (handle: string) => `${handle} siap dipakai.`,
  refused:
    'Izin untuk server itu tidak diberikan. Belum ada yang disimpan; tekan sekali lagi bila Anda setuju.',
  failed: 'Belum berhasil masuk, dan belum ada yang disimpan. Silakan coba lagi.',
  undo: 'Tunggu 10 detik sebelum mengirim agar dapat dibatalkan',
};
