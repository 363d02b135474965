/** House style, own lines and threads, in Indonesian. */
export const idCaptions = {
  title: 'Gaya takarir',
  help: 'Berlaku untuk semua saran takarir. Isi takarir tetap hanya dari rilis.',
  hashtags: 'Tagar kota',
  hashtagsHelp:
    'Menggantikan tagar bawaan sumber; yang pertama selalu didahulukan. Misalnya #KotaBogor #BogorBerlari.',
  mentions: 'Akun yang disebut',
  mentionsHelp:
    'Misalnya @pemkotbogor. Dipakai di X, Threads, Instagram, Facebook, dan TikTok bila masih muat.',
  closing: 'Kalimat penutup',
  closingHelp: 'Sebaris sebelum tautan bila masih muat. Boleh dikosongkan.',
  naming: 'Penyebutan wali kota, wakil, dan sekda',
  namings: { both: 'Jabatan dan nama', office: 'Jabatan saja', name: 'Nama saja' },
  emoji: 'Satu emoji di awal takarir',
  ownLines: 'Kalimat saya, satu per baris',
  ownLinesHelp: 'Muncul di kotak tulis; sekali ketuk, kalimat itu masuk ke takarir.',
  lines: 'Kalimat saya',
  makeThread: 'Jadikan utas',
  dropThread: 'Batalkan utas',
  thread: (n: number) => `Utas ${n} unggahan`,
  threadHelp: (platform: string) =>
    `Unggahan pertama terbuka di ${platform}. Salin yang berikutnya sebagai balasan, satu per satu.`,
  threadImpossible: (platform: string) =>
    `Teks ini belum dapat menjadi utas: ada kalimat yang lebih panjang daripada satu unggahan ${platform}, atau teksnya terlalu panjang.`,
  copyPost: (n: number) => `Salin unggahan ${n}`,
  copiedPost: (n: number) => `Unggahan ${n} tersalin.`,
};
