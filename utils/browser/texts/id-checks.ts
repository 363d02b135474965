import type { MendKey, Reasons } from '../../check/check.ts';

type Said = { [Key in keyof Reasons]: (...args: Reasons[Key]) => string };

/** What the checks say before a draft goes out: what is wrong, and what to do. */
export const idChecks = {
  title: 'Periksa sebelum terbit',
  /** Before the marked words, which are buttons that select them. */
  select: (words: string) => `Pilih “${words}” di teks`,
  stop: 'Jangan terbitkan dahulu',
  reasons: {
    tooLong: (over, platform) => `Kelebihan ${over} dari batas ${platform}. Ringkaslah sebelum diterbitkan.`,
    suspicious: () =>
      'Rilis ini mencurigakan: situs kota mungkin disusupi. Jangan diterbitkan sebelum Humas memastikannya.',
    withdrawn: () => 'Rilis ini tidak ada lagi di situs kota. Tanyakan dahulu kepada Humas.',
    changed: () => 'Kota sudah mengubah rilis ini. Bacalah perubahannya, lalu sesuaikan teks Anda.',
    nationalId: () =>
      'Ini tampak seperti NIK atau nomor KK. Data pribadi tidak boleh disebarkan; hapuslah dari teks.',
    privatePhone: () =>
      'Nomor telepon ini tidak ada di rilis. Pastikan ini nomor layanan, bukan nomor pribadi.',
    privateMail: () => 'Alamat surel ini tidak ada di rilis. Pastikan ini alamat resmi, bukan milik pribadi.',
    privateAddress: () =>
      'Ini tampak seperti alamat rumah seseorang. Sebut wilayahnya saja, tanpa nomor rumah dan RT/RW.',
    hiddenCharacters: () =>
      'Ada karakter tersembunyi di teks, biasanya terbawa saat menyalin. Bersihkan agar teks terbaca utuh.',
    lookAlikes: () =>
      'Ada huruf tiruan di teks: pembaca layar dan pencarian tidak mengenalinya. Gantilah dengan huruf biasa.',
    unknownNumber: () => 'Angka ini tidak ada di rilis. Cocokkan kembali:',
    swappedNumber: () => 'Di rilis, angka di tempat ini berbeda. Cocokkan kembali:',
    unknownDate: () => 'Tanggal, hari, atau waktu ini tidak ada di rilis. Cocokkan kembali:',
    swappedDate: () => 'Di rilis, waktunya di tempat ini berbeda. Cocokkan kembali:',
    unknownName: () => 'Nama ini tidak ada di rilis. Periksa ejaan dan orang atau tempatnya:',
    swappedName: () => 'Rilis menulis nama lain di tempat ini. Cocokkan kembali:',
    unknownMention: () => 'Akun ini tidak terkait nama di rilis. Pastikan akunnya resmi dan tepat:',
    wrongOffice: (name, office) => `Di rilis, ${name} adalah ${office}. Periksa jabatannya:`,
    otherOffice: (office) => `Di rilis tertulis “${office}”. Periksa jabatannya:`,
    quoteChanged: () => 'Kutipan ini tidak sama dengan rilis. Kutip persis, atau hapus tanda kutipnya:',
    notQuoted: () => 'Di rilis, kata-kata ini bukan ucapan siapa pun. Hapus tanda kutipnya:',
    speakerSwapped: (speaker) => `Di rilis, ini ucapan ${speaker}. Perbaiki siapa yang berbicara:`,
    negationDropped: (words) => `Rilis menulis “${words}”. Tanpa kata itu, artinya berbalik:`,
    negationAdded: (word) => `Kata “${word}” tidak ada di rilis dan membalik artinya:`,
    opposite: (word) => `Rilis menulis “${word}”; teks Anda menyatakan sebaliknya:`,
    hedgeDropped: (words) =>
      `Rilis menulis “${words}”. Tanpa kata itu, rencana atau harapan terbaca sebagai kenyataan:`,
    noLink: () => 'Tautan ke rilis tidak ada di teks. Tambahkan agar pembaca dapat memeriksanya.',
    tooManyHashtags: (limit, platform) =>
      `Tagar terlalu banyak: di ${platform} paling banyak ${limit}. Kurangilah.`,
    hashtagDigits: () => 'Tagar yang hanya berisi angka tidak berfungsi. Tambahkan kata:',
    hashtagBroken: () => 'Tagar ini terpotong oleh spasi atau tanda baca. Tulislah bersambung:',
    hashtagHardToRead: () =>
      'Tagar ini sulit dibaca. Awali setiap katanya dengan huruf besar, tanpa tanda aksen:',
    hashtagUnfortunate: (word) => `Tagar ini dapat terbaca “${word}”. Pilih susunan kata lain:`,
    shouting: () => 'Huruf besar semua dan tanda seru beruntun terbaca seperti berteriak. Tulislah biasa:',
    alreadyOpened: (platform) => `Rilis ini sudah pernah Anda buka di ${platform}. Pastikan belum terbit.`,
    alreadyPosted: (platform) =>
      `Rilis ini sudah Anda terbitkan di ${platform}. Pastikan Anda ingin mengulangnya.`,
    likeMyLast: (percent) =>
      `Teks ini ${percent}% sama dengan unggahan terakhir Anda di kanal ini. Ubahlah sedikit agar tidak dianggap berulang.`,
    oldRelease: (days) => `Rilis ini sudah ${days} hari. Bila tetap diterbitkan, sebutkan tanggalnya.`,
    campaignWords: () =>
      'Masa pemilu: kata ini dapat terbaca sebagai kampanye, sedangkan ASN wajib netral. Pertimbangkan kembali:',
  } satisfies Said as Said,
  mends: {
    shorten: 'Ringkas',
    addLink: 'Tambahkan',
    fewerHashtags: 'Kurangi tagar',
    removeHidden: 'Bersihkan',
    plainLetters: 'Pakai huruf biasa',
    remove: 'Hapus',
    useInstead: 'Ganti dengan nama di rilis',
    useReleaseWords: 'Pakai kata-kata rilis',
    calm: 'Tulis biasa',
    mendHashtag: 'Perbaiki tagar',
  } satisfies Record<MendKey, string>,
  /** A mend that names the word it puts in. */
  useWord: (word: string) => `Ganti dengan “${word}”`,
  empty: 'Teks masih kosong.',
};

/** The election period's settings. */
export const idElection = {
  title: 'Masa pemilu',
  help: 'Selama masa ini, Jubir mengingatkan Anda bila sebuah kata dapat terbaca sebagai kampanye. Teks Anda tidak pernah ditahan.',
  on: 'Ingatkan saya tentang kata kampanye',
  from: 'Mulai',
  to: 'Sampai',
  always: 'Tanggal boleh dikosongkan: tanpa tanggal, pengingat berlaku sampai Anda mematikannya.',
  backwards: 'Tanggal selesai mendahului tanggal mulai. Perbaiki salah satunya.',
  words: 'Kata yang dihindari, satu per baris',
  reset: 'Kembalikan daftar bawaan',
};
