/** Texts on drafts that are stored, or not, and on what stands beside them. */
export const idDrafts = {
  rivals: 'Draf ini ditulis di dua tempat sekaligus',
  rivalsHelp:
    'Semua tulisan di bawah ini tersimpan. Pilih yang Anda pakai; yang lain tetap ada di “Teks sebelumnya”.',
  here: 'Di jendela ini',
  elsewhere: 'Di jendela atau komputer lain',
  choose: 'Pakai tulisan ini',
  earlier: (n: number) => `Teks sebelumnya (${n})`,
  earlierFailed: 'Teks sebelumnya belum dapat dibaca. Teks yang sekarang tidak terpengaruh.',
  useEarlier: 'Pakai teks ini',
  releaseGone: 'Rilis ini tidak ada lagi di komputer ini. Draf Anda tetap tersimpan dan dapat Anda ubah.',
  stateFailed: 'gagal',
  stateUnknown: 'belum pasti terbit',
  failed: 'Tidak terbit: kanal menolak',
  unknown: 'Tidak ada jawaban dari kanal: mungkin sudah terbit, periksa dahulu',
  /** Why a text is not stored yet, by the name of the error's class. */
  notSaved: {
    QuotaExceededError:
      'Penyimpanan komputer ini penuh. Teks Anda masih ada di layar ini: jangan tutup dahulu. Kosongkan sedikit ruang; Jubir langsung menyimpannya.',
    StoreClosedError:
      'Penyimpanan Jubir sedang tidak dapat ditulis; alasannya tertulis di atas halaman ini. Teks Anda masih ada di layar: salin dahulu sebelum menutupnya.',
    other:
      'Teks Anda belum tersimpan, tetapi masih ada di layar ini: jangan tutup dahulu. Jubir terus mencoba menyimpannya.',
  },
};
