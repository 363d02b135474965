/** Texts on accounts that Jubir posts from, and on what it sends itself. */
export const idSends = {
  statePrepared: 'menunggu dikirim',
  stateSending: 'sedang dikirim',
  stateRemoved: 'dihapus dari kanal',
  prepared: 'Menunggu di kotak keluar, belum dikirim',
  sending: 'Sedang dikirim',
  removed: 'Sudah dihapus dari kanal',
  /** Why a post did not go out, by the reason of the NetworkError. */
  failures: {
    offline: 'Komputer ini sedang luring. Belum ada yang dikirim; teks Anda tersimpan.',
    'no-answer': 'Server kanal tidak menjawab. Teks Anda tersimpan. Coba lagi sebentar lagi.',
    timeout: 'Server kanal terlalu lama menjawab. Teks Anda tersimpan. Coba lagi sebentar lagi.',
    cut: 'Jawaban server kanal terputus. Teks Anda tersimpan. Periksa akun Anda sebelum mengirim lagi.',
    unreadable: 'Jawaban server kanal tidak dapat dibaca. Teks Anda tersimpan. Periksa akun Anda dahulu.',
    redirected: 'Server kanal mengalihkan ke alamat lain, dan Jubir tidak mengikutinya. Teks Anda tersimpan.',
    'signed-out':
      'Kanal meminta Anda masuk lagi. Belum ada yang terbit; teks Anda tersimpan. Masuklah di Pengaturan, lalu kirim lagi.',
    gone: 'Yang dicari sudah tidak ada di server kanal. Belum ada yang terbit; teks Anda tersimpan.',
    refused: 'Server kanal menolak. Belum ada yang terbit; teks Anda tersimpan dan dapat diubah.',
    limited: 'Server kanal meminta menunggu sebentar. Teks Anda tersimpan dan akan dicoba lagi.',
    status: 'Server kanal sedang terganggu. Teks Anda tersimpan. Coba lagi sebentar lagi.',
  },
  /** Why nobody was signed in, by the reason of the SignInError. */
  signIn: {
    'bad-handle': 'Itu bukan nama akun Bluesky. Tulis seperti “dinas.bsky.social”.',
    'bad-server': 'Itu bukan nama server. Tulis seperti “mastodon.social”.',
    'no-window':
      'Peramban ponsel tidak dapat menampilkan halaman masuk Mastodon. Akun Mastodon ditambahkan di komputer; tombol “Buka di Mastodon” tetap bekerja di sini.',
    'not-found': 'Akun itu tidak ditemukan. Periksa ejaannya.',
    mismatch: 'Nama akun itu tidak cocok dengan dokumen akunnya, jadi tidak dipakai. Periksa nama akun Anda.',
    'no-server': 'Dokumen akun itu tidak menyebut server yang dapat dipakai. Tidak ada yang dikirim.',
    'not-app-password':
      'Itu bukan kata sandi aplikasi, jadi tidak dikirim ke mana pun. Buat kata sandi aplikasi di pengaturan Bluesky (bentuknya xxxx-xxxx-xxxx-xxxx).',
    'wrong-password':
      'Kata sandi aplikasi itu tidak diterima. Buat yang baru di pengaturan Bluesky, lalu coba lagi.',
    'other-account':
      'Yang masuk ternyata akun lain, jadi tidak disimpan. Periksa nama akun dan kata sandinya.',
    cancelled: 'Anda belum masuk: jendelanya ditutup atau izinnya tidak diberikan. Silakan coba lagi.',
    forged: 'Jawaban yang kembali bukan untuk permintaan Jubir, jadi dibuang. Silakan coba lagi.',
  },
  /** Why a post was not taken into the outbox. */
  refusals: {
    'no-account': 'Akun itu sudah tidak ada di Jubir. Teks Anda tersimpan; pilih akun lain.',
    attention: 'Akun itu perlu masuk lagi. Teks Anda tersimpan; masuklah dahulu di Pengaturan.',
    empty: 'Belum ada teks untuk diterbitkan.',
    'too-long': 'Teks ini melebihi batas kanal. Pendekkan dahulu; teks Anda tersimpan.',
  },
};
